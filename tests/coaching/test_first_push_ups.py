"""Somebody's first words are push-ups, and nobody knows yet whether on the knees or on the toes."""

import pytest

from bot.coaching.actions import PickExercise
from bot.coaching.log_outcomes import KneesOrToes, Logged
from bot.coaching.views import Question
from bot.domain.plan import PlannedSet
from tests.coaching.life import Life
from tests.makers import day


async def test_the_first_push_ups_are_asked_back(life: Life) -> None:
    assert await life.says("did 12 and 8 pushups") == KneesOrToes((12, 8))
    assert await life.log() == []


@pytest.mark.parametrize(
    ("answer", "exercise"),
    [
        ("toes", "push_up"),
        ("on my toes", "push_up"),
        ("knees", "knee_push_up"),
        ("on the knees", "knee_push_up"),
    ],
)
async def test_a_word_completes_them(life: Life, answer: str, exercise: str) -> None:
    await life.says("12 pushups")
    logged = await life.later(minutes=1).says(answer)

    assert isinstance(logged, Logged)
    assert [(one.exercise, one.reps) for one in logged.sets] == [(exercise, 12)]
    assert logged.question is Question.HOUR


@pytest.mark.parametrize(
    ("reps", "exercise", "plan"),
    [
        pytest.param(12, "push_up", (PlannedSet("push_up", 6),) * 2, id="toes: half of it, twice"),
        pytest.param(
            3, "push_up", (PlannedSet("knee_push_up", 2),), id="three on the toes begin on the knees"
        ),
        pytest.param(12, "knee_push_up", (PlannedSet("knee_push_up", 2),), id="knees begin small"),
    ],
)
async def test_they_say_where_to_start(
    life: Life, reps: int, exercise: str, plan: tuple[PlannedSet, ...]
) -> None:
    await life.says(f"{reps} pushups")
    await life.later(minutes=1).taps(PickExercise(exercise))

    assert (await life.training(day(1))).plan.sets == plan


async def test_an_exercise_of_the_bar_says_nothing_about_push_ups(life: Life) -> None:
    await life.says("did 3")
    await life.later(minutes=1).taps(PickExercise("negative_pull_up"))

    assert await life.later(minutes=1).says("did 5 pushups") == KneesOrToes((5,))


@pytest.mark.parametrize(
    "text",
    [
        "did 2 knee pushups",
        "10 full pushups",
        "3 negatives",
        "10 pushups, my wrist hurts",
        "8 push-ups and 2 negatives",
    ],
)
async def test_what_says_enough_is_written_down_at_once(life: Life, text: str) -> None:
    assert isinstance(await life.says(text), Logged)


async def test_who_said_knees_before_is_not_asked(life: Life) -> None:
    await life.begins()

    assert isinstance(await life.says("did 12 pushups"), Logged)


async def test_an_edit_is_asked_back_too(life: Life) -> None:
    await life.says("12 pushups")

    assert await life.edits("14 pushups") == KneesOrToes((14,))
