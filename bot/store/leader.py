"""Several processes on one PostgreSQL database: one of them leads, whoever holds an advisory lock.

The lock lives on a connection of its own: it ends with its holder, and whoever has lost the connection no
longer leads.
"""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from sqlalchemy import func, literal, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.address import name_of
from bot.store.engine import make_lone_engine
from bot.store.lock import LEADING, SERVING
from bot.store.trouble import DatabaseBusy, busy, told

log = structlog.get_logger()

TROUBLE = (SQLAlchemyError, OSError, TimeoutError, DatabaseBusy)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Seconds: between two tries to lead or to find the server, and until a silent one counts as away.

    Whoever takes over waits for `hand_over`: the former leader may only have lost its connection, and be
    about to write down what it has sent.
    """

    try_every: float = 2.0
    answer_within: float = 5.0
    hand_over: float = 3.0


class Leader:
    """Serves beside others, and leads if nobody else does."""

    def __init__(self, url: str, rhythm: Rhythm = Rhythm()) -> None:
        self.is_leading = False
        self._rhythm = rhythm
        self._url = url
        self._engine = make_lone_engine(url)
        self._connection: AsyncConnection | None = None
        self._asking = asyncio.Lock()
        self._has_followed = False
        self._told: list[Callable[[], None]] = []
        self._stopping = asyncio.Event()

    async def join(self) -> None:
        """Raises a `StoreError` where the database can't be reached, or somebody needs it for themselves."""
        with told(name_of(self._url), by_server=True):
            async with self._asking:
                await self._connect()

    async def leads(self) -> bool:
        """Whether this process leads; the server was asked just now."""
        if not self.is_leading:
            return False
        async with self._asking:
            return await self._confirmed()

    def tell(self, wake: Callable[[], None]) -> None:
        """Wake this when the server is there again, and when this process begins to lead."""
        self._told.append(wake)

    async def run(self) -> None:
        while not self._stopping.is_set():
            async with self._asking:
                gained = await self._tried()
            if gained:
                await self._begin()
            await self._stopped_within(self._rhythm.try_every)

    def stop(self) -> None:
        self._stopping.set()

    async def leave(self) -> None:
        """Give everything back; another process takes over."""
        self.is_leading = False
        async with self._asking:
            await self._disconnect()
        await self._engine.dispose()

    async def _begin(self) -> None:
        if self._has_followed:
            await self._stopped_within(self._rhythm.hand_over)
        self.is_leading = not self._stopping.is_set()
        log.info("leads")
        self._wake()

    async def _tried(self) -> bool:
        """Whether the lead was to be had."""
        if self.is_leading:
            await self._confirmed()
            return False
        try:
            async with asyncio.timeout(self._rhythm.answer_within):
                if self._connection is None:
                    await self._connect()
                    self._wake()
                free = await self._ask(func.pg_try_advisory_lock(LEADING))
        except TROUBLE as error:
            await self._lose(error)
            return False
        self._has_followed = self._has_followed or not free
        return free

    async def _confirmed(self) -> bool:
        if not self.is_leading:
            return False
        try:
            async with asyncio.timeout(self._rhythm.answer_within):
                await self._ask(literal(True))
        except TROUBLE as error:
            await self._lose(error)
        return self.is_leading

    async def _lose(self, error: Exception) -> None:
        log.warning("database_lost", led=self.is_leading, error=type(error).__name__)
        self.is_leading = False
        self._has_followed = True
        await self._disconnect()

    async def _connect(self) -> None:
        self._connection = await self._engine.connect()
        if not await self._ask(func.pg_try_advisory_lock_shared(SERVING)):
            await self._disconnect()
            raise busy(name_of(self._url), "by a coach that needs it alone")

    async def _ask(self, question: object) -> bool:
        assert self._connection is not None
        answer: bool = (await self._connection.execute(select(question))).scalar_one()  # type: ignore[call-overload]
        return answer

    async def _disconnect(self) -> None:
        """However broken it is: what the server doesn't hear, its keepalives tell it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(*TROUBLE):
                async with asyncio.timeout(self._rhythm.answer_within):
                    await connection.invalidate()
                    await connection.close()

    def _wake(self) -> None:
        for wake in self._told:
            wake()

    async def _stopped_within(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
