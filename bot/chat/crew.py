"""Many chats at once, in each one thing at a time: what the worker and delivery have in common."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.chat.errors import what_failed
from bot.coaching.ports import Clock

log = structlog.get_logger()

Chore = tuple[int, Coroutine[None, None, None]]

SWEEP = timedelta(seconds=30)
REST = timedelta(seconds=5)
BREATH = timedelta(milliseconds=20)


class Crew(ABC):
    """A loop that looks for chats with something to do and gives each a task, at most `cap` at once.

    It looks again when woken, when a task ends, when the next moment comes that is known to be due, and
    now and then for what a lost wake-up left. `failed` counts the failures.
    """

    def __init__(self, clock: Clock, cap: int) -> None:
        self.failed = 0
        self._clock = clock
        self._cap = cap
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._begun: dict[int, datetime] = {}
        self._told: list[Callable[[], None]] = []
        self._resting: dict[int, datetime] = {}
        self._woken = asyncio.Event()
        self._looking = asyncio.Lock()
        self._stopped = False
        self._ended_tasks = 0

    async def run(self) -> None:
        """Until `stop()`: then what is in hand is finished, and nothing new begun."""
        try:
            while not self._stopped:
                self._woken.clear()
                pause = await self._round()
                await self._woken_within(pause)
            await self._all_done()
        finally:
            for task in self._busy.values():
                task.cancel()
            await self._all_done()

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        self._stopped = True
        self.wake()

    async def settle(self) -> None:
        """Until nothing is left that could be done at the clock's now."""
        while True:
            ended = self._ended_tasks
            await self._begin()
            if self._busy:
                await asyncio.wait(self._busy.values(), return_when=asyncio.FIRST_COMPLETED)
            elif ended == self._ended_tasks:  # else a chat that was busy during the look may have more to do
                return

    @property
    def is_full(self) -> bool:
        return len(self._busy) >= self._cap

    @property
    def in_hand(self) -> Mapping[int, datetime]:
        """The chats that are being worked on, and since when; a live view."""
        return self._begun

    def tell(self, wake: Callable[[], None]) -> None:
        """Wake this, too, whenever a chat's task has ended."""
        self._told.append(wake)

    @abstractmethod
    async def _look(self, besides: frozenset[int], limit: int) -> Sequence[Chore]:
        """Chats that have something to do, and the doing."""

    @abstractmethod
    async def _next_at(self) -> datetime | None:
        """When something will be ripe, as far as is known."""

    async def _round(self) -> timedelta:
        try:
            await self._begin()
            return await self._pause()
        except Exception as error:  # noqa: BLE001 - logged; the loop goes on
            log.error("round_failed", loop=type(self).__name__, **what_failed(error))
            return REST

    async def _begin(self) -> None:
        async with self._looking:
            now = self._clock()
            self._resting = {chat: until for chat, until in self._resting.items() if until > now}
            if self._stopped or self.is_full:
                return
            besides = frozenset(self._busy) | frozenset(self._resting)
            for chat_id, doing in await self._look(besides, self._cap - len(self._busy)):
                task = asyncio.create_task(doing)
                self._busy[chat_id] = task
                self._begun[chat_id] = now
                task.add_done_callback(partial(self._ended, chat_id))

    def _ended(self, chat_id: int, task: asyncio.Task[None]) -> None:
        """A chat whose task failed rests a little, so that a broken database isn't hammered."""
        del self._busy[chat_id], self._begun[chat_id]
        self._ended_tasks += 1
        if not task.cancelled() and (error := task.exception()):
            log.error("chore_failed", loop=type(self).__name__, chat=chat_id, **what_failed(error))
            self.failed += 1
            self._rest(chat_id, REST)
        for wake in (self.wake, *self._told):
            wake()

    def _rest(self, chat_id: int, length: timedelta) -> None:
        """Leave the chat alone for that long."""
        self._resting[chat_id] = self._clock() + length

    async def _pause(self) -> timedelta:
        if self._stopped or self.is_full:
            return SWEEP
        moments = [*self._resting.values()]
        if next_at := await self._next_at():
            moments.append(next_at)
        return min(SWEEP, max(BREATH, min(moments) - self._clock())) if moments else SWEEP

    async def _woken_within(self, pause: timedelta) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await self._woken.wait()

    async def _all_done(self) -> None:
        if self._busy:
            await asyncio.wait(self._busy.values())
