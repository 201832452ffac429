"""The outbox as a repository: what is to be said, each chat's in order."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Update,
    and_,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.mail import Draft, Lane, Message, OutboxKind, OutboxRow, SentCard
from bot.coaching.records import from_record, to_record
from bot.store.inserts import insert_new
from bot.store.rows import CARD_COLUMNS, draft_values, outbox_row_of, sent_card_of
from bot.store.tables import is_live, is_unsent, outbox

SENT = "sent"
QUIET = "quiet"
LANES_IN_ORDER = (Lane.INTERACTIVE, Lane.BULK, Lane.IDLE)


class StoredOutbox:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, draft: Draft) -> bool:
        return await self.add_many([draft]) == 1

    async def add_many(self, drafts: Sequence[Draft]) -> int:
        return await insert_new(self._connection, outbox, [draft_values(draft) for draft in drafts])

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
            taken = besides | {row.draft.chat_id for row in found}
            rows = await self._connection.execute(ready_in(lane, now, taken).limit(limit - len(found)))
            found += [outbox_row_of(row) for row in rows]
        return found

    async def look_again(self, outbox_id: int) -> Draft | None:
        own = select(outbox).where(is_unsent, outbox.c.outbox_id == outbox_id).with_for_update()
        row = (await self._connection.execute(own)).one_or_none()
        return outbox_row_of(row).draft if row else None

    async def render(self, outbox_id: int, message: Message) -> None:
        is_receipt = outbox.c.kind == str(OutboxKind.RECEIPT)
        kind = case((is_receipt, str(OutboxKind.MESSAGE)), else_=outbox.c.kind)
        words = {"kind": kind, "message": to_record(message)}
        await self._connection.execute(_unsent_row(outbox_id).values(words))

    async def sent(self, outbox_id: int, message_id: int, sent_at: datetime) -> None:
        done = {"state": SENT, "sent_message_id": message_id, "sent_at": sent_at}
        await self._connection.execute(_unsent_row(outbox_id).values(done))

    async def retry(self, outbox_id: int, not_before: datetime, error: str) -> None:
        later = {"attempts": outbox.c.attempts + 1, "not_before": not_before, "last_error": error}
        await self._connection.execute(_unsent_row(outbox_id).values(later))

    async def drop(self, outbox_id: int, state: str, reason: str) -> None:
        await self._connection.execute(
            _unsent_row(outbox_id).values(state=state, last_error=reason, live=None)
        )

    async def hush(self, chat_id: int) -> None:
        waiting = update(outbox).where(is_unsent, outbox.c.chat_id == chat_id)
        await self._connection.execute(waiting.values(state=QUIET, last_error="urgent", live=None))

    async def answered_source(self, chat_id: int, message_id: int) -> str | None:
        """Of a message that was edited, the latest source that it answered."""
        answers = select(outbox.c.answers).where(
            outbox.c.chat_id == chat_id,
            outbox.c.sent_message_id == message_id,
            outbox.c.answers.is_not(None),
        )
        latest = answers.order_by(outbox.c.outbox_id.desc()).limit(1)
        return (await self._connection.execute(latest)).scalar_one_or_none()

    async def is_replaced(self, chat_id: int, message_id: int) -> bool:
        edit = outbox.c.chat_id == chat_id, outbox.c.kind == str(OutboxKind.EDIT)
        waiting = select(outbox.c.outbox_id).where(is_unsent, outbox.c.edits == message_id, *edit)
        done = select(outbox.c.outbox_id).where(outbox.c.sent_message_id == message_id, *edit)
        found = await self._connection.execute(select(or_(waiting.exists(), done.exists())))
        return bool(found.scalar_one())

    async def live_cards(self, chat_id: int) -> Sequence[SentCard]:
        cards = select(*CARD_COLUMNS).where(live_in([chat_id])).order_by(outbox.c.outbox_id)
        return [sent_card_of(row) for row in await self._connection.execute(cards)]

    async def close_cards(self, chat_ids: Sequence[int], *, before: date) -> None:
        """The database makes the rows of the cards, hundreds at once."""
        over = and_(live_in(chat_ids), outbox.c.day < before)
        columns = ("kind", "lane", "attempts", "key", "chat_id", "day", "edits_row")
        closing = select(
            literal(str(OutboxKind.CLOSING)),
            literal(str(Lane.IDLE)),
            literal(0),
            literal("closing:").concat(cast(outbox.c.outbox_id, String)),
            outbox.c.chat_id,
            outbox.c.day,
            outbox.c.outbox_id,
        ).where(over)
        await self._connection.execute(insert(outbox).from_select(columns, closing))
        await self._connection.execute(update(outbox).where(over).values(live=None))

    async def card(self, outbox_id: int) -> SentCard | None:
        own = select(*CARD_COLUMNS).where(
            outbox.c.outbox_id == outbox_id, outbox.c.sent_message_id.is_not(None)
        )
        row = (await self._connection.execute(own)).one_or_none()
        return sent_card_of(row) if row else None

    async def words_of(self, outbox_id: int) -> Message | None:
        own = select(outbox.c.message).where(outbox.c.outbox_id == outbox_id)
        record = (await self._connection.execute(own)).scalar_one_or_none()
        return from_record(Message, record) if record else None

    async def retire(self, outbox_ids: Sequence[int]) -> None:
        if outbox_ids:
            own = update(outbox).where(outbox.c.outbox_id.in_(outbox_ids))
            await self._connection.execute(own.values(live=None))

    async def waiting(self, lane: Lane) -> int:
        rows = select(func.count()).where(is_unsent, outbox.c.lane == str(lane))
        return (await self._connection.execute(rows)).scalar_one()

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
    return in_lane.where(outbox.c.chat_id.not_in(besides), _waits_for_none()).order_by(outbox.c.outbox_id)


def later_than(now: datetime) -> Select[datetime | None]:
    later = select(outbox.c.not_before).where(is_unsent, outbox.c.not_before > now, _waits_for_none())
    return later.order_by(outbox.c.not_before)


def live_in(chat_ids: Sequence[int]) -> ColumnElement[bool]:
    """Delivered and not answered; by the time of sending, since the planner prefers the index of the ids."""
    return and_(is_live, outbox.c.chat_id.in_(chat_ids), outbox.c.sent_at.is_not(None))


def _waits_for_none() -> ColumnElement[bool]:
    """No earlier row of its chat is unsent in its own lane or in a quicker one."""
    earlier = outbox.alias()
    return ~(
        select(earlier.c.outbox_id)
        .where(
            earlier.c.state.is_(None),
            earlier.c.chat_id == outbox.c.chat_id,
            earlier.c.outbox_id < outbox.c.outbox_id,
            or_(
                earlier.c.lane == outbox.c.lane,
                earlier.c.lane == str(Lane.INTERACTIVE),
                outbox.c.lane == str(Lane.IDLE),
            ),
        )
        .exists()
    )


def _unsent_row(outbox_id: int) -> Update:
    return update(outbox).where(is_unsent, outbox.c.outbox_id == outbox_id)
