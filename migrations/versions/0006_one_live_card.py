"""Which cards' buttons still count, and the row whose message another one edits."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("edits_row", sa.BigInteger()))
    op.add_column("outbox", sa.Column("live", sa.Boolean()))
    live = sa.text("live IS true") if op.get_bind().dialect.name == "postgresql" else sa.text("live IS 1")
    op.create_index("ix_outbox_live", "outbox", ["chat_id"], sqlite_where=live, postgresql_where=live)


def downgrade() -> None:
    op.drop_index("ix_outbox_live", "outbox")
    op.drop_column("outbox", "live")
    op.drop_column("outbox", "edits_row")
