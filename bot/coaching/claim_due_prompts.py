"""The clock's turn: what is due becomes stubs in the outbox, and the next prompt is planned."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.change_place import at_home
from bot.coaching.mail import Draft, Lane, OutboxKind
from bot.coaching.ports import Claimed, Due, DueKind, UnitOfWork

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ClaimDuePrompts:
    """Short on purpose: it reads no log, and writes so many rows at once.

    A prompt that comes too late to be useful is left out; a card whose day is over is closed all the same.
    """

    grace: timedelta

    async def __call__(self, work: UnitOfWork, now: datetime) -> Claimed:
        """Call again until no rows were due."""
        rows = await work.due.claim(now, AT_ONCE)
        athletes = {**await work.athletes.get_many([due.athlete_id for due in rows])}
        athletes |= await _come_home(work, rows, athletes)
        await self._plan_on(work, rows, athletes, now)
        wanted = [due for due in rows if _is_wanted(athletes[due.athlete_id], due)]
        in_time = [due for due in wanted if due.due_at + self.grace > now]
        await work.outbox.add_many([self._stub(athletes[due.athlete_id], due) for due in in_time])
        await _close_cards(work, rows, athletes)
        return Claimed(len(rows), too_late=len(wanted) - len(in_time))

    async def _plan_on(
        self, work: UnitOfWork, rows: Sequence[Due], athletes: Mapping[int, Athlete], now: datetime
    ) -> None:
        """Tomorrow's mornings; a reminder comes once, and so does the end of a journey."""
        mornings = [due for due in rows if due.kind is DueKind.MORNING]
        await work.due.plan_many([self._next(athletes[due.athlete_id], due, now) for due in mornings])
        for kind in (DueKind.SNOOZE, DueKind.JOURNEY):
            await work.due.cancel_many([due.athlete_id for due in rows if due.kind is kind], kind)

    def _next(self, athlete: Athlete, due: Due, now: datetime) -> Due:
        found = athlete.next_prompt(now, after=due.day, grace=self.grace)
        return Due(athlete.athlete_id, due.kind, found.day, found.due_at)

    def _stub(self, athlete: Athlete, due: Due) -> Draft:
        morning = due.kind is DueKind.MORNING
        moment = due.day.isoformat() if morning else due.due_at.isoformat()
        return Draft(
            chat_id=athlete.chat_id,
            kind=OutboxKind.NOTICE if due.kind is DueKind.JOURNEY else OutboxKind.PROMPT,
            lane=Lane.BULK if morning else Lane.INTERACTIVE,
            key=f"{due.kind}:{athlete.athlete_id}:{moment}",
            day=due.day,
            expires_at=due.due_at + self.grace,
        )


async def _come_home(
    work: UnitOfWork, rows: Sequence[Due], athletes: Mapping[int, Athlete]
) -> Mapping[int, Athlete]:
    """Those whose journey is over, with the clock at home."""
    over = [at_home(athletes[due.athlete_id]) for due in rows if due.kind is DueKind.JOURNEY]
    for athlete in over:
        await work.athletes.save(athlete)
    return {athlete.athlete_id: athlete for athlete in over}


def _is_wanted(athlete: Athlete, due: Due) -> bool:
    return athlete.prompts_on and (athlete.wants_prompts or due.kind is DueKind.SNOOZE)


async def _close_cards(work: UnitOfWork, rows: Sequence[Due], athletes: Mapping[int, Athlete]) -> None:
    """Those of days that are over, whether or not anything else is sent; a blocked chat's wait."""
    chats: defaultdict[date, list[int]] = defaultdict(list)
    for due in rows:
        athlete = athletes[due.athlete_id]
        if due.kind is DueKind.MORNING and athlete.prompts_on:
            chats[due.day].append(athlete.chat_id)
    for day, chat_ids in chats.items():
        await work.outbox.close_cards(chat_ids, before=day)
