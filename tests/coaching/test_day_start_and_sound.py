"""When a day begins, whether cards sound, hours of some weekdays by taps, and times that are none."""

from datetime import time

import pytest

from bot.coaching.actions import (
    AskHourOf,
    ChooseDayStart,
    ChooseHour,
    ChooseHourOf,
    Open,
    SetSound,
    Topic,
)
from bot.coaching.outcomes import Outcome, SmallTalk
from bot.coaching.ports import DueKind
from bot.coaching.setting_outcomes import Settled, SoundSet, TimeUnclear
from bot.coaching.views import DayStartAsked, HourAsked, Prompted, Reminded
from bot.domain.prompts import WeekdayTime
from bot.understanding.reading import About
from tests.coaching.life import Life
from tests.makers import did, placed

WEEKEND = frozenset({5, 6})


@pytest.fixture
async def settled(life: Life) -> Life:
    """Tuesday, five in the morning; the prompt comes at seven in Berlin."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life.on(2, time(5))


def begins(outcome: Outcome) -> time | None:
    """What was said of the day's start, in an answer that names the next prompt."""
    assert isinstance(outcome, Settled)
    assert outcome.next_at is not None
    return outcome.day_begins


# -- the day's start ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("my day starts at 5", time(5)),
        ("my day begins at midnight", time(0)),
        ("day start 4:30", time(4, 30)),
    ],
)
async def test_a_day_begins_when_somebody_says(settled: Life, words: str, at: time) -> None:
    assert begins(await settled.says(words)) == at
    assert (await settled.athlete()).day_begins == at


async def test_the_page_asks_and_takes_a_tap_or_a_word(settled: Life) -> None:
    assert await settled.taps(Open(Topic.DAY_START)) == DayStartAsked(time(3))
    assert begins(await settled.says("at 4")) == time(4)
    assert begins(await settled.taps(ChooseDayStart(time(2)))) == time(2)


@pytest.mark.parametrize("words", ["my day starts at 7", "my day starts at noon"])
async def test_a_day_cannot_begin_later_than_six(settled: Life, words: str) -> None:
    assert await settled.says(words) == DayStartAsked(time(3), out_of_range=True)
    assert begins(await settled.says("6")) == time(6)


async def test_without_a_time_it_is_asked(settled: Life) -> None:
    assert await settled.says("my day starts early") == DayStartAsked(time(3))


async def test_another_word_on_that_page_is_taken_as_what_it_is(settled: Life) -> None:
    await settled.taps(Open(Topic.DAY_START))

    assert await settled.says("settings") == SmallTalk(About.SETTING)


async def test_a_set_in_the_night_is_of_the_day_before_until_the_day_begins(settled: Life) -> None:
    await settled.says("my day starts at 5")
    await settled.on(3, time(4, 30)).says("did 3 knee pushups")

    assert (2, "knee_push_up", 3) in await settled.log()


async def test_an_hour_in_the_night_moves_the_day_and_says_so(settled: Life) -> None:
    assert begins(await settled.says("prompt me at 00:30")) == time(0, 30)
    assert await settled.due_at() == "3 03-04T00:30"


async def test_a_later_hour_gives_the_day_its_start_back(settled: Life) -> None:
    await settled.says("my day starts at 4")
    await settled.taps(ChooseHour(time(0, 30)))

    assert begins(await settled.taps(ChooseHour(time(8)))) == time(4)
    assert begins(await settled.taps(ChooseHour(time(9)))) is None


async def test_a_day_begins_no_later_than_its_prompt_whatever_is_wished(settled: Life) -> None:
    await settled.taps(ChooseHour(time(4)))

    assert begins(await settled.says("my day starts at 6")) == time(4)


# -- sound --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["make the cards silent", "no sound please", "button"])
async def test_cards_come_without_a_sound_at_a_word(settled: Life, words: str) -> None:
    told = await (settled.taps(SetSound(on=False)) if words == "button" else settled.says(words))
    assert isinstance(told, SoundSet)
    assert (told.on, told.next_at is not None) == (False, True)

    card = await settled.prompt(2)
    assert isinstance(card, Prompted)
    assert card.silent


async def test_and_with_one_again(settled: Life) -> None:
    await settled.says("no sound please")
    await settled.says("turn the sound on again")

    card = await settled.prompt(2)
    assert isinstance(card, Prompted)
    assert not card.silent


async def test_a_reminder_that_was_asked_for_is_the_same(settled: Life) -> None:
    await settled.says("no sound please")

    assert isinstance(await settled.prompt(2, kind=DueKind.SNOOZE), Reminded)


# -- hours by taps ------------------------------------------------------------------------------------


async def test_some_weekdays_get_an_hour_of_their_own_by_taps(settled: Life) -> None:
    assert await settled.taps(AskHourOf(WEEKEND)) == HourAsked(time(7), WEEKEND)

    assert isinstance(await settled.taps(ChooseHourOf(WEEKEND, time(8))), Settled)

    assert (await settled.athlete()).weekday_times == (WeekdayTime(5, time(8)), WeekdayTime(6, time(8)))


async def test_a_time_that_is_written_there_is_of_those_weekdays(settled: Life) -> None:
    await settled.taps(AskHourOf(WEEKEND))
    await settled.says("8:15")

    assert (await settled.athlete()).prompt_time == time(7)
    assert (await settled.athlete()).weekday_times == (
        WeekdayTime(5, time(8, 15)),
        WeekdayTime(6, time(8, 15)),
    )


# -- times that are none ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "remind me at 25:00",
        "at noonish",
        "remind me around noonish",
        "prompt me every day at 25:00",
        "7:75",
        "remind me at sunrise",
    ],
)
async def test_a_time_that_no_clock_shows_is_asked_again(settled: Life, words: str) -> None:
    assert await settled.says(words) == TimeUnclear()
    assert await settled.due(DueKind.SNOOZE) is None
    assert await settled.due_at() == "2 03-03T07:00"


async def test_later_alone_is_still_two_hours(settled: Life) -> None:
    await settled.says("later")

    assert await settled.due_at(DueKind.SNOOZE) == "2 03-03T07:00"
