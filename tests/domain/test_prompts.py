from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar import DAY
from bot.domain.prompts import GRACE, NextPrompt, PromptTimes, WeekdayTime, next_prompt

BERLIN = ZoneInfo("Europe/Berlin")
SEVEN = PromptTimes(time(7, 0))
HALF_PAST_SIX, EIGHT = time(6, 30), time(8, 0)
WORKDAYS, WEEKEND = range(5), (5, 6)


walls = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "after", "due"),
    [
        pytest.param("2026-03-02T05:55", "2026-03-01", "2026-03-02T06:00", id="this morning, still to come"),
        pytest.param("2026-03-02T08:59", "2026-03-01", "2026-03-02T06:00", id="this morning's, still useful"),
        pytest.param("2026-03-02T09:00", "2026-03-01", "2026-03-03T06:00", id="three hours late is too late"),
        pytest.param("2026-03-02T06:00", "2026-03-02", "2026-03-03T06:00", id="once a day"),
        pytest.param("2026-03-20T06:30", "2026-03-01", "2026-03-20T06:00", id="no prompts of days long gone"),
        pytest.param("2026-03-28T12:00", "2026-03-28", "2026-03-29T05:00", id="the clocks went forward"),
        pytest.param("2026-03-01T12:00", "2026-03-05", "2026-03-06T06:00", id="a pause is kept"),
    ],
)
def test_when_the_next_prompt_is_due(now: str, after: str, due: str) -> None:
    due_at = utc(due)
    expected = NextPrompt(due_at.astimezone(BERLIN).date(), due_at)
    assert next_prompt(utc(now), SEVEN, BERLIN, after=date.fromisoformat(after)) == expected


def test_a_prompt_shortly_before_midnight_may_come_after_it() -> None:
    now = utc("2026-03-03T00:30")
    found = next_prompt(now, PromptTimes(time(23, 30)), BERLIN, after=date(2026, 3, 1))
    assert found == NextPrompt(date(2026, 3, 2), utc("2026-03-02T22:30"))


def test_grace_is_what_the_operator_says() -> None:
    now, after = utc("2026-03-02T06:31"), date(2026, 3, 1)
    found = next_prompt(now, SEVEN, BERLIN, after=after, grace=timedelta(minutes=30))
    assert found.day == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        pytest.param("2026-03-05", "2026-03-06T05:30", id="Friday at half past six"),
        pytest.param("2026-03-06", "2026-03-07T07:00", id="Saturday at eight"),
        pytest.param("2026-03-08", "2026-03-09T05:30", id="Monday at half past six again"),
    ],
)
def test_each_weekday_may_have_its_own_hour(after: str, due: str) -> None:
    week = SEVEN.changed(HALF_PAST_SIX, WORKDAYS).changed(EIGHT, WEEKEND)

    found = next_prompt(utc("2026-03-05T12:00"), week, BERLIN, after=date.fromisoformat(after))

    assert found.due_at == utc(due)


def test_what_most_days_have_is_the_usual_hour() -> None:
    week = SEVEN.changed(EIGHT, WEEKEND).changed(HALF_PAST_SIX, WORKDAYS)

    assert week == PromptTimes(HALF_PAST_SIX, (WeekdayTime(5, EIGHT), WeekdayTime(6, EIGHT)))
    assert week.earliest == HALF_PAST_SIX
    assert week.changed(EIGHT, range(7)) == PromptTimes(EIGHT)


@settings(max_examples=100)
@given(
    st.integers(0, 6 * 365 * 24 * 60).map(
        lambda minutes: utc("2024-01-01T00:00") + timedelta(minutes=minutes)
    ),
    st.builds(PromptTimes, walls, st.lists(st.builds(WeekdayTime, st.integers(0, 6), walls)).map(tuple)),
    st.timezones(),
    st.integers(-3, 3),
)
def test_a_prompt_is_never_too_late_nor_skips_a_useful_one(
    now: datetime, times: PromptTimes, zone: ZoneInfo, days: int
) -> None:
    after = now.astimezone(zone).date() + days * DAY
    found = next_prompt(now, times, zone, after=after)
    assert found.day > after
    assert now < found.due_at + GRACE
    assert found.due_at <= now + (max(days, 0) + 2) * DAY
