"""Prompts that would fit better, offered once each in a morning's card and settled by a tap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from bot.coaching.change_settings import ChangeSettings, WeekSaid
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.setting_outcomes import RhythmKept, Settled
from bot.coaching.situation import Situation
from bot.coaching.views import RhythmOffer
from bot.domain.events import Rhythm, RhythmAnswered, Said
from bot.domain.rhythm import Session, better_hour, may_offer, steady_weekdays


@dataclass(frozen=True, slots=True)
class AnswerRhythm:
    """What is declined is never offered again; what is accepted can be changed like any setting."""

    settings: ChangeSettings

    async def hour(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: time, accepted: bool
    ) -> Settled | RhythmKept:
        await self._note(work, incoming, situation, Rhythm.HOUR, accepted=accepted)
        if not accepted:
            return await self._kept(work, situation)
        settled = await self.settings.choose_hour(work, incoming, situation, at=at)
        return replace(settled, in_place=False)

    async def weekdays(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        weekdays: frozenset[int],
        accepted: bool,
    ) -> Settled | RhythmKept:
        await self._note(work, incoming, situation, Rhythm.WEEKDAYS, accepted=accepted)
        if not accepted:
            return await self._kept(work, situation)
        settled = await self.settings.choose_week(work, incoming, situation, WeekSaid(only_on=weekdays))
        return replace(settled, in_place=False)

    async def _note(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, rhythm: Rhythm, *, accepted: bool
    ) -> None:
        answer = RhythmAnswered(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            rhythm=rhythm,
            accepted=accepted,
        )
        await work.events.add(incoming.athlete_id, [answer])

    async def _kept(self, work: UnitOfWork, situation: Situation) -> RhythmKept:
        return RhythmKept(await self.settings.settle.look_ahead(work, situation))


def asked_key(rhythm: Rhythm) -> str:
    return f"asked:rhythm_{rhythm}"


def fresh_rhythm_offer(situation: Situation) -> RhythmOffer | None:
    """What shows now and was never offered."""
    offers = (_offer(rhythm, situation) for rhythm in Rhythm if not situation.has_said(asked_key(rhythm)))
    return next((offer for offer in offers if offer), None)


def open_rhythm_offer(situation: Situation) -> RhythmOffer | None:
    """Today's, as long as it has no answer."""
    today = {
        event.key for event in situation.events if isinstance(event, Said) and event.day == situation.today
    }
    offers = (_offer(rhythm, situation) for rhythm in Rhythm if asked_key(rhythm) in today)
    return next((offer for offer in offers if offer), None)


def _offer(rhythm: Rhythm, situation: Situation) -> RhythmOffer | None:
    if not may_offer(rhythm, situation.events):
        return None
    if rhythm is Rhythm.HOUR:
        at = better_hour(_sessions(situation), situation.athlete.prompt_times)
        return RhythmOffer(rhythm, at=at) if at else None
    weekdays = steady_weekdays(situation.training.diary, situation.today, situation.free_weekdays)
    return RhythmOffer(rhythm, weekdays=weekdays) if weekdays else None


def _sessions(situation: Situation) -> Sequence[Session]:
    """By the clock that the athlete has now."""
    athlete = situation.athlete
    first: dict[date, datetime] = {}
    for one in situation.log:
        if athlete.day_of(one.said_at) == one.day:
            first[one.day] = min(one.said_at, first.get(one.day, one.said_at))
    return [Session(day, _minute_of(first[day], day, situation)) for day in sorted(first)]


def _minute_of(said_at: datetime, day: date, situation: Situation) -> int:
    wall = said_at.astimezone(situation.athlete.zone_info).replace(tzinfo=UTC)
    return int((wall - datetime.combine(day, time(), UTC)).total_seconds()) // 60
