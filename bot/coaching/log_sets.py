"""Writing down sets that an athlete did, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coaching.asked import AskedChoice, AskedExercise, AskedHour, AskedReps
from bot.coaching.athlete import Athlete
from bot.coaching.celebrate import MILESTONE, milestone_of, with_milestone
from bot.coaching.log_outcomes import Doubt, Logged, Part
from bot.coaching.morning_news import offer_key
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.coaching.traces import Change, note
from bot.coaching.views import (
    OpenOffer,
    Question,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, PainSaid, Said
from bot.domain.exercise import Family
from bot.domain.grading import grade
from bot.domain.plan import Mode, Row
from bot.domain.session import best_of, goes_far
from bot.domain.sets import Effort, LoggedSet
from bot.domain.tally import best_sets, totals
from bot.understanding.reading import Reading, ReadSet

ASKED_HOUR = "asked:first_hour"
FAR_REPS, FAR_TIMES = 20, 3


@dataclass(frozen=True, slots=True)
class LogSets:
    """The sets of a message; a message that arrives twice counts once."""

    catalogue: Catalogue

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Logged:
        sets = sets_of(reading.sets, incoming, situation.athlete, reading.effort)
        logged = await self.write(work, incoming, situation, sets)
        if reading.pain:
            await work.events.add(incoming.athlete_id, [pain_event(incoming, situation.today)])
        return replace(logged, pain=reading.pain)

    async def write(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, sets: Sequence[LoggedSet]
    ) -> Logged:
        """Add these sets to the log and say what changed by them."""
        await work.sets.add(incoming.athlete_id, sets)
        after = await reload(work, situation, self.catalogue)
        if completed := _completed(after.athlete, sets):
            await note(work, incoming, Change.COMPLETED, completed, day=after.today)
        question = await self._settle(work, incoming, after)
        logged = receipt(situation, after, sets, self.catalogue)
        milestone = (
            None if logged.doubt or logged.resting else milestone_of(situation, after, sets, self.catalogue)
        )
        if milestone is not None:
            key = f"{MILESTONE}{milestone}"
            await work.events.add(incoming.athlete_id, [said(key, incoming, after.today)])
        told = [said(offer_key(offer), incoming, after.today) for offer in logged.offers]
        await work.events.add(incoming.athlete_id, told)
        return with_milestone(replace(logged, question=question), milestone, after.log, self.catalogue)

    async def _settle(self, work: UnitOfWork, incoming: Incoming, after: Situation) -> Question | None:
        """After the first log comes the hour; asked once, and in nobody's way."""
        athlete = after.athlete
        if not after.has_said(ASKED_HOUR):
            await work.events.add(incoming.athlete_id, [said(ASKED_HOUR, incoming, after.today)])
            await work.athletes.save(replace(athlete, asked=AskedHour(after.today, settling=True)))
            return Question.HOUR
        if isinstance(athlete.asked, AskedReps | AskedExercise | AskedChoice):
            await work.athletes.save(replace(athlete, asked=None))
        return None


def receipt(before: Situation, after: Situation, sets: Sequence[LoggedSet], catalogue: Catalogue) -> Logged:
    """What a log changed: what is left of today, the streak if it moved, offers that it earned."""
    streak = after.showing.current
    return Logged(
        sets=tuple(sets),
        today=after.today,
        source=sets[-1].source,
        left=after.training.left,
        met=frozenset(family for family in Family if after.training.is_done(family)),
        planned=frozenset(part.family for part in after.plan if part.sets),
        effort=next((one.effort for one in reversed(sets) if one.effort), None),
        streak=streak if streak != before.showing.current else None,
        first=not before.log and not before.has_said(ASKED_HOUR),
        offers=new_offers(before, after),
        extra=bool(before.plan.sets) and not before.left,
        bar_found=after.bar is True and before.bar is not True,
        totals_today=totals([one for one in after.log if one.day == after.today]),
        light_tomorrow=is_tough(after),
        doubt=doubt(before.log, sets, catalogue),
        part=part(after, catalogue.family_of(sets[-1].exercise)),
        moved_up=moved_up(after, catalogue),
        open_reps=open_reps(after, catalogue),
        last_test=last_test(after),
        resting=_resting(after, sets, catalogue),
    )


