from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.calendar import DAY, instant_of, training_day

BERLIN = ZoneInfo("Europe/Berlin")
THREE = time(3, 0)
HOURS = (time(0, 30), time(2, 30), time(7, 0), time(23, 45))


@pytest.mark.parametrize(
    ("clock", "day_start", "day"),
    [
        pytest.param(time(2, 59), THREE, date(2026, 3, 5), id="the night belongs to the day before"),
        pytest.param(time(3, 0), THREE, date(2026, 3, 6), id="the day starts at three"),
        pytest.param(time(23, 59), THREE, date(2026, 3, 6), id="late in the evening is today"),
        pytest.param(time(0, 0), time(0, 0), date(2026, 3, 6), id="a day may start at midnight"),
        pytest.param(time(5, 30), time(6, 0), date(2026, 3, 5), id="a night worker's day starts at six"),
    ],
)
def test_a_training_day(clock: time, day_start: time, day: date) -> None:
    at = datetime.combine(date(2026, 3, 6), clock, tzinfo=BERLIN).astimezone(UTC)
    assert training_day(at, BERLIN, day_start) == day


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        pytest.param("Europe/Berlin", "2026-03-02", "07:00", "2026-03-02T06:00", id="a plain winter day"),
        pytest.param("Europe/Berlin", "2026-07-02", "07:00", "2026-07-02T05:00", id="a plain summer day"),
        pytest.param(
            "Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00", id="a skipped hour in spring"
        ),
        pytest.param("Europe/Berlin", "2026-03-29", "02:59:59", "2026-03-29T01:00", id="its last second"),
        pytest.param("Europe/Berlin", "2026-03-29", "02:00:30", "2026-03-29T01:00", id="its first minute"),
        pytest.param("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30", id="a doubled hour's first"),
        pytest.param(
            "Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30", id="half an hour skipped"
        ),
        pytest.param(
            "America/Nuuk", "2024-03-30", "23:30", "2024-03-31T00:59", id="a gap up to midnight: before"
        ),
        pytest.param(
            "America/Scoresbysund", "2025-03-29", "23:45", "2025-03-30T00:59", id="another such gap"
        ),
        pytest.param(
            "Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00", id="a gap from midnight: after"
        ),
        pytest.param(
            "Pacific/Apia", "2011-12-30", "07:00", "2011-12-30T09:59", id="a day that Samoa skipped"
        ),
        pytest.param("Pacific/Kiritimati", "2026-03-02", "07:00", "2026-03-01T17:00", id="far in the east"),
    ],
)
def test_when_the_clock_on_the_wall_shows_it(zone: str, day: str, clock: str, instant: str) -> None:
    at = instant_of(date.fromisoformat(day), time.fromisoformat(clock), ZoneInfo(zone))
    assert at == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_at_every_clock_change_of_every_zone_the_date_is_right_and_the_hour_unless_skipped() -> None:
    wrong = [
        (name, day, clock)
        for name in sorted(available_timezones() - {"localtime"})
        for zone in [ZoneInfo(name)]
        for day in _days_around_changes(zone)
        for clock in HOURS
        if not _shows(instant_of(day, clock, zone), day, clock, zone)
    ]
    assert wrong == []


def _days_around_changes(zone: ZoneInfo) -> set[date]:
    """The days around each change of the offset from 2024 to 2030."""
    weeks = [datetime(2024, 1, 1, tzinfo=UTC) + number * 7 * DAY for number in range(7 * 53)]
    changed = [
        first
        for first, second in pairwise(weeks)
        if first.astimezone(zone).utcoffset() != second.astimezone(zone).utcoffset()
    ]
    days = [first + number * DAY for first in changed for number in range(8)]
    exact = [
        at.date() for at in days if at.astimezone(zone).utcoffset() != (at + DAY).astimezone(zone).utcoffset()
    ]
    return {day + number * DAY for day in exact for number in range(-2, 4)}


def _shows(at: datetime, day: date, clock: time, zone: ZoneInfo) -> bool:
    local = at.astimezone(zone)
    wanted = datetime.combine(day, clock, tzinfo=zone)
    exists = wanted.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wanted.replace(tzinfo=None)
    return local.date() == day and (local.time() == clock or not exists)
