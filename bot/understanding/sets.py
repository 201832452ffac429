"""Sets: each count bound to the exercise and the day it was said with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.counts import counted
from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN, Mention
from bot.understanding.reading import Unclear
from bot.understanding.reductions import MOST_SETS

MOST_REPAIRS = 10
PUSHED = frozenset({"knee", "toes"})
BROAD = frozenset({"wide", "narrow"})
_FITTING: Mapping[str, frozenset[str]] = {
    "knee": frozenset({"push"}),
    "toes": frozenset({"push"}),
    "narrow": frozenset({"push", "pull"}),
    "wide": frozenset({"push", "pull"}),
}
_ENDS = frozenset({Sort.BREAK})
_PARTS = frozenset({Sort.COMMA, Sort.AND, Sort.PLUS, Sort.DASH, Sort.SLASH, Sort.OPEN, Sort.MORE})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_REPAIRING = frozenset({Sort.REPAIR, Sort.COMMA, Sort.BREAK, Sort.DASH})


@dataclass(frozen=True, slots=True)
class Bound:
    """A count with the exercise words it belongs to, if any were said."""

    count: Item
    mention: Mention | None


def bound(row: Sequence[Item]) -> tuple[Bound, ...]:
    """Bind each count: to the exercise beside it, else to the one its part of the message shares."""
    items = _with_nouns(_multiplied(_repeated(counted(row))))
    if any(item.sort is Sort.REPAIR for item in items):
        items = _with_nouns(_repaired(items))
    places = [index for index, item in enumerate(items) if item.sort is Sort.COUNT]
    return tuple(Bound(items[index], _mention_for(items, index)) for index in places[: MOST_SETS + 1])


def _repeated(items: list[Item]) -> list[Item]:
    """ "3x8 push-ups, same for negatives": the counts of the exercise before."""
    at = next((index for index, item in enumerate(items) if item.sort is Sort.SAME), None)
    if at is None or not any(item.sort in _NAMES for item in items[at + 1 : at + 2]):
        return [item for item in items if item.sort is not Sort.SAME]
    place = items[at + 1].start
    counts = [item._replace(start=place, end=place) for item in items[:at] if item.sort is Sort.COUNT]
    if sum(item.sort in _NAMES for item in items[:at]) > 1:
        counts = [count._replace(unclear=Unclear.NUMBER) for count in counts]
    return [*items[:at], *counts, *items[at + 1 :]]


def _multiplied(items: list[Item]) -> list[Item]:
    """ "3 rounds of 8 push-ups and 2 negatives": the counts behind it, or before it if none follow."""
    at = next((index for index, item in enumerate(items) if item.sort is Sort.ROUNDS and item.number), None)
    if at is None:
        return items
    behind = any(item.sort is Sort.COUNT for item in items[at:])
    chosen = range(at, len(items)) if behind else range(at)
    times = min(items[at].number, MOST_SETS + 1)
    return [
        item._replace(reps=(item.reps * times)[: MOST_SETS + 1])
        if index in chosen and item.sort is Sort.COUNT
        else item
        for index, item in enumerate(items)
    ]


def _repaired(items: list[Item]) -> list[Item]:
    """ "14, no wait, 15": what was said before a repair is dropped for what is said behind it."""
    for _ in range(MOST_REPAIRS):
        at = next((index for index, item in enumerate(items) if item.sort is Sort.REPAIR), None)
        if at is None:
            break
        end = at + 1
        while end < len(items) and items[end].sort in _REPAIRING:
            end += 1
        dropped = {*range(at, end), *_taken_back(items, at, end)}
        items = [item for index, item in enumerate(items) if index not in dropped]
    return items


def _taken_back(items: Sequence[Item], at: int, end: int) -> Iterator[int]:
    """The last count and the last name before a repair, each where another is said right behind it.

    Where the same exercise is named again, all its counts ("... negatives 5 5 4. Wait, negatives 5 4 4").
    """
    behind = _until_parted(items, end)
    names = [index for index in range(at) if items[index].sort in _NAMES]
    counts = [index for index in range(at) if items[index].sort is Sort.COUNT]
    named = next((item.mention for item in behind if item.sort in _NAMES), None)
    if names and named:
        yield names[-1]
        if _is_same(items[names[-1]].mention, named):
            yield from (index for index in counts if index > names[-1])
    if counts and any(item.sort is Sort.COUNT for item in behind):
        yield counts[-1]


def _until_parted(items: Sequence[Item], start: int) -> Sequence[Item]:
    """What is said up to the first separator behind a count."""
    counted = False
    for index in range(start, len(items)):
        if counted and items[index].sort in _PARTS | _ENDS:
            return items[start:index]
        counted = counted or items[index].sort is Sort.COUNT
    return items[start:]


def _is_same(one: Mention | None, other: Mention) -> bool:
    return one is not None and (one.nouns, one.kinds) == (other.nouns, other.kinds)


def _with_nouns(items: list[Item]) -> list[Item]:
    """The shared noun serves all: in "10 knee and 5 full push-ups" the knee ones are push-ups, too."""
    if all(item.mention is None or item.mention.nouns for item in items):
        return items
    named = _sharing(_sharing(items[::-1])[::-1])
    bare = frozenset() if any(item.mention and item.mention.nouns for item in named) else BROAD
    pushed = any(item.mention and item.mention.kinds & (PUSHED | bare) for item in named)
    return [_shared(item, frozenset({"push"})) for item in named] if pushed else named


def _sharing(items: Sequence[Item]) -> list[Item]:
    """Hand each noun on to the kinds behind it."""
    nouns: frozenset[str] = frozenset()
    out: list[Item] = []
    for item in items:
        out.append(_shared(item, _movement(nouns)))
        nouns = item.mention.nouns if item.mention and item.mention.nouns else nouns
    return out


def _shared(item: Item, nouns: frozenset[str]) -> Item:
    """In "12 diamond and 4 chins", "10 knee and 4 pull-ups" the noun isn't shared."""
    if item.mention is None or not nouns & _FITTING.get(min(item.mention.kinds, default=""), nouns):
        return item
    return item._replace(mention=item.mention.sharing(nouns))


