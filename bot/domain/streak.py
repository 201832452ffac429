"""Showing up: what each day was, the streak with its freezes, and the habit score (docs/coaching.md, 10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.state import DiaryDay

KEPT_DAYS_A_FREEZE = 7
FREEZES_AT_MOST = 2
SKIPS_A_WEEK = 2
HABIT_HALF_LIFE_DAYS = 13
_KEEP: float = 0.5 ** (1 / HABIT_HALF_LIFE_DAYS)


class Mark(StrEnum):
    """What a day was; `frozen` is a missed day that a freeze covered."""

    KEPT = "kept"
    REST = "rest"
    HELD = "held"
    FROZEN = "frozen"
    OPEN = "open"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class ShowingUp:
    """`current` and `best` count kept days; `habit` is per cent; `marks` begin with the first kept day."""

    marks: Mapping[date, Mark]
    current: int = 0
    best: int = 0
    freezes: int = 0
    kept: int = 0
    habit: float = 0.0


def showing_up(diary: Sequence[DiaryDay]) -> ShowingUp:
    """Replay all days up to today, the diary's last, which stays open until it is kept or over.

    Seven kept days earn a freeze, two in hand at most; a missed day uses one when it closes. Rest, held
    and frozen days neither add to the streak nor break it.
    """
    count = _Count()
    skips: list[date] = []
    for day in diary:
        if not count.marks and not day.kept:
            continue
        if skips:
            skips = [earlier for earlier in skips if (day.day - earlier).days < 7]
        may_skip = len(skips) < SKIPS_A_WEEK
        mark = _mark(day, may_skip=may_skip, has_freeze=count.freezes > 0, is_today=day is diary[-1])
        if mark is Mark.REST and not _rests_anyway(day):
            skips.append(day.day)
        count.add(day.day, mark)
    return ShowingUp(count.marks, count.current, count.best, count.freezes, count.kept, count.habit)


def _rests_anyway(day: DiaryDay) -> bool:
    return day.free or not day.planned


def _mark(day: DiaryDay, *, may_skip: bool, has_freeze: bool, is_today: bool) -> Mark:
    if day.kept:
        return Mark.KEPT
    if day.held:
        return Mark.HELD
    if _rests_anyway(day) or (day.skipped and may_skip):
        return Mark.REST
    if is_today:
        return Mark.OPEN
    return Mark.FROZEN if has_freeze else Mark.MISSED


@dataclass(slots=True)
class _Count:
    """What has come together up to a day."""

    marks: dict[date, Mark] = field(default_factory=dict)
    current: int = 0
    best: int = 0
    freezes: int = 0
    kept: int = 0
    habit: float = 0.0

    def add(self, day: date, mark: Mark) -> None:
        self.marks[day] = mark
        if mark is Mark.KEPT:
            self.current += 1
            self.kept += 1
            self.best = max(self.best, self.current)
            self.freezes = min(FREEZES_AT_MOST, self.freezes + (self.kept % KEPT_DAYS_A_FREEZE == 0))
        elif mark is Mark.FROZEN:
            self.freezes -= 1
        elif mark is Mark.MISSED:
            self.current = 0
        self.habit = _habit(self.habit, mark)


def _habit(habit: float, mark: Mark) -> float:
    """Loop Habit Tracker's score: every closed day moves it a little towards 100 or 0; rest copies it."""
    if mark is Mark.KEPT:
        return habit * _KEEP + 100 * (1 - _KEEP)
    return habit * _KEEP if mark is Mark.MISSED else habit
