"""What a morning tells beside its plan, once: the week that was, a step down, a spare day, an offer."""

from datetime import time

import pytest

from bot.coaching.actions import AnswerOffer, GiveReason, Pause, Reason, StartOver, UndoStepDown
from bot.coaching.news_outcomes import PauseNoted, StartedAnew, StepUndone, TimeShort
from bot.coaching.outcomes import BarNoted, OfferTaken, PainNoted
from bot.coaching.views import Prompted, Question, RoutineShown
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Row
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import train
from tests.coaching.life import Life, until_offered
from tests.makers import answer, day, did, has_bar, placed

KNEES = [placed("knee_push_up", 4)]
FAILED_TWICE = [one for n in (1, 3) for one in did("push_up", 1, on=day(n), effort=Effort.FAILED)]


async def told(life: Life, number: int) -> Prompted:
    outcome = await life.prompt(number)
    assert isinstance(outcome, Prompted)
    return outcome


def kept(*numbers: int) -> list[LoggedSet]:
    return [one for n in numbers for one in did("knee_push_up", 2, on=day(n))]


# -- a step down --------------------------------------------------------------------------------------


async def test_a_step_down_is_announced_once_and_may_be_undone(life: Life) -> None:
    await life.has_lived(FAILED_TWICE, [placed("push_up", 1)])

    first, second = await told(life, 4), await told(life, 5)

    assert (first.text, [step.rung for step in first.news.steps_down]) == ("step_down", ["knee_push_up"])
    assert (second.text == "step_down", second.news.steps_down) == (False, ())
    undone = await life.on(5).taps(UndoStepDown(Family.PUSH))
    assert isinstance(undone, StepUndone)
    assert (undone.rung, undone.card.plan.push.rung) == ("push_up", "push_up")


async def test_todays_plan_offers_the_way_back_for_a_week(life: Life) -> None:
    await life.has_lived(FAILED_TWICE, [placed("push_up", 1)])

    shown = [await life.on(number).says("/today") for number in (10, 11)]

    assert [len(one.steps_down) for one in shown if isinstance(one, RoutineShown)] == [1, 0]


async def test_an_old_undo_of_a_step_changes_nothing(life: Life) -> None:
    await life.has_lived(FAILED_TWICE, [placed("push_up", 1)])
    before = await life.events()

    assert isinstance(await life.on(20).taps(UndoStepDown(Family.PUSH)), RoutineShown)
    assert await life.events() == before


# -- lighter spells and seasons ------------------------------------------------------------------------


async def test_a_plateau_says_what_was_held_and_that_lighter_days_come(life: Life) -> None:
    hard, short = (6, 6, Effort.HARD), (6, 5, None)
    days = zip(range(1, 16, 2), [hard, hard, short, hard, hard, short, hard, hard], strict=True)
    log = [
        one
        for n, (first, last, effort) in days
        for one in did("push_up", first, last, on=day(n), effort=effort)
    ]
    await life.has_lived(log, [placed("push_up", 12)])

    first, second = await told(life, 16), await told(life, 17)

    assert (first.text, [one.reps for one in first.news.held]) == ("plateau", [6, 6])
    assert [one.card.plan.push.row for one in (first, second)] == [Row.DELOAD, Row.DELOAD]
    assert second.text != "plateau"


async def test_a_lighter_spell_after_misses_is_no_plateau(life: Life) -> None:
    log = [one for n in (1, 3, 5) for one in did("push_up", 1, on=day(n), effort=Effort.FAILED)]
    await life.has_lived(log, [placed("push_up", 40)])

    morning = await told(life, 6)

    assert (morning.card.plan.push.row, morning.news.held) == (Row.DELOAD, ())


async def test_a_second_lighter_spell_brings_its_offer_in_the_morning(life: Life) -> None:
    log = [one for n in range(1, 12, 2) for one in did("push_up", 1, on=day(n), effort=Effort.FAILED)]
    await life.has_lived(log, [placed("push_up", 40)])

    assert [one.offer for one in (await told(life, 12)).news.offers] == [Offer.EVERY_OTHER_PUSH]


async def test_the_end_of_a_season_is_told_once_with_its_tests(life: Life) -> None:
    strong = [placed("push_up", 45)]
    log, last = until_offered(life.catalogue, strong, Offer.SEASON_PUSH)
    events = [*strong, answer(Offer.SEASON_PUSH, accepted=True, on=day(last), clock=time(21))]
    for number in range(last + 1, last + 29):
        sets = train(life.catalogue, log, events, day(number)).plan.push.sets
        for place, one in enumerate(sets):
            log += did(one.exercise, one.reps, on=day(number), source=f"p:{day(number)}:{place}")
    await life.has_lived(log, events)

    outcomes = [await life.prompt(number) for number in (last + 29, last + 30)]

    assert [one.text for one in outcomes if isinstance(one, Prompted) and one.news.season_over] == [
        "season_end"
    ]


