"""The answer to an invitation: yes by a tap, not yet by a word, too."""

from dataclasses import dataclass

from bot.coaching.actions import AnswerOffer as AnswerOfferAction
from bot.coaching.outcomes import OfferAgain, OfferGone, OfferTaken
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader
from bot.coaching.situation import Situation, reload
from bot.domain.catalogue import Catalogue
from bot.domain.events import OfferAnswered


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """Only an open offer can be answered; a second tap on it finds it gone."""

    catalogue: Catalogue
    reader: Reader

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

    async def in_words(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation
    ) -> OfferTaken | OfferGone | OfferAgain | None:
        """ "Not yet" declines the one that waits; harder begins by a tap only: a yes shows it again."""
        if not situation.open_offers:
            return None
        waiting = situation.open_offers[0]
        if self.reader.none(incoming, situation) and len(situation.open_offers) == 1:
            tap = AnswerOfferAction(waiting.offer, waiting.since, accepted=False)
            return await self(work, incoming, situation, tap)
        said = self.reader.yes(incoming, situation) or self.reader.none(incoming, situation)
        return OfferAgain(waiting) if said else None
