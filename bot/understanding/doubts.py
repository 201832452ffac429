"""Numbers that look like reps, though it isn't sure that they tell of the athlete's own, done work.

What stands around a number and its exercise must be words of such reports. A word that no phrase of the
lexicon explains, where it could be somebody who acts or what is said of the amount, puts it in doubt.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.understanding.items import Item, Sort
from bot.understanding.message import Message

NEAR = 4
_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_LISTING = frozenset({Sort.COMMA, Sort.AND, Sort.SLASH, Sort.DASH, Sort.PLUS})
_REASSURING = _NUMBERS | {Sort.COLON, Sort.AND, Sort.DAY, Sort.MORE, Sort.EXERCISE, Sort.LABEL}


def doubted(message: Message, items: Sequence[Item], reps: AbstractSet[int]) -> set[int]:
    """The places of numbers that may be of something or somebody else, or in a list cut short.

    "Cadence was 142", "the poster suggests 50 push-ups" and "20 push-ups burn few calories" hold a word
    that isn't explained; what begins the list of "woozle 8, 6, 5" isn't understood.
    """
    return {
        index
        for index in reps
        if _is_cut(items, index, reps)
        or (message.unheard and (_is_of_another(message, items, index) or _is_judged(message, items, index)))
    }


def _is_of_another(message: Message, items: Sequence[Item], index: int) -> bool:
    """An unexplained word stands before the number in its clause, and nothing says that "I" did it."""
    told = doubtful = False
    for at in range(index - 1, -1, -1):
        item = items[at]
        if message.clauses[item.start] != message.clauses[items[index].start]:
            break
        if message.tagged(item.start, "resets.i", "resets.me", "links.then", "links.so") or (
            not told and item.sort in _REASSURING
        ):
            return False
        if not told and message.tagged(item.start, "resets.done", "resets.only"):
            told, doubtful = True, False
        doubtful = doubtful or _is_unexplained(message, item.start, told=told)
    return doubtful


def _is_unexplained(message: Message, index: int, *, told: bool) -> bool:
    """What work is told of behind it must be the one who did it: a strange word, or one with a "the"."""
    if index not in message.unheard or _is_of_a_place(message, index):
        return False
    return not told or index in message.strange or message.tagged(index - 1, "others.start")


def _is_of_a_place(message: Message, index: int) -> bool:
    """The meadow of "before the meadow", "3 espressos" and "at 1500 m altitude" only say where or when."""
    clause = message.clauses[index]
    return any(
        message.clauses[at] == clause
        and (message.tagged(at, "around.place") or message.is_number(at) or message.at(at, "numbers"))
        for at in range(max(index - NEAR, 0), index)
    )


def _is_judged(message: Message, items: Sequence[Item], index: int) -> bool:
    """An unexplained word right behind the exercise, and more behind that: it may say what they are like."""
    name = next((item for item in items[index + 1 : index + 3] if item.sort in _NAMES), None)
    if name is None or name.end not in message.unheard:
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
