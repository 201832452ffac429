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
    return len((await connection.execute(statement, _without_empty(rows))).all())


async def insert_or_replace(connection: AsyncConnection, table: Table, rows: Sequence[Values]) -> None:
    """Insert the rows, or overwrite those with their primary keys; no key twice."""
    if not rows:
        return
    key = [column.name for column in table.primary_key]
    statement = _insert(connection, table)
    rest = {column.name: column for column in statement.excluded if column.name not in key}
    replacing = statement.on_conflict_do_update(index_elements=key, set_=rest)
    # With something to return the rows go in one statement; PostgreSQL would get one each else.
    await connection.execute(replacing.returning(*table.primary_key.columns), rows)


def _without_empty(rows: Sequence[Values]) -> Sequence[Values]:
    """Columns that no row fills are left out: fewer values to hand over."""
    filled = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    return [{name: row[name] for name in filled} for row in rows]


def _insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
