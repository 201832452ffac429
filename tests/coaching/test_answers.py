"""Answers to what was asked: hour, place, free days, the number or exercise that was open."""

from datetime import time

import pytest

from bot.coaching.actions import ChooseHour, ChooseZone, KeepZone, Open, PickExercise, ToggleFreeDay, Topic
from bot.coaching.asked import AskedHour, AskedPlace
from bot.coaching.log_outcomes import Logged, NeedsClarifying, NothingToUndo
from bot.coaching.outcomes import NotUnderstood
from bot.coaching.setting_outcomes import HourNotUnderstood, Nowhere, PlaceNotFound, Settled, WhichPlace
from bot.coaching.views import (
    FreeDaysAsked,
    HelpShown,
    HourAsked,
    PlaceAsked,
    Question,
    RoutineShown,
    SettingsShown,
    StatsShown,
)
from bot.understanding.reading import Unclear
from tests.coaching.life import Life
from tests.makers import day


@pytest.fixture
async def begun(life: Life) -> Life:
    """The first log is in, and the hour has just been asked."""
    await life.begins()
    await life.later(minutes=1).says("did 2 knee pushups")
    return life.later(minutes=1)


# -- the hour and the place ---------------------------------------------------------------------------


async def test_a_time_answers_the_hour_and_the_place_comes_next(begun: Life) -> None:
    settled = await begun.says("7:30")

    assert isinstance(settled, Settled)
    assert settled.question is Question.PLACE
    assert settled.athlete.prompt_time == time(7, 30)
    assert await begun.due_at() == "2 03-03T07:30"


async def test_a_tap_answers_the_hour_too(begun: Life) -> None:
    settled = await begun.taps(ChooseHour(time(6, 0)))

    assert isinstance(settled, Settled)
    assert settled.question is Question.PLACE


async def test_words_that_are_no_time_are_asked_again(begun: Life) -> None:
    assert await begun.says("whenever you like") == HourNotUnderstood()
    assert isinstance(await begun.says("at six thirty"), Settled)


async def test_a_command_in_the_middle_is_what_it_is(begun: Life) -> None:
    assert isinstance(await begun.says("how am I doing?"), StatsShown)
    assert isinstance((await begun.athlete()).asked, AskedHour)


async def test_a_log_in_the_middle_is_a_log(begun: Life) -> None:
    assert isinstance(await begun.says("did 3 knee pushups"), Logged)


async def test_a_city_sets_the_clock(begun: Life) -> None:
    await begun.says("7:30")

    settled = await begun.says("Lisbon")

    assert isinstance(settled, Settled)
    assert (settled.athlete.zone, settled.athlete.place) == ("Europe/Lisbon", "Lisbon")
    assert await begun.due_at() == "2 03-03T08:30"


async def test_a_shared_location_sets_the_clock(begun: Life) -> None:
    await begun.says("7:30")

    settled = await begun.shares(35.68, 139.69)

    assert isinstance(settled, Settled)
    assert (settled.athlete.zone, settled.athlete.place) == ("Asia/Tokyo", "Tokyo")


@pytest.mark.parametrize(("latitude", "longitude"), [(91.0, 0.0), (0.0, 500.0)])
async def test_a_location_that_is_no_place_is_asked_again(
    begun: Life, latitude: float, longitude: float
) -> None:
    assert await begun.shares(latitude, longitude) == PlaceNotFound(Nowhere.SEA)


async def test_a_city_with_namesakes_is_asked_back_and_a_tap_settles_it(begun: Life) -> None:
    await begun.says("7:00")

    asked = await begun.says("Springfield")
    assert isinstance(asked, WhichPlace)
    assert len({place.zone for place in asked.candidates}) > 1

    settled = await begun.taps(ChooseZone("America/New_York"))
    assert isinstance(settled, Settled)
    assert settled.athlete.zone == "America/New_York"


async def test_a_place_with_its_region_is_no_question(begun: Life) -> None:
    await begun.says("7:00")
    await begun.says("Springfield")

    settled = await begun.says("Springfield, Massachusetts")

    assert isinstance(settled, Settled)
    assert settled.athlete.zone == "America/New_York"


async def test_an_unknown_place_is_asked_again_and_the_next_word_counts(begun: Life) -> None:
    await begun.says("7:00")

    assert await begun.says("Qwertzuiopolis") == PlaceNotFound()
    assert isinstance(await begun.says("Munich"), Settled)


async def test_after_one_kind_question_other_words_are_what_they_are(begun: Life) -> None:
    await begun.says("7:00")
    await begun.says("Qwertzuiopolis")

    assert isinstance(await begun.says("mumble mumble"), NotUnderstood)
    assert isinstance(await begun.says("Munich"), Settled)


async def test_a_log_that_is_not_clear_is_no_city(begun: Life) -> None:
    await begun.says("7:00")

    assert isinstance(await begun.says("did 10-12 pushups"), NeedsClarifying)


async def test_the_place_may_stay_as_it_is(begun: Life) -> None:
    await begun.says("7:00")

    settled = await begun.taps(KeepZone())

    assert isinstance(settled, Settled)
    assert (settled.athlete.zone, settled.athlete.place, settled.athlete.asked) == (
        "Europe/Berlin",
        "Berlin",
        None,
    )


async def test_a_question_ends_with_its_day(begun: Life) -> None:
    assert isinstance(await begun.on(2).says("whenever you like"), NotUnderstood)


async def test_silence_is_an_answer_and_the_hour_stays_seven(begun: Life) -> None:
    assert await begun.due_at() == "2 03-03T07:00"


