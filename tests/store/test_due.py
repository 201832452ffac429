"""Due work: one row an athlete and kind, claimed by its instant."""

from datetime import timedelta

import pytest

from bot.coaching.ports import Due, DueKind, UnitsOfWork
from tests.store.makers import ANNA, BEN, FRIDAY, MINUTE, NOW, with_athletes

MORNING = Due(ANNA, DueKind.MORNING, FRIDAY, NOW)


@pytest.fixture
async def known(units: UnitsOfWork) -> UnitsOfWork:
    return await with_athletes(units, ANNA, BEN)


async def test_nothing_planned_is_nothing_due(known: UnitsOfWork) -> None:
    async with known() as work:
        assert await work.due.next_at() is None
        assert await work.due.claim(NOW, 10) == []
        assert await work.due.get(ANNA, DueKind.MORNING) is None


async def test_planning_again_moves_the_row(known: UnitsOfWork) -> None:
    tomorrow = Due(ANNA, DueKind.MORNING, FRIDAY + timedelta(days=1), NOW + timedelta(days=1))
    async with known() as work:
        await work.due.plan(MORNING)
        await work.due.plan(tomorrow)
        assert await work.due.get(ANNA, DueKind.MORNING) == tomorrow
        assert await work.due.claim(NOW, 10) == []
        assert await work.due.next_at() == tomorrow.due_at


async def test_kinds_are_planned_and_cancelled_apart(known: UnitsOfWork) -> None:
    snooze = Due(ANNA, DueKind.SNOOZE, FRIDAY, NOW + MINUTE)
    async with known() as work:
        await work.due.plan(MORNING)
        await work.due.plan(snooze)
        await work.due.cancel(ANNA, DueKind.MORNING)
        assert await work.due.get(ANNA, DueKind.MORNING) is None
        assert await work.due.get(ANNA, DueKind.SNOOZE) == snooze


async def test_many_are_planned_and_cancelled_at_once(known: UnitsOfWork) -> None:
    mornings = [MORNING, Due(BEN, DueKind.MORNING, FRIDAY, NOW + MINUTE)]
    snoozes = [Due(who, DueKind.SNOOZE, FRIDAY, NOW) for who in (ANNA, BEN)]
    async with known() as work:
        await work.due.plan(Due(ANNA, DueKind.MORNING, FRIDAY, NOW - MINUTE))
        await work.due.plan_many([*mornings, *snoozes])
        await work.due.cancel_many([ANNA, BEN], DueKind.SNOOZE)
        await work.due.plan_many([])
        await work.due.cancel_many([], DueKind.MORNING)
        assert await work.due.claim(NOW + MINUTE, 10) == mornings


async def test_a_claim_takes_the_oldest_first_up_to_its_limit(known: UnitsOfWork) -> None:
    early, late = MORNING, Due(BEN, DueKind.MORNING, FRIDAY, NOW + MINUTE)
    async with known() as work:
        await work.due.plan(late)
        await work.due.plan(early)
        assert await work.due.claim(NOW, 10) == [early]
        assert await work.due.claim(NOW + MINUTE, 1) == [early]
        assert await work.due.claim(NOW + MINUTE, 10) == [early, late]


async def test_claimed_rows_stay_until_planned_or_cancelled(known: UnitsOfWork) -> None:
    async with known() as work:
        await work.due.plan(MORNING)
        await work.commit()
    async with known() as work:
        await work.due.claim(NOW, 10)
        await work.commit()
    async with known() as work:
        assert await work.due.claim(NOW, 10) == [MORNING]
