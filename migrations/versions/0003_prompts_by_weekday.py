"""A prompt's time for some weekdays, and whether the athlete wants any."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("athletes", sa.Column("weekday_times", sa.JSON()))
    op.add_column(
        "athletes", sa.Column("wants_prompts", sa.Boolean(), nullable=False, server_default=sa.true())
    )


def downgrade() -> None:
    op.drop_column("athletes", "wants_prompts")
    op.drop_column("athletes", "weekday_times")
