"""Which rules of each zone were in force when the due work was planned, as a repository."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.inserts import insert_or_replace
from bot.store.tables import zone_rules


class StoredZoneBook:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def known(self) -> Mapping[str, str]:
        rows = await self._connection.execute(select(zone_rules.c.zone, zone_rules.c.digest))
        return {row.zone: row.digest for row in rows}

    async def note(self, digests: Mapping[str, str]) -> None:
        rows = [{"zone": zone, "digest": digest} for zone, digest in digests.items()]
        await insert_or_replace(self._connection, zone_rules, rows)
