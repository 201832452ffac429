"""What waits or is stuck in inbox and outbox, for operators: listed, shown, tried again, put away.

All of it works beside a coach that serves.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select, update

from bot.coaching.mail import reference_of
from bot.coaching.trouble import Backlog
from bot.store.address import is_sqlite, name_of
from bot.store.engine import READING, make_plain_engine
from bot.store.rows import StoredRow
from bot.store.tables import inbox, is_open, is_set_aside, is_stuck, is_unsent, outbox
from bot.store.trouble import StoreError, told

OPEN, DROPPED = "open", "dropped"
LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A row as it is listed: without a word of what it says."""

    reference: str
    state: str
    kind: str
    chat_id: int
    attempts: int
    since: datetime | None
    last_error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """One of the two tables. `again` opens a row as if it had just come, `away` takes its words."""

    table: Table
    words: str
    waits: ColumnElement[bool]
    stuck: ColumnElement[bool]
    again: Mapping[str, object]
    away: Mapping[str, object]
    listed: Callable[[StoredRow], Waiting]

    def row(self, number: int) -> ColumnElement[bool]:
        (key,) = self.table.primary_key
        return key == number


def counted(url: str) -> Backlog:
    with _reading(url) as connection:
        open_rows = select(func.count(), func.min(inbox.c.received_at)).where(is_open)
        arrived, oldest_at = connection.execute(open_rows).one()
        states = select(outbox.c.state, func.count()).where(is_stuck).group_by(outbox.c.state)
        return Backlog(
            arrived=arrived,
            oldest_at=oldest_at,
            set_aside=connection.scalar(select(func.count()).where(is_set_aside)) or 0,
            unsent=connection.scalar(select(func.count()).where(is_unsent)) or 0,
            stuck={row[0]: row[1] for row in connection.execute(states)},
        )


def listed(url: str, limit: int) -> Sequence[Waiting]:
    """What is stuck comes first, then what waits; each in the order in which it came."""
    found: list[Waiting] = []
    with _reading(url) as connection:
        for box, condition in [(box, box.stuck) for box in _BOXES] + [(box, box.waits) for box in _BOXES]:
            rows = select(box.table).where(condition).order_by(*box.table.primary_key)
            found += (box.listed(row) for row in connection.execute(rows.limit(limit - len(found))))
    return found


def stuck(url: str) -> Sequence[str]:
    """The references of all that is stuck."""
    with _reading(url) as connection:
        return [
            box.listed(row).reference
            for box in _BOXES
            for row in connection.execute(select(box.table).where(box.stuck))
        ]


def shown(url: str, reference: str, *, with_texts: bool) -> Mapping[str, object]:
    """The row by column; of what somebody wrote or will read only the length, unless asked for."""
    box, number = _place_of(reference)
    with _reading(url) as connection:
        row = connection.execute(select(box.table).where(box.row(number))).one_or_none()
    if row is None:
        raise _nothing(url, reference)
    facts = {name: value for name, value in row._asdict().items() if value is not None}
    words = facts.get(box.words)
    if words and not with_texts:
        facts[box.words] = f"({len(words if isinstance(words, str) else json.dumps(words))} characters)"
    return facts


def retried(url: str, reference: str) -> None:
    """What is stuck is opened again, what waits for its next try waits no longer."""
    box, number = _place_of(reference)
    _change(url, reference, and_(box.row(number), or_(box.stuck, box.waits)), box.again)


def dropped(url: str, reference: str) -> None:
    """What is stuck is put away for good."""
    box, number = _place_of(reference)
    _change(url, reference, and_(box.row(number), box.stuck), box.away)


def _change(url: str, reference: str, which: ColumnElement[bool], values: Mapping[str, object]) -> None:
    box, _ = _place_of(reference)
    with _connected(url) as connection:
        if connection.execute(update(box.table).where(which).values(values)).rowcount != 1:
            raise _nothing(url, reference)


def _nothing(url: str, reference: str) -> StoreError:
    return StoreError(f"{name_of(url)} holds no such row {reference}: `coach queue` lists those there are")


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    with told(name_of(url), by_server=not is_sqlite(url)), make_plain_engine(url).connect() as connection:
        yield connection.execution_options(**{READING: True})


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    with told(name_of(url), by_server=not is_sqlite(url)), make_plain_engine(url).begin() as connection:
        yield connection


# -- the two boxes ------------------------------------------------------------------------------------


def _place_of(reference: str) -> tuple[_Box, int]:
    """`2A5` is an update in the inbox, `out-17` a row of the outbox."""
    if re.fullmatch(r"[0-9A-F]{1,16}", reference.upper()):
        box, number = _INBOX, int(reference, 16)
    elif re.fullmatch(r"out-[0-9]{1,19}", reference.lower()):
        box, number = _OUTBOX, int(reference[4:])
    else:
        box, number = _INBOX, LARGEST_ID + 1
    if number > LARGEST_ID:
        raise StoreError(
            f"{reference} is no reference: it looks like 2A5 or out-17, `coach queue` lists them"
        )
    return box, number


def _arrived(row: StoredRow) -> Waiting:
    return Waiting(
        reference=reference_of(row.update_id),
        state=row.result or OPEN,
        kind=_kind_of(row.payload),
        chat_id=row.chat_id,
        attempts=row.attempts,
        since=row.received_at,
        last_error=row.last_error or "",
    )


def _kind_of(payload: str) -> str:
    """What Telegram calls it."""
    try:
        return next((name for name in json.loads(payload) if name != "update_id"), "nothing")
    except (ValueError, TypeError):
        return "unreadable"


def _to_be_said(row: StoredRow) -> Waiting:
    return Waiting(
        reference=f"out-{row.outbox_id}",
        state=row.state or OPEN,
        kind=row.kind,
        chat_id=row.chat_id,
        attempts=row.attempts,
        since=None,
        last_error=row.last_error or "",
    )


_INBOX = _Box(
    table=inbox,
    words="payload",
    waits=is_open,
    stuck=is_set_aside,
    again={"done_at": None, "result": None, "attempts": 0, "retry_at": None},
    away={"result": DROPPED, "payload": ""},
    listed=_arrived,
)
_OUTBOX = _Box(
    table=outbox,
    words="message",
    waits=is_unsent,
    stuck=is_stuck,
    again={"state": None, "attempts": 0, "not_before": None},
    away={"state": DROPPED, "message": None},
    listed=_to_be_said,
)
_BOXES = (_INBOX, _OUTBOX)
