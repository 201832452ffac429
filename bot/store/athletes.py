"""The athletes' table as a repository."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.athlete import Athlete
from bot.store.inserts import insert_or_replace
from bot.store.rows import athlete_of, athlete_values
from bot.store.tables import athletes


class StoredAthletes:
    """`locks` is for units that write: whoever gets an athlete holds the row until the unit's end.

    So an athlete's turns and prompts take turns on PostgreSQL too; SQLite has one writer at a time anyway.
    """

    def __init__(self, connection: AsyncConnection, *, locks: bool = True) -> None:
        self._connection = connection
        self._locks = locks

    async def get(self, athlete_id: int) -> Athlete | None:
        own = select(athletes).where(athletes.c.athlete_id == athlete_id)
        found = await self._connection.execute(own.with_for_update() if self._locks else own)
        row = found.mappings().one_or_none()
        return athlete_of(row) if row else None

    async def get_many(self, athlete_ids: Sequence[int]) -> Mapping[int, Athlete]:
        found = await self._connection.execute(select(athletes).where(athletes.c.athlete_id.in_(athlete_ids)))
        return {row["athlete_id"]: athlete_of(row) for row in found.mappings()}

    async def save(self, athlete: Athlete) -> None:
        await insert_or_replace(self._connection, athletes, [athlete_values(athlete)])

    async def forget(self, athlete_id: int) -> None:
        await self._connection.execute(delete(athletes).where(athletes.c.athlete_id == athlete_id))
