"""Who uses a database alone: a SQLite file's neighbour is locked, a server holds an advisory lock."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from bot.store.address import database_file, is_sqlite, name_of
from bot.store.engine import make_plain_engine
from bot.store.trouble import busy, told

# Keys of PostgreSQL's advisory locks, which count within one database.
SERVING, MIGRATING, LEADING = 0x2_C0AC4_01, 0x2_C0AC4_02, 0x2_C0AC4_03


@contextmanager
def serving(url: str) -> Iterator[None]:
    """Hold the database for oneself; the system lets go of it however the process ends."""
    with _file_held(url) if is_sqlite(url) else _server_held(url):
        yield


@contextmanager
def _file_held(url: str) -> Iterator[None]:
    """Holds `<file>.lock`.

    The file stays: removing it would let two processes lock two files of the same name.
    """
    database = database_file(url)
    with told(str(database)):
        handle = _locked(database)
    try:
        yield
    finally:
        os.close(handle)


def _locked(database: Path) -> int:
    database.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 20).decode(errors="replace").strip()
        os.close(handle)
        raise busy(str(database), f"by process {holder or 'unknown'}") from None
    os.truncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return handle


@contextmanager
def _server_held(url: str) -> Iterator[None]:
    """A connection of its own holds the lock; outside a transaction, so that it hinders no clean-up."""
    with told(name_of(url), by_server=True):
        connection = make_plain_engine(url).connect().execution_options(isolation_level="AUTOCOMMIT")
    with connection:
        if not connection.execute(select(func.pg_try_advisory_lock(SERVING))).scalar_one():
            raise busy(name_of(url), "by another coach")
        yield
