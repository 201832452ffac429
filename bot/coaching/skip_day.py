"""A day off, or one side of it, in words or by a tap."""

from dataclasses import dataclass
from datetime import date

from bot.coaching.look_ahead import LookAhead
from bot.coaching.outcomes import SideSkipped, SkipNoted
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, card_of, reload
from bot.domain.events import SideOff, Skipped
from bot.domain.exercise import Family


@dataclass(frozen=True, slots=True)
class SkipDay:
    """The day rests; a second word or tap for the same day changes nothing."""

    look_ahead: LookAhead

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, day: date
    ) -> SkipNoted:
        skipped = Skipped(said_at=incoming.said_at, day=day, source=f"skip:{day}")
        await work.events.add(incoming.athlete_id, [skipped])
        if day == situation.today:
            await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        after = await reload(work, situation, self.look_ahead.catalogue)
        return SkipNoted(await self.look_ahead(work, after))

    async def side(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, family: Family
    ) -> SideSkipped | SkipNoted:
        """Today's other side goes on; where there is none to do, or one is done, the day is over."""
        plan, trained = situation.plan, any(situation.training.done.values())
        alone = not all(part.sets for part in plan)
        if trained or alone:
            return await self(work, incoming, situation, day=situation.today)
        event = SideOff(said_at=incoming.said_at, day=situation.today, source=f"side:{family}", family=family)
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.look_ahead.catalogue)
        return SideSkipped(family, card_of(after, self.look_ahead.catalogue))
