"""What a process remembers of athletes' pasts, and the table that says whether it still holds.

Whoever writes something of a settled day takes its row away in the same transaction, in whatever process
that is, so nothing is believed that a rollback or somebody else has undone.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from secrets import token_hex

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.coaching.past import NO_PAST, Past
from bot.store.inserts import insert_or_replace
from bot.store.tables import settled

SETS_AT_MOST = 100_000  # about 30 MB


class Pasts:
    """The latest used pasts, by athlete, each with the token of its row."""

    def __init__(self, sets_at_most: int = SETS_AT_MOST) -> None:
        self._sets_at_most = sets_at_most
        self._kept: OrderedDict[int, tuple[str, Past]] = OrderedDict()
        self._sets = 0

    def get(self, athlete_id: int, token: str) -> Past:
        kept = self._kept.get(athlete_id)
        if kept is None or kept[0] != token:
            return NO_PAST
        self._kept.move_to_end(athlete_id)
        return kept[1]

    def put(self, athlete_id: int, token: str, past: Past) -> None:
        self._drop(athlete_id)
        self._kept[athlete_id] = token, past
        self._sets += len(past.log)
        while self._sets > self._sets_at_most:
            self._drop(next(iter(self._kept)))

    def _drop(self, athlete_id: int) -> None:
        kept = self._kept.pop(athlete_id, None)
        if kept is not None:
            self._sets -= len(kept[1].log)


class StoredMemory:
    def __init__(self, connection: AsyncConnection, pasts: Pasts) -> None:
        self._connection = connection
        self._pasts = pasts

    async def recall(self, athlete_id: int) -> Past:
        row = select(settled.c.token).where(settled.c.athlete_id == athlete_id)
        token = (await self._connection.execute(row)).scalar()
        return NO_PAST if token is None else self._pasts.get(athlete_id, token)

    async def keep(self, athlete_id: int, past: Past) -> None:
        token = token_hex(16)
        row = {"athlete_id": athlete_id, "day": past.day, "token": token}
        await insert_or_replace(self._connection, settled, [row])
        self._pasts.put(athlete_id, token, past)


async def unsettle(connection: AsyncConnection, athlete_id: int, days: Iterable[date]) -> None:
    """Something was written of these days."""
    first = min(days, default=None)
    if first is not None:
        touched = delete(settled).where(settled.c.athlete_id == athlete_id, settled.c.day >= first)
        await connection.execute(touched)
