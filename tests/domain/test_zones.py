"""One prompt a day at the athlete's hour, through every clock change on Earth until 2030."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.prompts import NextPrompt, PromptTimes, next_prompt
from tests.domain.zones import around_transitions, is_right, names, problems


def test_every_transition_leaves_one_prompt_a_day_at_its_hour() -> None:
    found = [line for name in names() for line in problems(name, around_transitions(name))]
    assert found == []


@pytest.mark.parametrize(
    ("name", "day", "at", "due"),
    [
        pytest.param("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:00+02:00", id="after the gap"),
        pytest.param("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30+02:00", id="the first of two"),
        pytest.param(
            "America/Nuuk", "2025-03-29", "23:45", "2025-03-29T22:59-02:00", id="a gap up to midnight"
        ),
        pytest.param(
            "Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:30+11:00", id="half an hour"
        ),
        pytest.param(
            "Africa/Cairo", "2026-04-24", "00:30", "2026-04-24T01:00+03:00", id="a gap from midnight"
        ),
    ],
)
def test_clock_changes_by_example(name: str, day: str, at: str, due: str) -> None:
    zone, on = ZoneInfo(name), date.fromisoformat(day)
    start = datetime.combine(on, time(), UTC) - timedelta(days=2)
    found = next_prompt(start, PromptTimes(time.fromisoformat(at)), zone, after=on - timedelta(days=1))
    assert found == NextPrompt(on, datetime.fromisoformat(due).astimezone(UTC))


@pytest.mark.parametrize(
    "due",
    [
        pytest.param("2026-10-25T02:30+01:00", id="the second of a doubled hour"),
        pytest.param("2026-10-25T02:29+02:00", id="a minute early"),
        pytest.param("2026-10-25T03:00+01:00", id="after the change, though the hour exists"),
    ],
)
def test_the_sweep_would_notice(due: str) -> None:
    found = NextPrompt(date(2026, 10, 25), datetime.fromisoformat(due).astimezone(UTC))
    assert not is_right(found, time(2, 30), ZoneInfo("Europe/Berlin"))
