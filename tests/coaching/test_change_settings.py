"""Changing the hour, the place, the free days: never two prompts a day, and no day without its own."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.coaching.actions import ChooseBar, ChooseHour, ChooseZone, Open, ToggleFreeDay, Topic
from bot.coaching.outcomes import Quiet, SmallTalk
from bot.coaching.setting_outcomes import Settled
from bot.coaching.views import (
    FreeDaysAsked,
    HelpShown,
    HourAsked,
    PlaceAsked,
    Question,
    SettingsShown,
    StatsShown,
)
from bot.understanding.reading import About
from tests.coaching.life import Life
from tests.makers import day, did, placed

TOKYO = ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
async def settled(life: Life) -> Life:
    """Day 2; the prompt comes at seven in Berlin."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life.on(2, time(5))


async def test_an_earlier_hour_before_todays_prompt_is_todays(settled: Life) -> None:
    await settled.taps(ChooseHour(time(6)))

    assert await settled.due_at() == "2 03-03T06:00"


async def test_a_later_hour_before_todays_prompt_is_todays(settled: Life) -> None:
    await settled.taps(ChooseHour(time(18)))

    assert await settled.due_at() == "2 03-03T18:00"


async def test_an_hour_that_is_over_is_tomorrows(settled: Life) -> None:
    await settled.on(2, time(6, 30)).taps(ChooseHour(time(6)))

    assert await settled.due_at() == "3 03-04T06:00"


@pytest.mark.parametrize("hour", [time(6), time(12), time(18)])
async def test_after_todays_prompt_any_hour_is_tomorrows(settled: Life, hour: time) -> None:
    assert len(await settled.on(2, time(7)).claims()) == 1

    await settled.on(2, time(8)).taps(ChooseHour(hour))

    assert (await settled.due_at()).startswith("3 03-04T")
    assert await settled.on(2, time(23)).claims() == []


async def test_to_the_east_todays_prompt_is_over_and_tomorrows_comes(settled: Life) -> None:
    await settled.on(2, time(8)).claims()

    await settled.taps(ChooseZone("Asia/Tokyo"))

    assert await settled.due_at(zone=TOKYO) == "3 03-04T07:00"


async def test_to_the_west_the_same_day_is_not_prompted_again(settled: Life) -> None:
    await settled.on(2, time(8)).claims()

    await settled.taps(ChooseZone("America/New_York"))

    assert await settled.due_at(zone=NEW_YORK) == "3 03-04T07:00"


async def test_to_the_west_before_todays_prompt_it_comes_later(settled: Life) -> None:
    await settled.taps(ChooseZone("America/New_York"))

    assert await settled.due_at(zone=NEW_YORK) == "2 03-03T07:00"


async def test_the_next_prompt_is_told_in_the_new_clock(settled: Life) -> None:
    outcome = await settled.taps(ChooseZone("America/New_York"))

    assert isinstance(outcome, Settled)
    assert outcome.next_at is not None
    assert outcome.next_at.isoformat() == "2026-03-03T07:00:00-05:00"
    assert outcome.athlete.place == "New York"


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("prompt me every day at 6:45", time(6, 45)),
        ("every day at 7 please", time(7)),
        ("from now on write at 8pm", time(20)),
        ("remind me at 6 in the evening every day", time(18)),
    ],
)
async def test_an_hour_for_every_day_can_be_said(settled: Life, words: str, hour: time) -> None:
    outcome = await settled.says(words)

    assert isinstance(outcome, Settled)
    assert outcome.athlete.prompt_time == hour


async def test_each_weekday_may_have_its_own_hour(settled: Life) -> None:
    outcome = await settled.says("6:30 on weekdays, 8 on weekends")

    assert isinstance(outcome, Settled)
    assert outcome.next_at is not None
    assert f"{outcome.next_at:%d %H:%M}" == "03 06:30"
    assert [f"{(await settled.on(number, time(9)).claims())[0].day:%a}" for number in range(2, 8)] == [
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]
    assert await settled.due_at() == "8 03-09T06:30"


