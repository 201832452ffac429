"""Up to which day an athlete's history is settled, and events found by their day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settled",
        sa.Column("athlete_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_settled"),
        sa.ForeignKeyConstraint(
            ["athlete_id"],
            ["athletes.athlete_id"],
            name="fk_settled_athlete_id",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_events_day", "events", ["athlete_id", "day"])


def downgrade() -> None:
    op.drop_index("ix_events_day", "events")
    op.drop_table("settled")
