"""The same sets once more: the last log's, yesterday's, one more like the last."""

from datetime import time

import pytest

from bot.coaching.actions import TapUndo
from bot.coaching.log_outcomes import Logged, NothingToRepeat, Undone
from bot.coaching.outcomes import NotUnderstood, Welcomed
from bot.domain.sets import Effort
from bot.understanding.reading import Again
from tests.coaching.life import Life
from tests.makers import day, did, has_bar, placed

Rows = list[tuple[int, str, int]]


@pytest.fixture
async def wednesday(life: Life) -> Life:
    """Day 3; on Tuesday there were two sets of knee push-ups, and negatives in a message before them."""
    log = did("negative_pull_up", 3, on=day(2)) + did("knee_push_up", 10, 8, on=day(2))
    await life.has_lived(log, [placed("knee_push_up"), has_bar()])
    return life.on(3)


async def today(life: Life) -> Rows:
    return sorted(row for row in await life.log() if row[0] == 3)


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("same again", [(3, "knee_push_up", 8), (3, "knee_push_up", 10)]),
        ("another one of those", [(3, "knee_push_up", 8)]),
        ("same as yesterday", [(3, "knee_push_up", 8), (3, "knee_push_up", 10), (3, "negative_pull_up", 3)]),
        ("same pull-ups as yesterday", [(3, "negative_pull_up", 3)]),
        (
            "done, same as yesterday",
            [(3, "knee_push_up", 8), (3, "knee_push_up", 10), (3, "negative_pull_up", 3)],
        ),
    ],
)
async def test_the_same_is_written_down_for_today(wednesday: Life, words: str, rows: Rows) -> None:
    outcome = await wednesday.says(words)

    assert isinstance(outcome, Logged)
    assert sorted((3, one.exercise, one.reps) for one in outcome.sets) == rows
    assert await today(wednesday) == rows


async def test_its_undo_takes_back_today_and_nothing_else(wednesday: Life) -> None:
    before = await wednesday.log()
    outcome = await wednesday.says("same as yesterday")
    assert isinstance(outcome, Logged)

    assert isinstance(await wednesday.taps(TapUndo(outcome.source)), Undone)
    assert await wednesday.log() == before


async def test_sets_that_came_one_by_one_go_on(wednesday: Life) -> None:
    await wednesday.says("6 knee pushups")
    await wednesday.later(minutes=1).says("another one of those")
    await wednesday.later(minutes=1).says("same again")

    assert await today(wednesday) == [(3, "knee_push_up", 6)] * 3


async def test_in_a_reply_it_is_the_log_of_that_message(wednesday: Life) -> None:
    await wednesday.says("6 knee pushups")
    await wednesday.later(minutes=1).says("4 negatives")

    await wednesday.later(minutes=1).replies("m:42:101", "same again")

    assert await today(wednesday) == [
        (3, "knee_push_up", 6),
        (3, "knee_push_up", 6),
        (3, "negative_pull_up", 4),
    ]


async def test_the_feeling_of_the_last_time_is_not_repeated(wednesday: Life) -> None:
    await wednesday.says("6 knee pushups, hard")
    plain = await wednesday.later(minutes=1).says("same again")
    easy = await wednesday.later(minutes=1).says("same again, easy")

    assert isinstance(plain, Logged)
    assert isinstance(easy, Logged)
    assert (plain.effort, easy.effort) == (None, Effort.EASY)


async def test_a_message_that_arrives_twice_counts_once(wednesday: Life) -> None:
    await wednesday.says("same again")
    await wednesday.again()

    assert len(await today(wednesday)) == 2


async def test_after_midnight_yesterday_is_the_day_before_the_one_that_ends(wednesday: Life) -> None:
    await wednesday.on(4, time(0, 30)).says("same as yesterday")

    assert len(await today(wednesday)) == 3


async def test_a_question_that_is_open_is_not_answered_by_it(life: Life) -> None:
    await life.begins()
    await life.says("2 knee pushups")

    assert isinstance(await life.later(minutes=1).says("same again"), Logged)


@pytest.mark.parametrize(
    ("number", "words", "again"),
    [(4, "same as yesterday", Again.YESTERDAY), (3, "same negatives again", Again.LAST)],
)
async def test_with_nothing_to_repeat_it_is_asked(life: Life, number: int, words: str, again: Again) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])

    assert await life.on(number).says(words) == NothingToRepeat(again)
    assert len(await life.log()) == 1


async def test_with_an_empty_book_it_is_asked(life: Life) -> None:
    await life.begins()

    assert await life.says("same again") == NothingToRepeat(Again.LAST)


async def test_somebody_new_is_welcomed(life: Life) -> None:
    assert await life.says("same again") == Welcomed()


@pytest.mark.parametrize(
    "words", ["same again tomorrow", "the weather is the same as yesterday", "same again?"]
)
async def test_talk_is_no_log(wednesday: Life, words: str) -> None:
    assert isinstance(await wednesday.says(words), NotUnderstood)
    assert await today(wednesday) == []
