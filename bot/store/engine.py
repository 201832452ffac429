"""Engines: how a database is opened so that "saved" is a promise and writers wait for each other."""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from bot.store.address import is_sqlite, parsed

# A connection with this option set begins without the write lock: it sees one state and holds nobody up.
READING = "coach_reading"
# Milliseconds that SQLite waits for another process to end its transaction.
PATIENCE = 5000
# Seconds until a PostgreSQL server that doesn't answer counts as away.
CONNECT_TIMEOUT = 10
# The worker's and delivery's tasks, sixteen each, take turns: three processes fit into the hundred
# connections that a PostgreSQL server admits by default.
CONNECTIONS = 24
# Either side finds out within 15 s that the other is gone without a word.
KEEPALIVES = {
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 15_000,
    "options": "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2",
}


def make_engine(url: str) -> AsyncEngine:
    """The engine that serves, by whichever driver the address names: there is one a database.

    Its errors don't repeat what was to be written, but PostgreSQL's own words may: an error's words are
    logged nowhere (`chat/errors.py`).
    """
    if not is_sqlite(url):
        return create_async_engine(
            parsed(url).set(drivername="postgresql+psycopg"),
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_TIMEOUT},
            hide_parameters=True,
        )
    engine = create_async_engine(parsed(url).set(drivername="sqlite+aiosqlite"), hide_parameters=True)
    _prepare(engine.sync_engine, foreign_keys=True)
    return engine


def make_lone_engine(url: str) -> AsyncEngine:
    """For one connection to a PostgreSQL server that is held for long, outside a transaction."""
    return create_async_engine(
        parsed(url).set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"connect_timeout": CONNECT_TIMEOUT, **KEEPALIVES},
        hide_parameters=True,
    )


def make_plain_engine(url: str) -> Engine:
    """For migrations and checks: synchronous, one connection at a time.

    SQLite changes a table by copying it, and dropping the old one would delete what refers to it: so
    foreign keys are not enforced there.
    """
    if not is_sqlite(url):
        return create_engine(
            parsed(url).set(drivername="postgresql+psycopg"),
            poolclass=NullPool,
            connect_args={"connect_timeout": CONNECT_TIMEOUT},
            hide_parameters=True,
        )
    engine = create_engine(parsed(url).set(drivername="sqlite"), poolclass=NullPool, hide_parameters=True)
    _prepare(engine, foreign_keys=False)
    return engine


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
