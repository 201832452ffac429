"""The heartbeat's tick with none due and with 500 due, beside one JobQueue job an athlete.

Each figure is the median (and the fastest) of many rounds in a process of its own; each of the 500 due also
has a card of the day before to be closed, the claim's worst case. Memory is what the process holds more than
before it began.

Run: python -m benchmarks.prompts.tick [most athletes]     (needs the development install: `make test` once)
"""

import asyncio
import gc
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from benchmarks.prompts.crowd import NOW, fill, make_due
from benchmarks.prompts.jobs import COUNTS as JOB_COUNTS
from benchmarks.prompts.jobs import jobs_of
from benchmarks.prompts.resident import mebibytes
from bot.coaching.claim_due_prompts import ClaimDuePrompts
from bot.coaching.ports import UnitsOfWork
from bot.domain.prompts import GRACE
from bot.schedule.heartbeat import Heartbeat
from bot.store.engine import make_engine
from bot.store.unit_of_work import units_of_work
from tests.databases import fresh_database, private_server

COUNTS = (1_000, 100_000, 1_000_000)
AT_ONCE = 500
QUIET_TICKS, CLAIMS, WARM_UP = 500, 25, 3

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ticks:
    """Seconds of ticks with none due and of claims of 500, and the memory that all took."""

    none: Sequence[float]
    claims: Sequence[float]
    mebibytes: float


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTS[-1]
    print(
        f"{'':12} {'athletes':>9} {'none due, ms':>16} {'growth':>7} {'500 due, ms':>12} {'memory, MiB':>12}"
    )
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        server = stack.enter_context(private_server(Path(folder) / "server"))
        for name in ("SQLite", "PostgreSQL"):
            base = 0.0
            for count in (count for count in COUNTS if count <= most):
                url = fresh_database(server) if name == "PostgreSQL" else f"sqlite:///{folder}/{count}.db"
                fill(url, count, cards=AT_ONCE * (CLAIMS + WARM_UP) if count > AT_ONCE * 20 else AT_ONCE)
                ticks = _alone(ticks_of, url, count)
                base = base or median(ticks.none)
                print(
                    f"{name:12} {count:9,} {_shown(ticks.none, 2):>16} {median(ticks.none) / base:6.2f}x "
                    f"{_shown(ticks.claims, 0):>12} {ticks.mebibytes:12.1f}",
                    flush=True,
                )
    print(
        f"\n{'':12} {'athletes':>9} {'none due, ms':>13} {'start, s':>8} {'of 500 due ran':>15} "
        f"{'memory, MiB':>12}"
    )
    for count in (count for count in JOB_COUNTS if count <= most):
        jobs = _alone(jobs_of, count)
        print(
            f"{'JobQueue':12} {count:9,} {jobs.none * 1000:13.2f} {jobs.start:8.1f} "
            f"{jobs.ran:8} {jobs.last:5.1f} s {jobs.mebibytes:12.1f}",
            flush=True,
        )


def _shown(seconds: Sequence[float], digits: int) -> str:
    return f"{median(seconds) * 1000:.{digits}f} ({min(seconds) * 1000:.{digits}f})"


def _alone(measure: Callable[..., Result], *given: object) -> Result:
    """In a new process, so that none counts what another one left."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, given)


def ticks_of(url: str, count: int) -> Ticks:
    return asyncio.run(_ticks_of(url, count))


async def _ticks_of(url: str, count: int) -> Ticks:
    gc.collect()
    before = mebibytes()
    engine = make_engine(url)
    units, claim = units_of_work(engine), ClaimDuePrompts(GRACE)
    heartbeat = Heartbeat(units, lambda: NOW, claim, [])
    none = [await _seconds(heartbeat) for _ in range(QUIET_TICKS)]
    claims = []
    for number in range(CLAIMS + WARM_UP):
        first = 1 + number * AT_ONCE % count
        await asyncio.to_thread(make_due, url, first, AT_ONCE)
        claims.append(await _claim(units, claim))
    held = mebibytes() - before
    await engine.dispose()
    return Ticks(none, claims[WARM_UP:], held)


async def _seconds(heartbeat: Heartbeat) -> float:
    began = perf_counter()
    assert await heartbeat.tick() == 0
    return perf_counter() - began


async def _claim(units: UnitsOfWork, claim: ClaimDuePrompts) -> float:
    """From the begin of the transaction to its commit."""
    began = perf_counter()
    async with units() as work:
        claimed = await claim(work, NOW)
        await work.commit()
    spent = perf_counter() - began
    assert claimed.rows == AT_ONCE
    return spent


if __name__ == "__main__":
    main()
