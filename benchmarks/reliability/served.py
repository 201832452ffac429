"""A bot as a process on a stand-in, and a crowd that writes to it."""

import asyncio
import os
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from benchmarks.reliability.setting import TOKEN
from tests.bot_api.server import BotApi

FIRST_ID = 1_000
LOOK_EVERY = 0.02
PATIENCE = 300.0


@asynccontextmanager
async def running(arguments: Sequence[str], folder: Path, **settings: str) -> AsyncIterator[Process]:
    """Killed at the end, since nothing is looked at any more."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *arguments),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), **settings},
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def coach(api: BotApi, url: str, folder: Path) -> AsyncIterator[Process]:
    settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "DATABASE_URL": url}
    fast = {"BULK_RATE": "1000", "BURST": "1000", "LOG_LEVEL": "WARNING"}
    async with running(["bot", "run"], folder, **settings, **fast) as process:
        yield process


@asynccontextmanager
async def echo_bot(api: BotApi, folder: Path) -> AsyncIterator[Process]:
    async with running(["benchmarks.reliability.echo", TOKEN, api.url], folder) as process:
        yield process


async def answered(api: BotApi, athletes: Sequence[int], count: int) -> None:
    """Wait until each of them has so many messages."""
    waiting = set(athletes)
    deadline = time.monotonic() + PATIENCE
    while waiting := {athlete for athlete in waiting if len(api.messages(athlete)) < count}:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{len(waiting)} athletes have had no answer")
        await asyncio.sleep(LOOK_EVERY)


async def replies_a_second(api: BotApi, *, athletes: int, rounds: int) -> float:
    """The median of rounds in which everybody writes at once, after one that makes them known."""
    everybody = range(FIRST_ID, FIRST_ID + athletes)
    rates: list[float] = []
    for _ in range(rounds + 1):
        before = {athlete: len(api.messages(athlete)) for athlete in everybody}
        began = time.perf_counter()
        for athlete in everybody:
            api.says(athlete, "did 3 knee pushups")
        for count in set(before.values()):
            await answered(api, [one for one in everybody if before[one] == count], count + 1)
        rates.append(athletes / (time.perf_counter() - began))
    return median(rates[1:])
