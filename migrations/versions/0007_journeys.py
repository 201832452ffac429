"""Where an athlete is at home while a journey lasts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("athletes", sa.Column("journey", sa.JSON()))


def downgrade() -> None:
    op.drop_column("athletes", "journey")
