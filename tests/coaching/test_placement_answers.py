"""The questions beside a plan may be answered in words, and a number that answers one is no log."""

from datetime import time

import pytest

from bot.coaching.actions import Start, StartWith
from bot.coaching.log_outcomes import Logged, NeedsClarifying
from bot.coaching.outcomes import BarNoted, PullUpsNoted, StartNoted
from tests.coaching.life import Life
from tests.makers import day, did, has_bar

MORNING = time(7, 5)


@pytest.fixture
async def asked_bar(life: Life) -> Life:
    """Day 2, just after the prompt that asks for a bar."""
    await life.begins()
    await life.says("did 2 knee pushups")
    await life.prompt(2)
    return life.on(2, MORNING)


@pytest.fixture
async def asked_pull_ups(life: Life) -> Life:
    """Day 5, just after the prompt that asks for pull-ups."""
    await life.begins()
    await life.has_lived(did("knee_push_up", 2, on=day(4)), [has_bar(on=day(2))])
    await life.prompt(5)
    return life.on(5, MORNING)


@pytest.mark.parametrize(
    ("words", "available"),
    [
        pytest.param("yes", True, id="yes"),
        pytest.param("yes, I have a bar", True, id="a whole sentence"),
        pytest.param("no", False, id="no"),
        pytest.param("nope", False, id="nope"),
    ],
)
async def test_a_bar_is_told_in_words(asked_bar: Life, words: str, available: bool) -> None:  # noqa: FBT001 - a table
    assert await asked_bar.says(words) == BarNoted(available)


async def test_a_log_is_a_log_while_the_bar_is_asked(asked_bar: Life) -> None:
    assert isinstance(await asked_bar.says("did 2 knee pushups"), Logged)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("3", 3, id="a bare number"),
        pytest.param("0", 0, id="zero"),
        pytest.param("none", 0, id="none"),
        pytest.param("no idea", 0, id="not sure"),
    ],
)
async def test_pull_ups_are_told_in_words(asked_pull_ups: Life, words: str, count: int) -> None:
    before = await asked_pull_ups.log()
    assert await asked_pull_ups.says(words) == PullUpsNoted(count)
    assert await asked_pull_ups.log() == before


async def test_a_log_is_a_log_while_pull_ups_are_asked(asked_pull_ups: Life) -> None:
    assert isinstance(await asked_pull_ups.says("did 2 knee pushups"), Logged)


async def test_a_strangers_first_number_is_asked_back(life: Life) -> None:
    assert isinstance(await life.says("7"), NeedsClarifying)
    assert await life.log() == []


async def test_toes_told_after_the_first_sets_count_from_the_next_session(life: Life) -> None:
    await life.says("/start")
    await life.says("did 2 knee pushups")
    outcome = await life.later(minutes=1).taps(StartWith(Start.TOES))
    assert isinstance(outcome, StartNoted)
    tomorrow = await life.training(day(2))
    assert {one.exercise for one in tomorrow.plan.sets} == {"push_up"}
