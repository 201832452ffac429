"""Work was done, but something about it isn't clear: ask, and keep what was said for the answer."""

from dataclasses import dataclass, replace

from bot.coaching.asked import AskedChoice, AskedExercise, AskedReps
from bot.coaching.log_outcomes import KneesOrToes, NeedsClarifying
from bot.coaching.log_sets import day_said, sets_of
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.domain.exercise import Family
from bot.understanding.reading import Reading, Unclear


@dataclass(frozen=True, slots=True)
class Clarify:
    """The newest question is the open one, so that a tap or one more word completes the log."""

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> NeedsClarifying:
        reps = tuple(one.reps for one in reading.sets if one.reps is not None)
        if reading.unclear is Unclear.EXERCISE and reps:
            await self._wait_for_exercise(work, incoming, situation, reading)
            return NeedsClarifying(reading.unclear, reps, candidates(situation))
        if reading.unclear and reading.choices:
            choices = tuple(
                tuple(sets_of(sets, incoming, situation.athlete, reading.effort)) for sets in reading.choices
            )
            asked = AskedChoice(choices, situation.today, incoming.source)
            await work.athletes.save(replace(situation.athlete, asked=asked))
            return NeedsClarifying(reading.unclear, choices=choices)
        named = reading.exercise if reading.unclear is Unclear.NUMBER else None
        asked_reps = AskedReps(named, situation.today, incoming.source) if named else None
        await work.athletes.save(replace(situation.athlete, asked=asked_reps))
        return NeedsClarifying(reading.unclear or Unclear.EXERCISE)

    async def knees_or_toes(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> KneesOrToes:
        """Two readings are left of somebody's first push-ups, and nothing yet tells which."""
        return KneesOrToes(await self._wait_for_exercise(work, incoming, situation, reading))

    async def _wait_for_exercise(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> tuple[int, ...]:
        """Keep the numbers for the answer."""
        reps = tuple(one.reps for one in reading.sets if one.reps is not None)
        done_on = day_said(reading.sets[0].day, incoming.said_at, situation.athlete)
        asked = AskedExercise(reps, done_on, situation.today, incoming.source)
        await work.athletes.save(replace(situation.athlete, asked=asked))
        return reps


def candidates(situation: Situation) -> tuple[str, ...]:
    """What a bare number most likely was: what today's plan asks for, else where the athlete stands."""
    planned = tuple(dict.fromkeys(one.exercise for one in situation.plan.sets))
    if len(planned) > 1:
        return planned
    rungs = situation.rungs()
    return tuple(dict.fromkeys((*planned, rungs[Family.PUSH], rungs[Family.PULL])))
