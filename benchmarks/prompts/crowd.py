"""A database full of athletes, made by the database itself: a million in a few seconds."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Insert,
    Table,
    cast,
    func,
    insert,
    literal,
    select,
    text,
    true,
    type_coerce,
    update,
)

from bot.coaching.actions import TapDone, TapLater, TapSkip
from bot.coaching.mail import Button, Message
from bot.coaching.records import to_record
from bot.domain.sets import Effort
from bot.store.address import is_sqlite
from bot.store.engine import make_plain_engine
from bot.store.schema import ensure_schema
from bot.store.tables import athletes, due, outbox

NOW = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
TODAY, YESTERDAY = date(2026, 3, 3), date(2026, 3, 2)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
MINUTES_A_DAY = 1440
_CARD = Message(
    "2 sets of 5 knee push-ups. Belly tight before the first rep.",
    (
        tuple(Button("Done", TapDone(YESTERDAY, felt)) for felt in (Effort.EASY, None, Effort.HARD)),
        (Button("Later", TapLater(YESTERDAY)), Button("Skip today", TapSkip(YESTERDAY))),
    ),
)


def fill(url: str, count: int, *, cards: int) -> None:
    """Nobody is due yet; the first so many have yesterday's card unanswered."""
    ensure_schema(url)
    with opened(url) as connection:
        if not is_sqlite(url):
            connection.execute(text("SET session_replication_role = replica"))  # checks each row else
        people, holders = numbers(1, count), numbers(1, cards)
        connection.execute(made(athletes, people, athlete_columns(people.c.n)))
        connection.execute(made(due, people, _due_columns(people.c.n, sqlite=is_sqlite(url))))
        connection.execute(made(outbox, holders, _card_columns(holders.c.n)))
        connection.commit()
        connection.execute(text("ANALYZE"))
        connection.commit()


def make_due(url: str, first: int, count: int) -> None:
    """These athletes' prompts fell due a minute ago."""
    own = due.c.athlete_id.between(first, first + count - 1)
    with opened(url) as connection:
        connection.execute(update(due).where(own).values(due_at=NOW - MINUTE, day=TODAY))
        connection.commit()


@contextmanager
def opened(url: str) -> Iterator[Connection]:
    engine = make_plain_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def numbers(first: int, count: int) -> CTE:
    start = select(literal(first).label("n")).cte("numbers", recursive=True)
    return start.union_all(select(start.c.n + 1).where(start.c.n < first + count - 1))


def made(table: Table, source: CTE, columns: Mapping[str, ColumnElement[Any]]) -> Insert:
    """So many rows, of literals and of the number `n`; each has its column's type."""
    values = [type_coerce(value, table.c[name].type).label(name) for name, value in columns.items()]
    return insert(table).from_select(list(columns), select(*values).select_from(source))


def of_type(table: Table, **values: object) -> dict[str, ColumnElement[Any]]:
    """The same in each row."""
    return {name: literal(value, table.c[name].type) for name, value in values.items()}


def athlete_columns(n: ColumnElement[int]) -> Mapping[str, ColumnElement[Any]]:
    same = of_type(
        athletes,
        name="Sam",
        zone="Europe/Berlin",
        started_at=NOW - 28 * DAY,
        language="en",
        prompt_time=time(7),
        day_start=time(3),
        prompts_on=True,
    )
    return {"athlete_id": n, "chat_id": n, **same}


def _due_columns(n: ColumnElement[int], *, sqlite: bool) -> Mapping[str, ColumnElement[Any]]:
    """From an hour after NOW on, through a day."""
    minutes = n % MINUTES_A_DAY
    if sqlite:
        later = cast(minutes, athletes.c.name.type) + " minutes"
        due_at: ColumnElement[Any] = func.strftime(
            "%Y-%m-%d %H:%M:00.000000", f"{NOW + HOUR:%Y-%m-%d %H:%M:00}", later
        )
    else:
        due_at = literal(NOW + HOUR, due.c.due_at.type) + func.make_interval(0, 0, 0, 0, 0, minutes)
    return {"athlete_id": n, **of_type(due, kind="morning", day=TODAY), "due_at": due_at}


def _card_columns(n: ColumnElement[int]) -> Mapping[str, ColumnElement[Any]]:
    same = of_type(
        outbox,
        kind="prompt",
        lane="bulk",
        message=to_record(_CARD),
        day=YESTERDAY,
        attempts=0,
        state="sent",
        sent_at=NOW - DAY,
    )
    return {"chat_id": n, "sent_message_id": n, **same, "live": true()}
