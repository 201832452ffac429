"""The athletes' table as a repository."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.athlete import Athlete
from bot.store.inserts import insert_or_replace
from bot.store.rows import athlete_of, athlete_values
from bot.store.tables import athletes


class StoredAthletes:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, athlete_id: int) -> Athlete | None:
        return (await self.get_many([athlete_id])).get(athlete_id)

    async def get_many(self, athlete_ids: Sequence[int]) -> Mapping[int, Athlete]:
        found = await self._connection.execute(select(athletes).where(athletes.c.athlete_id.in_(athlete_ids)))
        return {row["athlete_id"]: athlete_of(row) for row in found.mappings()}

    async def save(self, athlete: Athlete) -> None:
        await insert_or_replace(self._connection, athletes, athlete_values(athlete))
