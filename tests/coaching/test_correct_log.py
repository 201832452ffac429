"""Changing, editing and taking back what was logged."""

from datetime import time

import pytest

from bot.coaching.actions import TapDone, TapUndo
from bot.coaching.log_outcomes import (
    Corrected,
    Logged,
    NothingToCorrect,
    NothingToUndo,
    UndoAsked,
    Undone,
)
from tests.coaching.life import Life
from tests.makers import day, did, has_bar, placed

Rows = list[tuple[int, str, int]]


@pytest.fixture
async def begun(life: Life) -> Life:
    """Wednesday of somebody with a bar and nothing in the book but the Monday."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])
    return life.on(3)


def knees(*reps: int, on: int = 3) -> Rows:
    return [(on, "knee_push_up", count) for count in reps]


# -- correcting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "correction", "now"),
    [
        pytest.param("did 2 knee pushups", "no, 3", knees(3), id="another number"),
        pytest.param("did 2 knee pushups", "make that 12", knees(12), id="make that"),
        pytest.param("did 5 knee pushups", "I meant full ones", [(3, "push_up", 5)], id="another exercise"),
        pytest.param("did 5 knee pushups", "that was yesterday", knees(5, on=2), id="another day"),
        pytest.param("did 5 knee pushups", "no, 3x8", knees(8, 8, 8), id="other sets"),
        pytest.param("did 10, 8 knee pushups", "no, 9", knees(10, 9), id="the last of two sets"),
        pytest.param(
            "3 knee pushups and 2 negatives",
            "no, 4 knee pushups",
            [(3, "knee_push_up", 4), (3, "negative_pull_up", 2)],
            id="one exercise of two",
        ),
        pytest.param(
            "3 knee pushups and 2 negatives",
            "no, 4 pushups",
            [(3, "knee_push_up", 4), (3, "negative_pull_up", 2)],
            id="the family's name",
        ),
        pytest.param(
            "2 negatives and 3 knee pushups",
            "no, 1 full pull-up",
            [(3, "pull_up", 1), (3, "knee_push_up", 3)],
            id="another exercise of that family",
        ),
        pytest.param(
            "did 5 knee pushups", "no, 3 negatives", [(3, "negative_pull_up", 3)], id="another family"
        ),
    ],
)
async def test_the_last_log_is_changed(begun: Life, told: str, correction: str, now: Rows) -> None:
    await begun.says(told)

    assert isinstance(await begun.later(minutes=1).says(correction), Corrected)
    assert sorted((await begun.log())[1:]) == sorted(now)


async def test_a_correction_can_be_corrected(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).says("no, 3")

    await begun.later(minutes=1).says("no, 4")

    assert (await begun.log())[1:] == knees(4)


async def test_what_a_tap_logged_can_be_corrected(begun: Life) -> None:
    await begun.taps(TapDone(day(3)))

    await begun.later(minutes=1).says("no, 3 knee pushups")

    assert sorted((await begun.log())[1:]) == [(3, "knee_push_up", 3), (3, "negative_pull_up", 1)]


async def test_with_nothing_in_the_book_there_is_nothing_to_change(life: Life) -> None:
    await life.begins()

    assert await life.says("no, 3 knee pushups") == NothingToCorrect()


# -- undo ---------------------------------------------------------------------------------------------


async def test_undo_takes_the_latest_log_back(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).says("and 3, 4 negatives")

    undone = await begun.later(minutes=1).says("undo")

    assert isinstance(undone, Undone)
    assert [one.reps for one in undone.sets] == [3, 4]
    assert (await begun.log())[1:] == knees(2)


async def test_the_command_does_too_and_asks_before_an_earlier_day(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    assert isinstance(await begun.asks(begun.coach.undo), Undone)
    asked = await begun.asks(begun.coach.undo)

    assert isinstance(asked, UndoAsked)
    assert isinstance(await begun.taps(TapUndo(asked.sets[0].source)), Undone)
    assert await begun.asks(begun.coach.undo) == NothingToUndo()


async def test_a_button_takes_back_its_own_log(begun: Life) -> None:
    first = await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).says("3 negatives")
    assert isinstance(first, Logged)

    assert isinstance(await begun.taps(TapUndo(first.source)), Undone)
    assert (await begun.log())[1:] == [(3, "negative_pull_up", 3)]


async def test_a_second_tap_on_undo_finds_nothing(begun: Life) -> None:
    first = await begun.says("did 2 knee pushups")
    assert isinstance(first, Logged)
    await begun.taps(TapUndo(first.source))

    assert await begun.taps(TapUndo(first.source)) == NothingToUndo()


async def test_undo_right_after_the_first_log_is_as_before(life: Life) -> None:
    await life.begins()
    before = (await life.training(day(1))).plan
    await life.says("did 2 knee pushups")

    await life.later(minutes=1).says("undo")

    assert await life.log() == []
    assert (await life.training(day(1))).plan == before


async def test_a_stranger_has_nothing_to_undo(life: Life) -> None:
    assert await life.asks(life.coach.undo) == NothingToUndo()


# -- what is no longer fresh --------------------------------------------------------------------------


async def test_a_correction_reaches_no_log_of_days_ago(begun: Life) -> None:
    await begun.says("did 12 knee pushups")
    await begun.on(8).says("did 5 knee pushups")
    await begun.says("undo")

    assert await begun.says("no, 7") == NothingToCorrect()
    assert (3, "knee_push_up", 12) in await begun.log()


async def test_a_reply_reaches_it(begun: Life) -> None:
    logged = await begun.says("did 12 knee pushups")
    assert isinstance(logged, Logged)

    assert isinstance(await begun.on(8).replies(logged.source, "no, 7"), Corrected)


async def test_the_morning_after_is_soon_enough(begun: Life) -> None:
    await begun.says("did 12 knee pushups")

    assert isinstance(await begun.on(4, time(7)).says("no, 7"), Corrected)
