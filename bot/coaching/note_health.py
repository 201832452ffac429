"""Illness, soreness, tiredness, and days that are to be light."""

from dataclasses import dataclass
from datetime import date

from bot.coaching.log_sets import day_said
from bot.coaching.look_ahead import LookAhead
from bot.coaching.news_outcomes import (
    BetterNoted,
    ColdNoted,
    LightNoted,
    SickNoted,
    SoreNoted,
    TiredHeard,
)
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, card_of, reload
from bot.domain.events import BetterSaid, LightAsked, SickSaid, SoreSaid
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class NoteHealth:
    look_ahead: LookAhead

    async def sick(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> SickNoted | ColdNoted:
        """From the day on that was said, today if none was; a head cold stops nothing."""
        event = SickSaid(
            said_at=incoming.said_at,
            day=min(day_said(reading.day, incoming.said_at, situation.athlete), situation.today),
            source=incoming.source,
            fever=reading.fever,
        )
        await work.events.add(incoming.athlete_id, [event])
        if reading.fever is False:
            return ColdNoted(situation.today)
        await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        return SickNoted()

    async def better(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, for_a_day: bool
    ) -> BetterNoted:
        event = BetterSaid(
            said_at=incoming.said_at, day=situation.today, source=incoming.source, for_a_day=for_a_day
        )
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.look_ahead.catalogue)
        if after.training.now.circumstances.is_sick(situation.today):
            return BetterNoted(rests=True, next_at=await self.look_ahead(work, after))
        return BetterNoted(rests=False)

    async def sore(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> SoreNoted:
        event = SoreSaid(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            family=reading.families[0] if len(reading.families) == 1 else None,
        )
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.look_ahead.catalogue)
        return SoreNoted(card_of(after, self.look_ahead.catalogue))

    def tired(self, situation: Situation) -> TiredHeard:
        return TiredHeard(situation.today)

    async def light(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, day: date
    ) -> LightNoted:
        """A day that is over stays as it was."""
        day = max(day, situation.today)
        event = LightAsked(said_at=incoming.said_at, day=day, source=incoming.source)
        await work.events.add(incoming.athlete_id, [event])
        if day > situation.today:
            return LightNoted(day)
        after = await reload(work, situation, self.look_ahead.catalogue)
        return LightNoted(day, card_of(after, self.look_ahead.catalogue))
