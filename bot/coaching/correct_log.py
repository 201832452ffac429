"""Changing the last log, or the one that is replied to: another number, another exercise, another day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.coaching.actions import FixReps
from bot.coaching.log_outcomes import (
    Corrected,
    NoSuchSet,
    NothingToCorrect,
)
from bot.coaching.log_sets import day_said
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader
from bot.coaching.situation import Situation
from bot.coaching.told_last import ToldLast, set_at, spoken_of
from bot.coaching.traces import Change, note
from bot.domain.catalogue import Catalogue
from bot.domain.sets import LoggedSet
from bot.understanding.reading import Intent, Reading, ReadSet, Unclear

FRESH = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class CorrectLog:
    """The sets of one source are replaced; they keep its key, so nothing counts twice.

    What was told more than a day ago is only meant where it is replied to.
    """

    catalogue: Catalogue
    reader: Reader
    told_last: ToldLast

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Corrected | NothingToCorrect | NoSuchSet:
        if reading.position is not None:
            return await self._one_set(work, incoming, situation, reading)
        source = await spoken_of(work, incoming)
        told = [one.said_at for one in situation.log if one.source == source]
        if incoming.replies_to is None and told and incoming.said_at - max(told) > FRESH:
            return NothingToCorrect()
        return await self.of(work, incoming, situation, reading, source=source)

    async def of(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        reading: Reading,
        *,
        source: str | None,
    ) -> Corrected | NothingToCorrect:
        """The sets of that source."""
        last = sorted((one for one in situation.log if one.source == source), key=lambda one: one.position)
        if not last or not reading.sets:
            return NothingToCorrect()
        reading = self._of_last(incoming, situation, reading, last[-1].exercise)
        changed = self._corrected(last, reading.sets)
        day = reading.sets[0].day
        if day is not None:
            said_day = day_said(day, incoming.said_at, situation.athlete)
            changed = [replace(one, day=said_day) for one in changed]
        return Corrected(await self._write(work, incoming, situation, changed), situation.today)

    async def _one_set(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Corrected | NothingToCorrect | NoSuchSet:
        """ "The second set was 8": just that one."""
        sets = await self.told_last(work, incoming, situation.log)
        meant = set_at(sets, reading.position or 0)
        if meant is None:
            return NoSuchSet(sets, situation.today) if sets else NothingToCorrect()
        said = self._of_last(incoming, situation, reading, meant.exercise).sets
        new = [
            replace(meant, exercise=one.exercise or meant.exercise, reps=one.reps or meant.reps)
            for one in said
        ]
        own = sorted(
            (one for one in situation.log if one.source == meant.source), key=lambda one: one.position
        )
        await self._write(work, incoming, situation, _in_place_of(meant, new, own))
        return Corrected(_in_place_of(meant, new, sets), situation.today, source=meant.source)

    async def _write(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, sets: Sequence[LoggedSet]
    ) -> tuple[LoggedSet, ...]:
        """These are a source's sets now, numbered anew."""
        numbered = tuple(replace(one, position=position) for position, one in enumerate(sets))
        await work.sets.replace(incoming.athlete_id, sets[0].source, numbered)
        await note(work, incoming, Change.CORRECTED, sets[0].source, day=situation.today)
        return numbered

    async def as_new_set(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Reading | None:
        """ "The second set was 8", with one in the book today: that set is news, and told like any other."""
        if reading.position is None or not reading.sets or reading.sets[0].reps is None:
            return None
        sets = await self.told_last(work, incoming, situation.log)
        athlete = situation.athlete
        if incoming.replies_to is None:
            sets = tuple(one for one in sets if athlete.day_of(one.said_at) == situation.today)
        if reading.position != len(sets) + 1:
            return None
        exercise = sets[-1].exercise if sets else situation.exercise_left()
        new = replace(reading.sets[0], exercise=exercise)
        if exercise is None:
            return Reading(intent=Intent.CLARIFY, sets=(new,), unclear=Unclear.EXERCISE)
        return Reading(intent=Intent.LOG, sets=(new,))

    async def fix(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, tap: FixReps
    ) -> Corrected | NothingToCorrect:
        """One set of a source, by its button; a set that was taken back meanwhile stays so."""
        sets = [one for one in situation.log if one.source == tap.source]
        fixed = [replace(one, reps=tap.reps) if one.position == tap.position else one for one in sets]
        if tap.reps < 1 or not sets:
            return NothingToCorrect()
        await work.sets.replace(incoming.athlete_id, tap.source, fixed)
        await note(work, incoming, Change.CORRECTED, tap.source, day=situation.today)
        return Corrected(tuple(fixed), situation.today)

    def _of_last(self, incoming: Incoming, situation: Situation, reading: Reading, exercise: str) -> Reading:
        """ "I meant full ones" speaks of what was logged, whatever is left to do."""
        again = self.reader.read(incoming, situation, about=exercise)
        return again if again.intent is Intent.CORRECT and again.sets else reading

    def _corrected(self, last: Sequence[LoggedSet], said: Sequence[ReadSet]) -> list[LoggedSet]:
        """What was said, put in the place of what it speaks of; the rest of the log stays."""
        spoken_of = self._spoken_of(last, said[0])
        pattern = spoken_of[-1]
        if said[0].reps is None:
            new = [replace(one, exercise=said[0].exercise or one.exercise) for one in spoken_of]
        elif len(said) == 1 and said[0].exercise is None:
            new = [*spoken_of[:-1], replace(pattern, reps=said[0].reps)]
        else:
            new = [
                replace(pattern, exercise=one.exercise or pattern.exercise, reps=one.reps or pattern.reps)
                for one in said
            ]
        place = last.index(spoken_of[0])
        rest = [one for one in last if one not in spoken_of]
        return [*rest[:place], *new, *rest[place:]]

    def _spoken_of(self, last: Sequence[LoggedSet], said: ReadSet) -> Sequence[LoggedSet]:
        """The sets of that exercise, or of its family, or of the exercise that was told last."""
        if said.exercise is None and said.reps is None:
            return last
        named = [one for one in last if one.exercise == said.exercise]
        if named:
            return named
        family = self.catalogue.family_of(said.exercise or last[-1].exercise)
        kin = [one for one in last if self.catalogue.family_of(one.exercise) is family]
        own = [one for one in last if one.exercise == last[-1].exercise]
        return kin if said.exercise and kin else own


def _in_place_of(
    meant: LoggedSet, new: Sequence[LoggedSet], sets: Sequence[LoggedSet]
) -> tuple[LoggedSet, ...]:
    place = sets.index(meant)
    return (*sets[:place], *new, *sets[place + 1 :])
