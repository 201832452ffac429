"""The sets that a message tells of, with what about them isn't clear."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN
from bot.understanding.naming import exercise_of
from bot.understanding.reading import ReadSet, Unclear
from bot.understanding.reductions import MOST_SETS
from bot.understanding.rows import cleared
from bot.understanding.scene import Scene
from bot.understanding.sets import bound
from bot.understanding.shares import is_shared_out
from bot.understanding.when import SaidDay, days_said

MOST_REPS = 500
LONGEST_LOWERING = 60


@dataclass(frozen=True, slots=True)
class Tally:
    """`unknown` when sets of an exercise were told that the coach doesn't know; `choices` as in a reading."""

    sets: tuple[ReadSet, ...] = ()
    unclear: Unclear | None = None
    unknown: bool = False
    choices: tuple[tuple[ReadSet, ...], ...] = ()


class _Told(NamedTuple):
    """A count with its exercise and its days."""

    item: Item
    exercise: str | None
    days: tuple[SaidDay, ...]


def tally(scene: Scene) -> Tally:
    """Count what was done: nothing a guard blocks, nothing that isn't reps, zero sets of zero."""
    items, doubted = cleared(scene)
    counts = bound(items)
    named = [(one.count, exercise_of(scene, one, counts)) for one in counts]
    said = days_said(scene)
    told = [
        _Told(count, exercise, said.all_of(count.start, counts[0].count.start))
        for count, exercise in named
        if exercise != UNKNOWN and count.reps != (0,)
    ]
    sets = _sets(scene, told)
    doubts = [doubt for one in told for doubt in _doubts(scene, one)]
    if len(sets) > MOST_SETS:
        doubts.append(Unclear.RANGE)
    if told and is_shared_out(scene, counts):
        doubts.append(Unclear.NUMBER)
    if not counts and any(item.sort is Sort.ROUNDS for item in items):
        doubts.append(Unclear.NUMBER)
    if any(one.item.start in doubted for one in told):
        doubts.append(Unclear.DONE)
    unknown = any(exercise == UNKNOWN for _, exercise in named)
    return Tally(sets, next(iter(doubts), None), unknown, _choices(scene, told, doubts))


def _choices(
    scene: Scene, told: Sequence[_Told], doubts: Sequence[Unclear]
) -> tuple[tuple[ReadSet, ...], ...]:
    """All that the message can mean, where one count is one of a few, or where it isn't sure to be done."""
    if set(doubts) == {Unclear.DONE}:
        return (_sets(scene, told),)
    open_counts = [place for place, one in enumerate(told) if one.item.unclear]
    if doubts != [Unclear.NUMBER] or len(open_counts) != 1:
        return ()
    place = open_counts[0]
    choices = []
    for reps in told[place].item.choices:
        one = told[place]._replace(item=told[place].item._replace(reps=reps))
        choices.append(_sets(scene, [*told[:place], one, *told[place + 1 :]]))
    return tuple(choices) if all(map(_is_in_range, choices)) else ()


def _is_in_range(sets: Sequence[ReadSet]) -> bool:
    return 0 < len(sets) <= MOST_SETS and all(1 <= (one.reps or 0) <= MOST_REPS for one in sets)


def _doubts(scene: Scene, one: _Told) -> list[Unclear]:
    found = [one.item.unclear] if one.item.unclear else []
    if any(not 1 <= reps <= MOST_REPS for reps in one.item.reps):
        found.append(Unclear.RANGE)
    if one.exercise is None:
        found.append(Unclear.EXERCISE)
    shared = len(one.days) > 1 and not _is_each(scene, one.item)
    if shared or any(day.far for day in one.days):
        found.append(Unclear.DAY)
    return found


def _is_each(scene: Scene, count: Item) -> bool:
    """ "5 each on Monday and Tuesday", "both on Monday and Tuesday 5"."""
    both = any(
        scene.message.follows(day.start - scene.message.tagged(day.start - 1, "days_on.on"), "days_each.both")
        for day in scene.items_of(Sort.DAY)
    )
    return both or any(item.sort is Sort.EACH and item.start > count.start for item in scene.items)


def _sets(scene: Scene, told: Sequence[_Told]) -> tuple[ReadSet, ...]:
    return tuple(
        ReadSet(one.exercise, reps, day.offset, _lowering(scene, one.exercise))
        for one in told
        for day in one.days
        for reps in one.item.reps
    )


def _lowering(scene: Scene, exercise: str | None) -> int | None:
    """The seconds of "5 second negatives"; those of a rest are none."""
    if exercise is None or "negative" not in exercise:
        return None
    said = [
        item.number
        for item in scene.items_of(Sort.LENGTH)
        if 0 < item.number <= LONGEST_LOWERING and not _is_rest(scene, item)
    ]
    return said[0] if said else None


def _is_rest(scene: Scene, item: Item) -> bool:
    clause = scene.message.clauses[item.start]
    return any(scene.message.clauses[span.start] == clause for span in scene.message.find("rest.rest"))
