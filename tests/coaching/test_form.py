"""Form that broke, in words: it counts before the number of reps (docs/coaching.md, 2 and 5)."""

import pytest

from bot.coaching.log_outcomes import EffortNoted, Logged
from bot.coaching.outcomes import Answered
from bot.coaching.views import Prompted
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Why
from bot.domain.sets import Effort
from bot.understanding.reading import RoutineTopic
from tests.coaching.life import Life, until_offered
from tests.makers import day, did, placed

TOES = [placed("push_up", 12)]


@pytest.mark.parametrize(
    "words", ["form broke", "my form broke down at the end", "hips sagged a bit at the end"]
)
async def test_form_that_broke_makes_tomorrow_light_and_shows_the_first_cue(life: Life, words: str) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(20)), TOES)

    assert await life.on(20).says(words) == EffortNoted(Effort.FAILED, light_tomorrow=True, form_broke=True)

    morning = await life.prompt(21)
    assert isinstance(morning, Prompted)
    assert (morning.card.plan.push.why, morning.card.cue) == (Why.LIGHT, "P1")


async def test_it_may_be_said_with_the_log(life: Life) -> None:
    await life.has_lived([], TOES)

    logged = await life.says("6 and 6 push ups, but my form broke near the end")

    assert isinstance(logged, Logged)
    assert (logged.effort, logged.light_tomorrow) == (Effort.FAILED, True)


async def test_it_may_be_said_the_morning_after(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(20)), TOES)

    noted = await life.on(21).says("form broke yesterday")

    assert isinstance(noted, EffortNoted)
    assert (await life.training(day(21))).morning.standings[Family.PUSH].misses == 1


async def test_form_that_broke_takes_back_the_offer_it_had_earned(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived(log, events)
    await life.on(last).says("it broke down near the end")

    assert (await life.training(day(last))).now.standings[Family.PUSH].offer(Offer.PUSH_UP).open_since is None


@pytest.mark.parametrize("words", ["form didn't break", "did my form break down?", "what if form broke"])
async def test_form_that_held_changes_nothing(life: Life, words: str) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(20)), TOES)
    before = (await life.training(day(21))).morning
    await life.on(20).says(words)

    assert (await life.training(day(21))).morning == before


async def test_without_a_session_form_is_explained(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(2)), TOES)

    assert await life.on(20).says("form broke") == Answered(RoutineTopic.FORM)
