"""The inbox as a repository: what arrived, each once, each chat's in order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Boolean, ColumnElement, Select, Update, delete, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.mail import InboxRow, RawUpdate
from bot.store.address import POSTGRESQL
from bot.store.inserts import insert_new
from bot.store.rows import inbox_row_of
from bot.store.tables import SET_ASIDE, inbox, is_open

# The bit that tells a chat's key of an advisory lock from the keys in `lock.py`.
CHATS = 1 << 62


class StoredInbox:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def accept(self, updates: Sequence[RawUpdate], received_at: datetime) -> int:
        rows = [
            {
                "update_id": one.update_id,
                "chat_id": one.chat_id,
                "received_at": received_at,
                "payload": one.payload,
            }
            for one in updates
        ]
        return await insert_new(self._connection, inbox, rows)

    async def chats_waiting(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int, newest_first: bool = False
    ) -> Sequence[int]:
        chats = waiting(now, besides, newest_first=newest_first).limit(limit)
        return (await self._connection.execute(chats)).scalars().all()

    async def next_of(self, chat_id: int, now: datetime) -> InboxRow | None:
        row = (await self._connection.execute(lowest_of(chat_id))).one_or_none()
        ripe = row is not None and (row.retry_at is None or row.retry_at <= now)
        return inbox_row_of(row) if row is not None and ripe else None

    async def claim(self, update_id: int) -> bool:
        """Row and chat stay locked until the unit of work ends; what another process holds isn't awaited."""
        is_free = chat_is_free() if self._connection.dialect.name == POSTGRESQL else true()
        found = select(is_free).where(is_open, inbox.c.update_id == update_id)
        claimed = (await self._connection.execute(found.with_for_update(skip_locked=True))).scalar()
        return bool(claimed)

    async def mark(self, update_id: int, result: str, done_at: datetime) -> None:
        values: dict[str, object] = {"result": result, "done_at": done_at}
        if result != SET_ASIDE:
            values["payload"] = ""
        await self._connection.execute(_open_row(update_id).values(values))

    async def note_failure(self, update_id: int, error: str, retry_at: datetime, *, counts: bool) -> int:
        attempts = inbox.c.attempts + int(counts)
        noted = _open_row(update_id).values(attempts=attempts, last_error=error, retry_at=retry_at)
        await self._connection.execute(noted)
        kept = select(inbox.c.attempts).where(is_open, inbox.c.update_id == update_id)
        return (await self._connection.execute(kept)).scalar() or 0

    async def next_retry_at(self) -> datetime | None:
        found = select(func.min(inbox.c.retry_at)).where(is_open, inbox.c.retry_at.is_not(None))
        earliest: datetime | None = (await self._connection.execute(found)).scalar_one()
        return earliest

    async def prune(self, done_before: datetime) -> int:
        """What was set aside stays: somebody is to look at it."""
        old = delete(inbox).where(inbox.c.done_at < done_before, inbox.c.result != SET_ASIDE)
        return (await self._connection.execute(old)).rowcount

    async def forget_chat(self, chat_id: int) -> None:
        closed = delete(inbox).where(inbox.c.chat_id == chat_id, inbox.c.done_at.is_not(None))
        await self._connection.execute(closed)

    async def largest_update_id(self) -> int:
        return (await self._connection.execute(select(func.max(inbox.c.update_id)))).scalar_one() or 0


def chat_is_free() -> ColumnElement[bool]:
    """Locks the row's chat until the transaction ends."""
    key = inbox.c.chat_id.bitwise_and(CHATS - 1).bitwise_or(CHATS)
    return func.pg_try_advisory_xact_lock(key, type_=Boolean)


def lowest_of(chat_id: int) -> Select[*tuple[object, ...]]:
    return select(inbox).where(is_open, inbox.c.chat_id == chat_id).order_by(inbox.c.update_id).limit(1)


def waiting(now: datetime, besides: frozenset[int], *, newest_first: bool = False) -> Select[int]:
    earlier = inbox.alias()
    first_of_its_chat = ~(
        select(earlier.c.update_id)
        .where(
            earlier.c.done_at.is_(None),
            earlier.c.chat_id == inbox.c.chat_id,
            earlier.c.update_id < inbox.c.update_id,
        )
        .exists()
    )
    ripe = or_(inbox.c.retry_at.is_(None), inbox.c.retry_at <= now)
    chats = select(inbox.c.chat_id).where(is_open, ripe, inbox.c.chat_id.not_in(besides), first_of_its_chat)
    return chats.order_by(inbox.c.update_id.desc() if newest_first else inbox.c.update_id)


def _open_row(update_id: int) -> Update:
    return update(inbox).where(is_open, inbox.c.update_id == update_id)
