"""A card whose day went by unanswered, and its buttons once its day is answered in other ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coaching.mail import Draft, Lane, OutboxKind, SentCard
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import DueKind, Incoming, UnitOfWork
from bot.coaching.prepare_prompt import is_skipped
from bot.coaching.situation import card_of, load_situation
from bot.coaching.views import CardClosed
from bot.domain.catalogue import Catalogue
from bot.domain.events import Skipped


@dataclass(frozen=True, slots=True)
class CloseCard:
    """What the card's day left open; quiet if that is nothing (then its buttons just go)."""

    catalogue: Catalogue

    async def __call__(self, work: UnitOfWork, draft: Draft) -> Outcome:
        athlete = await work.athletes.get(draft.chat_id)
        if athlete is None or draft.day is None:
            return Quiet()
        situation = await load_situation(work, athlete, today=draft.day, catalogue=self.catalogue)
        if not situation.left or is_skipped(situation):
            return Quiet()
        return CardClosed(card_of(situation, self.catalogue))


async def strip_answered(
    work: UnitOfWork, incoming: Incoming, cards: Sequence[SentCard], *, replaced: int | None
) -> None:
    """A card is live no more once its day was answered in words, or on another card.

    `replaced` is the message that the answer itself stands in for: that one has lost its buttons already.
    """
    answered = [
        card
        for card in cards
        if card.message_id == replaced or await _is_answered(work, incoming.athlete_id, card)
    ]
    await work.outbox.retire([card.outbox_id for card in answered])
    await work.outbox.add_many(
        [_stripping(card, incoming) for card in answered if card.message_id != replaced]
    )


async def _is_answered(work: UnitOfWork, athlete_id: int, card: SentCard) -> bool:
    """Since it was sent (dates have no fractions): by sets, by a day off, by the wish to hear later."""
    since, before = card.sent_at.replace(microsecond=0), card.day - timedelta(days=1)
    told: list[datetime] = [
        one.said_at for one in await work.sets.history(athlete_id, after=before) if one.day == card.day
    ]
    events = await work.events.history(athlete_id, after=before)
    told += [one.said_at for one in events if isinstance(one, Skipped) and one.day == card.day]
    snooze = await work.due.get(athlete_id, DueKind.SNOOZE)
    return any(at >= since for at in told) or (snooze is not None and snooze.day == card.day)


def _stripping(card: SentCard, incoming: Incoming) -> Draft:
    return Draft(
        chat_id=card.chat_id,
        kind=OutboxKind.STRIPPING,
        lane=Lane.IDLE,
        edits_row=card.outbox_id,
        answers=incoming.source,
    )
