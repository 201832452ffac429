"""A turn that remembers the past sees what one that reads and folds everything sees."""

from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.ports import UnitOfWork, UnitsOfWork
from bot.coaching.situation import Situation, load_situation
from bot.data.exercises import load_catalogue
from bot.domain.events import Event
from bot.domain.exercise import Family
from bot.domain.plan import PlannedSet
from bot.domain.sets import Effort, LoggedSet
from bot.store.unit_of_work import units_of_work
from tests.makers import cleared, day, did, felt, has_bar, hurts, placed
from tests.store.makers import ANNA, athlete

CATALOGUE = load_catalogue()
DAYS, COMPARED_EVERY = 60, 2
EVENING = time(21, 0)


async def situation(work: UnitOfWork, number: int) -> Situation:
    return await load_situation(work, athlete(), today=day(number), catalogue=CATALOGUE)


async def live(work: UnitOfWork, number: int) -> None:
    """Mostly what is planned; now and then something late, corrected, taken back, or about days gone by."""
    left = (await situation(work, number)).left
    if number % 9:
        await work.sets.add(ANNA, [_done(one, number, place) for place, one in enumerate(left)])
    if number % 13 == 0:
        await work.events.add(ANNA, [felt(Effort.HARD, Family.PUSH, on=day(number - 9), clock=EVENING)])
    if number % 17 == 0:
        late = did("push_up", 8, 8, on=day(number - 12), source=f"m:2:{number}", said=day(number))
        await work.sets.add(ANNA, late)
    if number % 19 == 0:
        await work.sets.replace(ANNA, f"m:1:{number - 10}", did("push_up", 3, on=day(number - 10)))
    if number % 23 == 0:
        await work.sets.remove(ANNA, f"m:1:{number - 20}")
    await work.events.add(ANNA, _said(number))


def _done(planned: PlannedSet, number: int, place: int) -> LoggedSet:
    [one] = did(planned.exercise, planned.reps, on=day(number), source=f"m:1:{number}")
    return replace(one, position=place)


def _said(number: int) -> list[Event]:
    return {
        1: [placed("push_up", 12), placed("pull_up", 2), has_bar()],
        40: [hurts(Family.PULL, on=day(40))],
        44: [cleared(Family.PULL, on=day(44))],
    }.get(number, [])


@pytest.fixture
async def anna(units: UnitsOfWork) -> UnitsOfWork:
    async with units() as work:
        await work.athletes.save(athlete())
        await work.commit()
    return units


async def test_remembering_changes_nothing(anna: UnitsOfWork, engine: AsyncEngine) -> None:
    remembered = 0
    for number in range(1, DAYS):
        async with anna() as work:
            await live(work, number)
            remembered += (await work.memory.recall(ANNA)).day is not None
            shown = await situation(work, number + 1)
            await work.commit()
        if number % COMPARED_EVERY == 0:
            async with units_of_work(engine)() as work:
                assert shown == await situation(work, number + 1)
    assert remembered > DAYS // 3


async def test_a_day_gone_by_is_seen_as_it_was(anna: UnitsOfWork, engine: AsyncEngine) -> None:
    for number in range(1, 30):
        async with anna() as work:
            await live(work, number)
            await work.commit()
    async with anna() as work:
        shown = await situation(work, 12)
    async with units_of_work(engine)() as work:
        assert shown == await situation(work, 12)
