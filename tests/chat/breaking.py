"""A database that fails once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.coaching.ports import UnitOfWork, UnitsOfWork


class Breaking:
    """Units of work, of which one can't be had: the one that is `in_uses` uses away."""

    def __init__(self, units: UnitsOfWork) -> None:
        self.units = units
        self.in_uses = 0

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[UnitOfWork]:
        self.in_uses -= 1
        if self.in_uses == 0:
            raise OSError("database is locked")
        async with self.units() as work:
            yield work
