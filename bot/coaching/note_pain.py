"""Pain: what hurts rests at once, and until the athlete says that it is fine."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coaching.log_sets import pain_event
from bot.coaching.outcomes import PainEased, PainNoted, TooSoonToClear
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.domain.catalogue import Catalogue
from bot.domain.events import PainCleared, PainSaid
from bot.domain.exercise import Family
from bot.domain.pain import CLEARED_AFTER, MIS_TAP


@dataclass(frozen=True, slots=True)
class NotePain:
    """What hurts rests, and so does the other one until it is said to be comfortable."""

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, families: Sequence[Family] = ()
    ) -> PainNoted:
        family = families[0] if len(families) == 1 else None
        event = pain_event(incoming, situation.today, family)
        await work.events.add(incoming.athlete_id, [event])
        await work.due.cancel(incoming.athlete_id, DueKind.SNOOZE)
        return PainNoted(family)


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

    async def in_words(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, families: Sequence[Family] = ()
    ) -> PainEased | TooSoonToClear | None:
        """What rests is fine, or what was named of it; None where none of that rests because of pain.

        While nobody said which side it was, a day of rest comes before both, since one of them did hurt;
        unless it was all a slip of the finger.
        """
        fine = [family for family in situation.paused if not families or family in families]
        said = [one.said_at for one in situation.events if isinstance(one, PainSaid)]
        if len(fine) > 1 and MIS_TAP < incoming.said_at - max(said) < CLEARED_AFTER:
            return TooSoonToClear(fine[0])
        outcome: PainEased | TooSoonToClear | None = None
        for family in fine:
            outcome = await self(work, incoming, situation, family=family)
        return outcome
