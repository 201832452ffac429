"""Later, please: one reminder, on the same training day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.look_ahead import LookAhead
from bot.coaching.outcomes import Snoozed, SnoozeTooLate
from bot.coaching.ports import Due, DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.domain.calendar import DAY, instant_of

UNSAID = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Snooze:
    look_ahead: LookAhead

    async def __call__(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        minutes: int | None = None,
        at: time | None = None,
    ) -> Snoozed | SnoozeTooLate:
        """In so many minutes or at that time, two hours if neither was said."""
        athlete = situation.athlete
        due_at = moment_said(incoming.said_at, athlete, minutes=minutes, at=at)
        today = athlete.day_of(incoming.said_at)
        if athlete.day_of(due_at) != today:
            return SnoozeTooLate(await self.look_ahead(work, situation))
        await work.due.plan(Due(athlete.athlete_id, DueKind.SNOOZE, today, due_at))
        return Snoozed(due_at.astimezone(athlete.zone_info))


def moment_said(said_at: datetime, athlete: Athlete, *, minutes: int | None, at: time | None) -> datetime:
    """So many minutes from now (a day's at most), or the next such time after now."""
    if at is None:
        wait = UNSAID if minutes is None else timedelta(minutes=min(minutes, 24 * 60))
        return said_at + wait
    local_day = said_at.astimezone(athlete.zone_info).date()
    due_at = instant_of(local_day, at, athlete.zone_info)
    return due_at if due_at > said_at else instant_of(local_day + DAY, at, athlete.zone_info)
