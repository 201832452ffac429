"""What fails: a use case, a database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork, UnitsOfWork
from tests.chat.scene import draft, saying


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


class Stumbling:
    """A use case that fails the first times, or always."""

    def __init__(self, times: int, error: Exception | None = None) -> None:
        self.times = times
        self.error = error or RuntimeError("no such luck")

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        if self.times > 0:
            self.times -= 1
            await work.outbox.add(draft("leaves no trace", incoming.chat_id))
            raise self.error
        return saying("at last")
