"""A day off, in words or by a tap."""

from dataclasses import dataclass
from datetime import date

from bot.coaching.athlete import Athlete
from bot.coaching.outcomes import SkipNoted
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import next_prompt_at
from bot.domain.events import Skipped


@dataclass(frozen=True, slots=True)
class SkipDay:
    """The day rests; a second word or tap for the same day changes nothing."""

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, athlete: Athlete, *, day: date
    ) -> SkipNoted:
        skipped = Skipped(said_at=incoming.said_at, day=day, source=f"skip:{day}")
        await work.events.add(incoming.athlete_id, [skipped])
        if day == athlete.day_of(incoming.said_at):
            await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        return SkipNoted(await next_prompt_at(work, athlete))
