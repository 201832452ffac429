"""The usual way: one daily job an athlete on PTB's JobQueue, in memory."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from telegram.ext import Application, ApplicationBuilder, CallbackContext, JobQueue

from benchmarks.prompts.resident import mebibytes
from bot.chat.loopback import Loopback

COUNTS = (1_000, 10_000, 100_000)
AT_ONCE = 500
LOOKS = 101
SOON, PATIENCE = timedelta(seconds=3), timedelta(seconds=10)

Prompt = Callable[[CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Jobs:
    """Seconds to look with none due and to start; of 500 due how many ran, the last how late; memory."""

    none: float
    start: float
    ran: int
    last: float
    mebibytes: float


def jobs_of(count: int) -> Jobs:
    return asyncio.run(_jobs_of(count))


async def _jobs_of(count: int) -> Jobs:
    gc.collect()
    before = mebibytes()
    loopback = Loopback(lambda _call: None, system_clock)
    builder = ApplicationBuilder().token("1:x").updater(None).request(loopback).get_updates_request(loopback)
    application: AnyApplication = builder.build()
    ran: list[float] = []
    async with application:
        began = perf_counter()
        _plan(application, count, _noting(ran))
        await application.start()
        start = perf_counter() - began
        looks = [_look(_queue(application)) for _ in range(LOOKS)]
        due_at = _make_due(_queue(application))
        await _all_run(ran, due_at)
        held = mebibytes() - before
        await application.stop()
    return Jobs(median(looks), start, len(ran), max(ran, default=0) - due_at.timestamp(), held)


def system_clock() -> datetime:
    return datetime.now(UTC)


def _queue(application: AnyApplication) -> JobQueue[Any]:
    assert application.job_queue is not None
    return application.job_queue


def _noting(ran: list[float]) -> Prompt:
    async def prompt(_context: CallbackContext[Any, Any, Any, Any]) -> None:
        ran.append(system_clock().timestamp())

    return prompt


def _plan(
    application: AnyApplication,
    count: int,
    prompt: Prompt,
) -> None:
    """Each athlete's minute of the day, from an hour on."""
    base = system_clock() + timedelta(hours=1)
    for athlete in range(count):
        at = base + timedelta(minutes=athlete % 1200)
        _queue(application).run_daily(prompt, time(at.hour, at.minute, tzinfo=UTC), chat_id=athlete)


def _look(queue: JobQueue[Any]) -> float:
    """What the scheduler does when it wakes up."""
    began = perf_counter()
    queue.scheduler._process_jobs()  # noqa: SLF001 - there is no public name for it
    return perf_counter() - began


def _make_due(queue: JobQueue[Any]) -> datetime:
    due_at = system_clock() + SOON
    for job in queue.jobs()[:AT_ONCE]:
        job.job.modify(next_run_time=due_at)
    return due_at


async def _all_run(ran: list[float], due_at: datetime) -> None:
    for _ in range(100):
        if len(ran) >= AT_ONCE or system_clock() >= due_at + PATIENCE:
            return
        await asyncio.sleep(0.2)
