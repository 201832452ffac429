"""A day off, in words or by a tap."""

from dataclasses import dataclass
from datetime import date

from bot.coaching.look_ahead import LookAhead
from bot.coaching.outcomes import SkipNoted
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.domain.events import Skipped


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
