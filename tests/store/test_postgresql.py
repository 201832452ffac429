"""What is PostgreSQL's own: one serving process, turns of one athlete one after the other, clear errors."""

import asyncio

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import InternalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.lock import serving
from bot.store.migrate import upgrade
from bot.store.schema import current, ensure_schema
from bot.store.trouble import DatabaseBusy, DatabaseFailedError, StoreError
from bot.store.unit_of_work import units_of_work
from tests.databases import POSTGRESQL, fresh_database
from tests.store.makers import ANNA, BEN, athlete, with_athletes

pytestmark = pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)


def test_a_second_coach_is_told_that_the_database_is_served(url: str) -> None:
    with serving(url), pytest.raises(DatabaseBusy, match=r"another coach.*DATABASE_URL"), serving(url):
        pass
    with serving(url):
        pass


def test_another_database_of_the_server_is_free(url: str, server: str) -> None:
    with serving(url), serving(fresh_database(server)):
        pass


@pytest.mark.usefixtures("url")
async def test_processes_that_start_together_migrate_once(server: str) -> None:
    empty = fresh_database(server)
    await asyncio.gather(*(asyncio.to_thread(ensure_schema, empty) for _ in range(3)))
    upgrade(empty)
    assert current(empty) is not None


def test_a_database_that_is_not_there_is_one_line_without_the_password(url: str) -> None:
    address = make_url(url).set(database="nowhere", password="secret")
    with pytest.raises(StoreError, match=r"nowhere on .*DATABASE_URL") as caught:
        ensure_schema(address.render_as_string(hide_password=False))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_turns_of_one_athlete_take_turns(url: str, units: UnitsOfWork) -> None:
    await with_athletes(units, ANNA, BEN)
    other = make_engine(url)
    names: list[str] = []

    async def rename(units: UnitsOfWork, letter: str) -> None:
        async with units() as work:
            found = await work.athletes.get(ANNA)
            assert found is not None
            await work.athletes.save(athlete(name=found.name + letter))
            await work.commit()
            names.append(letter)

    await asyncio.gather(*(rename(one, letter) for one in (units, units_of_work(other)) for letter in "ab"))
    await other.dispose()
    async with units() as work:
        found = await work.athletes.get(ANNA)
        assert found is not None
        assert sorted(found.name.removeprefix(athlete().name)) == sorted(names)


async def test_a_server_that_goes_away_is_trouble_of_the_surroundings(url: str, server: str) -> None:
    engine = make_engine(url)
    units = units_of_work(engine)
    killer = make_engine(make_url(server).set(drivername="postgresql+psycopg").render_as_string(False))
    kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"

    async def be_cut_off() -> None:
        async with units() as work:
            await work.athletes.get(ANNA)
            async with killer.connect() as connection:
                await connection.exec_driver_sql(kill, (make_url(url).database,))
            await work.athletes.get(ANNA)

    with pytest.raises(DatabaseFailedError):
        await be_cut_off()
    await with_athletes(units, ANNA)
    await killer.dispose()
    await engine.dispose()


async def test_a_server_that_takes_no_writes_is_trouble_of_the_surroundings(
    units: UnitsOfWork, engine: AsyncEngine
) -> None:
    async with engine.connect() as connection:
        await connection.exec_driver_sql("SET SESSION default_transaction_read_only = on")
        await connection.commit()
    with pytest.raises(DatabaseFailedError):
        await with_athletes(units, ANNA)


async def test_a_wrong_statement_in_a_failed_transaction_is_our_own_fault(units: UnitsOfWork) -> None:
    async def go_on_all_the_same() -> None:
        async with units() as work:
            with pytest.raises(ProgrammingError):
                await work.sets._connection.exec_driver_sql("SELECT nonsense")  # type: ignore[attr-defined]
            await work.athletes.get(ANNA)

    with pytest.raises(InternalError):
        await go_on_all_the_same()
