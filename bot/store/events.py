"""The events as a repository: appended, never changed."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.events import Event
from bot.store.inserts import insert_new
from bot.store.rows import EVENT_COLUMNS, event_of, event_values
from bot.store.tables import events as table

IN_ORDER = (table.c.said_at, table.c.source, table.c.kind, table.c.position)


class StoredEventLog:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def history(self, athlete_id: int) -> Sequence[Event]:
        of_athlete = select(*EVENT_COLUMNS).where(table.c.athlete_id == athlete_id)
        return [event_of(row) for row in await self._connection.execute(of_athlete.order_by(*IN_ORDER))]

    async def add(self, athlete_id: int, events: Sequence[Event]) -> int:
        return await insert_new(self._connection, table, [event_values(athlete_id, one) for one in events])
