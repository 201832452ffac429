"""What is remembered of a past holds only as long as nothing is written of its days."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.past import NO_PAST, Past
from bot.coaching.ports import UnitOfWork, UnitsOfWork
from bot.domain.events import Event, Skipped
from bot.domain.placement import start_of_life
from bot.domain.state import Checkpoint
from bot.store.memory import Pasts
from bot.store.unit_of_work import units_of_work
from tests.store.makers import ANNA, BEN, FRIDAY, NOW, did, with_athletes

BEFORE, AFTER = FRIDAY - timedelta(days=1), FRIDAY + timedelta(days=1)


def past(*, sets: int = 1, day: date = FRIDAY) -> Past:
    return Past([did(12, position=place) for place in range(sets)], [], Checkpoint(day, start_of_life(), ()))


def skipped(day: date) -> Event:
    return Skipped(said_at=NOW, day=day, source=f"m:1:{day}")


@pytest.fixture
async def settled(units: UnitsOfWork) -> UnitsOfWork:
    """Units that remember all up to Friday, on which there was one set."""
    await with_athletes(units, ANNA, BEN)
    async with units() as work:
        await work.sets.add(ANNA, [did(12)])
        await work.memory.keep(ANNA, past())
        await work.commit()
    return units


Write = Callable[[UnitOfWork], Awaitable[object]]


@pytest.mark.parametrize(
    ("write", "holds"),
    [
        pytest.param(lambda work: work.sets.add(ANNA, [did(9, day=AFTER, source="m:1:2")]), True, id="later"),
        pytest.param(lambda work: work.events.add(ANNA, [skipped(AFTER)]), True, id="said of a later day"),
        pytest.param(lambda work: work.sets.add(BEN, [did(9, day=BEFORE)]), True, id="somebody else"),
        pytest.param(lambda work: work.sets.remove(ANNA, "m:1:7"), True, id="nothing taken back"),
        pytest.param(lambda work: work.sets.add(ANNA, [did(9, source="m:1:2")]), False, id="its last day"),
        pytest.param(lambda work: work.sets.remove(ANNA, "m:1:1"), False, id="taken back"),
        pytest.param(lambda work: work.sets.replace(ANNA, "m:1:1", [did(9)]), False, id="corrected"),
        pytest.param(lambda work: work.events.add(ANNA, [skipped(BEFORE)]), False, id="said of an old day"),
    ],
)
async def test_a_past_holds_until_its_days_are_written_of(
    settled: UnitsOfWork, write: Write, *, holds: bool
) -> None:
    async with settled() as work:
        await write(work)
        await work.commit()
    async with settled() as work:
        assert await work.memory.recall(ANNA) == (past() if holds else NO_PAST)


async def test_what_another_process_writes_is_noticed(settled: UnitsOfWork, engine: AsyncEngine) -> None:
    async with units_of_work(engine)() as work:
        assert await work.memory.recall(ANNA) == NO_PAST
        await work.sets.add(ANNA, [did(9, day=BEFORE, source="i:1:1")])
        await work.commit()
    async with settled() as work:
        assert await work.memory.recall(ANNA) == NO_PAST


async def test_what_is_rolled_back_was_never_kept(units: UnitsOfWork) -> None:
    await with_athletes(units, ANNA)
    async with units() as work:
        await work.sets.add(ANNA, [did(12)])
        await work.memory.keep(ANNA, past())
        assert await work.memory.recall(ANNA) == past()
    async with units() as work:
        assert await work.memory.recall(ANNA) == NO_PAST


async def test_histories_after_a_day(settled: UnitsOfWork) -> None:
    later = did(9, day=AFTER, source="m:1:2")
    async with settled() as work:
        await work.sets.add(ANNA, [later])
        await work.events.add(ANNA, [skipped(FRIDAY), skipped(AFTER)])
        assert await work.sets.history(ANNA, after=FRIDAY) == [later]
        assert await work.events.history(ANNA, after=FRIDAY) == [skipped(AFTER)]


def test_the_pasts_used_least_lately_are_forgotten() -> None:
    pasts = Pasts(sets_at_most=5)
    pasts.put(1, "a", past(sets=2))
    pasts.put(2, "b", past(sets=2))
    pasts.get(1, "a")
    pasts.put(3, "c", past(sets=2))
    assert [pasts.get(athlete, token) is NO_PAST for athlete, token in ((1, "a"), (2, "b"), (3, "c"))] == [
        False,
        True,
        False,
    ]


def test_a_past_that_is_kept_again_counts_once() -> None:
    pasts = Pasts(sets_at_most=5)
    pasts.put(1, "a", past(sets=2))
    for token in "bcd":
        pasts.put(2, token, past(sets=3))
    assert pasts.get(1, "a") != NO_PAST
    assert pasts.get(2, "d") != NO_PAST
