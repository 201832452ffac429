"""When somebody really trains, and the prompts that would fit it better (docs/coaching.md, 10)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.events import Event, Rhythm, RhythmAnswered
from bot.domain.state import DiaryDay

SESSIONS, LATE_SESSIONS = 7, 5
LATE = timedelta(hours=3)
WEEKS, FEWEST_DAYS = 3, 2
HALF_HOUR = 30
WEEK = frozenset(range(7))


def may_offer(rhythm: Rhythm, events: Iterable[Event]) -> bool:
    """Each is offered until it has an answer, whatever that was."""
    return not any(isinstance(event, RhythmAnswered) and event.rhythm is rhythm for event in events)


def better_hour(sessions: Sequence[datetime], prompt_time: time) -> time | None:
    """The median of the late ones, to the half hour, if five of the last seven sessions came late.

    `sessions` are local moments, oldest first: the first log of each day that was told on its own day.
    """
    latest = sessions[-SESSIONS:]
    minutes = sorted(
        moment.hour * 60 + moment.minute
        for moment in latest
        if moment - datetime.combine(moment.date(), prompt_time, tzinfo=moment.tzinfo) > LATE
    )
    if len(minutes) < LATE_SESSIONS:
        return None
    hour, minute = divmod(minutes[len(minutes) // 2] // HALF_HOUR * HALF_HOUR, 60)
    return time(hour, minute)


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
