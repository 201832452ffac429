"""One set of several: changed or taken back by its place, while the others stay."""

import pytest

from bot.coaching.actions import UndoSet
from bot.coaching.log_outcomes import (
    Corrected,
    Logged,
    NeedsClarifying,
    NoSuchSet,
    NothingToCorrect,
    NothingToUndo,
    SetUndone,
    UndoAsked,
    Undone,
)
from tests.coaching.life import Life
from tests.makers import did, has_bar, placed

Rows = list[tuple[str, int]]
KNEES = "knee_push_up"


@pytest.fixture
async def begun(life: Life) -> Life:
    """Wednesday of somebody with a bar and nothing in the book but the Monday."""
    await life.has_lived(did(KNEES, 2), [placed(KNEES), has_bar()])
    return life.on(3)


async def today(life: Life) -> Rows:
    return [(exercise, reps) for number, exercise, reps in await life.log() if number == 3]


def knees(*reps: int) -> Rows:
    return [(KNEES, count) for count in reps]


@pytest.mark.parametrize(
    ("words", "left", "removed"),
    [
        ("delete the second set", knees(10, 6), 8),
        ("remove set 1", knees(8, 6), 10),
        ("undo the last set", knees(10, 8), 6),
    ],
)
async def test_a_set_is_taken_back(begun: Life, words: str, left: Rows, removed: int) -> None:
    await begun.says("10, 8, 6 knee pushups")

    outcome = await begun.later(minutes=1).says(words)

    assert isinstance(outcome, SetUndone)
    assert outcome.removed.reps == removed
    assert [(one.exercise, one.reps) for one in outcome.left] == left
    assert await today(begun) == left


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("the last set was 8", knees(10, 8)),
        ("set 1 was 12", knees(12, 9)),
        ("the second set was 7, not 9", knees(10, 7)),
        ("the first set was full ones", [("push_up", 10), (KNEES, 9)]),
        ("change the first set to 8, 8", knees(8, 8, 9)),
    ],
)
async def test_a_set_is_changed(begun: Life, words: str, now: Rows) -> None:
    await begun.says("10, 9 knee pushups")

    outcome = await begun.later(minutes=1).says(words)

    assert isinstance(outcome, Corrected)
    assert [(one.exercise, one.reps) for one in outcome.sets] == now
    assert await today(begun) == now


async def test_sets_that_came_one_by_one_are_counted_over_the_day(begun: Life) -> None:
    for words in ("10 knee pushups", "3 negatives and 8 knee pushups", "6 knee pushups"):
        await begun.later(minutes=1).says(words)

    changed = await begun.later(minutes=1).says("the second set was 9")
    undone = await begun.later(minutes=1).says("delete the first set")

    assert isinstance(changed, Corrected)
    assert [one.reps for one in changed.sets] == [10, 9, 6]
    assert isinstance(undone, SetUndone)
    assert [one.reps for one in undone.left] == [9, 6]
    assert sorted(await today(begun)) == sorted([*knees(9, 6), ("negative_pull_up", 3)])


async def test_in_a_reply_only_that_messages_sets_count(begun: Life) -> None:
    await begun.says("10 knee pushups")
    await begun.later(minutes=1).says("8 knee pushups")

    assert isinstance(await begun.later(minutes=1).replies("m:42:101", "delete the first set"), Undone)
    assert await today(begun) == knees(8)


async def test_the_only_set_is_the_whole_log(begun: Life) -> None:
    await begun.says("10 knee pushups")

    assert isinstance(await begun.later(minutes=1).says("delete the last set"), Undone)
    assert await today(begun) == []


@pytest.mark.parametrize("words", ["delete the fourth set", "the fourth set was 8", "delete set 0"])
async def test_a_set_that_is_not_there_is_asked_for(begun: Life, words: str) -> None:
    await begun.says("10, 8 knee pushups")

    outcome = await begun.later(minutes=1).says(words)

    assert isinstance(outcome, NoSuchSet)
    assert [one.reps for one in outcome.sets] == [10, 8]
    assert await today(begun) == knees(10, 8)


async def test_of_an_earlier_day_a_set_is_taken_back_by_a_tap(begun: Life) -> None:
    await begun.says("10, 8 knee pushups")
    asked = await begun.on(4).says("delete the second set")

    assert isinstance(asked, UndoAsked)
    assert asked.one is not None
    tap = UndoSet(asked.one.source, asked.one.position)
    assert isinstance(await begun.taps(tap), SetUndone)
    assert await begun.taps(tap) == NothingToUndo()
    assert await today(begun) == knees(10)


async def test_a_tap_on_the_only_set_takes_all_back(begun: Life) -> None:
    logged = await begun.says("10 knee pushups")
    assert isinstance(logged, Logged)

    assert isinstance(await begun.taps(UndoSet(logged.source, 0)), Undone)


async def test_the_next_set_told_by_its_number_is_news(begun: Life) -> None:
    await begun.says("10 knee pushups")

    assert isinstance(await begun.later(minutes=1).says("the second set was 8"), Logged)
    assert await today(begun) == knees(10, 8)


async def test_the_first_set_of_a_day_is_news_and_its_exercise_is_asked_for(begun: Life) -> None:
    outcome = await begun.says("first set was 12")

    assert isinstance(outcome, NeedsClarifying)
    assert outcome.reps == (12,)
    assert await begun.log() == [(1, KNEES, 2)]


async def test_with_an_empty_book_there_is_nothing_to_change_or_take_back(life: Life) -> None:
    await life.begins()

    assert await life.says("the second set was knees") == NothingToCorrect()
    assert await life.says("delete the second set") == NothingToUndo()
