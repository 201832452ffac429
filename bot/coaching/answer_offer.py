"""A tap on an invitation: yes, or not yet."""

from dataclasses import dataclass

from bot.coaching.actions import AnswerOffer as AnswerOfferAction
from bot.coaching.outcomes import OfferGone, OfferTaken
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.domain.catalogue import Catalogue
from bot.domain.events import OfferAnswered


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """Only an open offer can be answered; a second tap on it finds it gone."""

    catalogue: Catalogue

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, tap: AnswerOfferAction
    ) -> OfferTaken | OfferGone:
        family = tap.offer.family
        if situation.training.now.standings[family].offer(tap.offer).open_since != tap.day:
            return OfferGone()
        event = OfferAnswered(
            said_at=incoming.said_at,
            day=situation.today,
            source=f"offer:{tap.offer}:{tap.day}",
            offer=tap.offer,
            accepted=tap.accepted,
        )
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.catalogue)
        quiet_until = after.training.now.standings[family].offer(tap.offer).quiet_until
        days = (quiet_until - situation.today).days if quiet_until else 0
        return OfferTaken(tap.offer, tap.accepted, days)
