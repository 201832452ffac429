"""A prompt's words, chosen when its place in the lane has come: look again, then say it or stay quiet."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.asked import AskedHour
from bot.coaching.change_settings import HOUR_CHOSEN
from bot.coaching.mail import Draft
from bot.coaching.morning_text import choose_morning_text
from bot.coaching.outcomes import (
    Outcome,
    Quiet,
)
from bot.coaching.ports import DueKind, UnitOfWork
from bot.coaching.situation import Situation, card_of, load_situation
from bot.coaching.views import (
    Prompted,
    Question,
    Reminded,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import Placed, Said, Skipped
from bot.domain.exercise import Family

BAR_DAY, ANCHOR_DAY, PULL_UPS_DAY, HOUR_DAY = 2, 3, 5, 6
ANCHOR_TEXT = "day_3"


@dataclass(frozen=True, slots=True)
class PreparePrompt:
    """Quiet on a day of rest, when it is done or skipped already, while paused, and where blocked."""

    catalogue: Catalogue

    async def __call__(self, work: UnitOfWork, draft: Draft, now: datetime) -> Outcome:
        athlete = await work.athletes.get(draft.chat_id)
        if athlete is None or not athlete.prompts_on or draft.day is None:
            return Quiet()
        situation = await load_situation(work, athlete, today=draft.day, catalogue=self.catalogue)
        if not situation.left or is_skipped(situation):
            return Quiet()
        if draft.key and draft.key.startswith(DueKind.SNOOZE):
            return Reminded(card_of(situation, self.catalogue))
        return await self._morning(work, situation, now)

    async def _morning(self, work: UnitOfWork, situation: Situation, now: datetime) -> Prompted:
        number = day_number(situation)
        text = choose_morning_text(situation, number)
        question = placement_question(situation, number, text)
        keys = [text, f"asked:{question}"] if question else [text]
        await work.events.add(
            situation.athlete.athlete_id, [_said(key, situation.today, now) for key in keys]
        )
        if question in {Question.ANCHOR, Question.HOUR}:
            asked = AskedHour(situation.today)
            await work.athletes.save(replace(situation.athlete, asked=asked))
        return Prompted(
            card=card_of(situation, self.catalogue),
            text=text,
            question=question,
            day_number=number,
            showing=situation.showing,
            reps=sum(one.reps for one in situation.log),
            name=situation.athlete.name,
        )


def is_skipped(situation: Situation) -> bool:
    return any(isinstance(event, Skipped) and event.day == situation.today for event in situation.events)


def day_number(situation: Situation) -> int:
    """Day 1 is the day on which the athlete began."""
    began = situation.athlete.day_of(situation.athlete.started_at)
    return (situation.today - began).days + 1


def placement_question(situation: Situation, number: int, text: str) -> Question | None:
    """One a day, each once; what is known already isn't asked, and the anchor is asked by its own text."""
    asks = {
        BAR_DAY: Question.BAR if situation.bar is None else None,
        ANCHOR_DAY: Question.ANCHOR if text == ANCHOR_TEXT else None,
        PULL_UPS_DAY: Question.PULL_UPS if _might_pull(situation) else None,
        HOUR_DAY: None if situation.has_said(HOUR_CHOSEN) else Question.HOUR,
    }
    return asks.get(number)


def _might_pull(situation: Situation) -> bool:
    placed = any(isinstance(event, Placed) and event.family is Family.PULL for event in situation.events)
    return situation.bar is True and not placed


def _said(key: str, day: date, now: datetime) -> Said:
    return Said(said_at=now, day=day, source=f"c:{day}:{key}", key=key)
