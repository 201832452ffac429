"""Pain: what hurts rests at once, and until the athlete says that it is fine."""

from dataclasses import dataclass

from bot.coaching.log_sets import pain_event
from bot.coaching.outcomes import PainEased, PainNoted, TooSoonToClear
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.domain.catalogue import Catalogue
from bot.domain.events import PainCleared, PainSaid
from bot.domain.exercise import Family
from bot.domain.pain import CLEARED_AFTER


@dataclass(frozen=True, slots=True)
class NotePain:
    """While it isn't said which exercise hurts, both rest."""

    async def __call__(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> PainNoted:
        event = pain_event(incoming, situation.today)
        await work.events.add(incoming.athlete_id, [event])
        await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        return PainNoted()


@dataclass(frozen=True, slots=True)
class ClearPain:
    """Not sooner than 24 hours after the pain, unless it never hurt there (docs/coaching.md, 6)."""

    catalogue: Catalogue

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, family: Family
    ) -> PainEased | TooSoonToClear:
        event = PainCleared(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            position=list(Family).index(family),
            family=family,
        )
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.catalogue)
        pain = after.training.now.pain
        if pain.pauses(family):
            return TooSoonToClear(family)
        return PainEased(family, frozenset(other for other in Family if pain.pauses(other)))

    async def all(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation
    ) -> PainEased | TooSoonToClear | None:
        """Everything that rests is fine, in words; None where nothing rests because of pain.

        While nobody said which side it was, a day of rest comes before both, since one of them did hurt.
        """
        said = [one.said_at for one in situation.events if isinstance(one, PainSaid)]
        if len(situation.paused) > 1 and incoming.said_at - max(said) < CLEARED_AFTER:
            return TooSoonToClear(situation.paused[0])
        outcome: PainEased | TooSoonToClear | None = None
        for family in situation.paused:
            outcome = await self(work, incoming, situation, family=family)
        return outcome
