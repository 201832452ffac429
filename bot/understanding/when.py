"""Which of the days in a message a set or a piece of work belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.cues import Guard
from bot.understanding.items import Item, Sort
from bot.understanding.scene import Scene

_NOT_DONE = frozenset({Guard.PROMISE, Guard.FUTURE, Guard.WISH, Guard.OTHERS, Guard.QUOTE, Guard.QUESTION})
_JOINING = frozenset({Sort.COMMA, Sort.AND, Sort.PLUS})


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day back from today; None when none was said. `far` when one was, but too far off."""

    offset: int | None = None
    far: bool = False


def day_of(scene: Scene, position: int, first: int) -> SaidDay:
    """The day of the work told at a token; `first` is where the message's first work is told.

    A single day covers the whole message. Of several, the one in the same clause counts, then the
    one that still holds, then the next one; a heading ("Yesterday: ...") is of what follows it.
    """
    days = _days(scene, position)
    if not days:
        return SaidDay()
    clauses = scene.message.clauses
    near = [day for day in days if clauses[day.start] == clauses[position]]
    near = [day for day in near if not _is_reason(scene, day, position)] or near
    return _said(_chosen(near or days, position, leading=days[0].start < first))


def days_of(scene: Scene, position: int, first: int) -> tuple[SaidDay, ...]:
    """The days of the work told at a token: several where they are listed ("on mon, tue and wed")."""
    one = day_of(scene, position, first)
    if one == SaidDay():
        return (one,)
    for run in _listed(scene):
        if any(day.offset == one.offset for day in run):
            return tuple(_said(day) for day in run)
    return (one,)


def _days(scene: Scene, position: int) -> tuple[Item, ...]:
    """The days that can be meant: none that was taken back, is a heading of other work, or is of no work."""
    days = scene.items_of(Sort.DAY)
    if not days:
        return ()
    repairs = [item.start for item in scene.items_of(Sort.REPAIR) if item.start < days[-1].start]
    days = tuple(day for day in days if not repairs or day.start > repairs[-1])
    days = tuple(day for day in days if day.start < position or not _is_heading(scene, day, days))
    return tuple(day for day in days if not _is_of_other_work(scene, day, position))


def _is_of_other_work(scene: Scene, day: Item, position: int) -> bool:
    """The "yesterday" of "yesterday I promised you 20. Just did 22"."""
    clause = scene.message.clauses[day.start]
    if clause == scene.message.clauses[position]:
        return False
    guards = {
        scene.guards[item.start]
        for item in scene.items
        if item.sort is Sort.NUMBER and scene.message.clauses[item.start] == clause
    }
    return bool(guards) and guards <= _NOT_DONE


def _is_reason(scene: Scene, day: Item, position: int) -> bool:
    """ "ran far yesterday so just 6 today": what stands before a "so" has a day of its own."""
    return any(day.start < span.start < position for span in scene.message.find("links.so"))


def _listed(scene: Scene) -> list[list[Item]]:
    """Days in a row with one number for all of them; "10 yesterday, today 12" has one for each."""
    runs: list[list[Item]] = [[]]
    for item in scene.items:
        if item.sort is Sort.DAY and scene.guards[item.start] is None:
            runs[-1].append(item)
        elif runs[-1] and item.sort not in _JOINING and not scene.message.tagged(item.start, "days_on.on"):
            runs.append([])
    return [run for run in runs if _is_list(scene, run) and not _has_one_each(scene, run)]


def _is_list(scene: Scene, run: Sequence[Item]) -> bool:
    """Not "nothing on Saturday, Sunday 10"."""
    joined = run and any(
        item.sort is Sort.AND and run[0].start < item.start < run[-1].start for item in scene.items
    )
    return bool(joined) and len({day.offset for day in run}) > 1


def _has_one_each(scene: Scene, run: Sequence[Item]) -> bool:
    numbers = scene.items_of(Sort.NUMBER)
    behind = next((item for item in scene.items if item.start >= run[-1].end), None)
    return bool(numbers and numbers[0].start < run[0].start and behind and behind.sort is Sort.NUMBER)


def _is_heading(scene: Scene, day: Item, days: Sequence[Item]) -> bool:
    """ "Yesterday:", "Monday 2 March:"."""
    end = day.end
    for other in days:
        end = other.end if other.start == end else end
    return scene.message.text(end) == ":"


def _chosen(days: Sequence[Item], position: int, *, leading: bool) -> Item:
    before = [day for day in days if day.start < position]
    behind = [day for day in days if day.start >= position]
    if leading:
        return before[-1] if before else behind[0]
    return behind[0] if behind else before[-1]


def _said(day: Item) -> SaidDay:
    return SaidDay(day.offset, far=day.offset is None)
