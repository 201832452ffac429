"""A prompt's words, chosen when its place in the lane has come: look again, then say it or stay quiet."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coaching.asked import Asked, AskedAnchor, AskedBar, AskedHour, AskedPullUps, AskedReason
from bot.coaching.change_settings import HOUR_CHOSEN
from bot.coaching.look_ahead import LookAhead
from bot.coaching.mail import Draft, OutboxKind
from bot.coaching.morning_news import GatherNews, keys_of
from bot.coaching.morning_text import choose_morning_text
from bot.coaching.note_anchor import ANCHOR_CHOSEN
from bot.coaching.offer_rhythm import asked_key, fresh_rhythm_offer
from bot.coaching.onboard import PULL_UPS_CHOSEN
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import DueKind, UnitOfWork
from bot.coaching.setting_outcomes import JourneyOver
from bot.coaching.situation import Situation, card_of, load_situation
from bot.coaching.views import (
    NO_NEWS,
    Prompted,
    Question,
    Reminded,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import Said, Skipped
from bot.domain.exercise import Family
from bot.domain.look_back import minutes_of

QUESTION_DAYS = {Question.BAR: 2, Question.ANCHOR: 3, Question.PULL_UPS: 5, Question.HOUR: 6}
DAILY_FOR = 7
WEEKLY_ON = {14: "quiet_week", 21: "quiet_week_2", 28: "quiet_week_3"}
LEFT_OUT_DAYS, LEFT_OUT_ASKED = 3, "asked:left_out"
LEFT_OUT = {Family.PULL: Question.LEFT_OUT_PULL, Family.PUSH: Question.LEFT_OUT_PUSH}
LATE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class PreparePrompt:
    """Quiet on a day of rest, when it is done or skipped already, while paused, and where blocked.

    `grace` is how long after its hour a prompt may still go out.
    """

    catalogue: Catalogue
    look_ahead: LookAhead
    grace: timedelta
    gather_news: GatherNews

    async def __call__(self, work: UnitOfWork, draft: Draft, now: datetime) -> Outcome:
        if draft.kind is OutboxKind.NOTICE:
            return await self._home_again(work, draft)
        situation = await self._open_day(work, draft)
        if situation is None:
            return Quiet()
        if _is_reminder(draft):
            return Reminded(card_of(situation, self.catalogue))
        late = draft.expires_at is not None and now - (draft.expires_at - self.grace) >= LATE
        return await self._morning(work, situation, now, late=late)

    async def still_wanted(self, work: UnitOfWork, draft: Draft) -> bool:
        """Whether words that are chosen already are still to be said."""
        if draft.kind is OutboxKind.NOTICE:
            athlete = await work.athletes.get(draft.chat_id)
            return athlete is not None and athlete.prompts_on
        return await self._open_day(work, draft) is not None

    async def _home_again(self, work: UnitOfWork, draft: Draft) -> JourneyOver | Quiet:
        """Told whatever is left of the day."""
        athlete = await work.athletes.get(draft.chat_id)
        if athlete is None or draft.day is None:
            return Quiet()
        situation = await load_situation(work, athlete, today=draft.day, catalogue=self.catalogue)
        return JourneyOver(athlete, await self.look_ahead(work, situation))

    async def _open_day(self, work: UnitOfWork, draft: Draft) -> Situation | None:
        """The prompt's day, if anything is left to be said on it."""
        athlete = await work.athletes.get(draft.chat_id)
        if athlete is None or not athlete.prompts_on or draft.day is None:
            return None
        situation = await load_situation(work, athlete, today=draft.day, catalogue=self.catalogue)
        if not situation.left or is_skipped(situation):
            return None
        if _is_reminder(draft):
            return situation
        snooze = await work.due.get(athlete.athlete_id, DueKind.SNOOZE)
        waits = snooze is not None and snooze.day == draft.day
        unasked = waits or eases_off(situation) or not athlete.wants_prompts
        return None if unasked else situation

    async def _morning(
        self, work: UnitOfWork, situation: Situation, now: datetime, *, late: bool
    ) -> Prompted:
        number = day_number(situation)
        silent = silent_days(situation)
        quiet = silent > DAILY_FOR
        news = NO_NEWS if quiet else await self.gather_news(work, situation)
        text = WEEKLY_ON[silent] if quiet else choose_morning_text(situation, number, news)
        # One that comes late asks nothing: it waits for a day on which the hour is the usual one.
        question = None if quiet or late else question_of(situation, number)
        rhythm = None if quiet or late or question or news != NO_NEWS else fresh_rhythm_offer(situation)
        keys = [text, *keys_of(news, situation.today), *([_asked_key(question)] if question else [])]
        keys += [asked_key(rhythm.rhythm)] if rhythm else []
        await work.events.add(
            situation.athlete.athlete_id, [_said(key, situation.today, now) for key in keys]
        )
        if question is not None:
            asked = asked_by(question, situation.today)
            await work.athletes.save(replace(situation.athlete, asked=asked))
        return Prompted(
            card=card_of(situation, self.catalogue),
            text=text,
            question=question,
            showing=situation.showing,
            reps=sum(one.reps for one in situation.log),
            late=late,
            minutes=minutes_of(situation.log, self.catalogue),
            name=situation.athlete.name,
            news=news,
            silent=situation.athlete.silent_cards,
            anchor=situation.athlete.anchor,
            rhythm=rhythm,
        )


