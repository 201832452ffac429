"""Which numbers can be reps: the items of a scene, cleared for the grammar of sets."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.cues import Guard
from bot.understanding.doubts import doubted
from bot.understanding.items import Item, Sort
from bot.understanding.mention import SURFACE
from bot.understanding.message import Message
from bot.understanding.reps import reps_of
from bot.understanding.scene import Scene

FARTHEST_NOUN = 3
_NAMED_ANYWAY = frozenset(
    {Guard.GOAL, Guard.WISH, Guard.OTHERS, Guard.NOT, Guard.ABLE, Guard.PROMISE, Guard.QUOTE}
)
_LEFT_OUT = frozenset({Guard.NOT, Guard.NO})
_LONG = frozenset({"day", "week", "long"})
_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_SILENT = frozenset({Sort.WORD, Sort.NOISE, Sort.LENGTH, Sort.DAY, Sort.VAGUE})
_SHARED = ([Sort.AND, Sort.EXERCISE], [Sort.AND, Sort.KIND])


class Cleared(NamedTuple):
    """The items that speak of sets; `doubted` are the places of those that may tell of something else."""

    items: list[Item]
    doubted: frozenset[int]


def row(scene: Scene) -> list[Item]:
    """The items that speak of sets, in order: no guarded number, none of other things, no plain words."""
    return cleared(scene).items


def cleared(scene: Scene) -> Cleared:
    items = _joined(scene.message, done_of_planned(scene.message, _allowed(scene)))
    reps = reps_of(scene.message, items)
    kept = [item for index, item in enumerate(items) if item.sort not in _NUMBERS or index in reps]
    speaking = _bare_signs([item for item in kept if item.sort not in _SILENT])
    return Cleared(speaking, frozenset(items[index].start for index in doubted(scene.message, items, reps)))


def done_of_planned(message: Message, items: Sequence[Item]) -> list[Item]:
    """In "10 of 15" the first number was done."""
    if not message.has("links.of"):
        return list(items)
    return [item for index, item in enumerate(items) if not is_planned(message, items, index)]


def is_planned(message: Message, items: Sequence[Item], index: int) -> bool:
    """Say whether an item is the 15, the "of" or a word between of "10 of my 15"."""
    of = next(
        (at for at in range(index, max(index - FARTHEST_NOUN, 0), -1) if _is_of(message, items, at)), None
    )
    if of is None:
        return False
    number = next(
        (at for at in range(of + 1, min(of + 4, len(items))) if items[at].sort is not Sort.WORD), None
    )
    return number is not None and index <= number and items[number].sort is Sort.NUMBER


def _is_of(message: Message, items: Sequence[Item], index: int) -> bool:
    """Not the "of" of "2 sets of 10 and one of 8"."""
    if not message.tagged(items[index].start, "links.of"):
        return False
    before = items[index - 1]
    if before.sort is Sort.EXERCISE and message.tagged(items[index].start, "links.out_of"):
        before = items[index - 2]
    if before.sort is not Sort.NUMBER:
        return False
    return before.number > 1 or all(item.sort is not Sort.SETS for item in items[:index])


def _allowed(scene: Scene) -> list[Item]:
    """What guards block turns into noise; the exercise of a goal can still be what was done instead."""
    return [
        item._replace(sort=Sort.NOISE) if _is_blocked(scene, item) or _is_past(scene, index) else item
        for index, item in enumerate(scene.items)
    ]


def _is_blocked(scene: Scene, item: Item) -> bool:
    guard = scene.guards[item.start]
    if guard in _LEFT_OUT and item.sort in _NAMES and scene.items_of(Sort.EXERCISE):
        return True
    return guard is not None and not _stays(item, guard)


def _is_past(scene: Scene, index: int) -> bool:
    """The negatives of "3 months of negatives" were done over all that time, not now; so was their one."""
    items = scene.items
    if items[index].sort is not Sort.EXERCISE or index < 2 or items[index - 2].sort is not Sort.LENGTH:
        return False
    unit = scene.message.at(items[index - 2].end - 1, "units")
    return (
        scene.message.tagged(items[index - 1].start, "links.of") and unit is not None and unit.name in _LONG
    )


def _stays(item: Item, guard: Guard) -> bool:
    if item.sort in _NAMES:
        return guard in _NAMED_ANYWAY
    return item.sort in {Sort.BREAK, Sort.COMMA, Sort.AND, Sort.COLON, Sort.MORE}


def _joined(message: Message, items: Sequence[Item]) -> list[Item]:
    """Drop what stands between a number and its exercise ("10 of my best chins")."""
    out: list[Item] = []
    for item in items:
        gap = _gap(message, out) if item.sort in _NAMES else 0
        out[len(out) - gap :] = []
        out.append(item)
    return out


def _gap(message: Message, before: Sequence[Item]) -> int:
    for length in range(min(FARTHEST_NOUN + 1, len(before))):
        item = before[-1 - length]
        if item.sort in {Sort.NUMBER, Sort.REPS, Sort.MORE}:
            return length
        if item.sort not in {Sort.WORD, Sort.LENGTH, Sort.LINK} or message.tagged(item.start, "stops.stop"):
            return 0
    return 0


def _bare_signs(items: Sequence[Item]) -> list[Item]:
    """Labels and loose dashes part like commas; a kind without a number beside it names nothing."""
    out: list[Item] = []
    for index, item in enumerate(items):
        beside = [*items[max(index - 1, 0) : index], *items[index + 1 : index + 2]]
        if item.sort is Sort.LABEL or (item.sort is Sort.DASH and not _is_between_numbers(beside)):
            out.append(item._replace(sort=Sort.COMMA))
        elif item.sort is Sort.COLON and not item.number and out and out[-1].sort is Sort.COMMA:
            continue
        elif item.sort is not Sort.KIND or (_is_counted(items, index) and not _is_place(items, index)):
            out.append(item)
    return out


def _is_place(items: Sequence[Item], index: int) -> bool:
    """ "10, on the sofa now": only where it stands right behind a number it can be how they were done."""
    mention = items[index].mention
    return mention is not None and mention.kinds == {SURFACE} and items[index - 1].sort not in _NUMBERS


def _is_between_numbers(beside: Sequence[Item]) -> bool:
    return (
        len(beside) == 2
        and all(item.sort in _NUMBERS for item in beside)
        and beside[1].start - beside[0].end == 1
    )


def _is_counted(items: Sequence[Item], index: int) -> bool:
    if [item.sort for item in items[index + 1 : index + 3]] in _SHARED:
        return True
    if any(item.sort is Sort.REPAIR for item in items[max(index - 2, 0) : index]):
        return True
    around = [*items[max(index - 2, 0) : index], *items[index + 1 : index + 3]]
    return any(item.sort in _NUMBERS for item in around)