def _completed(athlete: Athlete, sets: Sequence[LoggedSet]) -> str:
    """The message that had left open what these sets tell; empty if there is none, or if it is their own."""
    match athlete.asked:
        case AskedReps(exercise, _, source):
            fits = any(one.exercise == exercise for one in sets)
        case AskedExercise(reps, _, _, source):
            fits = tuple(one.reps for one in sets) == reps
        case AskedChoice(choices, _, source):
            fits = _exercises(sets) in [_exercises(choice) for choice in choices]
        case _:
            return ""
    return source if fits and source != sets[0].source else ""


def _exercises(sets: Sequence[LoggedSet]) -> set[str]:
    return {one.exercise for one in sets}


def part(after: Situation, family: Family) -> Part | None:
    """How far a family is, while something of it is left."""
    left = after.training.left[family]
    done = after.training.done[family]
    return Part(len(done), left) if left and done else None


def moved_up(after: Situation, catalogue: Catalogue) -> bool:
    """Whether today went so far above the plan that the next session is a higher one for it."""
    return any(
        goes_far(part, done, grade(part, done, None, catalogue), catalogue)
        and after.training.now.standings[part.family].level > part.level
        for part in after.plan
        if (done := after.training.done[part.family])
    )


def open_reps(after: Situation, catalogue: Catalogue) -> int:
    """The best set of an open one's exercise, if it went beyond the target; a test's counts as it is."""
    for part in after.plan:
        target = max((one.reps for one in part.sets if one.mode is Mode.OPEN), default=0)
        best = best_of(part.rung, after.training.done[part.family], catalogue)
        if target and after.training.is_done(part.family) and (best > target or part.row is Row.TEST):
            return best
    return 0


def last_test(after: Situation) -> int:
    """What the test before today's came to, if there was one."""
    tested = [part.family for part in after.plan if part.row is Row.TEST]
    counts = [after.training.morning.standings[family].tests for family in tested]
    return next((tests[-1] for tests in counts if tests), 0)


def _resting(after: Situation, sets: Sequence[LoggedSet], catalogue: Catalogue) -> tuple[Family, ...]:
    """Of the families that were trained, those that rest because of pain."""
    trained = {catalogue.family_of(one.exercise) for one in sets if one.day == after.today}
    return tuple(family for family in after.paused if family in trained)


def doubt(log: Sequence[LoggedSet], sets: Sequence[LoggedSet], catalogue: Catalogue) -> Doubt | None:
    """The first set over 20 reps and over three times the best so far, which is taken as 20 if unknown."""
    best = best_sets(log)
    for one in sets:
        counts_as = catalogue.exercises[one.exercise].counts_as
        known = max(best.get(own.id, 0) for own in catalogue.exercises.values() if own.counts_as == counts_as)
        if one.reps > FAR_REPS and one.reps > FAR_TIMES * (known or FAR_REPS):
            return Doubt(one.source, one.position, one.reps, one.reps // 10)
    return None


def is_tough(situation: Situation) -> bool:
    """Whether today makes tomorrow light."""
    standings = situation.training.now.standings.values()
    return any(standing.tough_on == situation.today for standing in standings)


def new_offers(before: Situation, after: Situation) -> tuple[OpenOffer, ...]:
    """Offers that are open now and weren't before."""
    return tuple(offer for offer in after.open_offers if offer not in before.open_offers)


def sets_of(
    sets: Sequence[ReadSet], incoming: Incoming, athlete: Athlete, effort: Effort | None
) -> list[LoggedSet]:
    """Rows for the log; only complete ones are, a correction's blanks are filled before."""
    return [
        LoggedSet(
            day=day_said(one.day, incoming.said_at, athlete),
            exercise=one.exercise,
            reps=one.reps,
            said_at=incoming.said_at,
            source=incoming.source,
            position=position,
            effort=effort,
            seconds=one.seconds,
        )
        for position, one in enumerate(sets)
        if one.exercise is not None and one.reps is not None
    ]


def day_said(offset: int | None, said_at: datetime, athlete: Athlete) -> date:
    """An unsaid day is the training day of the message; a said one counts from the calendar date."""
    if offset is None:
        return athlete.day_of(said_at)
    return said_at.astimezone(athlete.zone_info).date() + timedelta(days=offset)


def pain_event(incoming: Incoming, day: date, family: Family | None = None) -> Event:
    return PainSaid(said_at=incoming.said_at, day=day, source=incoming.source, family=family)


def said(key: str, incoming: Incoming, day: date) -> Event:
    return Said(said_at=incoming.said_at, day=day, source=f"{incoming.source}:{key}", key=key)
