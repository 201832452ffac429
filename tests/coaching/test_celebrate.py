"""A milestone is said once ever, one a day, in the receipt of the log that reached it."""

from bot.coaching.log_outcomes import Logged
from bot.domain.milestones import Milestone
from tests.coaching.life import Life


async def milestone(life: Life, text: str) -> Milestone | None:
    outcome = await life.says(text)
    assert isinstance(outcome, Logged)
    return outcome.milestone


async def test_the_first_log_and_nothing_else_that_day(life: Life) -> None:
    await life.begins()

    assert await milestone(life, "did 10 knee pushups") is Milestone.FIRST_LOG
    assert await milestone(life, "and 1 pushup on my toes") is None
    assert await milestone(life.on(2), "10 knee pushups and 1 on my toes") is None


async def test_each_once_whatever_is_taken_back(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    assert await milestone(life.on(2), "10 knee pushups") is Milestone.KNEE_10
    await life.says("undo")
    assert await milestone(life, "10 knee pushups") is None
    assert await milestone(life.on(3), "10 knee pushups") is None


async def test_the_greater_one_is_said(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    assert await milestone(life.on(2), "2x10 knee pushups") is Milestone.KNEE_2X10


async def test_a_late_log_reaches_one_too(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    assert await milestone(life.on(4), "1 strict pull-up yesterday") is Milestone.FIRST_PULL_UP


async def test_a_number_in_doubt_is_not_celebrated(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")

    assert await milestone(life.on(2), "100 knee pushups") is None
