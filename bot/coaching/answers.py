"""Answers to the open question, in words; what isn't one is left to be taken as what it is."""

from dataclasses import dataclass, replace

from bot.coaching.answer_offer import AnswerOffer
from bot.coaching.answer_setting import AnswerSetting
from bot.coaching.asked import (
    AskedBar,
    AskedChoice,
    AskedExercise,
    AskedMax,
    AskedPullUps,
    AskedRace,
    AskedReason,
    AskedReps,
    AskedStart,
)
from bot.coaching.give_reason import GiveReason
from bot.coaching.log_outcomes import (
    NoneThisTime,
)
from bot.coaching.log_sets import LogSets, day_said
from bot.coaching.note_race import NoteRace
from bot.coaching.onboard import Onboard
from bot.coaching.outcomes import (
    Outcome,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader, is_idle, open_question
from bot.coaching.situation import Situation
from bot.domain.catalogue import Catalogue
from bot.domain.sets import LoggedSet
from bot.understanding.reading import About, Intent, Reading

OPEN_INTENTS = {Intent.NONE, Intent.CLARIFY}
PICKING = {*OPEN_INTENTS, Intent.DONE, Intent.CORRECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion:
    """Gives None when the message doesn't answer what was asked."""

    catalogue: Catalogue
    reader: Reader
    onboard: Onboard
    answer_setting: AnswerSetting
    log_sets: LogSets
    race: NoteRace
    give_reason: GiveReason
    answer_offer: AnswerOffer

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        settled = await self.answer_setting(work, incoming, situation, reading)
        if settled is not None:
            return settled
        wordless = is_idle(reading) or reading.intent is Intent.CLARIFY
        match open_question(situation):
            case AskedStart() if wordless or reading.intent is Intent.DONE:
                return await self._start(work, incoming, situation)
            case AskedExercise() as asked if reading.about is None and reading.intent in PICKING:
                return await self.pick(work, incoming, situation, asked=asked, said=incoming.text)
            case AskedChoice() as asked_choice if is_idle(reading):
                return await self._choose(work, incoming, situation, asked=asked_choice)
            case AskedReps() as asked_reps if is_idle(reading) and self.reader.none(incoming, situation):
                await work.athletes.save(replace(situation.athlete, asked=None))
                return NoneThisTime(asked_reps.exercise)
            case _:
                return await self._placement(work, incoming, situation, reading)

    async def _placement(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """What is asked beside a plan."""
        match open_question(situation):
            case AskedMax():
                return await self._max(work, incoming, situation, reading)
            case AskedBar():
                return await self._bar(work, incoming, situation, reading)
            case AskedPullUps():
                return await self._pull_ups(work, incoming, situation, reading)
            case AskedReason(family):
                return await self.give_reason.in_words(work, incoming, situation, reading, family=family)
            case AskedRace(taper=taper) if is_idle(reading) or reading.intent is Intent.CLARIFY:
                return await self._race(work, incoming, situation, taper=taper)
            case _ if is_idle(reading) or (reading.intent is Intent.SNOOZE and not situation.left):
                return await self.answer_offer.in_words(work, incoming, situation)
            case _:
                return None

    async def pick(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        asked: AskedExercise,
        said: str,
    ) -> Outcome | None:
        """The numbers that waited, with the exercise that was named now."""
        numbers = ", ".join(map(str, asked.reps))
        reading = self.reader.read(incoming, situation, text=f"{numbers} {said}")
        exercises = {one.exercise for one in reading.sets}
        exercise = exercises.pop() if reading.intent is Intent.LOG and len(exercises) == 1 else None
        return await self.complete(work, incoming, situation, exercise=exercise) if exercise else None

    async def complete(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, exercise: str
    ) -> Outcome | None:
        """Log the numbers that waited as this exercise."""
        asked = open_question(situation)
        if not isinstance(asked, AskedExercise):
            return None
        sets = [
            LoggedSet(
                day=asked.done_on,
                exercise=exercise,
                reps=reps,
                said_at=incoming.said_at,
                source=incoming.source,
                position=position,
            )
            for position, reps in enumerate(asked.reps)
        ]
        if situation.may_be_on_toes:
            await self.onboard.place_by(work, incoming, situation, sets=sets)
        return await self.log_sets.write(work, incoming, situation, sets)

    async def _choose(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, asked: AskedChoice
    ) -> Outcome | None:
        """Yes, where there was but one choice; or none of them."""
        if self.reader.none(incoming, situation):
            return await self.choose(work, incoming, situation, source=asked.source, number=None)
        if len(asked.choices) == 1 and self.reader.yes(incoming, situation):
            return await self.choose(work, incoming, situation, source=asked.source, number=0)
        return None

    async def choose(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, source: str, number: int | None
    ) -> Outcome | None:
        """Log the choice of this number; None where that message's question is no longer open."""
        asked = open_question(situation)
        if not isinstance(asked, AskedChoice) or asked.source != source:
            return None
        if number is None or number >= len(asked.choices):
            await work.athletes.save(replace(situation.athlete, asked=None))
            return NoneThisTime(asked.choices[0][0].exercise)
        sets = [
            replace(one, said_at=incoming.said_at, source=incoming.source) for one in asked.choices[number]
        ]
        return await self.log_sets.write(work, incoming, situation, sets)

    async def _start(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> Outcome | None:
        start = self.reader.start(incoming, situation)
        if start is None:
            return None
        return await self.onboard.start_with(work, incoming, situation, start)

    async def _bar(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """Yes or no; a word that there is one or none, too."""
        none = reading.about in {About.NO_BAR, About.PUSH_ONLY}
        there = reading.about is About.BAR
        if not (none or there or is_idle(reading)):
            return None
        yes = there or self.reader.yes(incoming, situation)
        if not (none or yes or self.reader.none(incoming, situation)):
            return None
        available = yes and not none
        return await self.onboard.choose_bar(work, incoming, situation, available=available)

    async def _race(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, taper: bool
    ) -> Outcome | None:
        ahead = self.reader.day_ahead(incoming, situation)
        if ahead is None:
            return None
        race_day = day_said(ahead, incoming.said_at, situation.athlete)
        return await self.race.on(work, incoming, situation, race_day=race_day, taper=taper)

    async def _max(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """A number says how many go, whatever is said around it, unless it is plainly about a day's work."""
        elsewhere = reading.intent not in {*OPEN_INTENTS, Intent.LOG} or reading.about is not None
        if elsewhere or len(reading.sets) > 1:
            return None
        count = self.reader.stated(incoming, situation)
        if count is None and not self.reader.unsure(incoming, situation):
            return None
        return await self.onboard.place_anew.place(work, incoming, situation, stated_max=count)

    async def _pull_ups(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """A bare number, none, or not sure."""
        count = self.reader.number(incoming, situation)
        unsure = is_idle(reading) and (
            self.reader.none(incoming, situation) or self.reader.unsure(incoming, situation)
        )
        if count is None and not unsure:
            return None
        return await self.onboard.choose_pull_ups(work, incoming, situation, count=count or 0)
