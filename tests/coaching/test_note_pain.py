"""Pain: what hurts rests at once, and until the athlete says that it is fine."""

import pytest

from bot.coaching.actions import AnswerOffer, ClearPain
from bot.coaching.log_outcomes import Logged
from bot.coaching.outcomes import OfferGone, PainEased, PainNoted, Quiet, TooSoonToClear, Urgent
from bot.coaching.ports import DueKind
from bot.coaching.views import RoutineShown
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Row
from tests.coaching.life import Life, until_offered
from tests.makers import day, did, has_bar, placed


@pytest.fixture
async def hurt(life: Life) -> Life:
    """Something hurts on day 2, and it isn't known which exercise did it."""
    log = [*did("knee_push_up", 2), *did("negative_pull_up", 1)]
    await life.has_lived(log, [placed("knee_push_up"), has_bar()])
    await life.on(2).says("later")
    assert await life.says("my elbow hurts") == PainNoted()
    return life


async def rows(life: Life, number: int) -> tuple[Row, Row]:
    plan = (await life.training(day(number))).plan
    return plan.pull.row, plan.push.row


async def test_both_sides_rest_and_the_coach_is_silent(hurt: Life) -> None:
    assert await rows(hurt, 3) == (Row.PAUSED, Row.PAUSED)
    assert await hurt.prompt(3) == Quiet()
    assert await hurt.due(DueKind.SNOOZE) is None


async def test_the_one_that_is_fine_goes_on_at_once(hurt: Life) -> None:
    eased = await hurt.later(minutes=20).taps(ClearPain(Family.PUSH))

    assert eased == PainEased(Family.PUSH, frozenset({Family.PULL}))
    assert await rows(hurt, 3) == (Row.PAUSED, Row.NORMAL)


async def test_the_one_that_hurts_rests_a_full_day(hurt: Life) -> None:
    await hurt.later(minutes=20).taps(ClearPain(Family.PUSH))

    assert await hurt.later(hours=2).taps(ClearPain(Family.PULL)) == TooSoonToClear(Family.PULL)
    assert (await rows(hurt, 3))[0] is Row.PAUSED


async def test_after_a_day_it_comes_back_gently(hurt: Life) -> None:
    await hurt.later(minutes=20).taps(ClearPain(Family.PUSH))

    eased = await hurt.later(hours=25).taps(ClearPain(Family.PULL))

    assert eased == PainEased(Family.PULL, frozenset())
    assert (await rows(hurt, 4))[0] is Row.RETURN


async def test_a_mis_tap_is_taken_back_at_once(hurt: Life) -> None:
    await hurt.later(minutes=1).taps(ClearPain(Family.PUSH))
    eased = await hurt.later(minutes=1).taps(ClearPain(Family.PULL))

    assert eased == PainEased(Family.PULL, frozenset())
    assert Row.PAUSED not in await rows(hurt, 3)


async def test_pain_withdraws_an_open_offer(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived(log, events)
    await life.on(last).says("my wrist hurts")

    outcome = await life.later(minutes=1).taps(AnswerOffer(Offer.PUSH_UP, day(last), accepted=True))

    assert outcome == OfferGone()


async def test_clearing_what_never_hurt_changes_nothing(life: Life) -> None:
    await life.begins()

    assert await life.taps(ClearPain(Family.PUSH)) == PainEased(Family.PUSH, frozenset())
    assert (await rows(life, 1))[1] is Row.NORMAL


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        ("I have chest pain", 2),
        ("2 knee pushups, now I feel faint and my chest hurts", 3),
        ("2 knee pushups, then I fainted", 3),
        ("done, feeling faint", 3),
        ("skip today, chest pain", 2),
        ("later, I'm dizzy", 2),
        ("undo, I feel faint", 2),
    ],
)
async def test_signs_that_need_help_get_nothing_but_that(life: Life, words: str, sets: int) -> None:
    log = [*did("knee_push_up", 2), *did("negative_pull_up", 1)]
    await life.has_lived(log, [placed("knee_push_up"), has_bar()])

    assert await life.on(2).says(words) == Urgent()
    assert await rows(life, 3) == (Row.PAUSED, Row.PAUSED)
    assert len(await life.log()) == sets


async def test_who_is_out_of_breath_after_work_logs_it(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])

    assert isinstance(await life.on(2).says("2 knee pushups, breathless!"), Logged)


async def test_signs_beside_the_first_log_leave_no_question_open(life: Life) -> None:
    await life.begins()

    assert await life.says("2 knee pushups, then I fainted") == Urgent()
    assert (await life.athlete()).asked is None


async def test_while_it_hurts_who_is_back_sees_what_rests(hurt: Life) -> None:
    assert isinstance(await hurt.says("I'm back"), RoutineShown)


# -- in words -----------------------------------------------------------------------------------------


async def test_the_exercise_that_hurts_may_be_named(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])

    assert await life.on(2).says("my shoulder hurts when I do pushups") == PainNoted(Family.PUSH)
    assert await rows(life, 3) == (Row.PAUSED, Row.PAUSED)

    eased = await life.later(minutes=20).says("pull-ups are fine")

    assert eased == PainEased(Family.PULL, frozenset({Family.PUSH}))
    assert (await rows(life, 3))[1] is Row.PAUSED
    assert await life.later(hours=2).says("push-ups are fine") == TooSoonToClear(Family.PUSH)


async def test_a_word_says_what_is_fine_of_two(hurt: Life) -> None:
    eased = await hurt.later(minutes=20).says("pushups don't hurt")

    assert eased == PainEased(Family.PUSH, frozenset({Family.PULL}))


async def test_what_rests_no_more_needs_no_word(hurt: Life) -> None:
    await hurt.later(minutes=20).taps(ClearPain(Family.PUSH))

    assert not isinstance(await hurt.later(minutes=5).says("pushups are fine"), PainEased)


async def test_pain_is_answered_before_a_number_is_asked_for(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])

    assert isinstance(await life.on(2).says("did a few pushups, my wrist hurts"), PainNoted)