def _movement(nouns: frozenset[str]) -> frozenset[str]:
    return nouns - {"negative", "narrow", "wide", UNKNOWN}


def _mention_for(items: Sequence[Item], index: int) -> Mention | None:
    start, end = _segment(items, index)
    left = _near(items, index, -1, start)
    right = _near(items, index, 1, end)
    if left is not None and right is not None:
        return items[_nearer(items, index, left, right)].mention
    beside = left if left is not None else right
    return items[beside].mention if beside is not None else _elsewhere(items[:start], items[end:])


def _elsewhere(before: Sequence[Item], behind: Sequence[Item]) -> Mention | None:
    """The exercise named last in the sentences before, else first in those behind."""
    named = [item.mention for item in before if item.sort in _NAMES]
    to_come = [item.mention for item in behind if item.sort in _NAMES]
    return named[-1] if named else to_come[0] if to_come else None


def _segment(items: Sequence[Item], index: int) -> tuple[int, int]:
    """The sentence or line that a count stands in."""
    start = index
    while start and items[start - 1].sort not in _ENDS:
        start -= 1
    end = index
    while end < len(items) and items[end].sort not in _ENDS:
        end += 1
    return start, end


def _near(items: Sequence[Item], index: int, step: int, stop: int) -> int | None:
    index += step
    while (index >= stop) if step < 0 else (index < stop):
        if items[index].sort in _NAMES:
            return index
        index += step
    return None


def _nearer(items: Sequence[Item], index: int, left: int, right: int) -> int:
    """Between two exercises: the one no comma parts from the count, else what the sentence's order says."""
    before, behind = items[left + 1 : index], items[index + 1 : right]
    start, end = _segment(items, index)
    if right + 1 < end and items[right + 1].sort is Sort.COLON:
        return left
    if [item.sort for item in behind] == [Sort.MORE]:
        return right
    order = [item.sort for item in items[start:end] if item.sort in _NAMES or item.sort is Sort.COUNT]
    is_more = (behind[:1] and behind[0].sort is Sort.MORE) or any(item.sort is Sort.MORE for item in before)
    if _parted(behind) and (is_more or not _parted(before)):
        return left
    if _parted(before) and not _parted(behind):
        listed = order[0] in _NAMES and before[0].sort is Sort.COUNT
        return left if listed and _has_count(_until_name(items, right, end)) else right
    names_first = order[0] in _NAMES and (order[-1] is Sort.COUNT or _parted(before))
    return left if names_first else right


def _until_name(items: Sequence[Item], name: int, end: int) -> Sequence[Item]:
    following = _near(items, name, 1, end)
    return items[name + 1 : end if following is None else following]


def _parted(between: Sequence[Item]) -> bool:
    return any(item.sort in _PARTS for item in between)


def _has_count(between: Sequence[Item]) -> bool:
    return any(item.sort is Sort.COUNT for item in between)
