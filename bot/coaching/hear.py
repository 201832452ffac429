"""A message in free words: read it, see whether it answers an open question, else act on its intent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.coaching.act_on_news import ActOnNews
from bot.coaching.answers import AnswerQuestion
from bot.coaching.asked import AskedStart
from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings
from bot.coaching.correct_log import CorrectLog
from bot.coaching.edit_log import EditLog, told_by
from bot.coaching.grant_wish import GrantWish
from bot.coaching.log_outcomes import (
    NothingLeft,
    UnknownExercise,
)
from bot.coaching.log_sets import LogSets, day_said, said, sets_of
from bot.coaching.mark_done import MarkDone
from bot.coaching.note_pain import NotePain
from bot.coaching.outcomes import (
    Answered,
    NotUnderstood,
    Outcome,
    SmallTalk,
    Urgent,
    Welcomed,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader
from bot.coaching.show_routine import ExplainExercise, ShowRoutine
from bot.coaching.show_stats import ShowStats
from bot.coaching.situation import Situation, card_of, load_situation, meet
from bot.coaching.skip_day import SkipDay
from bot.coaching.snooze import Snooze
from bot.coaching.undo_log import UndoLog
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Said
from bot.domain.exercise import Family
from bot.domain.sets import LoggedSet
from bot.understanding.reading import About, Intent, Reading, RoutineTopic

HINT = "hint"
HINT_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hear:
    """Whatever somebody writes gets an answer or a polite question, and nothing is guessed."""

    catalogue: Catalogue
    default_zone: str
    reader: Reader
    answer_question: AnswerQuestion
    log_sets: LogSets
    mark_done: MarkDone
    correct_log: CorrectLog
    edit_log: EditLog
    undo_log: UndoLog
    skip_day: SkipDay
    snooze: Snooze
    note_pain: NotePain
    act_on_news: ActOnNews
    settings: ChangeSettings
    place: ChangePlace
    grant_wish: GrantWish
    stats: ShowStats
    routine: ShowRoutine
    explain: ExplainExercise

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        situation = await self.situation(work, incoming)
        incoming = with_own_source(incoming, [*situation.log, *situation.events])
        reading = self._read(incoming, situation)
        if self.reader.urgent(incoming, situation, reading):
            return await self._urgent(work, incoming, situation, reading)
        for answer in (self.grant_wish, self.answer_question):
            answered = await answer(work, incoming, situation, reading)
            if answered is not None:
                return answered
        return await self._act(work, incoming, situation, reading)

    def _read(self, incoming: Incoming, situation: Situation) -> Reading:
        """ "Another 2" goes on with what was told last today."""
        reading = self.reader.read(incoming, situation)
        if not self.reader.adds_more(incoming, situation):
            return reading
        today = [one.exercise for one in situation.log if one.day == situation.today]
        return self.reader.read(incoming, situation, about=today[-1]) if today else reading

    async def _urgent(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Urgent:
        """Sets told with it are written down, but only the one message is said."""
        sets = sets_of(reading.sets, incoming, situation.athlete, reading.effort)
        if reading.intent is Intent.DONE:
            sets = await self.mark_done.sets_left(work, incoming, situation, reading)
        if reading.intent in {Intent.LOG, Intent.DONE}:
            await work.sets.add(incoming.athlete_id, sets)
        await self.note_pain(work, incoming, situation)
        return Urgent()

    async def edit(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        """An edited message is read again; its newest words win."""
        situation = await self.situation(work, incoming)
        incoming = with_own_source(incoming, [*situation.log, *situation.events])
        before = told_by(situation, incoming.source)
        about = before[-1].exercise if before else None
        reading = self.reader.read(incoming, situation, about=about)
        if reading.intent is Intent.DONE:
            reading = self.reader.read(incoming, situation)
        if self.reader.urgent(incoming, situation, reading):
            if reading.intent is Intent.LOG:
                await self.edit_log.replace(work, incoming, situation, reading)
            await self.note_pain(work, incoming, situation)
            return Urgent()
        if reading.intent is Intent.PAIN:
            return await self.note_pain(work, incoming, situation, reading.families)
        if self._may_be_full(incoming, situation, reading):
            return await self.edit_log.clarify.knees_or_toes(work, incoming, situation, reading)
        return await self.edit_log(work, incoming, situation, reading)

    async def situation(self, work: UnitOfWork, incoming: Incoming) -> Situation:
        athlete = await meet(work, incoming, self.default_zone)
        today = athlete.day_of(incoming.said_at)
        return await load_situation(work, athlete, today=today, catalogue=self.catalogue)

    async def _act(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        match reading.intent:
            case Intent.LOG:
                return await self._log(work, incoming, situation, reading)
            case Intent.DONE:
                return await self.mark_done(work, incoming, situation, reading)
            case Intent.CORRECT:
                return await self._correct(work, incoming, situation, reading)
            case Intent.UNDO if reading.position is not None:
                return await self.undo_log.at(work, incoming, reading.position)
            case Intent.UNDO:
                return await self.undo_log(work, incoming)
            case Intent.CLARIFY if not reading.pain:
                return await self.edit_log.clarify(work, incoming, situation, reading)
            case Intent.UNKNOWN_EXERCISE:
                return UnknownExercise()
            case _:
                return await self._act_beside_log(work, incoming, situation, reading)

    async def _log(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        if self._may_be_full(incoming, situation, reading):
            return await self.edit_log.clarify.knees_or_toes(work, incoming, situation, reading)
        return await self.log_sets(work, incoming, situation, reading)

    def _may_be_full(self, incoming: Incoming, situation: Situation, reading: Reading) -> bool:
        """Push-ups of somebody new, who hasn't said yet whether they are done on the knees."""
        told = reading.intent is Intent.LOG and situation.may_be_on_toes
        return told and self.reader.leaves_rung_open(incoming, situation)

    async def _correct(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        told = await self.correct_log.as_new_set(work, incoming, situation, reading)
        if told is not None:
            return await self._act(work, incoming, situation, told)
        return await self.correct_log(work, incoming, situation, reading)

    async def _act_beside_log(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        athlete = situation.athlete
        match reading.intent:
            case Intent.SKIP:
                day = day_said(reading.day, incoming.said_at, athlete)
                if len(reading.families) == 1 and day == situation.today:
                    side = self.skip_day.side
                    return await side(work, incoming, situation, family=reading.families[0])
                return await self.skip_day(work, incoming, situation, day=day)
            case Intent.SNOOZE:
                return await self.snooze_today(work, incoming, situation, reading)
            case Intent.PAIN | Intent.CLARIFY:
                return await self.note_pain(work, incoming, situation, reading.families)
            case Intent.STATS:
                return self.stats(situation)
            case Intent.ROUTINE:
                return self.routine(situation)
            case Intent.HOW:
                exercise = reading.exercise or situation.rungs()[Family.PUSH]
                return self.explain(situation, exercise)
            case _:
                return await self._small_talk(work, incoming, situation, reading)

    async def snooze_today(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        """A reminder only makes sense while something is left to do."""
        if not situation.left:
            return NothingLeft(card_of(situation, self.catalogue))
        return await self.snooze(work, incoming, situation, reading)

    async def _small_talk(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        if reading.about is About.PAUSE and reading.minutes is not None:
            return await self.snooze_today(work, incoming, situation, reading)
        news = await self.act_on_news(work, incoming, situation, reading)
        if news is not None:
            return news
        if situation.is_new:
            await work.athletes.save(replace(situation.athlete, asked=AskedStart(situation.today)))
            return Welcomed()
        if situation.paused and (reading.about in {None, About.ASSENT, About.BACK, About.BETTER}):
            return self.routine(situation)
        if reading.about in {About.BAR, About.PUSH_ONLY}:
            available = reading.about is About.BAR
            onboard = self.answer_question.onboard
            return await onboard.choose_bar(work, incoming, situation, available=available)
        if reading.about is About.WHY:
            return self._why(situation, reading.topic)
        if reading.about is not None or self.reader.nod(incoming, situation):
            return SmallTalk(reading.about or About.ASSENT)
        return await self._hint(work, incoming, situation)

    def _why(self, situation: Situation, topic: RoutineTopic | None) -> Outcome:
        """Of today, and of rest on a day of rest, the plan's own reasons tell."""
        resting = topic is RoutineTopic.REST and situation.plan.is_rest
        if resting or topic is RoutineTopic.TODAY:
            return self.routine.why(situation)
        return Answered(topic) if topic else Answered()

    async def _hint(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> NotUnderstood:
        """The long hint comes at most once an hour."""
        since = incoming.said_at - HINT_EVERY
        hints = (event for event in situation.events if isinstance(event, Said) and event.key == HINT)
        again = any(event.said_at > since for event in hints)
        if not again:
            await work.events.add(incoming.athlete_id, [said(HINT, incoming, situation.today)])
        return NotUnderstood(situation.rungs()[Family.PUSH], again)


def with_own_source(incoming: Incoming, told: Sequence[LoggedSet | Event]) -> Incoming:
    """Another bot numbers its messages anew: what bears this key but another moment was told there.

    Its sets stay, and this message gets a key of its own, so that it counts too.
    """
    clash = any(one.source == incoming.source and one.said_at != incoming.said_at for one in told)
    if not clash:
        return incoming
    return replace(incoming, source=f"{incoming.source}:{incoming.said_at:%Y%m%dT%H%M%S}")
