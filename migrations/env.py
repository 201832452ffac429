"""Where Alembic enters: the migrations run on the connection that `bot.store.migrate` hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from bot.store.tables import UtcDateTime, metadata


def render(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    """A migration must run after the program's types have changed: it names the library's."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, UtcDateTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=render,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
