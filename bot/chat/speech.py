"""What delivery asks of the coach at the moment of sending: the words of a prompt, of a receipt; silence."""

from dataclasses import dataclass, replace

from bot.chat.alarm import Alarm
from bot.chat.turn import Renderer, once_key
from bot.coaching.coach import Coach
from bot.coaching.mail import Message, OutboxKind, OutboxRow
from bot.coaching.ports import Clock, Incoming, UnitOfWork, UnitsOfWork


@dataclass(frozen=True, slots=True)
class Speech:
    units: UnitsOfWork
    clock: Clock
    coach: Coach
    render: Renderer
    alarm: Alarm

    async def words_of(self, row: OutboxRow) -> Message | None:
        """None if there is nothing to say any more; the row is closed then."""
        expires_at = row.draft.expires_at
        if expires_at is not None and expires_at <= self.clock():
            await self._expire(row)
            return None
        if row.draft.kind in {OutboxKind.PROMPT, OutboxKind.RECEIPT}:
            return await self._prepared(row)
        return row.draft.message

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
        async with self.units() as work:
            await work.outbox.drop(row.outbox_id, "expired", "its time has passed")
            await work.commit()

    async def _sought(self, work: UnitOfWork, row: OutboxRow) -> tuple[Message, ...]:
        """What follows from a receipt was said by the turns of its messages."""
        if row.draft.kind is OutboxKind.PROMPT:
            return self.render(await self.coach.prepare_prompt(work, row.draft, self.clock()))
        await work.athletes.get(row.draft.chat_id)  # locked before the row, in the order that turns take
        receipt = await work.outbox.look_again(row.outbox_id)
        if receipt is None:
            return ()
        if len(receipt.sources) == 1 and receipt.message:
            return (receipt.message,)
        return self.render(await self.coach.tell_receipt(work, receipt))[:1]

    async def _prepared(self, row: OutboxRow) -> Message | None:
        """A stub's words, looked for now that its place has come, and stored before they are said."""
        async with self.units() as work:
            first, *others = await self._sought(work, row) or (None,)
            if first is None:
                await work.outbox.drop(row.outbox_id, "quiet", "nothing to say")
            else:
                await work.outbox.render(row.outbox_id, first)
            for message in others:
                key = once_key(message, row.draft.chat_id)
                await work.outbox.add(replace(row.draft, kind=OutboxKind.MESSAGE, message=message, key=key))
            await work.commit()
        return first
