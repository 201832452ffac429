"""The heartbeat: the one repeating job. The database says what is due; this only says "look now"."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram.ext import CallbackContext, Job, JobQueue

from bot.coaching.ports import Claimed, Clock, Leads, UnitOfWork, UnitsOfWork, always
from bot.observe import count

log = structlog.get_logger()

Claim = Callable[[UnitOfWork, datetime], Awaitable[Claimed]]

AT_ONCE_AFTER_START = timedelta(seconds=1)
KEPT_AFTER_DONE = timedelta(hours=48)
PRUNE_EVERY = timedelta(hours=1)
SWEEP_EVERY = timedelta(seconds=30)
WATCH_EVERY = timedelta(seconds=30)


class Heartbeat:
    """Claims what is due, prunes the inbox's tombstones now and then, and wakes the loops (`sweeps`).

    Of several processes only the one that `leads` does so. `last_good_beat_at` tells whoever watches that it
    is alive.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        clock: Clock,
        claim: Claim,
        sweeps: Sequence[Callable[[], None]],
        *,
        leads: Leads = always,
    ) -> None:
        self.last_good_beat_at: datetime | None = None
        self._units = units
        self._clock = clock
        self._claim = claim
        self._sweeps = sweeps
        self._leads = leads
        self._pruned_at: datetime | None = None
        self._swept_at: datetime | None = None
        self._job: Job[Any] | None = None
        self._every = timedelta(0)
        self._stopped = asyncio.Event()

    def start(self, job_queue: JobQueue[Any], every: timedelta) -> None:
        """A beat that comes late still comes (APScheduler's default is to leave it out), and never twice."""
        self._every = every
        self._job = job_queue.run_repeating(
            self._beat,
            every,
            first=AT_ONCE_AFTER_START,
            name="heartbeat",
            job_kwargs={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    async def run(self) -> None:
        """Until `stop()`: see now and then that the next beat is near."""
        while not self._stopped.is_set():
            self.mend()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(WATCH_EVERY.total_seconds()):
                    await self._stopped.wait()

    def stop(self) -> None:
        self._stopped.set()

    def mend(self) -> None:
        """Where the server's clock was set back, the next beat would wait until the old time comes again."""
        job, now = self._job, self._clock()
        if job is not None and job.next_t is not None and job.next_t - now > 2 * self._every:
            log.warning("clock_set_back", by=(job.next_t - now).total_seconds())
            job.job.modify(next_run_time=now)

    async def tick(self) -> int:
        """Claim until nothing is due, a short transaction for each batch; gives the number of rows."""
        now = self._clock()
        total = too_late = 0
        try:
            while (claimed := await self._claim_batch(now)).rows:
                total += claimed.rows
                too_late += claimed.too_late
            await self._prune(now)
        finally:
            self._sweep(now, woken=total > 0)
            if too_late:
                log.warning("prompts_too_late", prompts=too_late)
        count("prompts", by=total)
        self.last_good_beat_at = self._clock()
        return total

    def _sweep(self, now: datetime, *, woken: bool) -> None:
        """Wake the loops for what was claimed, and now and then for what a lost wake-up left."""
        if not woken and _is_within(SWEEP_EVERY, self._swept_at, now):
            return
        for sweep in self._sweeps:
            sweep()
        self._swept_at = now

    async def _beat(self, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        """What it raises goes to the application's error handler, and the next beat comes all the same."""
        if await self._leads():
            await self.tick()
        else:
            self.last_good_beat_at = self._clock()

    async def _claim_batch(self, now: datetime) -> Claimed:
        async with self._units() as work:
            claimed = await self._claim(work, now)
            await work.commit()
        return claimed

    async def _prune(self, now: datetime) -> None:
        if _is_within(PRUNE_EVERY, self._pruned_at, now):
            return
        async with self._units() as work:
            await work.inbox.prune(now - KEPT_AFTER_DONE)
            await work.outbox.forget(now - KEPT_AFTER_DONE)
            await work.commit()
        self._pruned_at = now


def _is_within(span: timedelta, since: datetime | None, now: datetime) -> bool:
    """What lies ahead was seen on a clock that has been set back since, and counts no more."""
    return since is not None and timedelta(0) <= now - since < span
