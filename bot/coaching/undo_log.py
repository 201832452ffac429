"""Taking back what was logged last, or by one message, or one set of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.coaching.log_outcomes import (
    NoSuchSet,
    NothingToUndo,
    SetUndone,
    UndoAsked,
    Undone,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import meet
from bot.coaching.told_last import ToldLast, set_at, spoken_of
from bot.coaching.traces import Change, note
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True)
class UndoLog:
    """Of today at once; what was told on an earlier day only by a tap, unless it is replied to."""

    default_zone: str
    told_last: ToldLast

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Undone | UndoAsked | NothingToUndo:
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
        if not removed:
            return NothingToUndo()
        today = athlete.day_of(incoming.said_at)
        await note(work, incoming, Change.UNDONE, source, day=today)
        return Undone(removed, today)

    async def at(
        self, work: UnitOfWork, incoming: Incoming, position: int
    ) -> SetUndone | Undone | UndoAsked | NoSuchSet | NothingToUndo:
        """One set, by its place among those that were told last."""
        athlete = await meet(work, incoming, self.default_zone)
        today = athlete.day_of(incoming.said_at)
        log = await work.sets.history(incoming.athlete_id)
        sets = await self.told_last(work, incoming, log)
        meant = set_at(sets, position)
        if meant is None:
            return NoSuchSet(sets, today) if sets else NothingToUndo()
        if incoming.replies_to is None and athlete.day_of(meant.said_at) < today:
            return UndoAsked(sets, today, meant)
        await self._take_out(work, incoming, meant, today=today)
        return _without(sets, meant, today)

    async def one(
        self, work: UnitOfWork, incoming: Incoming, source: str, position: int
    ) -> SetUndone | Undone | NothingToUndo:
        """The set of that key; a second tap finds nothing."""
        athlete = await meet(work, incoming, self.default_zone)
        log = await work.sets.history(incoming.athlete_id)
        own = tuple(one for one in log if one.source == source)
        meant = next((one for one in own if one.position == position), None)
        if meant is None:
            return NothingToUndo()
        today = athlete.day_of(incoming.said_at)
        await self._take_out(work, incoming, meant, today=today)
        return _without(own, meant, today)

    async def _take_out(self, work: UnitOfWork, incoming: Incoming, meant: LoggedSet, *, today: date) -> None:
        log = await work.sets.history(incoming.athlete_id)
        left = [one for one in log if one.source == meant.source and one != meant]
        await work.sets.replace(incoming.athlete_id, meant.source, left)
        change = Change.CORRECTED if left else Change.UNDONE
        await note(work, incoming, change, meant.source, day=today)


def _without(sets: Sequence[LoggedSet], meant: LoggedSet, today: date) -> SetUndone | Undone:
    """The others keep their keys."""
    left = tuple(one for one in sets if one != meant)
    return SetUndone(meant, left, today) if left else Undone((meant,), today)
