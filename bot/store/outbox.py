"""The outbox as a repository: what is to be said, each chat's in order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Update, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.mail import Draft, Lane, Message, OutboxKind, OutboxRow
from bot.coaching.records import to_record
from bot.store.inserts import insert_new
from bot.store.rows import draft_values, outbox_row_of
from bot.store.tables import is_unsent, outbox

SENT = "sent"
QUIET = "quiet"
LANES_IN_ORDER = (Lane.INTERACTIVE, Lane.BULK)


class StoredOutbox:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, draft: Draft) -> bool:
        return await insert_new(self._connection, outbox, [draft_values(draft)]) == 1

    async def join_receipt(self, chat_id: int, source: str) -> bool:
        in_chat = select(outbox.c.outbox_id, outbox.c.kind, outbox.c.sources, outbox.c.answers)
        unsent = in_chat.where(is_unsent, outbox.c.chat_id == chat_id).order_by(outbox.c.outbox_id.desc())
        behind: set[str | None] = set()
        for row in await self._connection.execute(unsent):
            if row.kind == OutboxKind.RECEIPT:
                return behind <= set(row.sources) and await self._join(row.outbox_id, row.sources, source)
            behind.add(row.answers)
        return False

    async def _join(self, outbox_id: int, sources: Sequence[str], source: str) -> bool:
        joined = {"sources": list(dict.fromkeys([*sources, source])), "answers": source}
        still = _unsent_row(outbox_id).where(outbox.c.kind == str(OutboxKind.RECEIPT))
        return (await self._connection.execute(still.values(joined))).rowcount == 1

    async def ready(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int
    ) -> Sequence[OutboxRow]:
        found: list[OutboxRow] = []
        for lane in LANES_IN_ORDER:
            rows = await self._connection.execute(ready_in(lane, now, besides).limit(limit - len(found)))
            found += [outbox_row_of(row) for row in rows]
        return found

    async def look_again(self, outbox_id: int) -> Draft | None:
        own = select(outbox).where(is_unsent, outbox.c.outbox_id == outbox_id).with_for_update()
        row = (await self._connection.execute(own)).one_or_none()
        return outbox_row_of(row).draft if row else None

    async def render(self, outbox_id: int, message: Message) -> None:
        words = {"kind": str(OutboxKind.MESSAGE), "message": to_record(message)}
        await self._connection.execute(_unsent_row(outbox_id).values(words))

    async def sent(self, outbox_id: int, message_id: int, sent_at: datetime) -> None:
        done = {"state": SENT, "sent_message_id": message_id, "sent_at": sent_at}
        await self._connection.execute(_unsent_row(outbox_id).values(done))

    async def retry(self, outbox_id: int, not_before: datetime, error: str) -> None:
        later = {"attempts": outbox.c.attempts + 1, "not_before": not_before, "last_error": error}
        await self._connection.execute(_unsent_row(outbox_id).values(later))

    async def drop(self, outbox_id: int, state: str, reason: str) -> None:
        await self._connection.execute(_unsent_row(outbox_id).values(state=state, last_error=reason))

    async def hush(self, chat_id: int) -> None:
        waiting = update(outbox).where(is_unsent, outbox.c.chat_id == chat_id)
        await self._connection.execute(waiting.values(state=QUIET, last_error="urgent"))

    async def answered_source(self, chat_id: int, message_id: int) -> str | None:
        """Of a message that was edited, the latest source that it answered."""
        answers = select(outbox.c.answers).where(
            outbox.c.chat_id == chat_id,
            outbox.c.sent_message_id == message_id,
            outbox.c.answers.is_not(None),
        )
        latest = answers.order_by(outbox.c.outbox_id.desc()).limit(1)
        return (await self._connection.execute(latest)).scalar_one_or_none()

    async def next_not_before(self, now: datetime) -> datetime | None:
        return (await self._connection.execute(later_than(now).limit(1))).scalar_one_or_none()

    async def forget(self, sent_before: datetime) -> int:
        old = outbox.c.sent_at < sent_before, outbox.c.message.is_not(None)
        emptied = update(outbox).where(*old).values(message=None)
        return (await self._connection.execute(emptied)).rowcount

    async def forget_chat(self, chat_id: int) -> None:
        await self._connection.execute(delete(outbox).where(outbox.c.chat_id == chat_id))

    async def largest_message_id(self) -> int:
        largest = select(func.max(outbox.c.sent_message_id))
        return (await self._connection.execute(largest)).scalar_one() or 0


def ready_in(lane: Lane, now: datetime, besides: frozenset[int]) -> Select[*tuple[object, ...]]:
    come = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now)
    in_lane = select(outbox).where(is_unsent, outbox.c.lane == str(lane), come)
    return in_lane.where(outbox.c.chat_id.not_in(besides), _first_of_its_chat()).order_by(outbox.c.outbox_id)


def later_than(now: datetime) -> Select[datetime | None]:
    later = select(outbox.c.not_before).where(is_unsent, outbox.c.not_before > now, _first_of_its_chat())
    return later.order_by(outbox.c.not_before)


def _first_of_its_chat() -> ColumnElement[bool]:
    earlier = outbox.alias()
    return ~(
        select(earlier.c.outbox_id)
        .where(
            earlier.c.state.is_(None),
            earlier.c.chat_id == outbox.c.chat_id,
            earlier.c.outbox_id < outbox.c.outbox_id,
        )
        .exists()
    )


def _unsent_row(outbox_id: int) -> Update:
    return update(outbox).where(is_unsent, outbox.c.outbox_id == outbox_id)
