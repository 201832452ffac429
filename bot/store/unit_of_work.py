"""The unit of work: one connection, one transaction, all repositories."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.coaching.ports import UnitOfWork, UnitsOfWork
from bot.store.address import SQLITE
from bot.store.athletes import StoredAthletes
from bot.store.due import StoredDueWork
from bot.store.engine import READING
from bot.store.events import StoredEventLog
from bot.store.inbox import StoredInbox
from bot.store.memory import Pasts, StoredMemory
from bot.store.outbox import StoredOutbox
from bot.store.set_log import StoredSetLog
from bot.store.trouble import surroundings
from bot.store.zones import StoredZoneBook


class StoredUnitOfWork:
    def __init__(self, connection: AsyncConnection, pasts: Pasts, *, reads_only: bool = False) -> None:
        self._connection = connection
        self.athletes = StoredAthletes(connection, locks=not reads_only)
        self.sets = StoredSetLog(connection)
        self.events = StoredEventLog(connection)
        self.due = StoredDueWork(connection)
        self.zones = StoredZoneBook(connection)
        self.inbox = StoredInbox(connection)
        self.outbox = StoredOutbox(connection)
        self.memory = StoredMemory(connection, pasts)

    async def commit(self) -> None:
        """After a commit that fails SQLite's transaction is still open, and the library doesn't end it."""
        async with AsyncExitStack() as unless_committed:
            unless_committed.push_async_callback(self._connection.invalidate)
            await self._connection.commit()
            unless_committed.pop_all()


def units_of_work(engine: AsyncEngine) -> UnitsOfWork:
    """Units that write. SQLite takes one writer at a time, so those of one process queue up here in turn.

    (Left to SQLite they would poll for its lock, and the unlucky would wait longest.) PostgreSQL takes
    as many as there are connections.
    """
    turnstile = _Turnstile() if engine.dialect.name == SQLITE else None
    pasts = Pasts()

    @asynccontextmanager
    async def unit() -> AsyncIterator[UnitOfWork]:
        async with turnstile.passed() if turnstile else nullcontext():
            with surroundings():
                async with engine.connect() as connection:
                    yield StoredUnitOfWork(connection, pasts)

    return unit


def readings(engine: AsyncEngine) -> UnitsOfWork:
    """Units that only read: one state of the database, while others write."""
    options = {READING: True} if engine.dialect.name == SQLITE else {"isolation_level": "REPEATABLE READ"}

    @asynccontextmanager
    async def unit() -> AsyncIterator[UnitOfWork]:
        with surroundings():
            async with engine.connect() as connection:
                reading = await connection.execution_options(**options)
                yield StoredUnitOfWork(reading, Pasts(), reads_only=True)

    return unit


class _Turnstile:
    """Lets one task in at a time; a task that is inside already would wait for itself, and is refused."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._inside: asyncio.Task[object] | None = None

    @asynccontextmanager
    async def passed(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is not None and task is self._inside:
            raise RuntimeError("a unit of work inside another one of the same task")
        async with self._lock:
            self._inside = task
            try:
                yield
            finally:
                self._inside = None