def _is_reminder(draft: Draft) -> bool:
    return draft.key is not None and draft.key.startswith(DueKind.SNOOZE)


def eases_off(situation: Situation) -> bool:
    """Who stays silent hears daily for a week, then on three more weekly days, then nothing."""
    silent = silent_days(situation)
    return silent > DAILY_FOR and silent not in WEEKLY_ON


def silent_days(situation: Situation) -> int:
    """Days since the athlete's last word, tap or log, or since a pause, which was announced."""
    athlete = situation.athlete
    said = [event.said_at for event in situation.events if not isinstance(event, Said)]
    told = [one.said_at for one in situation.log]
    heard = athlete.day_of(max([athlete.started_at, *said, *told]))
    held = (day.day for day in situation.training.diary if day.held)
    return (situation.today - max([heard, *held])).days


def is_skipped(situation: Situation) -> bool:
    return any(isinstance(event, Skipped) and event.day == situation.today for event in situation.events)


def day_number(situation: Situation) -> int:
    """Day 1 is the day on which the athlete began."""
    began = situation.athlete.day_of(situation.athlete.started_at)
    return (situation.today - began).days + 1


def placement_question(situation: Situation, number: int) -> Question | None:
    """One a day, each once, from its day on, and first that of the day; what is known isn't asked."""
    due = [question for question, day in QUESTION_DAYS.items() if number >= day]
    due.sort(key=lambda question: QUESTION_DAYS[question] != number)
    fresh = (question for question in due if not situation.has_said(f"asked:{question}"))
    return next((question for question in fresh if is_unanswered(question, situation)), None)


def open_placement_question(situation: Situation) -> Question | None:
    """Today's question, as long as nobody has answered it."""
    today = {
        event.key for event in situation.events if isinstance(event, Said) and event.day == situation.today
    }
    asked = (question for question in QUESTION_DAYS if f"asked:{question}" in today)
    if isinstance(situation.athlete.asked, AskedReason) and LEFT_OUT_ASKED in today:
        return LEFT_OUT[situation.athlete.asked.family]
    return next((question for question in asked if is_unanswered(question, situation)), None)


def question_of(situation: Situation, number: int) -> Question | None:
    """One a day: of placement first, then what keeps one side from being trained."""
    return placement_question(situation, number) or _left_out(situation)


def _left_out(situation: Situation) -> Question | None:
    """Once, after three days running with one of two planned sides done (docs/coaching.md, 7)."""
    life = situation.training.morning
    if life.left_out is None or life.left_out_days < LEFT_OUT_DAYS or situation.bar is not True:
        return None
    return None if situation.has_said(LEFT_OUT_ASKED) else LEFT_OUT[life.left_out]


def _asked_key(question: Question) -> str:
    return LEFT_OUT_ASKED if question in LEFT_OUT.values() else f"asked:{question}"


def is_unanswered(question: Question, situation: Situation) -> bool:
    match question:
        case Question.BAR:
            return situation.bar is None
        case Question.PULL_UPS:
            return _might_pull(situation)
        case Question.ANCHOR:
            return not situation.has_said(ANCHOR_CHOSEN)
        case _:
            return not situation.has_said(HOUR_CHOSEN)


def asked_by(question: Question, day: date) -> Asked:
    """The open question that a placement question is."""
    match question:
        case Question.BAR:
            return AskedBar(day)
        case Question.PULL_UPS:
            return AskedPullUps(day)
        case Question.ANCHOR:
            return AskedAnchor(day)
        case Question.LEFT_OUT_PULL:
            return AskedReason(Family.PULL, day)
        case Question.LEFT_OUT_PUSH:
            return AskedReason(Family.PUSH, day)
        case _:
            return AskedHour(day, by_the_way=True)


def _might_pull(situation: Situation) -> bool:
    hurts = Family.PULL in situation.paused
    return situation.bar is True and not hurts and not situation.has_said(PULL_UPS_CHOSEN)


def _said(key: str, day: date, now: datetime) -> Said:
    return Said(said_at=now, day=day, source=f"c:{day}:{key}", key=key)
