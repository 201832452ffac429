"""Inserts that know what to do with a key that is there already, in the connection's own dialect."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Values = Mapping[str, Any]


async def insert_new(connection: AsyncConnection, table: Table, rows: Sequence[Values]) -> int:
    """Insert the rows whose unique keys are new; give their number."""
    if not rows:
        return 0
    key = table.primary_key.columns
    statement = _insert(connection, table).on_conflict_do_nothing().returning(*key)
    return len((await connection.execute(statement, rows)).all())


async def insert_or_replace(connection: AsyncConnection, table: Table, rows: Sequence[Values]) -> None:
    """Insert the rows, or overwrite those with their primary keys; no key twice."""
    if not rows:
        return
    key = [column.name for column in table.primary_key]
    statement = _insert(connection, table)
    rest = {column.name: column for column in statement.excluded if column.name not in key}
    await connection.execute(statement.on_conflict_do_update(index_elements=key, set_=rest), rows)


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
