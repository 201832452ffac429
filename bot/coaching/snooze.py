"""Later, please: one reminder, on the same training day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.look_ahead import LookAhead
from bot.coaching.outcomes import Snoozed, SnoozeTooLate
from bot.coaching.ports import Due, DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.domain.calendar import DAY, instant_of
from bot.understanding.reading import Reading

UNSAID = timedelta(hours=2)
LAST_CALL = time(23)


@dataclass(frozen=True, slots=True)
class Snooze:
    look_ahead: LookAhead

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Snoozed | SnoozeTooLate:
        """In so many minutes or at that time, two hours if neither was said.

        A wait that outlasts the day ends at its last call; a time of tomorrow is left to its prompt.
        """
        athlete, said_at = situation.athlete, incoming.said_at
        due_at = _moment(said_at, athlete, reading)
        outlasts = reading.at is None and athlete.day_of(due_at) != situation.today
        if outlasts:
            due_at = instant_of(situation.today, LAST_CALL, athlete.zone_info)
        if reading.day or due_at <= said_at or athlete.day_of(due_at) != situation.today:
            return SnoozeTooLate(await self.look_ahead(work, situation))
        await work.due.plan(Due(athlete.athlete_id, DueKind.SNOOZE, situation.today, due_at))
        return Snoozed(due_at.astimezone(athlete.zone_info), shortened=outlasts)


def _moment(said_at: datetime, athlete: Athlete, reading: Reading) -> datetime:
    """So many minutes from now (a day's at most), or the next such time after now."""
    if reading.at is None:
        wait = UNSAID if reading.minutes is None else timedelta(minutes=min(reading.minutes, 24 * 60))
        return said_at + wait
    local_day = said_at.astimezone(athlete.zone_info).date()
    due_at = instant_of(local_day, reading.at, athlete.zone_info)
    return due_at if due_at > said_at else instant_of(local_day + DAY, reading.at, athlete.zone_info)
