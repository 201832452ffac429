"""When somebody really trains, and the prompts that would fit it better (docs/coaching.md, 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.events import Event, Rhythm, RhythmAnswered
from bot.domain.prompts import PromptTimes
from bot.domain.state import DiaryDay

SESSIONS, LATE_SESSIONS = 7, 5
LATE = timedelta(hours=3)
WEEKS, FEWEST_DAYS = 3, 2
HALF_HOUR = 30
WEEK = frozenset(range(7))
MINUTE = timedelta(minutes=1)
LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class Session:
    """The first log of a day that was told on its own day: so many minutes after that day's midnight."""

    day: date
    minute: int


def may_offer(rhythm: Rhythm, events: Iterable[Event]) -> bool:
    """Each is offered until it has an answer, whatever that was."""
    return not any(isinstance(event, RhythmAnswered) and event.rhythm is rhythm for event in events)


def better_hour(sessions: Sequence[Session], times: PromptTimes) -> time | None:
    """The median of the late ones, to the half hour, if five of the last seven sessions came late.

    The oldest come first. What is told after midnight is still of the day before, and late in it.
    """
    minutes = sorted(
        min(session.minute, LAST_MINUTE)
        for session in sessions[-SESSIONS:]
        if session.minute - _minute(times.on(session.day)) > LATE // MINUTE
    )
    if len(minutes) < LATE_SESSIONS:
        return None
    hour, minute = divmod(minutes[len(minutes) // 2] // HALF_HOUR * HALF_HOUR, 60)
    return time(hour, minute)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def steady_weekdays(diary: Sequence[DiaryDay], today: date, free: frozenset[int]) -> frozenset[int] | None:
    """The weekdays that were kept in each of the last three weeks, if no other was.

    None where the plan has these days only, or where there are fewer than two.
    """
    kept = {(today - one.day).days for one in diary if one.kept and one.day < today}
    weeks = [
        frozenset(
            (today - timedelta(days=back)).weekday() for back in kept if 7 * week < back <= 7 * week + 7
        )
        for week in range(WEEKS)
    ]
    days = weeks[0]
    if len(days) < FEWEST_DAYS or days | free >= WEEK or any(week != days for week in weeks):
        return None
    return days
