"""The databases under the coaches, and what happens to them."""

import asyncio
import os
import resource
import shutil
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Protocol

import psycopg

from benchmarks.reliability.coaches import Coaches
from benchmarks.reliability.setting import Database
from tests.databases import fresh_database, private_server, restart

# Longer than SQLite's writers wait for its lock.
HELD = 6.0
FOR_A_WHILE = 3.0
# Root may write what nobody may; without this right it may not either.
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")

Trouble = Callable[[Coaches], Awaitable[None]]


class Store(Protocol):
    url: str

    @property
    def troubles(self) -> Mapping[str, Trouble]: ...


class SqliteFile:
    def __init__(self, folder: Path) -> None:
        self._path = folder / "coach.db"
        self.url = f"sqlite:///{self._path}"

    @property
    def troubles(self) -> Mapping[str, Trouble]:
        return {"disk full": self._full, "read-only": self._read_only, "locked": self._locked}

    async def _full(self, coaches: Coaches) -> None:
        """A limit on the size of files, which fails a running process's writes as a full disk does."""
        (coach,) = coaches.all
        limit = partial(resource.prlimit, coach.pid, resource.RLIMIT_FSIZE)
        with suppress(ProcessLookupError):  # it couldn't start, which is no wonder
            limit((0, resource.RLIM_INFINITY))
            await asyncio.sleep(FOR_A_WHILE)
            limit((resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    async def _read_only(self, coaches: Coaches) -> None:
        """Started on files that it may not write; they become writable while it runs."""
        (coach,) = coaches.all
        await coach.end(signal.SIGTERM)
        files = [file for file in self._path.parent.glob("coach.db*") if file.suffix != ".lock"]
        for file in files:
            file.chmod(0o444)
        try:
            await coach.start(*(UNPRIVILEGED if os.geteuid() == 0 and shutil.which("setpriv") else ()))
            await asyncio.sleep(FOR_A_WHILE)
        finally:
            for file in files:
                file.chmod(0o644)

    async def _locked(self, _coaches: Coaches) -> None:
        """By somebody else, for longer than the coach waits for the lock."""
        with closing(sqlite3.connect(self._path, isolation_level=None, timeout=HELD)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(HELD)
            connection.execute("ROLLBACK")


class Server:
    """A database on a private PostgreSQL server; `folder` is the server's own."""

    def __init__(self, address: str, folder: Path, template: str | None = None) -> None:
        self._address = address
        self._folder = folder
        self.url = fresh_database(address, template=template)

    @property
    def troubles(self) -> Mapping[str, Trouble]:
        return {"server restarted": self._restarted, "read-only": self._read_only}

    async def _restarted(self, _coaches: Coaches) -> None:
        await asyncio.to_thread(restart, self._folder)

    async def _read_only(self, _coaches: Coaches) -> None:
        await asyncio.to_thread(self._set, "ALTER SYSTEM SET default_transaction_read_only = on")
        await asyncio.sleep(FOR_A_WHILE)
        await asyncio.to_thread(self._set, "ALTER SYSTEM RESET default_transaction_read_only")

    def _set(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement)
            connection.execute("SELECT pg_reload_conf()")


@contextmanager
def opened(database: Database, folder: Path) -> Iterator[Store]:
    if database is Database.SQLITE:
        yield SqliteFile(folder)
        return
    with private_server(folder / "postgresql") as address:
        yield Server(address, folder / "postgresql" / "data")
