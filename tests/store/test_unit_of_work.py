"""A unit of work: all or nothing, one writer after the other, readers undisturbed."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.coaching.ports import UnitsOfWork
from bot.domain.events import Skipped
from bot.store.address import database_file
from bot.store.engine import make_engine
from bot.store.trouble import DatabaseFailedError, surroundings
from bot.store.unit_of_work import readings, units_of_work
from tests.databases import POSTGRESQL
from tests.store.conftest import only_sqlite
from tests.store.makers import ANNA, FRIDAY, NOW, athlete, did, draft, raw, with_athletes


async def test_leaving_without_a_commit_rolls_all_back(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.athletes.save(athlete())
        await work.sets.add(ANNA, [did(12)])
        await work.inbox.accept([raw(5)], NOW)
        await work.outbox.add(draft(key="once"))
    async with units() as work:
        assert await work.athletes.get(ANNA) is None
        assert await work.inbox.largest_update_id() == 0
        assert await work.outbox.add(draft(key="once"))


async def test_a_failure_rolls_all_back(units: UnitsOfWork) -> None:
    async def fail() -> None:
        async with units() as work:
            await work.athletes.save(athlete())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with units() as work:
        assert await work.athletes.get(ANNA) is None


async def test_a_cancelled_turn_leaves_nothing_and_lets_the_next_one_in(units: UnitsOfWork) -> None:
    written = asyncio.Event()

    async def hang() -> None:
        async with units() as work:
            await work.athletes.save(athlete())
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await written.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with units() as work:
        assert await work.athletes.get(ANNA) is None


async def test_a_turn_may_write_in_any_order(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.sets.add(ANNA, [did(12)])
        await work.events.add(ANNA, [Skipped(said_at=NOW, day=FRIDAY, source="m:1:1")])
        await work.athletes.save(athlete())
        await work.commit()
    async with units() as work:
        assert await work.sets.history(ANNA) == [did(12)]


async def test_a_log_of_nobody_is_not_committed(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.sets.add(ANNA, [did(12)])
        with pytest.raises(IntegrityError):
            await work.commit()
    async with units() as work:
        assert await work.sets.history(ANNA) == []
        await work.athletes.save(athlete())
        await work.commit()


async def test_a_forgotten_athlete_takes_the_log_along(units: UnitsOfWork, engine: AsyncEngine) -> None:
    await with_athletes(units, ANNA)
    async with units() as work:
        await work.sets.add(ANNA, [did(12)])
        await work.commit()
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM athletes"))
    async with units() as work:
        assert await work.sets.history(ANNA) == []


@only_sqlite
async def test_two_processes_take_turns_instead_of_failing(url: str, units: UnitsOfWork) -> None:
    """A second engine stands for a second process: it knows nothing of the first one's queue."""
    other = make_engine(url)
    try:
        await asyncio.gather(*[_count_up(one) for one in (units, units_of_work(other)) for _ in range(5)])
        async with units() as work:
            assert await work.inbox.largest_update_id() == 10
    finally:
        await other.dispose()


async def _count_up(units: UnitsOfWork) -> None:
    """Reads, then writes what it read plus one: right only if nobody writes in between."""
    async with units() as work:
        largest = await work.inbox.largest_update_id()
        await asyncio.sleep(0)
        await work.inbox.accept([raw(largest + 1)], NOW)
        await work.commit()


@only_sqlite
async def test_a_database_that_fails_is_trouble_of_the_surroundings(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.engine.PATIENCE", 10)
    engine = make_engine(url)
    units = units_of_work(engine)
    blocker = sqlite3.connect(database_file(url), isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseFailedError, match="database is locked"):
        await with_athletes(units, ANNA)
    blocker.close()
    await with_athletes(units, ANNA)
    await engine.dispose()


@only_sqlite
async def test_a_full_disk_keeps_what_was_saved(units: UnitsOfWork, engine: AsyncEngine) -> None:
    await with_athletes(units, ANNA)
    async with engine.connect() as connection:
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseFailedError, match="full"):
        await _accept_much(units)
    async with units() as work:
        assert await work.athletes.get(ANNA) == athlete()
        assert await work.inbox.largest_update_id() == 0


