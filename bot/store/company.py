"""Serving a SQLite file alone, or a PostgreSQL database in company: who leads, and waking the others."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from bot.store.address import is_sqlite
from bot.store.bell import Bell
from bot.store.leader import Leader
from bot.store.lock import serving


class Company(Protocol):
    """The processes that serve one database, as one of them sees them."""

    @property
    def is_leading(self) -> bool:
        """As far as is known; `leads` asks."""
        ...

    async def leads(self) -> bool: ...

    def hear(self, name: str, wake: Callable[[], None]) -> None:
        """Call this when another process rings for that name, and when there may be something new to do."""
        ...

    def ring(self, name: str) -> None:
        """Wake whoever hears that name in the other processes."""
        ...

    async def run(self) -> None: ...

    def stop(self) -> None: ...


class Alone:
    """Leads from beginning to end, and has nobody to wake."""

    is_leading = True

    def __init__(self) -> None:
        self._stopping = asyncio.Event()

    async def leads(self) -> bool:
        return True

    def hear(self, name: str, wake: Callable[[], None]) -> None: ...

    def ring(self, name: str) -> None: ...

    async def run(self) -> None:
        await self._stopping.wait()

    def stop(self) -> None:
        self._stopping.set()


class Together:
    def __init__(self, url: str) -> None:
        self._leader = Leader(url)
        self._bell = Bell(url)
        self.leads = self._leader.leads
        self.join = self._leader.join
        self.leave = self._leader.leave
        self.ring = self._bell.ring

    @property
    def is_leading(self) -> bool:
        return self._leader.is_leading

    def hear(self, name: str, wake: Callable[[], None]) -> None:
        self._bell.hear(name, wake)
        self._leader.tell(wake)

    async def run(self) -> None:
        await asyncio.gather(self._leader.run(), self._bell.run())

    def stop(self) -> None:
        self._leader.stop()
        self._bell.stop()


@asynccontextmanager
async def serving_in_company(url: str) -> AsyncIterator[Company]:
    """Raises a `StoreError` where the database can't be served."""
    if is_sqlite(url):
        with serving(url):
            yield Alone()
        return
    together = Together(url)
    try:
        await together.join()
        yield together
    finally:
        await together.leave()
