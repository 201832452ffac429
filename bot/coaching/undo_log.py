"""Taking back what was logged last, or by one message."""

from dataclasses import dataclass

from bot.coaching.correct_log import spoken_of
from bot.coaching.log_outcomes import (
    NothingToUndo,
    Undone,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import meet
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True)
class UndoLog:
    default_zone: str

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Undone | NothingToUndo:
        source = await spoken_of(work, incoming)
        return await self.of(work, incoming, source) if source else NothingToUndo()

    async def of(self, work: UnitOfWork, incoming: Incoming, source: str) -> Undone | NothingToUndo:
        """The sets of one source; a second tap finds nothing."""
        athlete = await meet(work, incoming, self.default_zone)
        removed: tuple[LoggedSet, ...] = tuple(await work.sets.remove(incoming.athlete_id, source))
        return Undone(removed, athlete.day_of(incoming.said_at)) if removed else NothingToUndo()
