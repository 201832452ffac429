"""Starting over, tests, and leaving a season: in words, by taps, and never by accident."""

import pytest

from bot.coaching.actions import ChooseBar, ChooseMax, ChoosePullUps, Start, StartOver, StartWith
from bot.coaching.news_outcomes import (
    MaxAsked,
    NoSeason,
    PlacedAnew,
    SeasonEnded,
    StartedAnew,
    StartOverAsked,
    TestNoted,
)
from bot.coaching.outcomes import Placed, Welcomed
from bot.coaching.views import RoutineShown
from bot.domain.events import Offer, StartedOver, TestAsked
from bot.domain.exercise import Family
from bot.domain.plan import Row
from tests.coaching.life import Life
from tests.makers import answer, day, did, has_bar, placed


async def begun(life: Life) -> None:
    await life.begins(Start.KNEES)
    await life.says("did 2 knee pushups")
    life.on(2)


@pytest.mark.parametrize("words", ["start over", "Can we start from scratch?", "my level is wrong"])
async def test_starting_over_waits_for_a_tap(life: Life, words: str) -> None:
    await begun(life)

    assert await life.says(words) == StartOverAsked()
    assert not any(isinstance(event, StartedOver) for event in await life.events())


async def test_somebody_new_is_welcomed_instead(life: Life) -> None:
    assert await life.says("start over") == Welcomed()


@pytest.mark.parametrize(
    ("words", "sets"),
    [
        pytest.param("30", (13, 13, 13), id="a bare number"),
        pytest.param("about 30 push-ups", (13, 13, 13), id="with words around"),
        pytest.param("I can do thirty", (13, 13, 13), id="in words"),
        pytest.param("90", (15, 15, 15), id="up to the top of the ladder"),
        pytest.param("not sure", (3,), id="not sure, on the toes: one set of three"),
    ],
)
async def test_a_number_places_anew_and_is_no_log(life: Life, words: str, sets: tuple[int, ...]) -> None:
    await begun(life)
    log = await life.log()

    assert await life.taps(StartOver()) == StartedAnew()
    assert await life.taps(StartWith(Start.TOES)) == MaxAsked("push_up")
    outcome = await life.says(words)

    assert isinstance(outcome, PlacedAnew)
    assert outcome.card.plan.push.rung == "push_up"
    training = await life.training(day(3))
    assert tuple(one.reps for one in training.plan.push.sets) == sets
    assert await life.log() == log


async def test_taps_answer_too_and_pull_ups_come_next(life: Life) -> None:
    await begun(life)
    await life.taps(ChooseBar(available=True))
    await life.says("start over")
    await life.taps(StartOver())
    await life.later(minutes=1).says("knees")

    outcome = await life.later(minutes=1).taps(ChooseMax(20))
    assert isinstance(outcome, PlacedAnew)
    assert outcome.asks_pull_ups
    assert [one.reps for one in outcome.card.plan.push.sets] == [10, 10]

    await life.taps(ChoosePullUps(6))
    assert (await life.training(day(3))).plan.pull.rung == "pull_up"


async def test_not_sure_begins_at_the_beginning(life: Life) -> None:
    await begun(life)
    await life.taps(StartOver())

    outcome = await life.taps(StartWith(Start.UNSURE))

    assert isinstance(outcome, Placed)
    assert [one.reps for one in outcome.card.left] == [2]


async def test_an_old_buttons_number_changes_nothing(life: Life) -> None:
    await begun(life)

    assert isinstance(await life.taps(ChooseMax(40)), RoutineShown)


async def test_what_is_no_answer_is_taken_as_what_it_is(life: Life) -> None:
    await begun(life)
    await life.taps(StartOver())
    await life.taps(StartWith(Start.TOES))

    assert not isinstance(await life.says("thanks"), PlacedAnew)
    assert not isinstance(await life.says("3 knee pushups and 2 negatives"), PlacedAnew)
    assert not isinstance(await life.says("hmm"), PlacedAnew)
    assert len(await life.log()) == 3


async def test_a_test_is_the_next_session(life: Life) -> None:
    await begun(life)

    outcome = await life.says("test me")

    assert isinstance(outcome, TestNoted)
    assert outcome.families == (Family.PUSH,)
    assert outcome.card.plan.push.row is Row.TEST


async def test_a_test_of_both(life: Life) -> None:
    events = [placed("push_up", 20), placed("pull_up", 5), has_bar()]
    await life.has_lived(events=events)

    outcome = await life.on(2).says("test me")

    assert isinstance(outcome, TestNoted)
    assert outcome.families == (Family.PUSH, Family.PULL)
    assert sum(isinstance(event, TestAsked) for event in await life.events()) == 2


async def test_a_season_can_be_left(life: Life) -> None:
    agreed = answer(Offer.SEASON_PUSH, accepted=True, on=day(2))
    log = [
        one for number in (1, 2) for one in did("push_up", 15, 15, 15, on=day(number), source=f"m:{number}")
    ]
    await life.has_lived(log, [placed("push_up", 60), agreed])
    assert (await life.training(day(3))).plan.push.row is Row.SEASON

    outcome = await life.on(3).says("leave the season")

    assert isinstance(outcome, SeasonEnded)
    assert outcome.card.plan.push.row is Row.NORMAL


async def test_there_may_be_no_season(life: Life) -> None:
    await begun(life)

    assert isinstance(await life.says("leave the season please"), NoSeason)
