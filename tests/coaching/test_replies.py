"""A reply speaks of the message it replies to; hints come long once an hour."""

from bot.coaching.log_outcomes import Corrected, Undone
from bot.coaching.outcomes import NotUnderstood
from tests.coaching.life import Life


async def test_a_correction_in_reply_changes_the_older_log(life: Life) -> None:
    await life.says("did 2 knee pushups")
    older = (await life.sets())[-1].source
    await life.says("did 4 knee pushups")
    outcome = await life.replies(older, "no, 3")
    assert isinstance(outcome, Corrected)
    assert sorted(one.reps for one in await life.sets()) == [3, 4]


async def test_undo_in_reply_takes_the_older_log_back(life: Life) -> None:
    await life.says("did 2 knee pushups")
    older = (await life.sets())[-1].source
    await life.says("did 4 knee pushups")
    assert isinstance(await life.replies(older, "undo"), Undone)
    assert [one.reps for one in await life.sets()] == [4]


async def test_a_reply_to_something_else_speaks_of_the_newest(life: Life) -> None:
    await life.says("did 2 knee pushups")
    assert isinstance(await life.replies("m:42:7", "no, 3"), Corrected)


async def test_the_long_hint_comes_once_an_hour(life: Life) -> None:
    await life.says("did 2 knee pushups")
    await life.on(2).says("mumble mumble")
    assert await life.later(minutes=59).says("mumble") == NotUnderstood("knee_push_up", again=True)
    assert await life.later(minutes=2).says("mumble") == NotUnderstood("knee_push_up")
