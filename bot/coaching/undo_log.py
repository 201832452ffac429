"""Taking back what was logged last, or by one message."""

from dataclasses import dataclass

from bot.coaching.correct_log import spoken_of
from bot.coaching.log_outcomes import (
    NothingToUndo,
    UndoAsked,
    Undone,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import meet
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True)
class UndoLog:
    default_zone: str

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Undone | UndoAsked | NothingToUndo:
        """Of today at once; what was told on an earlier day only by a tap, unless it is replied to."""
        athlete = await meet(work, incoming, self.default_zone)
        source = await spoken_of(work, incoming)
        if source is None:
            return NothingToUndo()
        log = await work.sets.history(incoming.athlete_id)
        sets = tuple(one for one in log if one.source == source)
        today = athlete.day_of(incoming.said_at)
        if incoming.replies_to is None and athlete.day_of(sets[0].said_at) < today:
            return UndoAsked(sets, today)
        return await self.of(work, incoming, source)

    async def of(self, work: UnitOfWork, incoming: Incoming, source: str) -> Undone | NothingToUndo:
        """The sets of one source; a second tap finds nothing."""
        athlete = await meet(work, incoming, self.default_zone)
        removed: tuple[LoggedSet, ...] = tuple(await work.sets.remove(incoming.athlete_id, source))
        return Undone(removed, athlete.day_of(incoming.said_at)) if removed else NothingToUndo()
