"""Engines: how SQLite is opened so that "saved" is a promise and writers wait for each other."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from bot.store.trouble import SETTING, StoreError

# A connection with this option set begins without the write lock: it sees one state and holds nobody up.
READING = "coach_reading"
# Milliseconds that SQLite waits for another process to end its transaction.
PATIENCE = 5000


def make_engine(url: str) -> AsyncEngine:
    """The engine that serves. `sqlite:///coach.db` and `sqlite+aiosqlite:///coach.db` are the same.

    Its errors don't repeat what was to be written: names and words stay out of the log.
    """
    engine = create_async_engine(_sqlite_url(url).set(drivername="sqlite+aiosqlite"), hide_parameters=True)
    _prepare(engine.sync_engine, foreign_keys=True)
    return engine


def make_plain_engine(url: str) -> Engine:
    """For migrations and checks: synchronous, one connection at a time, foreign keys not enforced.

    SQLite changes a table by copying it, and dropping the old one would delete what refers to it.
    """
    engine = create_engine(
        _sqlite_url(url).set(drivername="sqlite"), poolclass=NullPool, hide_parameters=True
    )
    _prepare(engine, foreign_keys=False)
    return engine


def database_file(url: str) -> Path:
    """The SQLite file that the address names."""
    return Path(_sqlite_url(url).database or "")


def _sqlite_url(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StoreError(f"{SETTING} is no database address: use one like sqlite:///coach.db") from error
    if url.get_backend_name() != "sqlite":
        raise StoreError(f"{SETTING} names {url.get_backend_name()}: use an address like sqlite:///coach.db")
    if url.database in {None, "", ":memory:"}:
        raise StoreError(f"{SETTING} names no file: use an address like sqlite:///coach.db")
    return url


def _prepare(engine: Engine, *, foreign_keys: bool) -> None:
    event.listen(engine, "connect", _setter(foreign_keys=foreign_keys))
    event.listen(engine, "begin", _begin)


def _setter(*, foreign_keys: bool) -> Callable[[DBAPIConnection, ConnectionPoolEntry], None]:
    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own transaction control begins late and not at all before SELECT and DDL: ours does.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    return set_up


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
