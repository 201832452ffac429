"""The bell between the processes of one PostgreSQL database: what one has stored, the others hear of at once.

Nothing depends on it, since every loop also looks by itself now and then.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from psycopg import Error
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.store.engine import make_lone_engine

log = structlog.get_logger()

CHANNEL = "coach"
# Seconds: rung more often it rings once.
BETWEEN = 0.02
# Seconds until a server that is away is looked for again.
RETRY = 2.0
TROUBLE = (SQLAlchemyError, Error, OSError)


class Bell:
    """Rung in one process, it is heard in all the others."""

    def __init__(self, url: str) -> None:
        self._engine = make_lone_engine(url)
        self._ears: dict[str, Callable[[], None]] = {}
        self._rung: set[str] = set()
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()

    def hear(self, name: str, wake: Callable[[], None]) -> None:
        """Call this when the name is rung anywhere else."""
        self._ears[name] = wake

    def ring(self, name: str) -> None:
        self._rung.add(name)
        self._woken.set()

    def stop(self) -> None:
        self._stopping.set()

    async def run(self) -> None:
        doings = (self._listen, self._pass_on)
        tasks = [asyncio.create_task(self._again_and_again(doing)) for doing in doings]
        try:
            await self._stopping.wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await self._engine.dispose()

    async def _again_and_again(self, doing: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await doing()
            except TROUBLE as error:
                log.warning("bell_failed", error=type(error).__name__)
            await asyncio.sleep(RETRY)

    async def _listen(self) -> None:
        """What was rung before is looked for once."""
        async with self._engine.connect() as connection:
            await connection.exec_driver_sql("LISTEN coach")
            driver: Any = (await connection.get_raw_connection()).driver_connection
            for wake in self._ears.values():
                wake()
            async for notice in driver.notifies():
                if notice.payload in self._ears:
                    self._ears[notice.payload]()

    async def _pass_on(self) -> None:
        async with self._engine.connect() as connection:
            while True:
                await self._woken.wait()
                self._woken.clear()
                names, self._rung = self._rung, set()
                for name in names:
                    await connection.execute(select(func.pg_notify(CHANNEL, name)))
                await asyncio.sleep(BETWEEN)
