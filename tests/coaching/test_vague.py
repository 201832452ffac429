"""A vague number of a named exercise: the next bare number completes it."""

from bot.coaching.athlete import DEFAULT_PROMPT_TIME
from bot.coaching.log_outcomes import Logged, NeedsClarifying
from tests.coaching.life import Life


async def test_the_number_told_next_is_of_the_exercise_that_was_named(life: Life) -> None:
    await life.says("did 2 knee pushups")
    assert isinstance(await life.says("did some negatives"), NeedsClarifying)
    assert isinstance(await life.says("3"), Logged)
    assert (await life.log())[-1] == (1, "negative_pull_up", 3)


async def test_a_number_after_a_question_about_sets_is_no_hour(life: Life) -> None:
    await life.says("did 2 knee pushups")
    await life.says("5 negatives and 10-12 pushups")
    assert isinstance(await life.says("11"), NeedsClarifying)
    assert (await life.athlete()).prompt_time == DEFAULT_PROMPT_TIME
