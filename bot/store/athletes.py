"""The athletes' table as a repository."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.athlete import Athlete
from bot.coaching.ports import Away, Everywhere, InZone, Where
from bot.store.inserts import insert_or_replace
from bot.store.rows import athlete_of, athlete_values
from bot.store.tables import athletes, is_away


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

    async def who(self, where: Where, *, after: int, limit: int) -> Sequence[Athlete]:
        found = await self._connection.execute(those(where, after).limit(limit))
        return [athlete_of(row) for row in found.mappings()]

    async def save(self, athlete: Athlete) -> None:
        await insert_or_replace(self._connection, athletes, [athlete_values(athlete)])

    async def forget(self, athlete_id: int) -> None:
        await self._connection.execute(delete(athletes).where(athletes.c.athlete_id == athlete_id))


def those(where: Where, after: int) -> Select[*tuple[object, ...]]:
    later = select(athletes).where(athletes.c.athlete_id > after).order_by(athletes.c.athlete_id)
    match where:
        case Everywhere():
            return later
        case Away():
            return later.where(is_away)
        case InZone(zone):
            return later.where(athletes.c.zone == zone)
        case _:
            assert_never(where)
