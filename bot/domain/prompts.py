"""When the next morning prompt is due: once a day, at the weekday's hour, never for a day long gone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import DAY, instant_of

GRACE = timedelta(hours=3)
DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class WeekdayTime:
    """A weekday (Monday is 0) with a time of its own."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class PromptTimes:
    """When the prompt comes: at the usual time, or on some weekdays at their own."""

    usual: time
    others: tuple[WeekdayTime, ...] = ()

    def on(self, day: date) -> time:
        weekday = day.weekday()
        return next((other.at for other in self.others if other.weekday == weekday), self.usual)

    def of_week(self) -> tuple[time, ...]:
        """Monday's first."""
        own = {other.weekday: other.at for other in self.others}
        return tuple(own.get(weekday, self.usual) for weekday in range(DAYS_OF_WEEK))

    def changed(self, at: time, weekdays: Collection[int]) -> "PromptTimes":
        """The time for these weekdays; the one that most days have is the usual one."""
        week = [at if weekday in weekdays else old for weekday, old in enumerate(self.of_week())]
        usual = max(week, key=lambda one: (week.count(one), one == self.usual))
        others = (WeekdayTime(weekday, own) for weekday, own in enumerate(week) if own != usual)
        return PromptTimes(usual, tuple(others))

    @property
    def earliest(self) -> time:
        return min(self.of_week())


@dataclass(frozen=True, slots=True)
class NextPrompt:
    """The prompt of `day` falls due at `due_at` (UTC)."""

    day: date
    due_at: datetime


def next_prompt(
    now: datetime, times: PromptTimes, zone: ZoneInfo, *, after: date, grace: timedelta = GRACE
) -> NextPrompt:
    """The first prompt of a day later than `after` that isn't too late to be useful."""
    day = max(after + DAY, now.astimezone(zone).date() - DAY)
    while instant_of(day, times.on(day), zone) + grace <= now:
        day += DAY
    return NextPrompt(day, instant_of(day, times.on(day), zone))
