"""Which messages a receipt tells of, for several that come in a row."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("sources", sa.JSON()))


def downgrade() -> None:
    op.drop_column("outbox", "sources")
