"""The events as a repository: appended, never changed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.events import Event
from bot.store.inserts import insert_new
from bot.store.memory import unsettle
from bot.store.rows import EVENT_COLUMNS, event_of, event_values
from bot.store.tables import events as table
from bot.store.tables import told_of

IN_ORDER = (table.c.said_at, table.c.source, table.c.kind, table.c.position)


class StoredEventLog:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def history(self, athlete_id: int, *, after: date | None = None) -> Sequence[Event]:
        asked = select(*EVENT_COLUMNS).where(told_of(table, athlete_id, after)).order_by(*IN_ORDER)
        return [event_of(row) for row in await self._connection.execute(asked)]

    async def add(self, athlete_id: int, events: Sequence[Event]) -> int:
        await unsettle(self._connection, athlete_id, (event.day for event in events))
        return await insert_new(self._connection, table, [event_values(athlete_id, one) for one in events])
