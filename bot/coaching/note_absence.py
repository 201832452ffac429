"""Pauses, journeys, and times without a bar."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.coaching.log_sets import day_said
from bot.coaching.look_ahead import FARTHEST, LookAhead
from bot.coaching.news_outcomes import AwayHeard, BackNoted, BarAwayNoted, PauseNoted
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, card_of, reload
from bot.domain.events import BarAway, PauseEnded, PauseSaid
from bot.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class NoteAbsence:
    look_ahead: LookAhead

    async def pause(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> PauseNoted:
        """From the day on that was said, today if none was."""
        athlete, said_at = situation.athlete, incoming.said_at
        first = max(day_said(reading.day, said_at, athlete), situation.today)
        until = None if reading.until is None else day_said(reading.until, said_at, athlete)
        return await self.pause_until(work, incoming, situation, until=until, first=first)

    async def pause_until(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        until: date | None,
        first: date | None = None,
    ) -> PauseNoted:
        """An end that is over already, or too far away to plan for, is none."""
        today = situation.today
        if until is not None and not today < until <= today + FARTHEST:
            until = None
        event = PauseSaid(said_at=incoming.said_at, day=first or today, source=incoming.source, until=until)
        await work.events.add(incoming.athlete_id, [event])
        await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        if until is None:
            return PauseNoted(None)
        after = await reload(work, situation, self.look_ahead.catalogue)
        return PauseNoted(until, self.look_ahead.card_on(after, until))

    def away(self, situation: Situation, incoming: Incoming, until: int) -> AwayHeard:
        return AwayHeard(day_said(until, incoming.said_at, situation.athlete))

    async def back(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> BackNoted:
        event = PauseEnded(said_at=incoming.said_at, day=situation.today, source=incoming.source)
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.look_ahead.catalogue)
        return BackNoted(card_of(after, self.look_ahead.catalogue))

    async def bar_away(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> BarAwayNoted:
        """Until the day that was said, else for today."""
        today = situation.today
        until = today + timedelta(days=1)
        if reading.until is not None:
            until = max(until, day_said(reading.until, incoming.said_at, situation.athlete))
        event = BarAway(said_at=incoming.said_at, day=today, source=incoming.source, until=until)
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.look_ahead.catalogue)
        return BarAwayNoted(until, today, card_of(after, self.look_ahead.catalogue))