# -- the pages of settings ----------------------------------------------------------------------------


async def test_settings_ask_the_hour_and_then_nothing_else(begun: Life) -> None:
    await begun.says("7:00")
    await begun.says("Berlin")

    assert await begun.taps(Open(Topic.HOUR)) == HourAsked(time(7, 0))
    settled = await begun.says("quarter past six")

    assert isinstance(settled, Settled)
    assert settled.question is None


async def test_settings_ask_the_place(begun: Life) -> None:
    assert await begun.taps(Open(Topic.PLACE)) == PlaceAsked("Europe/Berlin")
    assert isinstance((await begun.athlete()).asked, AskedPlace)


@pytest.mark.parametrize(
    ("words", "weekdays"), [("Sunday", {6}), ("tuesdays and thursdays", {1, 3}), ("the weekend", {5, 6})]
)
async def test_free_days_are_written(begun: Life, words: str, weekdays: set[int]) -> None:
    assert await begun.taps(Open(Topic.FREE_DAYS)) == FreeDaysAsked(frozenset())

    shown = await begun.says(words)

    assert isinstance(shown, SettingsShown)
    assert shown.free_weekdays == weekdays


async def test_free_days_are_tapped_on_and_off(begun: Life) -> None:
    on = await begun.taps(ToggleFreeDay(6))
    off = await begun.later(minutes=1).taps(ToggleFreeDay(6))

    assert [one.free_weekdays for one in (on, off) if isinstance(one, FreeDaysAsked)] == [{6}, frozenset()]


async def test_words_that_are_no_weekday_stay_what_they_are(begun: Life) -> None:
    await begun.taps(Open(Topic.FREE_DAYS))

    assert isinstance(await begun.says("mumble mumble"), NotUnderstood)


# -- the exercise or the number that was open ---------------------------------------------------------


async def two_exercises(life: Life) -> None:
    """A day with two exercises left, so that a bare number could be either."""
    await life.begins()
    await life.says("did 1 negative yesterday")
    await life.says("7:00")


async def test_a_bare_number_is_asked_back_and_a_tap_completes_it(life: Life) -> None:
    await two_exercises(life)

    asked = await life.on(3).says("did 10, 8")
    assert asked == NeedsClarifying(Unclear.EXERCISE, (10, 8), ("negative_pull_up", "knee_push_up"))
    assert len(await life.log()) == 1

    assert isinstance(await life.taps(PickExercise("knee_push_up")), Logged)
    assert (await life.log())[1:] == [(3, "knee_push_up", 10), (3, "knee_push_up", 8)]


async def test_a_name_completes_it_too(life: Life) -> None:
    await two_exercises(life)
    await life.on(3).says("did 3 yesterday")

    logged = await life.says("negatives")

    assert isinstance(logged, Logged)
    assert (2, "negative_pull_up", 3) in await life.log()


async def test_a_second_tap_finds_the_question_answered(life: Life) -> None:
    await two_exercises(life)
    await life.on(3).says("did 10")
    await life.taps(PickExercise("knee_push_up"))

    assert await life.taps(PickExercise("push_up")) == NothingToUndo()
    assert len(await life.log()) == 2


async def test_other_words_leave_the_number_open(life: Life) -> None:
    await two_exercises(life)
    await life.on(3).says("did 10")

    assert isinstance(await life.says("mumble"), NotUnderstood)
    assert isinstance(await life.taps(PickExercise("knee_push_up")), Logged)


async def test_a_number_is_not_taken_for_the_exercise_that_was_clear(life: Life) -> None:
    await two_exercises(life)

    asked = await life.on(3).says("5 negatives and 10-12 pushups")
    assert isinstance(asked, NeedsClarifying)

    assert isinstance(await life.says("11"), NeedsClarifying)
    assert len(await life.log()) == 1


async def test_with_one_exercise_left_a_bare_number_is_clear(begun: Life) -> None:
    await begun.on(2).says("did 1 knee pushup")

    assert isinstance(await begun.says("2"), Logged)
    assert (2, "knee_push_up", 2) in await begun.log()


async def test_before_the_plan_was_seen_a_bare_number_could_be_any(begun: Life) -> None:
    assert isinstance(await begun.on(2).says("2"), NeedsClarifying)


@pytest.mark.parametrize(
    ("words", "unclear"),
    [("did 10-12 pushups", Unclear.NUMBER), ("did 900 pushups", Unclear.RANGE), ("did some", None)],
)
async def test_what_is_not_clear_is_asked_and_nothing_written(
    begun: Life, words: str, unclear: Unclear | None
) -> None:
    asked = await begun.says(words)

    assert isinstance(asked, NeedsClarifying)
    assert unclear is None or asked.unclear is unclear
    assert len(await begun.log()) == 1


async def test_a_button_of_another_day_shows_today(begun: Life) -> None:
    assert isinstance(await begun.on(2).taps(Open(Topic.TODAY)), RoutineShown)
    assert (await begun.training(day(2))).plan.sets


async def test_when_all_is_done_a_bare_number_could_be_any(begun: Life) -> None:
    asked = await begun.on(2).says("done")
    assert isinstance(asked, Logged)

    asked = await begun.later(minutes=1).says("did 10")

    assert asked == NeedsClarifying(Unclear.EXERCISE, (10,), ("knee_push_up", "negative_pull_up"))


async def test_a_forged_exercise_gets_help_and_writes_nothing(begun: Life) -> None:
    assert await begun.taps(PickExercise("squat")) == HelpShown()
    assert len(await begun.log()) == 1
