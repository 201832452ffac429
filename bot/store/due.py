"""Due work as a repository: one row an athlete and kind, found through its instant."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.ports import Due, DueKind
from bot.store.inserts import insert_or_replace
from bot.store.rows import due_of, due_values
from bot.store.tables import due as table


class StoredDueWork:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def plan(self, due: Due) -> None:
        await insert_or_replace(self._connection, table, [due_values(due)])

    async def plan_many(self, rows: Sequence[Due]) -> None:
        await insert_or_replace(self._connection, table, [due_values(due) for due in rows])

    async def cancel(self, athlete_id: int, kind: DueKind) -> None:
        await self._connection.execute(delete(table).where(_is(athlete_id, kind)))

    async def cancel_many(self, athlete_ids: Sequence[int], kind: DueKind) -> None:
        of_kind = table.c.athlete_id.in_(athlete_ids), table.c.kind == str(kind)
        await self._connection.execute(delete(table).where(*of_kind))

    async def get(self, athlete_id: int, kind: DueKind) -> Due | None:
        row = (await self._connection.execute(select(table).where(_is(athlete_id, kind)))).one_or_none()
        return due_of(row) if row else None

    async def of(self, athlete_ids: Sequence[int]) -> Sequence[Due]:
        rows = select(table).where(table.c.athlete_id.in_(athlete_ids))
        return [due_of(row) for row in await self._connection.execute(rows)]

    async def claim(self, now: datetime, limit: int) -> Sequence[Due]:
        return [due_of(row) for row in await self._connection.execute(due_by(now, limit))]

    async def next_at(self) -> datetime | None:
        found = select(func.min(table.c.due_at))
        earliest: datetime | None = (await self._connection.execute(found)).scalar_one()
        return earliest


def due_by(now: datetime, limit: int) -> Select[*tuple[object, ...]]:
    """SQLite's write lock keeps others out; PostgreSQL locks the rows and passes over others' rows."""
    come = select(table).where(table.c.due_at <= now)
    in_order = come.order_by(table.c.due_at, table.c.athlete_id, table.c.kind)
    return in_order.limit(limit).with_for_update(skip_locked=True)


def _is(athlete_id: int, kind: DueKind) -> ColumnElement[bool]:
    return and_(table.c.athlete_id == athlete_id, table.c.kind == str(kind))
