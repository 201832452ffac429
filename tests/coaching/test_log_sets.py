"""Logging in words: what is written down, and how the day stands after it."""

import pytest

from bot.coaching.actions import TapDone
from bot.coaching.log_outcomes import Logged, UnknownExercise
from bot.coaching.outcomes import Outcome
from bot.coaching.views import OpenOffer
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.sets import Effort
from tests.coaching.life import Life, until_offered
from tests.makers import day, did, has_bar, placed

BOTH = frozenset({Family.PUSH, Family.PULL})


def logged(outcome: Outcome) -> Logged:
    assert isinstance(outcome, Logged)
    return outcome


@pytest.fixture
async def second_day(life: Life) -> Life:
    """Day 2 of somebody with a bar: a negative and two knee push-ups are planned."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])
    return life.on(2)


async def test_the_first_log_ever_is_told(life: Life) -> None:
    await life.begins()

    assert logged(await life.says("did 2 knee pushups")).first
    assert not logged(await life.says("did 2 knee pushups")).first


async def test_the_plan_met_ends_the_day(life: Life) -> None:
    await life.begins()

    outcome = logged(await life.says("did 2 knee pushups"))

    assert outcome.met == outcome.planned == {Family.PUSH}
    assert not any(outcome.left.values())


async def test_a_part_is_progress_and_leaves_the_rest(second_day: Life) -> None:
    outcome = logged(await second_day.says("one negative"))

    assert (outcome.planned, outcome.met) == (BOTH, frozenset({Family.PULL}))
    assert [one.reps for one in outcome.left[Family.PUSH]] == [2]


async def test_parts_add_up(second_day: Life) -> None:
    await second_day.says("one negative")

    outcome = logged(await second_day.says("and 2 knee push-ups"))

    assert outcome.met == BOTH


async def test_what_comes_after_the_plan_is_extra(second_day: Life) -> None:
    await second_day.taps(TapDone(day(2)))

    outcome = logged(await second_day.says("5 more knee pushups"))

    assert outcome.extra
    assert outcome.totals_today == {"knee_push_up": 7, "negative_pull_up": 1}


async def test_a_late_log_counts_for_its_day(second_day: Life) -> None:
    outcome = logged(await second_day.says("did 3 knee pushups yesterday"))

    assert outcome.sets[0].day == day(1)
    assert await second_day.log() == [(1, "knee_push_up", 2), (1, "knee_push_up", 3)]


async def test_at_night_an_unsaid_day_is_the_training_day(second_day: Life) -> None:
    await second_day.later(hours=13).says("did 2 knee pushups")

    assert (2, "knee_push_up", 2) in await second_day.log()


async def test_at_night_yesterday_counts_from_the_calendar(second_day: Life) -> None:
    await second_day.later(hours=13).says("did 3 knee pushups yesterday")

    assert (2, "knee_push_up", 3) in await second_day.log()


async def test_a_message_that_arrives_twice_counts_once(life: Life) -> None:
    await life.begins()

    await life.says("did 2 knee pushups")
    await life.again()

    assert await life.log() == [(1, "knee_push_up", 2)]


async def test_a_hard_day_makes_tomorrow_light(second_day: Life) -> None:
    outcome = logged(await second_day.says("2 knee pushups and a negative, that was hard"))

    assert (outcome.effort, outcome.light_tomorrow) == (Effort.HARD, True)


async def test_an_easy_day_does_not(second_day: Life) -> None:
    outcome = logged(await second_day.says("2 knee pushups and a negative, easy"))

    assert (outcome.effort, outcome.light_tomorrow) == (Effort.EASY, False)


async def test_pain_beside_a_log_is_heard_and_the_sets_stay(second_day: Life) -> None:
    outcome = logged(await second_day.says("did 2 knee pushups but my elbow hurts"))

    assert outcome.pain
    assert (2, "knee_push_up", 2) in await second_day.log()
    assert (await second_day.training(day(3))).plan.is_rest


async def test_the_streak_is_told_when_it_moves(second_day: Life) -> None:
    assert logged(await second_day.says("2 knee pushups")).streak == 2
    assert logged(await second_day.says("1 negative")).streak is None


async def test_two_days_in_one_message(second_day: Life) -> None:
    await second_day.says("3 knee pushups yesterday and 2 knee pushups today")

    assert (await second_day.log())[1:] == [(1, "knee_push_up", 3), (2, "knee_push_up", 2)]


async def test_a_harder_exercise_is_taken_as_named(second_day: Life) -> None:
    assert logged(await second_day.says("a chin-up")).sets[0].exercise == "chin_up"


async def test_lowering_seconds_are_kept(second_day: Life) -> None:
    outcome = logged(await second_day.says("2 negatives, 4 seconds each"))

    assert [(one.reps, one.seconds) for one in outcome.sets] == [(2, 4)]


async def test_work_that_is_not_of_the_routine_is_not_written_down(second_day: Life) -> None:
    assert await second_day.says("did 20 squats") == UnknownExercise()
    assert len(await second_day.log()) == 1


async def test_the_second_session_that_earns_an_offer_brings_it(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived([one for one in log if one.day < day(last)], events)

    outcome = logged(await life.on(last).says("done"))

    assert outcome.offers == (OpenOffer(Offer.PUSH_UP, day(last)),)
    assert logged(await life.later(minutes=1).says("1 more knee push-up")).offers == ()


async def test_a_log_on_a_day_of_rest_is_welcome(life: Life) -> None:
    log = [one for number in range(1, 7) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, [placed("knee_push_up")])

    outcome = logged(await life.on(7).says("2 knee pushups anyway"))

    assert outcome.planned == frozenset()