async def _accept_much(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(number, payload="x" * 1000) for number in range(100)], NOW)
        await work.commit()


def test_a_damaged_file_is_trouble_of_the_surroundings() -> None:
    damaged = DatabaseError("SELECT 1", None, sqlite3.DatabaseError("database disk image is malformed"))
    with pytest.raises(DatabaseFailedError, match="malformed"), surroundings():
        raise damaged


@only_sqlite
async def test_a_wrong_statement_is_the_programs_fault_and_keeps_what_was_said(
    units: UnitsOfWork, engine: AsyncEngine
) -> None:
    statement = text("INSERT INTO athletes (athlete_id, name) VALUES (1, :name)")

    async def fail() -> None:
        with surroundings():
            async with engine.connect() as connection:
                await connection.execute(statement, {"name": "Annabel"})

    with pytest.raises(IntegrityError) as caught:
        await fail()
    assert "Annabel" not in str(caught.value)


async def test_only_one_of_two_turns_gets_a_row(url: str, units: UnitsOfWork) -> None:
    other = make_engine(url)
    async with units() as work:
        await work.inbox.accept([raw(5)], NOW)
        await work.commit()
    try:
        claimed = await asyncio.gather(*[_take(one) for one in (units, units_of_work(other), units)])
    finally:
        await other.dispose()
    assert sorted(claimed) == [False, False, True]


async def _take(units: UnitsOfWork) -> bool:
    async with units() as work:
        claimed = await work.inbox.claim(5)
        if claimed:
            await work.inbox.mark(5, "done", NOW)
        await work.commit()
        return claimed


@only_sqlite
async def test_a_connection_that_dies_leaves_nothing(url: str, units: UnitsOfWork) -> None:
    await with_athletes(units, ANNA)
    dying = sqlite3.connect(database_file(url), isolation_level=None)
    dying.execute("BEGIN IMMEDIATE")
    dying.execute("UPDATE athletes SET name = 'half done'")
    dying.close()
    async with units() as work:
        assert await work.athletes.get(ANNA) == athlete()


async def test_readers_see_one_state_and_hold_nobody_up(units: UnitsOfWork, engine: AsyncEngine) -> None:
    await with_athletes(units, ANNA)
    async with readings(engine)() as reading:
        assert await reading.athletes.get(ANNA) == athlete()
        async with units() as work:
            await work.athletes.save(athlete(name="Anna B."))
            await work.commit()
        assert await reading.athletes.get(ANNA) == athlete()
    async with readings(engine)() as reading:
        assert await reading.athletes.get(ANNA) == athlete(name="Anna B.")


@only_sqlite
async def test_a_unit_inside_another_is_refused_instead_of_waiting_forever(units: UnitsOfWork) -> None:
    async with units():
        with pytest.raises(RuntimeError, match="inside another"):
            async with units():
                pass


@only_sqlite
async def test_saved_is_a_promise(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000, "foreign_keys": 1}


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite"])
def test_both_forms_of_address_name_the_same_file(scheme: str, tmp_path: Path) -> None:
    assert database_file(f"{scheme}:///{tmp_path}/coach.db") == tmp_path / "coach.db"


def test_a_servers_database_is_never_taken_for_a_file() -> None:
    with pytest.raises(ValueError, match="no file"):
        database_file("postgresql://localhost/coach")


@pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)
async def test_that_no_connection_is_free_is_trouble_of_the_surroundings(url: str) -> None:
    engine = create_async_engine(
        make_url(url).set(drivername="postgresql+psycopg"), pool_size=1, max_overflow=0, pool_timeout=0.01
    )
    async with engine.connect():
        with pytest.raises(DatabaseFailedError, match="no connection was free"):
            await with_athletes(units_of_work(engine), ANNA)
    await engine.dispose()
