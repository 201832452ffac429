"""A vague number of a named exercise: the next bare number completes it."""

from bot.coaching.log_outcomes import Logged, NeedsClarifying
from tests.coaching.life import Life


async def test_the_number_told_next_is_of_the_exercise_that_was_named(life: Life) -> None:
    await life.says("did 2 knee pushups")
    assert isinstance(await life.says("did some negatives"), NeedsClarifying)
    assert isinstance(await life.says("3"), Logged)
    assert (await life.log())[-1] == (1, "negative_pull_up", 3)
