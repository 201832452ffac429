"""Numbers that look like reps, though it isn't sure that they tell of the athlete's own, done work.

What stands around a number and its exercise must be words of such reports. A word that no phrase of the
lexicon explains, where it could be somebody who acts or what is said of the amount, puts it in doubt.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.understanding.items import Item, Sort
from bot.understanding.message import Message
from bot.understanding.reps import is_open_after

NEAR = 4
_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_LISTING = frozenset({Sort.COMMA, Sort.AND, Sort.SLASH, Sort.DASH, Sort.PLUS})
_SEPARATING = _LISTING - {Sort.DASH, Sort.SLASH}
_REASSURING = _NUMBERS | {Sort.AND, Sort.DAY, Sort.MORE, Sort.EXERCISE, Sort.LABEL}


def doubted(message: Message, items: Sequence[Item], reps: AbstractSet[int]) -> set[int]:
    """The places of numbers that may be of something or somebody else, or in a list cut short.

    "Cadence was 142", "the poster suggests 50 push-ups" and "20 push-ups burn few calories" hold a word
    that isn't explained; what begins the list of "woozle 8, 6, 5" isn't understood.
    """
    unsure = {
        index
        for index in reps
        if _is_cut(items, index, reps)
        or (message.unheard and (_is_of_another(message, items, index) or _is_judged(message, items, index)))
    }
    return unsure or (set(reps) if _is_one_left_over(message, items, reps) else set())


def _is_one_left_over(message: Message, items: Sequence[Item], reps: AbstractSet[int]) -> bool:
    """Say whether a number behind the first reps may be reps, too, though it isn't understood as such.

    The 7 of "first woozle I got 9, second woozle 7"; a number said again is only an echo.
    """
    first = min(reps, default=len(items))
    told = {items[index].number for index in reps}
    return any(
        items[index].sort in _NUMBERS
        and items[index].number > 0
        and index not in reps
        and items[index].number not in told
        and not message.follows(items[index].start, "thresholds.past")
        and is_open_after(message, items[index + 1] if index + 1 < len(items) else None)
        and not _is_glued_sign(items[index + 1 : index + 2])
        for index in range(first + 1, len(items))
    )


def _is_glued_sign(items: Sequence[Item]) -> bool:
    """The 2-0-2 of a tempo and the 6-4 of a game are no sets."""
    return bool(items) and items[0].sort in {Sort.DASH, Sort.SLASH}


def _is_of_another(message: Message, items: Sequence[Item], index: int) -> bool:
    """An unexplained word stands before the number in its clause, and nothing says that "I" did it."""
    told = doubtful = False
    for at in range(index - 1, -1, -1):
        item = items[at]
        if message.clauses[item.start] != message.clauses[items[index].start]:
            break
        if message.tagged(item.start, "resets.i", "resets.me", "links.then", "links.so"):
            return False
        if not told and item.sort in _REASSURING:
            break
        if not told and message.tagged(item.start, "resets.done", "resets.only"):
            told, doubtful = True, False
        doubtful = doubtful or _is_unexplained(message, item.start, told=told)
    return doubtful


def _is_unexplained(message: Message, index: int, *, told: bool) -> bool:
    """What work is told of behind it must be the one who did it: a strange word, or one with a "the"."""
    if index not in message.unheard or _is_of_a_place(message, index) or _is_adjective(message, index):
        return False
    if message.tagged(index + 1, "turns.turn", "done.object"):
        return False
    return not told or index in message.strange or message.tagged(index - 1, "others.start")


def _is_adjective(message: Message, index: int) -> bool:
    """The woozy of "a woozy 8"."""
    return message.tagged(index - 1, "around.a") and (
        message.is_number(index + 1) or message.at(index + 1, "numbers") is not None
    )


def _is_of_a_place(message: Message, index: int) -> bool:
    """The meadow of "before the meadow", "3 espressos" and "at 1500 m altitude" only say where or when."""
    clause = message.clauses[index]
    return any(
        message.clauses[at] == clause
        and (message.tagged(at, "around.place") or message.is_number(at) or message.at(at, "numbers"))
        for at in range(max(index - NEAR, 0), index)
    )


def _is_judged(message: Message, items: Sequence[Item], index: int) -> bool:
    """An unexplained word right behind the exercise, and more behind that: it may say what they are like.

    Where none was named ("1 very wet jacket"), it may be what was counted.
    """
    name = next((item for item in items[index + 1 : index + 3] if item.sort in _NAMES), None)
    if name is None:
        end = items[index].end
        behind = (at for at in range(end + 1, end + NEAR) if at in message.unheard)
        return message.tagged(end, "around.very") and any(
            message.clauses[at] == message.clauses[end] for at in behind
        )
    if name.end not in message.unheard:
        return False
    following = message.text(name.end + 1)
    return following.isalpha() and message.clauses[name.end] == message.clauses[name.end + 1]


def _is_cut(items: Sequence[Item], index: int, reps: AbstractSet[int]) -> bool:
    before = items[index - 2 : index] if index > 1 else ()
    return (
        len(before) > 1
        and items[index].number > 0
        and before[1].sort in _LISTING
        and before[0].sort in _NUMBERS
        and index - 2 not in reps
    )
