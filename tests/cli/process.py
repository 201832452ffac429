"""The coach's own command as a process of its own, in a folder and environment of its own."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Ended:
    code: int | None
    out: str
    err: str


def environment(**settings: str) -> dict[str, str]:
    """Nothing of the tester's own but where programs are."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    return kept | settings


@asynccontextmanager
async def started(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env=environment(**settings),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def serving(process: Process) -> str:
    """Wait until `coach run` says that it has started; give what it wrote until then."""
    assert process.stderr is not None
    written = ""
    async with asyncio.timeout(PATIENCE):
        while "coach_started" not in written:
            line = await process.stderr.readline()
            assert line, written
            written += line.decode()
    return written


async def end_of(process: Process, typed: str = "") -> Ended:
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate(typed.encode())
    return Ended(process.returncode, out.decode(), err.decode())


async def coach(folder: Path, *arguments: str, typed: str = "", **settings: str) -> Ended:
    async with started(folder, *arguments, **settings) as process:
        return await end_of(process, typed)
