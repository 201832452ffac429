"""Buttons: each typed action goes to the use case that it stands for."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coaching import actions
from bot.coaching.answer_offer import AnswerOffer
from bot.coaching.change_settings import WeekSaid
from bot.coaching.hear import Hear
from bot.coaching.log_outcomes import (
    Logged,
    NothingToUndo,
)
from bot.coaching.note_pain import ClearPain
from bot.coaching.offer_rhythm import AnswerRhythm, open_rhythm_offer
from bot.coaching.onboard import Onboard
from bot.coaching.outcomes import (
    Outcome,
)
from bot.coaching.pages import Pages
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.prepare_prompt import open_placement_question
from bot.coaching.situation import Situation
from bot.coaching.views import HelpShown, Question
from bot.domain.anchor import Anchor
from bot.domain.sets import Effort
from bot.understanding.reading import About, Intent, Reading, SaidHour

DAYS_BACK = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """A tap counts for the day that its button carries, and a second one changes nothing."""

    hear: Hear
    onboard: Onboard
    answer_offer: AnswerOffer
    clear_pain: ClearPain
    answer_rhythm: AnswerRhythm
    pages: Pages

    async def __call__(self, work: UnitOfWork, incoming: Incoming, action: actions.Action) -> Outcome:
        if isinstance(action, actions.Forget):
            return await self.hear.act_on_news.forget(work, incoming)
        situation = await self.hear.situation(work, incoming)
        for act in (
            self._on_the_day,
            self._on_the_log,
            self._on_the_start,
            self._on_settings,
            self._on_health,
        ):
            outcome = await act(work, incoming, situation, action)
            if outcome is not None:
                return outcome
        return HelpShown()

    async def _on_the_day(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        match action:
            case actions.TapDone(day) | actions.TapSkip(day) | actions.TapLater(day) if not _is_open(
                day, situation
            ):
                return self.pages.routine(situation)
            case actions.TapDone(day, effort):
                on_card = replace(incoming, source=f"p:{day}")
                return await self._done(work, on_card, situation, day=day, effort=effort)
            case actions.TapSkip(day):
                return await self.hear.skip_day(work, incoming, situation, day=day)
            case actions.TapLater(day) if day != situation.today:
                return self.pages.routine(situation)
            case actions.TapLater():
                reading = Reading(intent=Intent.SNOOZE)
                return await self.hear.snooze_today(work, incoming, situation, reading)
            case _:
                return None

    async def _on_the_log(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        match action:
            case actions.TapUndo(source):
                return await self.hear.undo_log.of(work, incoming, source)
            case actions.UndoSet(source, position):
                return await self.hear.undo_log.one(work, incoming, source, position)
            case actions.FixReps():
                return await self.hear.correct_log.fix(work, incoming, situation, action)
            case actions.PickExercise(exercise) if exercise in self.pages.catalogue.exercises:
                answer = self.hear.answer_question
                logged = await answer.complete(work, incoming, situation, exercise=exercise)
                return logged or NothingToUndo()
            case actions.PickChoice(source, number):
                choose = self.hear.answer_question.choose
                logged = await choose(work, incoming, situation, source=source, number=number)
                return logged or NothingToUndo()
            case actions.UndoStepDown(family):
                undo = self.onboard.place_anew.undo_step_down
                undone = await undo(work, incoming, situation, family=family)
                return undone or self.pages.routine(situation)
            case actions.AnswerOffer():
                return await self.answer_offer(work, incoming, situation, action)
            case _:
                return None

    async def _done(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, day: date, effort: Effort | None
    ) -> Outcome:
        """The receipt takes the card's place, so a question that stood on it is asked again."""
        reading = Reading(intent=Intent.DONE, effort=effort)
        outcome = await self.hear.mark_done.on_day(work, incoming, situation, day=day, reading=reading)
        if isinstance(outcome, Logged) and outcome.question is None:
            question = open_placement_question(situation)
            return replace(outcome, question=question, rhythm=open_rhythm_offer(situation))
        return outcome

    async def _on_the_start(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        match action:
            case actions.StartWith(start):
                return await self.onboard.start_with(work, incoming, situation, start)
            case actions.StartOver():
                return await self.onboard.place_anew.start_over(work, incoming, situation)
            case actions.ChooseMax(count):
                place = self.onboard.place_anew.place
                placed = await place(work, incoming, situation, stated_max=count)
                return placed or self.pages.routine(situation)
            case actions.ChooseBar(available):
                return await self.onboard.choose_bar(work, incoming, situation, available=available)
            case actions.ChoosePullUps(count):
                noted = await self.onboard.choose_pull_ups(work, incoming, situation, count=count)
                return noted or self.pages.routine(situation)
            case actions.ShowHow(exercise) if exercise in self.pages.catalogue.exercises:
                return self.hear.explain(situation, exercise)
            case actions.Open(topic):
                return await self.pages.open(work, situation, topic)
            case _:
                return None

    async def _on_settings(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        settings = self.hear.settings
        match action:
            case actions.ChooseZone(zone):
                return await self.hear.place.choose(work, incoming, situation, zone=zone)
            case actions.KeepZone():
                return await self.hear.place.keep(work, incoming, situation)
            case actions.SwitchPrompts(on=True):
                return await self.hear.act_on_news.prompts.on(work, situation)
            case actions.SwitchPrompts():
                return await self.hear.act_on_news.prompts.off(work, incoming, situation)
            case actions.ToggleFreeDay(weekday):
                return await settings.toggle_free_day(work, incoming, situation, weekday=weekday)
            case actions.ChooseAnchor(thing):
                anchor = Anchor(thing) if thing else None
                return await self.pages.note_anchor(work, incoming, situation, anchor=anchor)
            case _:
                return await self._on_hours(work, incoming, situation, action)

    async def _on_hours(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        settings = self.hear.settings
        match action:
            case actions.ChooseHour(at):
                on_card = open_placement_question(situation) is Question.HOUR
                settled = await settings.choose_hour(work, incoming, situation, at=at)
                return replace(settled, in_place=not on_card)
            case actions.AnswerHour(at, accepted):
                return await self.answer_rhythm.hour(work, incoming, situation, at=at, accepted=accepted)
            case actions.AnswerWeekdays(weekdays, accepted):
                answer = self.answer_rhythm.weekdays
                return await answer(work, incoming, situation, weekdays=weekdays, accepted=accepted)
            case actions.AskHourOf(weekdays):
                return await settings.ask_hour(work, situation, weekdays=weekdays)
            case actions.ChooseDayStart(at):
                return await settings.choose_day_start(work, incoming, situation, at=at)
            case actions.SetSound(on):
                return await settings.set_sound(work, situation, on=on)
            case actions.ChooseHourOf(weekdays, at):
                week = WeekSaid((SaidHour(at, weekdays),))
                return await settings.choose_week(work, incoming, situation, week)
            case _:
                return None

    async def _on_health(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, action: actions.Action
    ) -> Outcome | None:
        match action:
            case actions.ClearPain(family):
                return await self.clear_pain(work, incoming, situation, family=family)
            case actions.SayBetter(for_a_day):
                return await self._back(work, incoming, situation, for_a_day=for_a_day)
            case actions.SayBack():
                return await self._back(work, incoming, situation)
            case actions.AskLight(day):
                return await self.hear.act_on_news.health.light(work, incoming, situation, day=day)
            case actions.GiveReason(family, reason):
                give = self.hear.answer_question.give_reason
                return await give(work, incoming, situation, family=family, reason=reason)
            case actions.PauseUntil(until):
                absence = self.hear.act_on_news.absence
                return await absence.pause_until(work, incoming, situation, until=until)
            case actions.Pause():
                absence = self.hear.act_on_news.absence
                return await absence.pause_until(work, incoming, situation, until=None)
            case _:
                return None

    async def _back(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, for_a_day: bool = False
    ) -> Outcome:
        """On an old card, from nothing: today's page."""
        about = About.BETTER if for_a_day else About.BACK
        reading = Reading(intent=Intent.NONE, about=about, day=-1 if for_a_day else None)
        news = await self.hear.act_on_news(work, incoming, situation, reading)
        return news or self.pages.routine(situation)


def _is_open(day: date, situation: Situation) -> bool:
    """A card counts for its day for a month, and never for a day to come."""
    return situation.today - DAYS_BACK <= day <= situation.today
