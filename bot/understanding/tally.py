"""The sets that a message tells of, with what about them isn't clear."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.exercises import meaning
from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN, Mention
from bot.understanding.message import Message
from bot.understanding.reading import ReadSet, Unclear
from bot.understanding.reductions import MOST_SETS
from bot.understanding.rows import cleared
from bot.understanding.scene import Scene
from bot.understanding.sets import Bound, bound
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
    named = [(one.count, _exercise(scene, one, counts)) for one in counts]
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
    if told and (_is_shared_out(scene) or _names_a_part(scene, counts)):
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


def _is_shared_out(scene: Scene) -> bool:
    """ "20 push-ups, half on my knees": how many of which isn't said."""
    return any(
        item.start in {span.end, span.end + 1}
        and (item.sort is Sort.KIND or (item.sort is Sort.EXERCISE and span.end - span.start > 2))
        for span in scene.message.find("shares.some")
        for item in scene.items
    )


def _names_a_part(scene: Scene, counts: Sequence[Bound]) -> bool:
    """ "20 push-ups, 10 on my knees": the ten may be some of the twenty, or ten more."""
    return any(_is_part(scene, one, other) for one, other in pairwise(counts))


def _is_part(scene: Scene, whole: Bound, part: Bound) -> bool:
    if whole.mention is None or part.mention is None or whole.mention.kinds:
        return False
    named_first = whole.count.start < whole.mention.start < part.count.start < part.mention.start
    how = scene.message.at(part.mention.start, "kinds")
    between = range(whole.mention.end, part.count.start)
    return (
        named_first
        and how is not None
        and how.end - how.start > 1
        and sum(part.count.reps) < sum(whole.count.reps)
        and len(between) > 0
        and all(scene.message.is_mark(at) or _shares(scene.message, at) for at in between)
    )


def _shares(message: Message, index: int) -> bool:
    """The "of which" of "20, of which 5 on my knees"."""
    return message.tagged(index, "shares.with") or message.tagged(index - 1, "shares.with")


def _exercise(scene: Scene, count: Bound, counts: Sequence[Bound]) -> str | None:
    if count.mention and not _answers(scene, count, counts):
        return meaning(count.mention, scene.context, scene.lexicon) or _of_asked_family(scene, count.mention)
    return scene.context.asked


def _answers(scene: Scene, count: Bound, counts: Sequence[Bound]) -> bool:
    """In "10, plus 5 chin-ups" the 10 are of the exercise asked about, where that is of another family.

    So they are in "12 and then 6 on my toes", where only the kind is another.
    """
    if count.mention is None or scene.asked_family is None or count.count.start > count.mention.start:
        return False
    if any(one.count.start < count.count.start and one.mention != count.mention for one in counts):
        return False
    told = meaning(count.mention, scene.context, scene.lexicon)
    between = [one.count for one in counts if count.count.end <= one.count.start < count.mention.start]
    if not between:
        return False
    if scene.lexicon.families.get(told or "", scene.asked_family) is not scene.asked_family:
        return True
    kind_only = any(item.start == count.mention.start and item.sort is Sort.KIND for item in scene.items)
    return kind_only and any(
        count.count.end <= span.start < between[-1].start for span in scene.message.find("links.then")
    )


def _of_asked_family(scene: Scene, mention: Mention) -> str | None:
    """ "5 full ones" are of the family that was asked about."""
    family = scene.asked_family
    return (
        meaning(mention.sharing(frozenset({str(family)})), scene.context, scene.lexicon) if family else None
    )


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
