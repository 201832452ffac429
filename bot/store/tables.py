"""The tables, and how instants and keys are stored, alike on SQLite and PostgreSQL.

A change here comes with a migration; `python -m migrations.check` compares the two.
"""

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    TypeDecorator,
    UniqueConstraint,
    and_,
    false,
    literal_column,
    true,
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware instants: UTC in the table and on the way out; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"an instant needs its offset: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the library's signature
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# Ordered byte by byte on both databases, so that histories come in the same order.
KEY = String().with_variant(String(collation="C"), "postgresql")
# SQLite gives numbers of its own only to INTEGER keys (64 bit there too).
SERIAL = BigInteger().with_variant(Integer(), "sqlite")
DATA = JSON(none_as_null=True)


def _athlete_id(*, primary_key: bool = True) -> Column[int]:
    """Checked at commit, so that a turn may write in any order; forgetting an athlete takes all along."""
    athlete = ForeignKey("athletes.athlete_id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(
        "athlete_id", BigInteger, athlete, primary_key=primary_key, nullable=False, autoincrement=False
    )


athletes = Table(
    "athletes",
    metadata,
    Column("athlete_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("language", Text, nullable=False),
    Column("prompt_time", Time, nullable=False),
    Column("weekday_times", DATA),
    Column("day_start", Time, nullable=False),
    Column("prompts_on", Boolean, nullable=False),
    Column("wants_prompts", Boolean, nullable=False, server_default=true()),
    Column("silent_cards", Boolean, nullable=False, server_default=false()),
    Column("place", Text),
    Column("journey", DATA),
    Column("anchor", DATA),
    Column("asked", DATA),
    Index("ix_athletes_zone", "zone", "athlete_id"),
)

# By which rules of a zone the due instants of its athletes were worked out.
zone_rules = Table(
    "zone_rules",
    metadata,
    Column("zone", KEY, primary_key=True),
    Column("digest", Text, nullable=False),
)

sets = Table(
    "sets",
    metadata,
    # Tells what was written down last where two messages bear the same second.
    Column("log_id", SERIAL, primary_key=True),
    _athlete_id(primary_key=False),
    Column("source", KEY, nullable=False),
    Column("position", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("exercise", Text, nullable=False),
    Column("reps", Integer, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("effort", Text),
    Column("seconds", Integer),
    UniqueConstraint("athlete_id", "source", "position"),
    Index("ix_sets_history", "athlete_id", "day", "said_at", "source", "position"),
)

events = Table(
    "events",
    metadata,
    _athlete_id(),
    Column("source", KEY, primary_key=True),
    Column("kind", KEY, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("facts", DATA, nullable=False),
    Index("ix_events_history", "athlete_id", "said_at", "source", "kind", "position"),
    Index("ix_events_day", "athlete_id", "day"),
)

# A row stands as long as nothing is written of the athlete's days up to this one (memory.py).
settled = Table(
    "settled",
    metadata,
    _athlete_id(),
    Column("day", Date, nullable=False),
    Column("token", Text, nullable=False),
)

due = Table(
    "due",
    metadata,
    _athlete_id(),
    Column("kind", KEY, primary_key=True),
    Column("day", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Index("ix_due_due_at", "due_at", "athlete_id", "kind"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("payload", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("retry_at", UtcDateTime),
    Column("last_error", Text),
    Column("done_at", UtcDateTime),
    Column("result", Text),
)

outbox = Table(
    "outbox",
    metadata,
    Column("outbox_id", SERIAL, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("message", DATA),
    Column("key", KEY, unique=True),
    Column("answers", KEY),
    Column("edits", BigInteger),
    Column("edits_row", BigInteger),
    Column("sources", DATA),
    Column("day", Date),
    Column("not_before", UtcDateTime),
    Column("expires_at", UtcDateTime),
    Column("attempts", Integer, nullable=False, default=0),
    Column("last_error", Text),
    Column("state", Text),
    Column("sent_message_id", BigInteger),
    Column("sent_at", UtcDateTime),
    Column("live", Boolean),
    # A number is never given twice: who sends a row may come back after it was deleted.
    sqlite_autoincrement=True,
)


def told_of(table: Table, athlete_id: int, after: date | None) -> ColumnElement[bool]:
    """Rows of `sets` or `events`: all of an athlete's, or those of the days after one."""
    own = table.c.athlete_id == athlete_id
    return own if after is None else and_(own, table.c.day > after)


SET_ASIDE = "set_aside"
STUCK = ("unknown", "refused", "failed")
is_away = athletes.c.journey.is_not(None)
is_open = inbox.c.done_at.is_(None)
is_set_aside = inbox.c.result == literal_column(f"'{SET_ASIDE}'")
is_unsent = outbox.c.state.is_(None)
# Written out, since an index's condition takes no parameters, and is used for what says the same.
is_stuck = outbox.c.state.in_([literal_column(f"'{state}'") for state in STUCK])
is_live = outbox.c.live.is_(true())


def _partial(name: str, *columns: Column[object], where: ColumnElement[bool]) -> Index:
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


_partial("ix_athletes_away", athletes.c.athlete_id, where=is_away)
_partial("ix_inbox_open", inbox.c.update_id, where=is_open)
_partial("ix_inbox_open_chat", inbox.c.chat_id, inbox.c.update_id, where=is_open)
_partial("ix_inbox_retry", inbox.c.retry_at, where=and_(is_open, inbox.c.retry_at.is_not(None)))
_partial("ix_inbox_done", inbox.c.done_at, where=inbox.c.done_at.is_not(None))
_partial("ix_outbox_unsent", outbox.c.lane, outbox.c.outbox_id, where=is_unsent)
_partial("ix_outbox_unsent_chat", outbox.c.chat_id, outbox.c.outbox_id, where=is_unsent)
_partial("ix_outbox_waiting", outbox.c.not_before, where=and_(is_unsent, outbox.c.not_before.is_not(None)))
_partial("ix_outbox_live", outbox.c.chat_id, where=is_live)
_partial(
    "ix_outbox_sent", outbox.c.chat_id, outbox.c.sent_message_id, where=outbox.c.sent_message_id.is_not(None)
)
_partial("ix_inbox_set_aside", inbox.c.update_id, where=is_set_aside)
_partial("ix_outbox_stuck", outbox.c.outbox_id, where=is_stuck)
