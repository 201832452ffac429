"""Invitations: yes, not yet, twice, and too late."""

import pytest

from bot.coaching.actions import AnswerOffer
from bot.coaching.log_outcomes import Logged
from bot.coaching.outcomes import OfferAgain, OfferGone, OfferTaken
from bot.domain.events import Offer
from bot.domain.plan import Row
from bot.texts.language import Language
from bot.texts.render import render
from tests.coaching.life import Life, until_offered
from tests.makers import day, did, has_bar, placed

EVENTS = [placed("knee_push_up", 24)]


@pytest.fixture
async def offered(life: Life) -> tuple[Life, int]:
    """The day on which the toes are offered."""
    log, last = until_offered(life.catalogue, EVENTS, Offer.PUSH_UP)
    await life.has_lived(log, EVENTS)
    return life.on(last), last


def answer(last: int, *, accepted: bool) -> AnswerOffer:
    return AnswerOffer(Offer.PUSH_UP, day(last), accepted=accepted)


async def test_a_yes_opens_the_next_session_on_the_toes(offered: tuple[Life, int]) -> None:
    life, last = offered

    assert await life.taps(answer(last, accepted=True)) == OfferTaken(Offer.PUSH_UP, accepted=True)
    assert (await life.training(day(last + 1))).plan.push.row is Row.CALIBRATE


async def test_not_yet_is_a_good_answer_and_asked_again_in_a_week(offered: tuple[Life, int]) -> None:
    life, last = offered

    taken = await life.taps(answer(last, accepted=False))

    assert taken == OfferTaken(Offer.PUSH_UP, accepted=False, days=7)
    assert (await life.training(day(last + 1))).plan.push.rung == "knee_push_up"


async def test_a_second_tap_finds_it_answered(offered: tuple[Life, int]) -> None:
    life, last = offered
    await life.taps(answer(last, accepted=False))

    assert await life.later(minutes=1).taps(answer(last, accepted=True)) == OfferGone()
    assert (await life.training(day(last + 1))).plan.push.row is not Row.CALIBRATE


async def test_after_a_week_it_is_gone(offered: tuple[Life, int]) -> None:
    life, last = offered

    assert await life.on(last + 8).taps(answer(last, accepted=True)) == OfferGone()


async def test_a_yes_some_days_later_still_counts(offered: tuple[Life, int]) -> None:
    life, last = offered

    taken = await life.on(last + 5).taps(answer(last, accepted=True))

    assert taken == OfferTaken(Offer.PUSH_UP, accepted=True)
    assert (await life.training(day(last + 5))).plan.push.row is Row.CALIBRATE


async def test_what_was_never_offered_cannot_be_taken(life: Life) -> None:
    await life.begins()

    assert await life.taps(AnswerOffer(Offer.VARIATION, day(1), accepted=True)) == OfferGone()


@pytest.mark.parametrize(
    ("words", "offer", "words_of_it"),
    [
        ("8 full pushups", Offer.PUSH_UP, "You've done some on your toes already."),
        ("1 real pull-up", Offer.TRY_PULL_UP, "You've pulled yourself up already."),
    ],
)
async def test_an_offer_that_came_early_claims_no_ladder_climbed(
    life: Life, words: str, offer: Offer, words_of_it: str
) -> None:
    await life.has_lived(did("negative_pull_up", 1), [placed("knee_push_up", 6), has_bar()])

    logged = await life.on(2).says(words)

    assert isinstance(logged, Logged)
    assert [(one.offer, one.early) for one in logged.offers] == [(offer, True)]
    assert render(logged, Language("en"))[1].text.startswith(words_of_it)


async def test_not_yet_may_be_written(offered: tuple[Life, int]) -> None:
    life, _ = offered

    assert await life.later(minutes=1).says("not yet") == OfferTaken(Offer.PUSH_UP, accepted=False, days=7)


async def test_a_written_yes_waits_for_the_tap(offered: tuple[Life, int]) -> None:
    life, last = offered

    outcome = await life.later(minutes=1).says("yes")

    assert isinstance(outcome, OfferAgain)
    assert outcome.waiting.offer is Offer.PUSH_UP
    assert (await life.training(day(last + 1))).plan.push.row is not Row.CALIBRATE


async def test_a_no_to_nothing_is_no_answer(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 5, on=day(1)), EVENTS)

    assert not isinstance(await life.on(1).says("no"), OfferTaken | OfferAgain | OfferGone)
