"""A day off, and later, please."""

from datetime import time

import pytest

from bot.coaching.actions import TapDone, TapLater, TapSkip
from bot.coaching.log_outcomes import Logged, NothingLeft
from bot.coaching.outcomes import Quiet, SkipNoted, Snoozed, SnoozeTooLate
from bot.coaching.ports import DueKind
from bot.coaching.views import Reminded, RoutineShown
from bot.domain.events import Skipped
from bot.domain.streak import Mark, showing_up
from tests.coaching.life import Life
from tests.makers import day, did, placed

LATER = DueKind.SNOOZE


@pytest.fixture
async def morning(life: Life) -> Life:
    """Eight in the morning of day 2, when this day's prompt is over."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    await life.on(2, time(8)).claims()
    return life


async def skipped_days(life: Life) -> list[int]:
    return [(event.day - day(1)).days + 1 for event in await life.events() if isinstance(event, Skipped)]


# -- skipping -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "number"), [("skip", 2), ("rest day today", 2), ("skipped yesterday", 1)])
async def test_a_day_off_in_words(morning: Life, words: str, number: int) -> None:
    noted = await morning.says(words)

    assert isinstance(noted, SkipNoted)
    assert await skipped_days(morning) == [number]
    assert noted.next_at is not None
    assert noted.next_at.isoformat() == "2026-03-04T07:00:00+01:00"


async def test_a_tap_skips_the_day_of_its_card_once(morning: Life) -> None:
    await morning.taps(TapSkip(day(2)))
    await morning.taps(TapSkip(day(2)))

    assert await skipped_days(morning) == [2]


@pytest.mark.parametrize("number", [-60, 3])
async def test_a_card_of_another_time_skips_nothing(morning: Life, number: int) -> None:
    assert isinstance(await morning.taps(TapSkip(day(number))), RoutineShown)
    assert await skipped_days(morning) == []


async def test_a_skipped_day_rests_in_the_streak(morning: Life) -> None:
    await morning.says("skip")

    showing = showing_up((await morning.training(day(3))).diary)

    assert showing.marks[day(2)] is Mark.REST
    assert showing.current == 1


async def test_who_trains_after_all_has_kept_the_day(morning: Life) -> None:
    await morning.says("skip")

    assert isinstance(await morning.later(hours=2).says("2 knee pushups"), Logged)
    assert showing_up((await morning.training(day(2))).diary).marks[day(2)] is Mark.KEPT


async def test_a_skip_takes_the_reminder_away(morning: Life) -> None:
    await morning.says("later")
    await morning.says("skip")

    assert await morning.due(LATER) is None


# -- later --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "due_at"),
    [
        ("later", "2 03-03T10:00"),
        ("in 20 minutes", "2 03-03T08:20"),
        ("remind me in 3 hours", "2 03-03T11:00"),
        ("remind me at 8pm", "2 03-03T20:00"),
        ("remind me at 23:30", "2 03-03T23:30"),
        ("remind me at 1am", "2 03-04T01:00"),
    ],
)
async def test_a_reminder_comes_when_it_was_asked_for(morning: Life, words: str, due_at: str) -> None:
    snoozed = await morning.says(words)

    assert isinstance(snoozed, Snoozed)
    assert await morning.due_at(LATER) == due_at
    assert f"{snoozed.at:%m-%dT%H:%M}" == due_at[2:]


async def test_a_tap_is_two_hours(morning: Life) -> None:
    assert isinstance(await morning.taps(TapLater(day(2))), Snoozed)
    assert await morning.due_at(LATER) == "2 03-03T10:00"


async def test_later_on_another_days_card_shows_today(morning: Life) -> None:
    assert isinstance(await morning.taps(TapLater(day(1))), RoutineShown)
    assert await morning.due(LATER) is None


async def test_a_second_request_moves_the_reminder(morning: Life) -> None:
    await morning.says("remind me at 8pm")
    await morning.says("remind me at 6pm")

    assert await morning.due_at(LATER) == "2 03-03T18:00"


async def test_a_reminder_never_leaves_its_day(morning: Life) -> None:
    shortened = await morning.later(hours=14).says("in 10 hours")

    assert isinstance(shortened, Snoozed)
    assert shortened.shortened
    assert await morning.due_at(LATER) == "2 03-03T23:00"


@pytest.mark.parametrize("words", ["in 6 hours", "remind me tomorrow", "remind me at 4am"])
async def test_after_the_last_call_there_is_no_reminder(morning: Life, words: str) -> None:
    too_late = await morning.on(2, time(23, 10)).says(words)

    assert isinstance(too_late, SnoozeTooLate)
    assert await morning.due(LATER) is None


async def test_tomorrow_is_left_to_its_prompt(morning: Life) -> None:
    assert isinstance(await morning.says("remind me tomorrow"), SnoozeTooLate)


async def test_the_same_time_tomorrow_is_tomorrows_prompt(morning: Life) -> None:
    assert isinstance(await morning.says("remind me at 7am"), SnoozeTooLate)


async def test_with_nothing_left_there_is_nothing_to_remind_of(morning: Life) -> None:
    await morning.taps(TapDone(day(2)))

    assert isinstance(await morning.says("later"), NothingLeft)


async def test_a_reminder_says_what_is_left(morning: Life) -> None:
    outcome = await morning.prompt(2, kind=LATER)

    assert isinstance(outcome, Reminded)
    assert [one.reps for one in outcome.card.left] == [2]


async def test_a_reminder_of_a_day_that_was_done_meanwhile_is_silent(morning: Life) -> None:
    await morning.says("later")
    await morning.says("done")

    assert await morning.prompt(2, kind=LATER) == Quiet()
