"""Which of the days in a message a set or a piece of work belongs to."""

from collections import defaultdict
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


@dataclass(frozen=True, slots=True)
class DaysSaid:
    """A message's days: `heading` those that stand before a colon, `lists` those with one number for all.

    `elsewhere` are the clauses whose work wasn't done, `reasons` the places of a "so".
    """

    days: tuple[Item, ...]
    heading: frozenset[Item]
    lists: tuple[tuple[Item, ...], ...]
    elsewhere: frozenset[int]
    reasons: tuple[int, ...]
    clauses: Sequence[int]

    def of(self, position: int, first: int) -> SaidDay:
        """The day of the work told at a token; `first` is where the message's first work is told.

        A single day covers the whole message. Of several, the one in the same clause counts, then the
        one that still holds, then the next one; a heading ("Yesterday: ...") is of what follows it.
        """
        here = self.clauses[position]
        days = [day for day in self.days if day.start < position or day not in self.heading]
        days = [day for day in days if self.clauses[day.start] not in self.elsewhere - {here}]
        if not days:
            return SaidDay()
        near = [day for day in days if self.clauses[day.start] == here]
        near = [day for day in near if not self._is_reason(day, position)] or near
        return _said(_chosen(near or days, position, leading=days[0].start < first))

    def all_of(self, position: int, first: int) -> tuple[SaidDay, ...]:
        """Several where they are listed ("on mon, tue and wed")."""
        one = self.of(position, first)
        for days in self.lists:
            if any(day.offset == one.offset for day in days):
                return tuple(_said(day) for day in days)
        return (one,)

    def _is_reason(self, day: Item, position: int) -> bool:
        """ "ran far yesterday so just 6 today": what stands before a "so" has a day of its own."""
        return any(day.start < reason < position for reason in self.reasons)


def day_of(scene: Scene, position: int, first: int) -> SaidDay:
    return days_said(scene).of(position, first)


def days_said(scene: Scene) -> DaysSaid:
    days = tuple(day for day in scene.items_of(Sort.DAY) if not _is_without_work(scene, day))
    if not days:
        return DaysSaid((), frozenset(), (), frozenset(), (), scene.message.clauses)
    repairs = [item.start for item in scene.items_of(Sort.REPAIR) if item.start < days[-1].start]
    return DaysSaid(
        days=tuple(day for day in days if not repairs or day.start > repairs[-1]),
        heading=_headings(scene, days),
        lists=_listed(scene),
        elsewhere=_elsewhere(scene),
        reasons=tuple(span.start for span in scene.message.find("links.so")),
        clauses=scene.message.clauses,
    )


def _is_without_work(scene: Scene, day: Item) -> bool:
    """The Saturday of "nothing on Saturday and 10 on Sunday"."""
    before = day.start - 1 - scene.message.tagged(day.start - 1, "days_on.on")
    return scene.message.tagged(before, "days_without.nothing")


def _headings(scene: Scene, days: Sequence[Item]) -> frozenset[Item]:
    """ "Yesterday:", "Monday 2 March:"."""
    heading: list[Item] = []
    for day in reversed(days):
        joined = bool(heading) and heading[-1].start == day.end
        if joined or scene.message.text(day.end) == ":":
            heading.append(day)
    return frozenset(heading)


def _elsewhere(scene: Scene) -> frozenset[int]:
    """The clause of "yesterday I promised you 20. Just did 22": its day isn't that of the 22."""
    guards: defaultdict[int, set[Guard | None]] = defaultdict(set)
    for item in scene.items:
        if item.sort is Sort.NUMBER:
            guards[scene.message.clauses[item.start]].add(scene.guards[item.start])
    return frozenset(clause for clause, reasons in guards.items() if reasons <= _NOT_DONE)


def _listed(scene: Scene) -> tuple[tuple[Item, ...], ...]:
    """Days in a row with one number for all of them; "10 yesterday, today 12" has one for each."""
    runs: list[list[Item]] = [[]]
    joined: list[bool] = [False]
    numbers = scene.items_of(Sort.NUMBER)
    for item in scene.items:
        if item.sort is Sort.DAY and scene.guards[item.start] is None:
            runs[-1].append(item)
        elif runs[-1] and item.sort in _JOINING:
            joined[-1] = joined[-1] or item.sort is Sort.AND
        elif runs[-1] and not scene.message.tagged(item.start, "days_on.on"):
            one_each = item.sort is Sort.NUMBER and numbers and numbers[0].start < runs[-1][0].start
            joined[-1] = joined[-1] and not one_each
            runs.append([])
            joined.append(False)
    several = [run for run, all_of_it in zip(runs, joined, strict=True) if all_of_it]
    return tuple(tuple(run) for run in several if len({day.offset for day in run}) > 1)


def _chosen(days: Sequence[Item], position: int, *, leading: bool) -> Item:
    before = [day for day in days if day.start < position]
    behind = [day for day in days if day.start >= position]
    if leading:
        return before[-1] if before else behind[0]
    return behind[0] if behind else before[-1]


def _said(day: Item) -> SaidDay:
    return SaidDay(day.offset, far=day.offset is None)
