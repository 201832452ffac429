"""The set log counts each set once and takes back what a source said."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.coaching.ports import UnitsOfWork
from bot.domain.sets import Effort
from tests.store.makers import ANNA, BEN, FRIDAY, MINUTE, NOW, did, with_athletes


@pytest.fixture
async def known(units: UnitsOfWork) -> UnitsOfWork:
    return await with_athletes(units, ANNA, BEN)


async def test_a_message_that_arrives_twice_counts_once(known: UnitsOfWork) -> None:
    said = [did(12), did(10, position=1)]
    async with known() as work:
        assert await work.sets.add(ANNA, said) == 2
        await work.commit()
    async with known() as work:
        assert await work.sets.add(ANNA, [*said, did(8, position=2)]) == 1
        assert await work.sets.history(ANNA) == [*said, did(8, position=2)]


async def test_nothing_to_add_is_nothing_new(known: UnitsOfWork) -> None:
    async with known() as work:
        assert await work.sets.add(ANNA, []) == 0


async def test_the_history_goes_by_day_moment_source_and_position(known: UnitsOfWork) -> None:
    in_order = [
        did(1, day=date(2026, 3, 5), said_at=NOW + MINUTE, source="m:1:9"),
        did(2, said_at=NOW, source="m:1:3", position=0),
        did(3, said_at=NOW, source="m:1:3", position=1),
        did(4, said_at=NOW, source="m:1:4"),
        did(5, said_at=NOW + MINUTE, source="i:abc:1"),
    ]
    async with known() as work:
        await work.sets.add(ANNA, in_order[::-1])
        assert await work.sets.history(ANNA) == in_order


async def test_moments_are_compared_as_instants_whatever_their_offset(known: UnitsOfWork) -> None:
    tokyo = timezone(timedelta(hours=9))
    earlier = did(1, said_at=datetime(2026, 3, 6, 14, 59, tzinfo=tokyo), source="b")
    async with known() as work:
        await work.sets.add(ANNA, [did(2, said_at=NOW, source="a"), earlier])
        assert [one.reps for one in await work.sets.history(ANNA)] == [1, 2]


async def test_effort_and_seconds_come_back(known: UnitsOfWork) -> None:
    hard = replace(did(3), effort=Effort.HARD, seconds=5, exercise="negative_pull_up")
    async with known() as work:
        await work.sets.add(ANNA, [hard])
        (found,) = await work.sets.history(ANNA)
        assert (found, type(found.effort)) == (hard, Effort)


async def test_athletes_do_not_see_each_other(known: UnitsOfWork) -> None:
    async with known() as work:
        await work.sets.add(ANNA, [did(12)])
        assert await work.sets.add(BEN, [did(5)]) == 1
        await work.sets.remove(BEN, "m:1:1")
        assert await work.sets.history(ANNA) == [did(12)]


async def test_an_edit_replaces_its_own_sets_and_no_others(known: UnitsOfWork) -> None:
    other = did(7, source="m:1:2")
    async with known() as work:
        await work.sets.add(ANNA, [did(12), did(10, position=1), other])
        await work.sets.replace(ANNA, "m:1:1", [did(11)])
        assert await work.sets.history(ANNA) == [did(11), other]


async def test_taking_back_gives_what_was_removed_once(known: UnitsOfWork) -> None:
    said = [did(12), did(10, position=1)]
    async with known() as work:
        await work.sets.add(ANNA, said)
        assert await work.sets.remove(ANNA, "m:1:1") == said
        assert await work.sets.remove(ANNA, "m:1:1") == []
        assert await work.sets.history(ANNA) == []


async def test_an_instant_without_offset_is_refused(known: UnitsOfWork) -> None:
    async with known() as work:
        with pytest.raises(Exception, match="an instant needs its offset"):
            await work.sets.add(ANNA, [did(1, said_at=NOW.replace(tzinfo=None), day=FRIDAY)])
