"""Where a few readings are left, or it isn't sure that work was done, a tap or a word completes the log."""

import pytest

from bot.coaching.actions import PickChoice
from bot.coaching.asked import AskedChoice
from bot.coaching.log_outcomes import Edited, Logged, NeedsClarifying, NoneThisTime, NothingToUndo
from bot.understanding.reading import Unclear
from tests.coaching.life import Life


@pytest.fixture
async def begun(life: Life) -> Life:
    """The first log is in."""
    await life.begins()
    await life.later(minutes=1).says("did 2 knee pushups")
    return life.later(minutes=1)


@pytest.fixture
async def asked(begun: Life) -> Life:
    await begun.on(2).says("did 3 knee pushups")
    await begun.later(minutes=9).says("15 or 16 knee push-ups")
    return begun


async def _source(life: Life) -> str:
    """The message whose question is open."""
    open_question = (await life.athlete()).asked
    assert isinstance(open_question, AskedChoice)
    return open_question.source


async def test_each_reading_that_is_left_is_a_choice(begun: Life) -> None:
    outcome = await begun.says("6x3 knee push-ups")

    assert isinstance(outcome, NeedsClarifying)
    assert [[one.reps for one in sets] for sets in outcome.choices] == [[3] * 6, [6] * 3]


async def test_a_tap_writes_down_what_was_meant(asked: Life) -> None:
    assert isinstance(await asked.later(minutes=1).taps(PickChoice(await _source(asked), 1)), Logged)

    assert (await asked.log())[-1] == (2, "knee_push_up", 16)


async def test_a_second_tap_changes_nothing(asked: Life) -> None:
    source = await _source(asked)
    await asked.later(minutes=1).taps(PickChoice(source, 1))

    assert await asked.taps(PickChoice(source, 0)) == NothingToUndo()
    assert len(await asked.log()) == 3


async def test_a_tap_on_an_older_question_picks_nothing_of_the_newest(asked: Life) -> None:
    older = await _source(asked)
    await asked.later(minutes=1).says("8 or 9 knee push-ups")

    assert await asked.taps(PickChoice(older, 0)) == NothingToUndo()


async def test_a_bare_number_answers_too(asked: Life) -> None:
    assert isinstance(await asked.later(minutes=1).says("15"), Logged)

    assert (await asked.log())[-1] == (2, "knee_push_up", 15)


async def test_an_edit_wins_over_the_answer(asked: Life) -> None:
    await asked.later(minutes=1).taps(PickChoice(await _source(asked), 0))

    assert isinstance(await asked.edits("12 knee push-ups"), Edited)
    assert [reps for _, _, reps in await asked.log()] == [2, 3, 12]


async def test_work_that_is_not_surely_the_athletes_own_is_asked_about(begun: Life) -> None:
    outcome = await begun.on(2).says("nobbled a wuzzy 7 knee push-ups")

    assert isinstance(outcome, NeedsClarifying)
    assert outcome.unclear is Unclear.DONE
    assert len(await begun.log()) == 1


async def test_yes_writes_it_down(begun: Life) -> None:
    await begun.on(2).says("nobbled a wuzzy 7 knee push-ups")

    assert isinstance(await begun.later(minutes=1).says("yes"), Logged)
    assert (await begun.log())[-1] == (2, "knee_push_up", 7)


@pytest.mark.parametrize("word", ["no", "none"])
async def test_no_leaves_it_at_that(begun: Life, word: str) -> None:
    await begun.on(2).says("nobbled a wuzzy 7 knee push-ups")

    assert await begun.later(minutes=1).says(word) == NoneThisTime("knee_push_up")
    assert len(await begun.log()) == 1


async def test_a_tap_says_no_as_well(begun: Life) -> None:
    await begun.on(2).says("nobbled a wuzzy 7 knee push-ups")

    assert await begun.later(minutes=1).taps(PickChoice(await _source(begun), None)) == NoneThisTime(
        "knee_push_up"
    )
