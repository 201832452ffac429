"""What every change of a setting ends with: written down, the prompts planned anew, the next one told."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.look_ahead import LookAhead
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.setting_outcomes import Settled
from bot.coaching.situation import Situation, plan_way_home, reload
from bot.domain.calendar import DAY
from bot.domain.events import Skipped

NO_GRACE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Settle:
    look_ahead: LookAhead

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, athlete: Athlete
    ) -> Settled:
        """The day whose prompt comes next stays the same, so a change never gives two in a day."""
        await work.athletes.save(athlete)
        due = await work.due.get(athlete.athlete_id, DueKind.MORNING)
        if due is not None:
            found = athlete.next_prompt(incoming.said_at, after=due.day - DAY, grace=NO_GRACE)
            await work.due.plan(replace(due, day=found.day, due_at=found.due_at))
        await plan_way_home(work, athlete)
        if athlete.zone != situation.athlete.zone:
            await self._excuse_days_cut_short(work, incoming, situation, athlete)
        now = await reload(work, replace(situation, athlete=athlete), self.look_ahead.catalogue)
        return Settled(athlete, await self.look_ahead(work, now))

    async def _excuse_days_cut_short(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, athlete: Athlete
    ) -> None:
        """Whom a journey to the east takes the rest of a day from has missed nothing."""
        today, trained = athlete.day_of(incoming.said_at), {one.day for one in situation.log}
        cut = (situation.today + number * DAY for number in range((today - situation.today).days))
        excused = [
            Skipped(said_at=incoming.said_at, day=day, source=incoming.source, position=position)
            for position, day in enumerate(cut)
            if day not in trained
        ]
        await work.events.add(incoming.athlete_id, excused)