# -- the week that was --------------------------------------------------------------------------------


async def test_the_first_card_of_a_week_looks_back_once(life: Life) -> None:
    await life.has_lived(kept(1, 2, 3, 8, 9, 10), KNEES)

    weeks = {number: (await told(life, number)).news.week for number in (5, 11, 12, 15, 16)}

    assert [number for number, week in weeks.items() if week] == [11, 15]
    assert (weeks[15] and weeks[15].days_kept, weeks[15] and weeks[15].reps) == (3, 6)


async def test_a_week_without_a_log_is_not_looked_back_on(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    assert (await told(life, 15)).news.week is None


async def test_a_spare_day_that_was_used_is_told_the_next_morning(life: Life) -> None:
    await life.has_lived(kept(1, 2, 3, 4, 5, 6, 8), KNEES)

    spare = {number: (await told(life, number)).news.spare_days for number in (9, 10, 11)}

    assert spare == {9: 0, 10: 1, 11: 0}


# -- offers -------------------------------------------------------------------------------------------


async def test_an_offer_that_no_receipt_made_comes_with_the_morning_once(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived(log, events)

    first, second = await told(life, last + 1), await told(life, last + 2)

    assert [one.offer for one in first.news.offers] == [Offer.PUSH_UP]
    assert second.news.offers == ()
    (offer,) = first.news.offers
    taken = await life.on(last + 2).taps(AnswerOffer(offer.offer, offer.since, accepted=True))
    assert isinstance(taken, OfferTaken)


async def test_an_offer_of_a_receipt_is_not_made_again_in_the_morning(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived([one for one in log if one.day < day(last)], events)
    await life.on(last).says("done")

    assert (await told(life, last + 1)).news.offers == ()


# -- one side that waits ------------------------------------------------------------------------------


async def leaves_out(life: Life) -> int:
    """Push-ups only, three planned bar days running; the number of the morning after."""
    events = [placed("knee_push_up", 4), has_bar()]
    log = [one for number in (10, 11, 12) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, events)
    for number in range(2, 10):
        await life.prompt(number)
    return 13


async def test_who_leaves_one_side_out_is_asked_once_why(life: Life) -> None:
    number = await leaves_out(life)

    questions = [(await told(life, n)).question for n in (number, number + 1)]

    assert questions[0] is Question.LEFT_OUT_PULL
    assert questions[1] is not Question.LEFT_OUT_PULL


@pytest.mark.parametrize(
    ("answered", "kind"),
    [("the bar", BarNoted), ("no bar", BarNoted), ("time", TimeShort), ("it hurts", PainNoted)],
)
async def test_the_reason_may_be_written(life: Life, answered: str, kind: type[object]) -> None:
    number = await leaves_out(life)
    await life.prompt(number)

    outcome = await life.on(number).says(answered)

    assert isinstance(outcome, kind)
    assert (await life.training(day(number))).now.bar is (kind is not BarNoted)


@pytest.mark.parametrize(
    ("reason", "kind"), [(Reason.BAR, BarNoted), (Reason.TIME, TimeShort), (Reason.PAIN, PainNoted)]
)
async def test_the_reason_may_be_tapped(life: Life, reason: Reason, kind: type[object]) -> None:
    number = await leaves_out(life)
    await life.prompt(number)

    outcome = await life.on(number).taps(GiveReason(Family.PULL, reason))

    assert isinstance(outcome, kind)
    hurts = (await life.training(day(number))).now.pain.since
    assert set(hurts) == ({Family.PULL} if reason is Reason.PAIN else set())


# -- quiet and long away ------------------------------------------------------------------------------


async def test_a_quiet_week_may_be_paused(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    assert (await told(life, 15)).text == "quiet_week"
    assert await life.on(15).taps(Pause()) == PauseNoted(None)


async def test_after_a_month_new_numbers_may_be_told(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    shown = await life.on(40).says("/today")

    assert isinstance(shown, RoutineShown)
    assert (shown.card.plan.push.row, shown.card.plan.push.days_off) == (Row.RETURN, 39)
    assert await life.taps(StartOver()) == StartedAnew()
