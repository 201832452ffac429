"""`done`, in words or by a tap: the day's plan as prescribed."""

import pytest

from bot.coaching.actions import AnswerOffer, TapDone
from bot.coaching.log_outcomes import CountMissing, EffortNoted, Logged, NoneThisTime, NothingLeft
from bot.coaching.outcomes import NotUnderstood, PainNoted, SmallTalk
from bot.coaching.views import RoutineShown
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Row
from bot.domain.sets import Effort
from bot.understanding.reading import About
from tests.coaching.life import Life, until_offered
from tests.makers import day, did, has_bar, placed

NEGATIVE, PUSH_UPS = (2, "negative_pull_up", 1), (2, "knee_push_up", 2)


@pytest.fixture
async def second_day(life: Life) -> Life:
    """Day 2 of somebody with a bar: a negative and two knee push-ups are planned."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])
    return life.on(2)


async def test_done_in_words_is_the_whole_plan(second_day: Life) -> None:
    assert isinstance(await second_day.says("done"), Logged)
    assert sorted((await second_day.log())[1:]) == sorted([NEGATIVE, PUSH_UPS])


@pytest.mark.parametrize("effort", [None, Effort.EASY, Effort.HARD])
async def test_a_tap_says_how_it_felt(second_day: Life, effort: Effort | None) -> None:
    outcome = await second_day.taps(TapDone(day(2), effort))

    assert isinstance(outcome, Logged)
    assert outcome.effort is effort
    assert {one.effort for one in (await second_day.sets())[1:]} == {effort}


async def test_a_second_tap_changes_nothing(second_day: Life) -> None:
    await second_day.taps(TapDone(day(2)))

    assert isinstance(await second_day.taps(TapDone(day(2))), NothingLeft)
    assert (await second_day.log())[1:] == [NEGATIVE, PUSH_UPS]


async def test_how_it_felt_can_be_told_afterwards_and_makes_tomorrow_light(second_day: Life) -> None:
    await second_day.taps(TapDone(day(2)))

    outcome = await second_day.later(minutes=1).taps(TapDone(day(2), Effort.HARD))

    assert outcome == EffortNoted(Effort.HARD, light_tomorrow=True)
    assert (await second_day.training(day(3))).plan.push.row is Row.LIGHT


async def test_how_it_felt_is_the_latest_word(second_day: Life) -> None:
    await second_day.taps(TapDone(day(2), Effort.HARD))

    outcome = await second_day.later(minutes=1).taps(TapDone(day(2), Effort.EASY))

    assert outcome == EffortNoted(Effort.EASY, light_tomorrow=False)
    assert (await second_day.training(day(3))).plan.push.row is Row.NORMAL


async def test_a_tap_after_a_part_logs_the_rest(second_day: Life) -> None:
    await second_day.says("2 knee pushups")

    await second_day.later(minutes=1).taps(TapDone(day(2)))

    assert sorted((await second_day.log())[1:]) == sorted([PUSH_UPS, NEGATIVE])


async def test_a_tap_goes_on_where_an_earlier_tap_was_taken_back(second_day: Life) -> None:
    await second_day.taps(TapDone(day(2)))
    await second_day.says("undo")

    await second_day.taps(TapDone(day(2)))

    assert (await second_day.log())[1:] == [NEGATIVE, PUSH_UPS]


async def test_only_the_family_that_was_named(second_day: Life) -> None:
    outcome = await second_day.says("did my pushups")

    assert isinstance(outcome, Logged)
    assert outcome.met == {Family.PUSH}
    assert (await second_day.log())[1:] == [PUSH_UPS]


async def test_yesterdays_plan_can_be_told_today(second_day: Life) -> None:
    await second_day.on(3).says("did it all yesterday")

    assert NEGATIVE in await second_day.log()


async def test_yesterdays_card_still_counts_for_yesterday(second_day: Life) -> None:
    await second_day.on(3).taps(TapDone(day(2)))

    assert (await second_day.log())[1:] == [NEGATIVE, PUSH_UPS]


@pytest.mark.parametrize("number", [-60, 4])
async def test_a_card_of_long_ago_or_of_a_day_to_come_shows_today(second_day: Life, number: int) -> None:
    assert isinstance(await second_day.taps(TapDone(day(number))), RoutineShown)
    assert len(await second_day.log()) == 1


async def test_on_a_day_of_rest_there_is_nothing_to_tick_off(life: Life) -> None:
    log = [one for number in range(1, 7) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, [placed("knee_push_up")])

    outcome = await life.on(7).says("done")

    assert isinstance(outcome, NothingLeft)
    assert outcome.card.plan.push.row is Row.REST


async def test_done_that_hurt_is_logged_and_heard(second_day: Life) -> None:
    outcome = await second_day.says("done but my shoulder hurts")

    assert isinstance(outcome, Logged)
    assert outcome.pain
    assert (await second_day.training(day(3))).plan.is_rest


async def test_pain_is_heard_even_where_nothing_was_left(second_day: Life) -> None:
    await second_day.says("done")

    outcome = await second_day.says("done, and my shoulder hurts")

    assert outcome == PainNoted()
    assert (await second_day.training(day(3))).plan.is_rest


# -- days with a set that is counted ------------------------------------------------------------------


async def toes_day(life: Life) -> int:
    """The day after the push-up offer was taken: up to five on the toes, then eight on the knees."""
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived(log, events)
    await life.on(last).taps(AnswerOffer(Offer.PUSH_UP, day(last), accepted=True))
    life.on(last + 1)
    return last + 1


async def try_day(life: Life) -> int:
    """The first day with the one try at a pull-up."""
    events = [placed("knee_push_up"), has_bar()]
    log, last = until_offered(life.catalogue, events, Offer.TRY_PULL_UP, effort=Effort.EASY)
    await life.has_lived(log, events)
    await life.on(last).taps(AnswerOffer(Offer.TRY_PULL_UP, day(last), accepted=True))
    number = last + 1
    while (await life.training(day(number))).plan.pull.row is not Row.TRY:
        number += 1
    life.on(number)
    return number


async def test_the_first_day_on_the_toes_asks_for_the_count(life: Life) -> None:
    number = await toes_day(life)

    asked = await life.says("done")

    assert isinstance(asked, CountMissing)
    assert asked.planned.exercise == "push_up"
    assert (number, "knee_push_up", 8) in await life.log()


async def test_the_count_on_the_toes_is_the_next_rung(life: Life) -> None:
    number = await toes_day(life)
    await life.says("done")

    assert isinstance(await life.later(minutes=1).says("3"), Logged)
    assert (number, "push_up", 3) in await life.log()
    assert (await life.training(day(number + 1))).plan.push.rung == "push_up"


@pytest.mark.parametrize("words", ["0", "none", "zero", "not one"])
async def test_none_on_the_toes_is_an_answer(life: Life, words: str) -> None:
    number = await toes_day(life)
    await life.says("done")

    assert await life.later(minutes=1).says(words) == NoneThisTime("push_up")
    assert not [one for one in await life.log() if one[1] == "push_up"]
    assert (await life.training(day(number + 1))).plan.push.rung == "knee_push_up"


async def test_other_words_are_no_count_and_leave_it_open(life: Life) -> None:
    number = await toes_day(life)
    await life.says("done")

    assert await life.says("thanks") == SmallTalk(About.THANKS)
    assert isinstance(await life.says("mumble mumble"), NotUnderstood)
    assert isinstance(await life.says("2"), Logged)
    assert (number, "push_up", 2) in await life.log()


async def test_a_try_that_went_is_a_first_pull_up(life: Life) -> None:
    number = await try_day(life)
    asked = await life.says("done")
    assert isinstance(asked, CountMissing)
    assert asked.planned.exercise == "pull_up"

    assert isinstance(await life.later(minutes=1).says("1"), Logged)
    assert (number, "pull_up", 1) in await life.log()
    assert (await life.training(day(number + 2))).morning.standings[Family.PULL].rung == "pull_up"


async def test_a_try_that_did_not_go_is_asked_again_in_two_weeks(life: Life) -> None:
    number = await try_day(life)
    await life.says("done")

    assert await life.later(minutes=1).says("0") == NoneThisTime("pull_up")
    standing = (await life.training(day(number + 1))).morning.standings[Family.PULL]
    assert standing.rung == "negative_pull_up"
    assert standing.offer(Offer.TRY_PULL_UP).quiet_until == day(number + 14)
