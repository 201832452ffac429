"""`done`: the day's plan was done as prescribed, in words or by a tap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.coaching.asked import AskedReps
from bot.coaching.log_outcomes import CountMissing, EffortNoted, Logged, NothingLeft
from bot.coaching.log_sets import LogSets, day_said, is_tough, pain_event
from bot.coaching.outcomes import Answered, PainNoted
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation, card_of, load_situation, reload
from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import EffortSaid
from bot.domain.exercise import Family
from bot.domain.grading import remaining
from bot.domain.plan import Mode, PlannedSet
from bot.domain.sets import Effort, LoggedSet
from bot.understanding.reading import Reading, RoutineTopic

Done = Logged | CountMissing | EffortNoted | NothingLeft


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Logs what is left of a day's plan; a set with an open count needs its number first."""

    log_sets: LogSets

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Done | PainNoted:
        """Pain is answered whatever else there is to say."""
        day = day_said(reading.day, incoming.said_at, situation.athlete)
        outcome = await self.on_day(work, incoming, situation, day=day, reading=reading)
        if reading.pain:
            await work.events.add(incoming.athlete_id, [pain_event(incoming, situation.today)])
            return replace(outcome, pain=True) if isinstance(outcome, Logged) else PainNoted()
        return outcome

    async def on_day(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, day: date, reading: Reading
    ) -> Done:
        """That day's plan, as far as it is left, in the families that were named."""
        there = await self._there(work, situation, day)
        left = self._left(there, reading)
        if not left:
            return await self._nothing_left(work, incoming, there, reading.effort)
        sets = _sets(there, left, incoming, reading.effort)
        logged = await self.log_sets.write(work, incoming, situation, sets) if sets else None
        counted = next((one for one in left if one.mode is Mode.UP_TO), None)
        if counted is None and logged is not None:
            return logged
        asked = AskedReps((counted or left[0]).exercise, situation.today, incoming.source)
        await work.athletes.save(replace(situation.athlete, asked=asked))
        return CountMissing(counted or left[0], tuple(sets))

    async def sets_left(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> list[LoggedSet]:
        """What "done" tells of, for where nothing may be asked or said about it."""
        day = day_said(reading.day, incoming.said_at, situation.athlete)
        there = await self._there(work, situation, day)
        return _sets(there, self._left(there, reading), incoming, reading.effort)

    def _left(self, there: Situation, reading: Reading) -> Sequence[PlannedSet]:
        """Of the families that were named, else of all."""
        return still_open(there, reading.families or tuple(Family), self.log_sets.catalogue)

    async def _there(self, work: UnitOfWork, situation: Situation, day: date) -> Situation:
        catalogue = self.log_sets.catalogue
        return await load_situation(work, situation.athlete, today=day, catalogue=catalogue)

    async def _nothing_left(
        self, work: UnitOfWork, incoming: Incoming, there: Situation, effort: Effort | None
    ) -> EffortNoted | NothingLeft:
        """All is in the book, but how it felt may be news; a second tap of a button has none."""
        tapped = {one.effort for one in there.log if one.source == incoming.source}
        is_news = effort is not None and effort not in tapped
        felt = await self.say_effort(work, incoming, there, effort) if effort and is_news else None
        return felt or NothingLeft(card_of(there, self.log_sets.catalogue))

    async def say_form(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation
    ) -> EffortNoted | Answered:
        """Form that broke is told of today's session, or of yesterday's; it counts as one that failed."""
        for day in (situation.today, situation.today - ONE_DAY):
            catalogue = self.log_sets.catalogue
            there = await load_situation(work, situation.athlete, today=day, catalogue=catalogue)
            noted = await self.say_effort(work, incoming, there, Effort.FAILED)
            if noted is not None:
                return replace(noted, form_broke=True)
        return Answered(RoutineTopic.FORM)

    async def say_effort(
        self, work: UnitOfWork, incoming: Incoming, there: Situation, effort: Effort
    ) -> EffortNoted | None:
        """How the day's sets felt, told after them; None on a day without."""
        families = [family for family in Family if there.training.done[family]]
        if not families:
            return None
        events = [
            EffortSaid(
                said_at=incoming.said_at,
                day=there.today,
                source=f"{incoming.source}:{incoming.said_at:%Y%m%dT%H%M%S}",
                position=position,
                family=family,
                effort=effort,
            )
            for position, family in enumerate(families)
        ]
        await work.events.add(incoming.athlete_id, events)
        after = await reload(work, there, self.log_sets.catalogue)
        return EffortNoted(effort, is_tough(after))


def still_open(there: Situation, families: Sequence[Family], catalogue: Catalogue) -> Sequence[PlannedSet]:
    """Also without what was told too late to be graded: it is in the book all the same."""
    graded = {one for family in Family for one in there.training.done[family]}
    late = [one for one in there.log if one.day == there.today and one not in graded]
    left = [one for family in families for one in there.training.left[family]]
    return remaining(left, late, catalogue) if late else left


def _sets(
    there: Situation, left: Sequence[PlannedSet], incoming: Incoming, effort: Effort | None
) -> list[LoggedSet]:
    taken = [one.position for one in there.log if one.source == incoming.source]
    return as_prescribed(left, incoming, there.today, effort, first=max(taken, default=-1) + 1)


def as_prescribed(
    planned: Sequence[PlannedSet],
    incoming: Incoming,
    day: date,
    effort: Effort | None,
    *,
    first: int = 0,
) -> list[LoggedSet]:
    """Planned sets as done; an open one at its target, one up to a number left out until it is told.

    Positions count from `first`, behind those that the source has already.
    """
    counted = [one for one in planned if one.mode is not Mode.UP_TO]
    return [
        LoggedSet(
            day=day,
            exercise=one.exercise,
            reps=one.reps,
            said_at=incoming.said_at,
            source=incoming.source,
            position=position,
            effort=effort,
            seconds=None if one.season else one.lowering or None,
        )
        for position, one in enumerate(counted, start=first)
    ]
