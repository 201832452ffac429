"""The first tables: athletes, their sets and events, due work, inbox, outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "athletes",
        sa.Column("athlete_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("prompt_time", sa.Time(), nullable=False),
        sa.Column("day_start", sa.Time(), nullable=False),
        sa.Column("prompts_on", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("asked", sa.JSON()),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_athletes"),
    )
    _create_sets()
    _create_events()
    _create_due()
    _create_inbox()
    _create_outbox()


def _create_sets() -> None:
    op.create_table(
        "sets",
        sa.Column("log_id", SERIAL, nullable=False),
        sa.Column("athlete_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.Column("effort", sa.Text()),
        sa.Column("seconds", sa.Integer()),
        sa.PrimaryKeyConstraint("log_id", name="pk_sets"),
        sa.UniqueConstraint("athlete_id", "source", "position", name="uq_sets_athlete_id"),
        _of_athlete("sets"),
    )
    op.create_index("ix_sets_history", "sets", ["athlete_id", "day", "said_at", "source", "position"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("athlete_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("said_at", INSTANT, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "source", "kind", "position", name="pk_events"),
        _of_athlete("events"),
    )
    op.create_index("ix_events_history", "events", ["athlete_id", "said_at", "source", "kind", "position"])


def _create_due() -> None:
    op.create_table(
        "due",
        sa.Column("athlete_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "kind", name="pk_due"),
        _of_athlete("due"),
    )
    op.create_index("ix_due_due_at", "due", ["due_at", "athlete_id", "kind"])


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", INSTANT),
        sa.Column("last_error", sa.Text()),
        sa.Column("done_at", INSTANT),
        sa.Column("result", sa.Text()),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    _partial_index("ix_inbox_open", "inbox", ["update_id"], "done_at IS NULL")
    _partial_index("ix_inbox_open_chat", "inbox", ["chat_id", "update_id"], "done_at IS NULL")
    _partial_index("ix_inbox_retry", "inbox", ["retry_at"], "done_at IS NULL AND retry_at IS NOT NULL")
    _partial_index("ix_inbox_done", "inbox", ["done_at"], "done_at IS NOT NULL")


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("outbox_id", SERIAL, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("message", sa.JSON()),
        sa.Column("key", KEY),
        sa.Column("answers", KEY),
        sa.Column("edits", sa.BigInteger()),
        sa.Column("day", sa.Date()),
        sa.Column("not_before", INSTANT),
        sa.Column("expires_at", INSTANT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text()),
        sa.Column("state", sa.Text()),
        sa.Column("sent_message_id", sa.BigInteger()),
        sa.Column("sent_at", INSTANT),
        sa.PrimaryKeyConstraint("outbox_id", name="pk_outbox"),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_outbox_unsent", "outbox", ["lane", "outbox_id"], "state IS NULL")
    _partial_index("ix_outbox_unsent_chat", "outbox", ["chat_id", "outbox_id"], "state IS NULL")
    _partial_index("ix_outbox_waiting", "outbox", ["not_before"], "state IS NULL AND not_before IS NOT NULL")
    _partial_index("ix_outbox_sent", "outbox", ["chat_id", "sent_message_id"], "sent_message_id IS NOT NULL")


def _of_athlete(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["athlete_id"],
        ["athletes.athlete_id"],
        name=f"fk_{table}_athlete_id",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    for table in ("outbox", "inbox", "due", "events", "sets", "athletes"):
        op.drop_table(table)
