"""Milestones: what is celebrated once ever, and the one that a log has reached."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from bot.domain.catalogue import Catalogue
from bot.domain.events import Placed
from bot.domain.placement import placement_level
from bot.domain.sets import LoggedSet
from bot.domain.standing import BREAK_DAYS
from bot.domain.state import DiaryDay
from bot.domain.told import KEPT_DAYS_BACK


class Milestone(StrEnum):
    """From the greatest down: of those that a day reaches only the first here is said."""

    FIRST_LOG = "first_log"
    SHOWN_UP_100 = "shown_up_100"
    PULL_UPS_10 = "pull_ups_10"
    PUSH_3X15 = "push_3x15"
    PULL_UPS_5 = "pull_ups_5"
    FIRST_PULL_UP = "first_pull_up"
    SHOWN_UP_30 = "shown_up_30"
    PUSH_2X10 = "push_2x10"
    PUSH_10 = "push_10"
    FIRST_PUSH_UP = "first_push_up"
    KNEE_3X15 = "knee_3x15"
    KNEE_2X10 = "knee_2x10"
    KNEE_10 = "knee_10"
    LOWERING_5 = "lowering_5"
    SHOWN_UP_7 = "shown_up_7"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class _Work:
    """So many sets of so many reps on one day; `level` is the ladder's that has them."""

    exercise: str
    sets: int
    reps: int
    level: int = 0
    seconds: int = 0


_WORKS = {
    Milestone.KNEE_10: _Work("knee_push_up", 1, 10),
    Milestone.KNEE_2X10: _Work("knee_push_up", 2, 10, level=12),
    Milestone.KNEE_3X15: _Work("knee_push_up", 3, 15, level=21),
    Milestone.FIRST_PUSH_UP: _Work("push_up", 1, 1),
    Milestone.PUSH_10: _Work("push_up", 1, 10),
    Milestone.PUSH_2X10: _Work("push_up", 2, 10, level=12),
    Milestone.PUSH_3X15: _Work("push_up", 3, 15, level=21),
    Milestone.LOWERING_5: _Work("negative_pull_up", 1, 1, seconds=5),
    Milestone.FIRST_PULL_UP: _Work("pull_up", 1, 1),
    Milestone.PULL_UPS_5: _Work("pull_up", 1, 5),
    Milestone.PULL_UPS_10: _Work("pull_up", 1, 10),
}
_SHOWN_UP = {7: Milestone.SHOWN_UP_7, 30: Milestone.SHOWN_UP_30, 100: Milestone.SHOWN_UP_100}


def reached(
    log: Sequence[LoggedSet], diary: Sequence[DiaryDay], placements: Iterable[Placed], catalogue: Catalogue
) -> Mapping[Milestone, date]:
    """The first day of each, but for those at or below what an athlete could do to begin with.

    What is told more than 31 days late only adds to the totals.
    """
    days: dict[Milestone, date] = {}
    in_time = (one for one in log if (one.said_at.date() - one.day).days <= KEPT_DAYS_BACK)
    for day, sets in groupby(sorted(in_time, key=attrgetter("day")), key=attrgetter("day")):
        done = list(sets)
        for milestone, work in _WORKS.items():
            if milestone not in days and _is_done(work, done, catalogue):
                days[milestone] = day
    for milestone, day in _by_showing_up(diary):
        days.setdefault(milestone, day)
    passed = {milestone for placed in placements for milestone in _passed(placed, catalogue)}
    return {milestone: day for milestone, day in days.items() if milestone not in passed}


def to_celebrate(
    before: Mapping[Milestone, date], now: Mapping[Milestone, date], said: AbstractSet[Milestone]
) -> Milestone | None:
    """The greatest that was reached just now; what was said once is said no more."""
    new = (milestone for milestone in Milestone if milestone in now and milestone not in before)
    return next((milestone for milestone in new if milestone not in said), None)


def _is_done(work: _Work, done: Sequence[LoggedSet], catalogue: Catalogue) -> bool:
    """A chin-up counts as a pull-up, wide and narrow push-ups as push-ups."""
    fitting = (
        one
        for one in done
        if one.reps >= work.reps
        and one.exercise in catalogue.exercises
        and catalogue.counts_as(one.exercise) == work.exercise
        and (one.seconds or 0) >= work.seconds
    )
    return sum(1 for _ in fitting) >= work.sets


def _by_showing_up(diary: Sequence[DiaryDay]) -> Iterator[tuple[Milestone, date]]:
    kept, gap = 0, 0
    for one in diary:
        gap += not (one.free or one.held)
        if one.kept:
            kept += 1
            if kept == 1:
                yield Milestone.FIRST_LOG, one.day
            elif gap >= BREAK_DAYS:
                yield Milestone.BACK, one.day
            if kept in _SHOWN_UP:
                yield _SHOWN_UP[kept], one.day
            gap = 0


def _passed(placed: Placed, catalogue: Catalogue) -> Iterator[Milestone]:
    """Everything of an easier rung, and of this one what the number and its level tell."""
    level = placement_level(catalogue, placed.rung, placed.stated_max)
    own = catalogue.hardness(placed.rung)
    for milestone, work in _WORKS.items():
        if catalogue.family_of(work.exercise) is placed.family:
            place = catalogue.hardness(work.exercise)
            if place < own or (place == own and _is_told(work, placed, level)):
                yield milestone


def _is_told(work: _Work, placed: Placed, level: int) -> bool:
    """Who isn't sure of a number has done at least one."""
    if work.level:
        return level >= work.level
    return (placed.stated_max or 1) >= work.reps and not work.seconds
