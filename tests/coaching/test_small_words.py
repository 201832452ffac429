"""A word after the log: how it felt, one more, that it is fine again; and "help"."""

import pytest

from bot.coaching.actions import ChooseBar
from bot.coaching.log_outcomes import EffortNoted, Logged, NeedsClarifying
from bot.coaching.outcomes import BarNoted, NotUnderstood, PainEased, SmallTalk, TooSoonToClear
from bot.coaching.views import HelpShown, RoutineShown
from bot.domain.exercise import Family
from bot.domain.sets import Effort
from bot.understanding.reading import About
from tests.coaching.life import Life


@pytest.mark.parametrize(
    ("words", "effort"),
    [
        ("that was easy!", Effort.EASY),
        ("phew", Effort.HARD),
        ("That was really hard", Effort.HARD),
        ("felt fine", Effort.OK),
    ],
)
async def test_how_it_felt_told_after_the_sets(life: Life, words: str, effort: Effort) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    outcome = await life.later(minutes=1).says(words)

    assert isinstance(outcome, EffortNoted)
    assert outcome.effort is effort


async def test_how_it_felt_is_of_something_done(life: Life) -> None:
    await life.begins()

    assert isinstance(await life.says("that was easy"), NotUnderstood)
    await life.says("did 2 knee pushups")
    assert isinstance(await life.on(2).says("my run was easy today"), NotUnderstood)


@pytest.mark.parametrize("words", ["another 3", "3 more", "and 3 more"])
async def test_more_is_more_of_what_was_told_last(life: Life, words: str) -> None:
    await life.begins()
    await life.says("did 2 negatives")
    await life.says("did 2 knee pushups")

    outcome = await life.says(words)

    assert isinstance(outcome, Logged)
    assert [(one.exercise, one.reps) for one in outcome.sets] == [("knee_push_up", 3)]


async def test_more_of_nothing_is_asked_back(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups and 1 negative")

    assert isinstance(await life.on(3).says("another 3"), NeedsClarifying)


async def test_the_pain_is_gone_in_words(life: Life) -> None:
    await life.begins()
    await life.says("my wrist hurts")

    too_soon = await life.later(hours=3).says("my wrist is fine again")
    eased = await life.later(hours=24).says("the pain is gone")

    assert isinstance(too_soon, TooSoonToClear)
    assert isinstance(eased, PainEased)
    assert not eased.waiting


async def test_better_is_of_pain_where_nobody_was_ill(life: Life) -> None:
    await life.begins()
    await life.says("my wrist hurts")

    assert isinstance(await life.on(3).says("better now"), PainEased)


async def test_being_back_clears_no_pain(life: Life) -> None:
    await life.begins()
    await life.says("my wrist hurts")

    assert isinstance(await life.on(3).says("I'm back"), RoutineShown)
    assert (await life.training((await life.athlete()).day_of(life.now))).now.pain.pauses(Family.PUSH)


async def test_no_pain_was_told(life: Life) -> None:
    await life.begins()

    assert await life.says("it's fine now") == SmallTalk(About.PAIN_GONE)


async def test_an_answer_to_something_else_completes_no_log(life: Life) -> None:
    await life.begins()
    await life.taps(ChooseBar(available=True))
    assert isinstance(await life.on(2).says("did 3 and 4"), NeedsClarifying)

    assert isinstance(await life.says("push-ups only please"), BarNoted)
    assert await life.log() == []


@pytest.mark.parametrize("words", ["help", "What can you do?", "how does this work"])
async def test_help_in_words(life: Life, words: str) -> None:
    assert isinstance(await life.says(words), HelpShown)


@pytest.mark.parametrize("words", ["ok", "👍", "haha", "nope"])
async def test_a_nod_gets_a_nod(life: Life, words: str) -> None:
    await life.begins()

    assert await life.says(words) == SmallTalk(About.ASSENT)
