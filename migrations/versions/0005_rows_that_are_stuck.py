"""Rows that are stuck are found through indexes of their own; a blocked chat's messages aren't among them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SET_ASIDE = "result = 'set_aside'"
STUCK = "state IN ('unknown', 'refused', 'failed')"


def upgrade() -> None:
    op.execute(
        "UPDATE outbox SET state = 'unreachable' WHERE state = 'refused' AND last_error = 'unreachable'"
    )
    _partial_index("ix_inbox_set_aside", "inbox", ["update_id"], SET_ASIDE)
    _partial_index("ix_outbox_stuck", "outbox", ["outbox_id"], STUCK)


def downgrade() -> None:
    op.drop_index("ix_outbox_stuck", "outbox")
    op.drop_index("ix_inbox_set_aside", "inbox")
    op.execute("UPDATE outbox SET state = 'refused' WHERE state = 'unreachable'")


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