async def test_at_the_weekend_the_prompt_comes_at_its_own_hour(settled: Life) -> None:
    await settled.says("prompt me at 6:30 on weekdays")
    for number in range(2, 6):
        await settled.on(number, time(9)).claims()

    assert await settled.due_at() == "6 03-07T07:00"


async def test_one_hour_for_all_days_ends_those_of_single_days(settled: Life) -> None:
    await settled.says("on Sundays at 9")
    await settled.later(minutes=1).taps(ChooseHour(time(6)))

    athlete = await settled.athlete()
    assert (athlete.prompt_time, athlete.weekday_times) == (time(6), ())


async def test_before_the_first_question_is_answered_weekdays_count_too(life: Life) -> None:
    await life.begins()
    await life.says("2 knee pushups")

    outcome = await life.later(minutes=1).says("6:30 on weekdays, 8 on weekends")

    assert isinstance(outcome, Settled)
    assert outcome.question is Question.PLACE
    assert len((await life.athlete()).weekday_times) == 2


@pytest.mark.parametrize(
    ("words", "free"),
    [
        ("not on Sundays", {5, 6}),
        ("only Monday, Wednesday, Friday", {1, 3, 5, 6}),
        ("every day except Wednesday", {2, 5}),
        ("9:00 on Saturdays", set()),
        ("prompt me every day at 9", {5}),
    ],
)
async def test_free_days_can_be_said(settled: Life, words: str, free: set[int]) -> None:
    await settled.taps(ToggleFreeDay(5))

    assert isinstance(await settled.later(minutes=1).says(words), Settled)
    assert await settled.free_weekdays() == free


async def test_the_next_prompt_is_of_a_day_that_is_not_free(settled: Life) -> None:
    outcome = await settled.says("only Fridays at 8")

    assert isinstance(outcome, Settled)
    assert outcome.next_at is not None
    assert f"{outcome.next_at:%a %d %H:%M}" == "Fri 06 08:00"
    assert await settled.prompt(2) == Quiet()


async def test_without_any_day_no_prompt_is_planned(settled: Life) -> None:
    outcome = await settled.says("every day off")

    assert isinstance(outcome, Settled)
    assert outcome.next_at is None


async def test_a_setting_without_an_hour_is_pointed_to_its_page(settled: Life) -> None:
    assert await settled.says("change my timezone") == SmallTalk(About.SETTING)


async def test_on_a_free_day_the_prompt_is_silent(settled: Life) -> None:
    outcome = await settled.taps(ToggleFreeDay(day(3).weekday()))

    assert isinstance(outcome, FreeDaysAsked)
    assert outcome.free_weekdays == {2}
    assert outcome.next_at is not None
    assert f"{outcome.next_at:%a %H:%M}" == "Tue 07:00"
    assert await settled.prompt(3) == Quiet()


@pytest.mark.parametrize("available", [True, False])
async def test_settings_show_what_is_set(settled: Life, *, available: bool) -> None:
    await settled.taps(ChooseBar(available=available))
    await settled.taps(ToggleFreeDay(6))

    shown = await settled.asks(settled.coach.show_settings)

    assert isinstance(shown, SettingsShown)
    assert (shown.bar, shown.free_weekdays) == (available, frozenset({6}))
    assert shown.next_at is not None


@pytest.mark.parametrize(
    ("topic", "page"),
    [
        (Topic.STATS, StatsShown),
        (Topic.SETTINGS, SettingsShown),
        (Topic.HELP, HelpShown),
        (Topic.HOUR, HourAsked),
        (Topic.PLACE, PlaceAsked),
        (Topic.FREE_DAYS, FreeDaysAsked),
    ],
)
async def test_a_button_opens_its_page(settled: Life, topic: Topic, page: type) -> None:
    assert isinstance(await settled.taps(Open(topic)), page)
