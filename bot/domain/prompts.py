"""When the next morning prompt is due: once a day, at the athlete's hour, never for a day long gone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import DAY, instant_of

GRACE = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class NextPrompt:
    """The prompt of `day` falls due at `due_at` (UTC)."""

    day: date
    due_at: datetime


def next_prompt(
    now: datetime, prompt_time: time, zone: ZoneInfo, *, after: date, grace: timedelta = GRACE
) -> NextPrompt:
    """The first prompt of a day later than `after` that isn't too late to be useful."""
    day = max(after + DAY, now.astimezone(zone).date() - DAY)
    while instant_of(day, prompt_time, zone) + grace <= now:
        day += DAY
    return NextPrompt(day, instant_of(day, prompt_time, zone))
