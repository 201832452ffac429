"""Which numbers of a message can be reps, by what stands beside them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.understanding.items import Item, Sort
from bot.understanding.message import Message

FARTHEST_ARTICLE = 3
LONGEST_LOWERING = 20
_TELLING = ("resets.done", "done.tell", "done.verb")
_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_BESIDE = _NAMES | {
    Sort.TIMES, Sort.SETS, Sort.ROUNDS, Sort.REPS, Sort.FOLD, Sort.EACH, Sort.TOTAL, Sort.EQUALS,
}  # fmt: skip
_PARTS = _NUMBERS | {
    Sort.COMMA, Sort.BREAK, Sort.COLON, Sort.AND, Sort.PLUS, Sort.DASH, Sort.SLASH, Sort.OPEN, Sort.DAY,
    Sort.LABEL, Sort.MORE, Sort.REPAIR, Sort.OR, Sort.TO, Sort.EQUALS, Sort.LINK,
}  # fmt: skip
_OPEN_BEFORE = _PARTS | _NAMES | {
    Sort.TIMES, Sort.BETWEEN, Sort.BOUND, Sort.TOTAL, Sort.FOLD, Sort.REPS, Sort.EACH,
}  # fmt: skip
_OPEN_AFTER = _PARTS | {Sort.CLOSE, Sort.IN, Sort.FOR, Sort.MORE}
_LISTING = frozenset({Sort.COMMA, Sort.AND, Sort.SLASH, Sort.DASH, Sort.PLUS})


def reps_of(message: Message, items: Sequence[Item]) -> set[int]:
    """The places of numbers that can be reps; in "10, 8, 6 apples" what the last one counts serves all."""
    reps: set[int] = set()
    for index in range(len(items) - 1, -1, -1):
        if items[index].sort not in _NUMBERS or not _can_be_reps(message, items, index):
            continue
        if not _is_of_another(message, items, index, reps):
            reps.add(index)
    return reps - _echoes(message, items, reps) - _marks(message, items, reps)


def _marks(message: Message, items: Sequence[Item], reps: AbstractSet[int]) -> set[int]:
    """The last number of "21 push-ups, cracked 20 at last": less than what was told before it."""
    marks: set[int] = set()
    for index in sorted(reps) if "thresholds" in message.groups else ():
        before = [items[at].number for at in reps - marks if at < index]
        named = items[index + 1 : index + 2] and items[index + 1].sort in _BESIDE | {Sort.MORE}
        if (
            not named
            and message.follows(items[index].start, "thresholds.past")
            and max(before, default=0) >= items[index].number
        ):
            marks.add(index)
    return marks


def _echoes(message: Message, items: Sequence[Item], reps: AbstractSet[int]) -> set[int]:
    """The "one" of "my first pull-up! Finally got one", the "ten" of "10 push-ups. TEN!"."""
    echoes: set[int] = set()
    said: set[int] = set()
    first = False
    for index in sorted(reps):
        item = items[index]
        figures = message.is_number(item.start)
        if not figures and (
            (first and item.number == 1) or (item.number in said and _is_alone(items, index))
        ):
            echoes.add(index)
        first = first or message.tagged(item.start, "ordinals.first")
        if items[index + 1 : index + 2] and items[index + 1].sort is Sort.EXERCISE:
            said.add(item.number)
    return echoes


def _is_alone(items: Sequence[Item], index: int) -> bool:
    """Say whether a number is a sentence of its own."""
    beside = [*items[index - 1 : index], *items[index + 1 : index + 2]]
    return all(item.sort is Sort.BREAK for item in beside)


def _can_be_reps(message: Message, items: Sequence[Item], index: int) -> bool:
    """A number beside an exercise or a sign of sets, or one with nothing that it could count instead."""
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    if after and after.sort is Sort.TIMES and _is_measured(message, items, index + 2):
        return False
    if after and after.sort in _BESIDE:
        return True
    if before and before.sort in {Sort.TIMES, Sort.SETS, Sort.EQUALS}:
        return True
    open_before = _is_open_before(message, before) or _ends_a_pause(message, items[:index])
    return open_before and is_open_after(message, after)


def _is_measured(message: Message, items: Sequence[Item], index: int) -> bool:
    """The 400m of "8x400m", the minute of "8x60 seconds running", which no lowering takes."""
    item = items[index] if index < len(items) else None
    if item is None or not message.is_number(item.start):
        return False
    beside = [*items[max(index - 3, 0) : index], *items[index + 1 : index + 2]]
    named = any(other.sort in _NAMES for other in beside)
    long = not item.number or (item.number >= LONGEST_LOWERING and not named)
    return item.sort is Sort.NOISE or (item.sort is Sort.LENGTH and long)


def _is_open_before(message: Message, item: Item | None) -> bool:
    if item is None or item.sort in _OPEN_BEFORE:
        return True
    if item.sort is Sort.NOISE and message.text(item.end - 1) == ":":
        return True
    if item.sort not in {Sort.WORD, Sort.NOISE}:
        return False
    return (
        message.at(item.end - 1, "before") is not None
        or any(message.follows(item.end, tag) for tag in _TELLING)
        or _is_described(message, item.end - 1)
    )


def _ends_a_pause(message: Message, before: Sequence[Item]) -> bool:
    """The "rest 90s" of "10 rest 90s 8", the "2 min rest)" of "10 (2 min rest) 8": behind a set."""
    if "pauses" not in message.groups or all(item.sort is not Sort.NUMBER for item in before):
        return False
    pause = [item for item in before[-3:] if item.sort is not Sort.CLOSE]
    named = any(message.tagged(item.start, "pauses.pause") for item in pause[-2:])
    return named and any(item.sort is Sort.LENGTH for item in pause[-2:])


def _is_described(message: Message, index: int) -> bool:
    """The "little" of "a sad little three"."""
    before = range(index - 1, index - FARTHEST_ARTICLE, -1)
    return message.text(index).isalpha() and any(message.tagged(at, "around.a") for at in before)


def is_open_after(message: Message, item: Item | None) -> bool:
    if item is None or item.sort in _OPEN_AFTER:
        return True
    if message.tagged(item.start, "pauses.pause"):
        return message.is_number(item.end) or message.tagged(item.end, "links.for", "amounts.one")
    return message.at(item.start, "after") is not None or message.tagged(item.end, "kinds_ones.one")


def _is_of_another(message: Message, items: Sequence[Item], index: int, reps: AbstractSet[int]) -> bool:
    """Say whether a list ends in a number of something else ("10, 8, 6 apples", "5/5 stars")."""
    following = index + 1
    while following < len(items) and items[following].sort in _LISTING:
        following += 1
    if following >= len(items) or following in reps:
        return False
    item = items[following]
    if item.sort is Sort.NOISE:
        return items[index + 1].sort is Sort.SLASH and message.is_number(item.start)
    return item.sort in _NUMBERS
