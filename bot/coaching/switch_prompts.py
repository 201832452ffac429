"""Prompts off at a word, and on again: logging goes on as ever."""

from dataclasses import dataclass, replace

from bot.coaching.look_ahead import LookAhead
from bot.coaching.news_outcomes import PromptsOff, PromptsOn
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation


@dataclass(frozen=True, slots=True)
class SwitchPrompts:
    """Only the athlete's own word brings them back; a reminder that is asked for later still comes."""

    look_ahead: LookAhead

    async def off(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> PromptsOff:
        await work.athletes.save(replace(situation.athlete, wants_prompts=False, asked=None))
        await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        return PromptsOff()

    async def on(self, work: UnitOfWork, situation: Situation) -> PromptsOn:
        athlete = replace(situation.athlete, wants_prompts=True)
        await work.athletes.save(athlete)
        return PromptsOn(await self.look_ahead(work, replace(situation, athlete=athlete)))
