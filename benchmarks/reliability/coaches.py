"""The coaches: real `coach run` processes, killed, stopped and started again."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0
KEPT = ("PATH", "HOME", "LANG", "TMPDIR")


@dataclass(slots=True)
class Coach:
    """One process at a time; `events` counts what it has logged in all of its lives."""

    settings: Mapping[str, str]
    folder: Path
    before: Sequence[str] = ()
    process: Process | None = None
    leads: bool = False
    events: Counter[str] = field(default_factory=Counter)
    started: asyncio.Event = field(default_factory=asyncio.Event)
    reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    async def start(self, *before: str) -> None:
        """`before` is a command that starts another, with fewer rights for example."""
        self.started.clear()
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.process = await asyncio.create_subprocess_exec(
            *before,
            *(sys.executable, "-m", "bot", "run"),
            cwd=self.folder,
            env={**environment, **self.settings},
            stderr=PIPE,
        )
        self.reading = asyncio.create_task(self._read(self.process))

    async def until_started(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.started.wait()

    async def end(self, number: signal.Signals) -> int:
        """Give its exit code."""
        process = self.process
        assert process is not None
        assert self.reading is not None
        if process.returncode is None:
            process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            await self.reading
            code = await process.wait()
        self.leads = False
        return code

    async def _read(self, process: Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            event = self._event_of(line)
            self.events[event] += 1
            if event == "coach_started":
                self.started.set()
            if event in {"leads", "database_lost"}:
                self.leads = event == "leads"

    def _event_of(self, line: bytes) -> str:
        try:
            return str(json.loads(line)["event"])
        except (ValueError, KeyError):
            return line.decode(errors="replace").strip()[:200]


class Coaches:
    """As many as there are settings for, from the beginning to the end of a round."""

    def __init__(self, settings: Sequence[Mapping[str, str]], folder: Path) -> None:
        self.all = [Coach(one, folder) for one in settings]

    @property
    def events(self) -> Counter[str]:
        return sum((coach.events for coach in self.all), Counter[str]())

    async def __aenter__(self) -> Self:
        for coach in self.all:
            await coach.start()
        for coach in self.all:
            await coach.until_started()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for coach in self.all:
            if coach.process is not None:
                await coach.end(signal.SIGTERM if kind is None else signal.SIGKILL)
