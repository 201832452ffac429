"""The set log as a repository: read as plain rows, since the fold reads years of them at once."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.sets import LoggedSet
from bot.store.inserts import insert_new
from bot.store.memory import unsettle
from bot.store.rows import SET_COLUMNS, set_values, sets_of
from bot.store.tables import sets as table
from bot.store.tables import told_of

IN_ORDER = (table.c.day, table.c.said_at, table.c.source, table.c.position)


class StoredSetLog:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def history(self, athlete_id: int, *, after: date | None = None) -> Sequence[LoggedSet]:
        return await self._where(told_of(table, athlete_id, after))

    async def add(self, athlete_id: int, sets: Sequence[LoggedSet]) -> int:
        await unsettle(self._connection, athlete_id, (one.day for one in sets))
        return await insert_new(self._connection, table, [set_values(athlete_id, one) for one in sets])

    async def replace(self, athlete_id: int, source: str, sets: Sequence[LoggedSet]) -> None:
        await self.remove(athlete_id, source)
        await self.add(athlete_id, sets)

    async def remove(self, athlete_id: int, source: str) -> Sequence[LoggedSet]:
        said_there = and_(table.c.athlete_id == athlete_id, table.c.source == source)
        removed = await self._where(said_there)
        await self._connection.execute(delete(table).where(said_there))
        await unsettle(self._connection, athlete_id, (one.day for one in removed))
        return removed

    async def latest_source(self, athlete_id: int) -> str | None:
        last = select(table.c.source).where(table.c.athlete_id == athlete_id)
        newest = last.order_by(table.c.said_at.desc(), table.c.log_id.desc()).limit(1)
        return (await self._connection.execute(newest)).scalar()

    async def _where(self, condition: ColumnElement[bool]) -> Sequence[LoggedSet]:
        rows = await self._connection.execute(select(*SET_COLUMNS).where(condition).order_by(*IN_ORDER))
        return sets_of(rows)
