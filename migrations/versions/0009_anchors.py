"""The daily thing that an athlete trains beside."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("athletes", sa.Column("anchor", sa.JSON()))


def downgrade() -> None:
    op.drop_column("athletes", "anchor")
