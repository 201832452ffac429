"""Numbers as figures and words: "12", "twenty-five", "a dozen", "a hundred and ten"."""

from bot.understanding.message import Message, Number

HUNDRED = 100


def number_at(message: Message, index: int) -> Number | None:
    """Read the number that starts here; what isn't one gives None."""
    if index not in message.numbers:
        message.numbers[index] = _read(message, index)
    return message.numbers[index]


def _read(message: Message, index: int) -> Number | None:
    if message.is_number(index):
        return _figures(message, index)
    return _words(message, index) if message.at(index, "numbers") else None


def _figures(message: Message, index: int) -> Number:
    value = message.tokens[index].value
    mark, digits = message.text(index + 1), message.text(index + 2)
    if not (message.is_glued(index + 1) and message.is_number(index + 2) and message.is_glued(index + 2)):
        return Number(value, index + 1)
    if mark == "," and len(digits) == 3 and 0 < value < 1000:
        return Number(value * 1000 + message.tokens[index + 2].value, index + 3)
    if mark == "." and len(digits) <= 2 and message.text(index + 3) != ".":
        return Number(value, index + 3, message.tokens[index + 2].value / 10 ** len(digits) or 0.001)
    return Number(value, index + 1)


def _words(message: Message, index: int) -> Number | None:
    first = _below_hundred(message, index)
    if first is None:
        span = message.at(index, "numbers")
        return _rest(message, int(span.name), span.end) if span else None
    more = message.at(first.end, "numbers")
    if 0 < first.value < 10 and more and int(more.name) == HUNDRED:
        return _rest(message, first.value * HUNDRED, more.end)
    return first


def _below_hundred(message: Message, index: int) -> Number | None:
    """One word, or a ten and a unit ("twenty-five")."""
    span = message.at(index, "numbers")
    if span is None or int(span.name) >= HUNDRED:
        return None
    value = int(span.name)
    unit = message.at(span.end, "numbers")
    if value >= 20 and value % 10 == 0 and unit and 0 < int(unit.name) < 10:
        return Number(value + int(unit.name), unit.end)
    return Number(value, span.end)


def _rest(message: Message, hundreds: int, end: int) -> Number:
    """What follows a hundred, with an "and" between or without."""
    after = end + 1 if message.tagged(end, "links.and") else end
    rest = _below_hundred(message, after)
    return Number(hundreds + rest.value, rest.end) if rest else Number(hundreds, end)
