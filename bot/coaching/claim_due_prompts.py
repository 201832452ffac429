"""The clock's turn: what is due becomes stubs in the outbox, and the next prompt is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.mail import Draft, Lane, OutboxKind
from bot.coaching.ports import Due, DueKind, UnitOfWork
from bot.domain.prompts import next_prompt

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ClaimDuePrompts:
    """Short on purpose: it reads no log, and a prompt that comes too late to be useful is left out."""

    grace: timedelta

    async def __call__(self, work: UnitOfWork, now: datetime) -> int:
        """Give the number of rows that were due; call again until it is 0."""
        rows: Sequence[Due] = await work.due.claim(now, AT_ONCE)
        athletes = await work.athletes.get_many([due.athlete_id for due in rows])
        for due in rows:
            athlete = athletes[due.athlete_id]
            if due.kind is DueKind.SNOOZE:
                await work.due.cancel(due.athlete_id, due.kind)
            else:
                await self._plan_next(work, athlete, due, now)
            wanted = athlete.wants_prompts or due.kind is DueKind.SNOOZE
            if wanted and athlete.prompts_on and due.due_at + self.grace > now:
                await work.outbox.add(self._stub(athlete, due))
        return len(rows)

    async def _plan_next(self, work: UnitOfWork, athlete: Athlete, due: Due, now: datetime) -> None:
        found = next_prompt(now, athlete.prompt_times, athlete.zone_info, after=due.day, grace=self.grace)
        await work.due.plan(Due(athlete.athlete_id, due.kind, found.day, found.due_at))

    def _stub(self, athlete: Athlete, due: Due) -> Draft:
        morning = due.kind is DueKind.MORNING
        moment = due.day.isoformat() if morning else due.due_at.isoformat()
        return Draft(
            chat_id=athlete.chat_id,
            kind=OutboxKind.PROMPT,
            lane=Lane.BULK if morning else Lane.INTERACTIVE,
            key=f"{due.kind}:{athlete.athlete_id}:{moment}",
            day=due.day,
            expires_at=due.due_at + self.grace,
        )
