"""By which rules of their zone athletes' prompts were planned, and athletes found by zone."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
AWAY = sa.text("journey IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "zone_rules",
        sa.Column("zone", KEY, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("zone", name="pk_zone_rules"),
    )
    op.create_index("ix_athletes_zone", "athletes", ["zone", "athlete_id"])
    op.create_index("ix_athletes_away", "athletes", ["athlete_id"], sqlite_where=AWAY, postgresql_where=AWAY)


def downgrade() -> None:
    op.drop_index("ix_athletes_away", "athletes")
    op.drop_index("ix_athletes_zone", "athletes")
    op.drop_table("zone_rules")
