from datetime import time

import pytest

from bot.domain.events import Rhythm, RhythmAnswered
from bot.domain.prompts import PromptTimes, WeekdayTime
from bot.domain.rhythm import Session, better_hour, may_offer, steady_weekdays
from bot.domain.state import DiaryDay
from tests.makers import day, event

SEVEN = PromptTimes(time(7, 0))


def told(*clocks: str) -> list[Session]:
    """A session a day; 25:30 is half past one in the night after it."""
    minutes = (int(clock[:2]) * 60 + int(clock[3:]) for clock in clocks)
    return [Session(day(number), minute) for number, minute in enumerate(minutes, 1)]


@pytest.mark.parametrize(
    ("clocks", "hour"),
    [
        pytest.param(["18:10", "18:20", "19:05", "18:40", "20:00"], time(18, 30), id="five late ones"),
        pytest.param(["18:10", "18:20", "19:05", "18:40"], None, id="four are too few"),
        pytest.param(["10:00", "18:20", "19:05", "18:40", "20:00"], None, id="three hours aren't late"),
        pytest.param(
            ["18:00", "18:00", "07:00", "07:10", "18:20", "19:05", "18:40", "20:00", "17:00"],
            time(18, 30),
            id="five of the last seven",
        ),
        pytest.param(["23:10", "25:30", "24:10", "24:40", "23:50"], time(23, 30), id="after midnight"),
        pytest.param(
            ["18:00", "07:00", "07:10", "07:20", "18:20", "19:05", "18:40", "20:00"],
            None,
            id="four of the last seven",
        ),
    ],
)
def test_a_better_hour(clocks: list[str], hour: time | None) -> None:
    assert better_hour(told(*clocks), SEVEN) == hour


def diary(*kept: int) -> list[DiaryDay]:
    return [
        DiaryDay(day(number), kept=number in kept, planned=True, free=False, skipped=False, held=False)
        for number in range(1, 23)
    ]


@pytest.mark.parametrize(
    ("kept", "free", "days"),
    [
        pytest.param((1, 4, 8, 11, 15, 18), set(), {0, 3}, id="Mondays and Thursdays, three weeks running"),
        pytest.param((1, 4, 8, 11, 15, 18, 22), set(), {0, 3}, id="today doesn't count yet"),
        pytest.param((4, 8, 11, 15, 18), set(), None, id="not in the first week"),
        pytest.param((1, 4, 8, 11, 15, 18, 20), set(), None, id="another one in the last"),
        pytest.param((1, 8, 15), set(), None, id="one day a week is too few"),
        pytest.param(tuple(range(1, 22)), set(), None, id="every day"),
        pytest.param((1, 4, 8, 11, 15, 18), {1, 2, 4, 5, 6}, None, id="the others are free already"),
        pytest.param((1, 4, 8, 11, 15, 18), {5, 6}, {0, 3}, id="some are"),
    ],
)
def test_steady_weekdays(kept: tuple[int, ...], free: set[int], days: set[int] | None) -> None:
    assert steady_weekdays(diary(*kept), day(22), frozenset(free)) == days


@pytest.mark.parametrize("accepted", [True, False])
def test_each_rhythm_is_answered_once(*, accepted: bool) -> None:
    answered = event(RhythmAnswered, on=day(1), rhythm=Rhythm.HOUR, accepted=accepted)
    assert not may_offer(Rhythm.HOUR, [answered])
    assert may_offer(Rhythm.WEEKDAYS, [answered])


def test_late_is_after_that_weekdays_own_hour() -> None:
    evenings = PromptTimes(time(7), tuple(WeekdayTime(weekday, time(17)) for weekday in range(4)))

    assert better_hour(told(*["18:40"] * 5), evenings) is None
