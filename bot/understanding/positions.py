"""Which set of several is meant: the 2 of "delete the second set", "set 2 was 8", -1 for the last."""

from typing import NamedTuple

from bot.understanding.message import Message
from bot.understanding.numbers import number_at


class Position(NamedTuple):
    """A set by its number from the first, or -1; it is said at tokens `start` up to, not including, `end`."""

    number: int
    start: int
    end: int


def positions(message: Message) -> tuple[Position, ...]:
    """All sets that are named by their number, in the order of the words."""
    if not message.has("labels.set", "links.sets", "kinds_ones.one"):
        return ()
    found = (_at(message, index) for index in range(len(message.tokens)))
    return tuple(position for position in found if position)


def _at(message: Message, index: int) -> Position | None:
    if label := message.at(index, "labels"):
        number = number_at(message, label.end) if label.name == "set" else None
        return Position(number.value, index, number.end) if number and number.whole else None
    value, end = _ordinal_at(message, index)
    if value and message.tagged(end, "links.sets", *(("kinds_ones.one",) if value > 0 else ())):
        return Position(value, index, end + 1)
    return None


def _ordinal_at(message: Message, index: int) -> tuple[int, int]:
    """ "second" or "2nd", and where it ends; (0, index) for what is no ordinal."""
    span = message.at(index, "positions")
    if span:
        return int(span.name), span.end
    suffixed = message.is_number(index) and message.tagged(index + 1, "ordinals.suffix")
    return (message.tokens[index].value, index + 2) if suffixed else (0, index)
