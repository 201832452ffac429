"""What delivery asks of the coach at the moment of sending: the words of a prompt, of a receipt; silence."""

from dataclasses import dataclass, replace

import structlog

from bot.chat.alarm import Alarm
from bot.chat.turn import Renderer
from bot.coaching.actions import TapDone, TapLater, TapSkip
from bot.coaching.coach import Coach
from bot.coaching.mail import Draft, Message, OutboxKind, OutboxRow
from bot.coaching.ports import Clock, Incoming, UnitOfWork, UnitsOfWork

log = structlog.get_logger()

RECIPES = frozenset(OutboxKind) - {OutboxKind.MESSAGE, OutboxKind.EDIT}
DAYS_BUTTONS = (TapDone, TapSkip, TapLater)


@dataclass(frozen=True, slots=True)
class Speech:
    units: UnitsOfWork
    clock: Clock
    coach: Coach
    render: Renderer
    alarm: Alarm

    async def words_of(self, row: OutboxRow) -> Draft | None:
        """The row with its words; None if there is nothing to say any more, and the row is closed then."""
        expires_at = row.draft.expires_at
        if expires_at is not None and expires_at <= self.clock():
            await self._expire(row)
            return None
        if row.draft.kind not in RECIPES:
            return row.draft
        async with self.units() as work:
            prepared = await self._prepared(work, row)
            if prepared is None:
                await work.outbox.drop(row.outbox_id, "quiet", "nothing to say")
            await work.commit()
        return prepared

    async def unreachable(self, row: OutboxRow) -> None:
        """Whoever has blocked us gets no prompts until they write again."""
        chat_id = row.draft.chat_id
        gone = Incoming(
            athlete_id=chat_id, chat_id=chat_id, source=f"o:{row.outbox_id}", said_at=self.clock()
        )
        async with self.units() as work:
            if chat_id > 0:
                await self.coach.hush(work, gone)
            await work.outbox.drop(row.outbox_id, "unreachable", "blocked, or no such chat")
            await work.commit()

    async def _expire(self, row: OutboxRow) -> None:
        log.warning("message_expired", kind=row.draft.kind)
        async with self.units() as work:
            await work.outbox.drop(row.outbox_id, "expired", "its time has passed")
            await work.commit()

    async def _prepared(self, work: UnitOfWork, row: OutboxRow) -> Draft | None:
        match row.draft.kind:
            case OutboxKind.PROMPT | OutboxKind.NOTICE:
                return await self._prompt(work, row)
            case OutboxKind.RECEIPT:
                return await self._receipt(work, row)
            case _:
                return await self._edit_of_card(work, row.draft)

    async def _prompt(self, work: UnitOfWork, row: OutboxRow) -> Draft | None:
        """Words that are chosen stay, but the day may have been answered since; a prompt is one message."""
        if row.draft.message is not None:
            return row.draft if await self.coach.still_wanted(work, row.draft) else None
        return await self._stored(work, row, await self._words_of_prompt(work, row.draft))

    async def _words_of_prompt(self, work: UnitOfWork, draft: Draft) -> Message | None:
        messages = self.render(await self.coach.prepare_prompt(work, draft, self.clock()))
        if len(messages) > 1:
            raise ValueError("a prompt is one message")
        return next(iter(messages), None)

    async def _receipt(self, work: UnitOfWork, row: OutboxRow) -> Draft | None:
        """What follows from a receipt was said by the turns of its messages."""
        await work.athletes.get(row.draft.chat_id)  # locked before the row, in the order that turns take
        receipt = await work.outbox.look_again(row.outbox_id)
        if receipt is None:
            return None
        if len(receipt.sources) == 1 and receipt.message:
            return await self._stored(work, row, receipt.message)
        told = self.render(await self.coach.tell_receipt(work, receipt))
        return await self._stored(work, row, next(iter(told), None))

    async def _stored(self, work: UnitOfWork, row: OutboxRow, message: Message | None) -> Draft | None:
        """Written down before they are said."""
        if message is None:
            return None
        await work.outbox.render(row.outbox_id, message)
        return replace(row.draft, message=message)

    async def _edit_of_card(self, work: UnitOfWork, draft: Draft) -> Draft | None:
        """None where the card was never delivered. What the day leaves open, or fewer buttons."""
        card = await work.outbox.card(draft.edits_row) if draft.edits_row is not None else None
        if card is None:
            return None
        if draft.kind is OutboxKind.CLOSING:
            closed = self.render(await self.coach.close_card(work, draft))
            if closed:
                return replace(draft, message=closed[0], edits=card.message_id)
        bare = stripped(await work.outbox.words_of(card.outbox_id) or Message(""))
        return replace(draft, kind=OutboxKind.STRIPPING, message=bare, edits=card.message_id)


def stripped(card: Message) -> Message:
    """Without the day's own buttons; those of a question stay."""
    rows = (
        tuple(button for button in row if not isinstance(button.action, DAYS_BUTTONS)) for row in card.buttons
    )
    return replace(card, buttons=tuple(row for row in rows if row))
