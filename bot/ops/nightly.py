"""Nightly: copies the database into a folder once a day, and keeps the latest copies."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.coaching.ports import Clock
from bot.coaching.trouble import BackupFailed

log = structlog.get_logger()

KEPT = 7
AFTER = time(3)
LOOK_EVERY = timedelta(hours=1)
NAMES = "coach-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"

BackUp = Callable[[Path], None]
Tell = Callable[[BackupFailed], Awaitable[None]]


class Nightly:
    """At three in the night, or at the next start after it; what fails is tried again each hour.

    That a copy is there already is seen in the folder, so a coach that starts anew makes none twice.
    """

    def __init__(self, folder: Path, zone: ZoneInfo, clock: Clock, *, back_up: BackUp, tell: Tell) -> None:
        self._folder = folder
        self._zone = zone
        self._clock = clock
        self._back_up = back_up
        self._tell = tell
        self._told_of: date | None = None
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until `stop()`; a copy that is being made is finished."""
        while not self._stopping.is_set():
            await self.look()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY.total_seconds()):
                    await self._stopping.wait()

    def stop(self) -> None:
        self._stopping.set()

    async def look(self) -> None:
        """Make the last night's copy if it isn't there, and remove those that are too old."""
        night = night_of(self._clock().astimezone(self._zone))
        copy = self._folder / f"coach-{night}.db"
        try:
            if not copy.exists():
                await asyncio.to_thread(self._make, copy)
                log.info("backup_made", file=copy.name)
        except Exception as error:  # noqa: BLE001 - told and logged; the next look tries again
            await self._failed(night, error)

    def _make(self, copy: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._back_up(copy)
        for old in sorted(self._folder.glob(NAMES))[:-KEPT]:
            old.unlink()

    async def _failed(self, night: date, error: Exception) -> None:
        """The operators hear of each night's once."""
        log.error("backup_failed", error=type(error).__name__, reason=str(error))
        if self._told_of != night:
            await self._tell(BackupFailed(str(error)))
            self._told_of = night


def night_of(now: datetime) -> date:
    """The day whose night has come: before three it is still the day before's."""
    return now.date() if now.time() >= AFTER else now.date() - timedelta(days=1)
