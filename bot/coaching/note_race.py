"""Races, tapers and long runs: the legs get their days."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coaching.asked import AskedRace
from bot.coaching.log_sets import day_said
from bot.coaching.news_outcomes import LongRunHeard, RaceAsked, RaceCancelled, RaceNoted
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.domain.events import RaceSaid, TaperSaid
from bot.understanding.reading import About, Reading


@dataclass(frozen=True, slots=True)
class NoteRace:
    """Two light days before, none on the day, light the day after (docs/coaching.md, 7)."""

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> RaceNoted | RaceAsked:
        """A taper without a day is for the next race that is known; else the day is asked."""
        taper = reading.about is About.TAPER
        race_day = self._day(incoming, situation, reading)
        if race_day is None and taper:
            race_day = self._next(situation)
        if race_day is None:
            await work.athletes.save(replace(situation.athlete, asked=AskedRace(situation.today, taper)))
            return RaceAsked(taper)
        return await self.on(work, incoming, situation, race_day=race_day, taper=taper)

    async def on(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, race_day: date, taper: bool
    ) -> RaceNoted:
        said_at, day, source = incoming.said_at, situation.today, incoming.source
        event = (
            TaperSaid(said_at=said_at, day=day, source=source, race_day=race_day)
            if taper
            else RaceSaid(said_at=said_at, day=day, source=source, race_day=race_day)
        )
        await work.events.add(incoming.athlete_id, [event])
        if isinstance(situation.athlete.asked, AskedRace):
            await work.athletes.save(replace(situation.athlete, asked=None))
        return RaceNoted(race_day, day, taper)

    async def cancel(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation
    ) -> RaceCancelled | None:
        """The next race that is known."""
        race_day = self._next(situation)
        if race_day is None:
            return None
        event = RaceSaid(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            race_day=race_day,
            off=True,
        )
        await work.events.add(incoming.athlete_id, [event])
        return RaceCancelled(race_day)

    def long_run(self, incoming: Incoming, situation: Situation, reading: Reading) -> LongRunHeard:
        """The day before may be light; on the day of the run, or without a day, today may."""
        run_day = self._day(incoming, situation, reading) or situation.today
        light_day = max(run_day - timedelta(days=1), situation.today)
        return LongRunHeard(run_day, light_day, situation.today)

    def _day(self, incoming: Incoming, situation: Situation, reading: Reading) -> date | None:
        if reading.day is None:
            return None
        return day_said(reading.day, incoming.said_at, situation.athlete)

    def _next(self, situation: Situation) -> date | None:
        races = situation.training.now.circumstances.races
        return min((race for race in races if race >= situation.today), default=None)
