"""Which of the days in a message a set or a piece of work belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.items import Item, Sort
from bot.understanding.scene import Scene


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
    days = scene.items_of(Sort.DAY)
    days = tuple(day for day in days if day.start < position or not _is_heading(scene, day, days))
    if not days:
        return SaidDay()
    clauses = scene.message.clauses
    near = [day for day in days if clauses[day.start] == clauses[position]]
    return _said(_chosen(near or days, position, leading=days[0].start < first))


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
