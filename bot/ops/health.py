"""Health: whether each thing that must keep moving has moved lately."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coaching.ports import Clock

DATABASE = "database"
DATABASE_PATIENCE = timedelta(seconds=30)
ANSWER_WITHIN = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Pulse:
    """`last_at` tells when it last went well; None before the first time."""

    name: str
    last_at: Callable[[], datetime | None]
    patience: timedelta


@dataclass(frozen=True, slots=True)
class Beat:
    """`silence` is how long it has been silent; that long is too long where it isn't `is_well`."""

    name: str
    silence: timedelta
    is_well: bool


class Health:
    """The database is asked each time; it has been silent since it last answered.

    What hasn't moved since the start has been silent since then, so a start has its time, too.
    """

    def __init__(
        self, clock: Clock, pulses: Sequence[Pulse], ask_database: Callable[[], Awaitable[object]]
    ) -> None:
        self._clock = clock
        self._started_at = clock()
        self._answered_at: datetime | None = None
        self._ask_database = ask_database
        self._pulses = [*pulses, Pulse(DATABASE, lambda: self._answered_at, DATABASE_PATIENCE)]

    async def beats(self) -> Sequence[Beat]:
        await self._ask()
        now = self._clock()
        found = [(pulse, now - (pulse.last_at() or self._started_at)) for pulse in self._pulses]
        return [Beat(pulse.name, silence, silence <= pulse.patience) for pulse, silence in found]

    async def _ask(self) -> None:
        """An answer that doesn't come counts as silence, whatever kept it."""
        try:
            async with asyncio.timeout(ANSWER_WITHIN.total_seconds()):
                await self._ask_database()
        except OSError:  # also what a working database raises when it fails, and a time that is up
            return
        self._answered_at = self._clock()


def told(beats: Sequence[Beat]) -> Mapping[str, object]:
    """As `/health` answers it."""
    each = {
        beat.name: {"healthy": beat.is_well, "silent_seconds": round(beat.silence.total_seconds(), 1)}
        for beat in beats
    }
    return {"healthy": is_healthy(beats), **each}


def is_healthy(beats: Sequence[Beat]) -> bool:
    return all(beat.is_well for beat in beats)
