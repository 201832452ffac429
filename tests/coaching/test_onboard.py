"""Getting started: the first question, its answers, and what they lead to."""

import pytest

from bot.coaching.actions import ChooseBar, ChoosePullUps, Start, StartWith
from bot.coaching.log_outcomes import Logged
from bot.coaching.outcomes import BarNoted, Placed, PullUpsNoted, StartNoted, Welcomed
from bot.coaching.views import Question, RoutineShown
from bot.domain.exercise import Family
from bot.domain.plan import PlannedSet
from tests.coaching.life import Life
from tests.makers import day


async def test_who_starts_is_asked_one_question(life: Life) -> None:
    assert await life.asks(life.coach.start) == Welcomed()
    assert (await life.athlete()).name == "Sam"


async def test_the_first_prompt_comes_the_next_morning_at_seven(life: Life) -> None:
    await life.asks(life.coach.start)

    assert await life.due_at() == "2 03-03T07:00"


async def test_who_starts_in_the_night_is_prompted_in_the_morning_after(life: Life) -> None:
    await life.on(1).later(hours=-10).asks(life.coach.start)

    assert await life.due_at() == "1 03-02T07:00"


@pytest.mark.parametrize(
    ("start", "plan"),
    [
        pytest.param(Start.KNEES, PlannedSet("knee_push_up", 2), id="knees"),
        pytest.param(Start.UNSURE, PlannedSet("knee_push_up", 2), id="not sure"),
        pytest.param(Start.TOES, PlannedSet("push_up", 3), id="toes"),
    ],
)
async def test_a_tap_gives_the_first_plan(life: Life, start: Start, plan: PlannedSet) -> None:
    placed = await life.begins(start)

    assert isinstance(placed, Placed)
    assert placed.start is start
    assert placed.card.left == (plan,)
    assert placed.card.day == day(1)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("knees", Start.KNEES),
        ("on my knees please", Start.KNEES),
        ("toes", Start.TOES),
        ("full ones", Start.TOES),
        ("not sure", Start.UNSURE),
        ("no idea", Start.UNSURE),
    ],
)
async def test_words_answer_too(life: Life, words: str, start: Start) -> None:
    await life.asks(life.coach.start)

    placed = await life.says(words)

    assert isinstance(placed, Placed)
    assert placed.start is start


async def test_words_that_are_no_answer_bring_the_question_again(life: Life) -> None:
    await life.asks(life.coach.start)

    assert await life.says("what a lovely day") == Welcomed()


async def test_who_greets_first_is_welcomed(life: Life) -> None:
    assert await life.says("hello") == Welcomed()


async def test_who_logs_first_is_taken_at_their_word(life: Life) -> None:
    logged = await life.says("did 4 knee pushups")

    assert isinstance(logged, Logged)
    assert logged.first
    assert await life.log() == [(1, "knee_push_up", 4)]


async def test_a_log_between_question_and_answer_is_a_log(life: Life) -> None:
    await life.asks(life.coach.start)

    assert isinstance(await life.says("did 2 knee pushups"), Logged)


async def test_who_logs_before_answering_is_placed_from_the_next_session_on(life: Life) -> None:
    await life.asks(life.coach.start)
    await life.says("did 4 knee pushups")

    assert await life.later(minutes=1).taps(StartWith(Start.TOES)) == StartNoted(Start.TOES)
    assert (await life.training(day(2))).plan.push.rung == "push_up"


async def test_an_old_message_changes_nothing_once_there_are_sets(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    shown = await life.taps(StartWith(Start.TOES))

    assert isinstance(shown, RoutineShown)
    assert (await life.training(day(2))).plan.push.rung == "knee_push_up"


async def test_another_answer_before_the_first_set_counts(life: Life) -> None:
    await life.begins(Start.TOES)

    placed = await life.later(minutes=1).taps(StartWith(Start.KNEES))

    assert isinstance(placed, Placed)
    assert placed.card.left == (PlannedSet("knee_push_up", 2),)


async def test_starting_again_shows_today(life: Life) -> None:
    await life.begins()

    assert isinstance(await life.asks(life.coach.start), RoutineShown)


async def test_after_the_first_log_comes_the_hour_and_only_once(life: Life) -> None:
    await life.begins()

    first = await life.says("did 2 knee pushups")
    second = await life.says("did 1 knee pushup")

    assert isinstance(first, Logged)
    assert isinstance(second, Logged)
    assert (first.question, second.question) == (Question.HOUR, None)


async def test_a_bar_brings_negatives_into_the_plan(life: Life) -> None:
    await life.begins()

    noted = await life.later(minutes=1).taps(ChooseBar(available=True))

    assert noted == BarNoted(available=True)
    plan = (await life.training(day(1))).plan
    assert plan.pull.sets == (PlannedSet("negative_pull_up", 1, lowering=3),)


async def test_no_bar_leaves_push_ups_as_the_whole_day(life: Life) -> None:
    await life.begins()

    noted = await life.later(minutes=1).taps(ChooseBar(available=False))

    assert noted == BarNoted(available=False)
    assert not (await life.training(day(1))).plan.pull.sets


@pytest.mark.parametrize(
    ("count", "rung"), [(0, "negative_pull_up"), (None, "negative_pull_up"), (1, "pull_up"), (8, "pull_up")]
)
async def test_pull_ups_place_the_pull_side(life: Life, count: int | None, rung: str) -> None:
    await life.begins()
    await life.later(minutes=1).taps(ChooseBar(available=True))

    assert await life.later(minutes=1).taps(ChoosePullUps(count)) == PullUpsNoted(count)
    assert (await life.training(day(1))).morning.standings[Family.PULL].rung == rung
