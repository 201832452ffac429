"""The turn: one transaction for every way in, from the claim of its inbox row to the reply in the outbox."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.coaching.close_card import strip_answered
from bot.coaching.log_outcomes import CountMissing, EffortNoted, Logged, NothingLeft
from bot.coaching.mail import Draft, Message, OutboxKind
from bot.coaching.outcomes import Outcome, SkipNoted, Snoozed, SnoozeTooLate, Urgent
from bot.coaching.ports import Clock, Incoming, UnitOfWork, UnitsOfWork

ANSWERS_TO_A_CARD = (Logged, CountMissing, EffortNoted, NothingLeft, SkipNoted, Snoozed, SnoozeTooLate)

Act = Callable[[UnitOfWork, Incoming], Awaitable[Outcome]]
Renderer = Callable[[Outcome], tuple[Message, ...]]


class Turns:
    """Nothing else commits what an athlete said; a failure on the way rolls all of it back."""

    def __init__(
        self, units: UnitsOfWork, render: Renderer, clock: Clock, wake_delivery: Callable[[], None]
    ) -> None:
        self._units = units
        self._render = render
        self._clock = clock
        self._wake_delivery = wake_delivery

    async def run(self, update_id: int, incoming: Incoming, act: Act, *, tapped: int | None = None) -> bool:
        """False if the row wasn't to be had.

        `tapped` is the id of the message whose button was tapped; it may be edited in place.
        """
        async with self._units() as work:
            if not await work.inbox.claim(update_id):
                return False
            outcome = await act(work, incoming)
            if isinstance(outcome, Urgent):
                await work.outbox.hush(incoming.chat_id)
            await self._answer(work, incoming, outcome, tapped)
            await work.inbox.mark(update_id, "done", self._clock())
            await work.commit()
        self._wake_delivery()
        return True

    async def _answer(
        self, work: UnitOfWork, incoming: Incoming, outcome: Outcome, tapped: int | None
    ) -> None:
        """A live card is replaced only by what answers its day, and has no buttons once that is answered."""
        cards = await work.outbox.live_cards(incoming.chat_id)
        if not isinstance(outcome, ANSWERS_TO_A_CARD) and tapped in {card.message_id for card in cards}:
            tapped = None
        drafts = [reply(message, incoming, tapped) for message in self._render(outcome)]
        if isinstance(outcome, NothingLeft) and await _is_told(work, incoming.chat_id, tapped):
            drafts = []
        replaced = next((draft.edits for draft in drafts if draft.kind is OutboxKind.EDIT), None)
        if isinstance(outcome, Logged):
            await _tell(work, outcome, drafts.pop(0))
        await work.outbox.add_many(drafts)
        await strip_answered(work, incoming, cards, replaced=replaced)

    async def ignore(self, update_id: int) -> bool:
        """Close what there is nothing to answer to; False if the row wasn't to be had."""
        async with self._units() as work:
            if not await work.inbox.claim(update_id):
                return False
            await work.inbox.mark(update_id, "ignored", self._clock())
            await work.commit()
        return True


async def _is_told(work: UnitOfWork, chat_id: int, tapped: int | None) -> bool:
    """A second tap on what has become a receipt: the receipt stands there."""
    return tapped is not None and await work.outbox.is_replaced(chat_id, tapped)


async def _tell(work: UnitOfWork, logged: Logged, draft: Draft) -> None:
    """In place of the tapped message; else by the receipt that waits, or by one of its own."""
    if draft.kind is OutboxKind.EDIT:
        await work.outbox.add(draft)
    elif not await work.outbox.join_receipt(draft.chat_id, logged.source):
        receipt = replace(draft, kind=OutboxKind.RECEIPT, answers=logged.source, sources=(logged.source,))
        await work.outbox.add(receipt)


def reply(message: Message, incoming: Incoming, tapped: int | None) -> Draft:
    """An edit of the tapped message if the words ask for it and there is one, else a new message."""
    edits = tapped if message.in_place else None
    return Draft(
        chat_id=incoming.chat_id,
        kind=OutboxKind.MESSAGE if edits is None else OutboxKind.EDIT,
        message=message,
        key=once_key(message, incoming.chat_id),
        answers=incoming.source,
        edits=edits,
    )


def once_key(message: Message, chat_id: int) -> str | None:
    """What is said once is said once in each chat."""
    return f"once:{chat_id}:{message.once}" if message.once else None
