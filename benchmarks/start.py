"""Start to first answer, median of ten, beside the bare interpreter's start; and what an idle coach holds.

Run: python -m benchmarks.start     (needs the development install: `make test` once)
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bot_api.server import BotApi

ROUNDS = 10
COACH = Path(sys.executable).with_name("coach")
TOKEN = "123456:TEST"
LINE = "did 2 knee pushups\n"


def main() -> None:
    bare = _median([sys.executable, "-c", "pass"], "")
    print(f"{'start to first answer':24} {'median s':>9} {'of a bare python':>17}")
    for name, command, typed in (
        ("python -c pass", [sys.executable, "-c", "pass"], ""),
        ("coach --help", [str(COACH), "--help"], ""),
        ("coach parse", [str(COACH), "parse"], LINE),
        ("coach chat", [str(COACH), "chat", "--at", "2026-03-02T06:55"], LINE),
    ):
        seconds = _median(command, typed)
        print(f"{name:24} {seconds:9.3f} {seconds / bare:16.1f}x")
    print(f"{'idle coach run':24} {asyncio.run(_idle_mebibytes()):7.1f} MiB resident")


def _median(command: list[str], typed: str) -> float:
    """The first run, which may write bytecode, isn't counted."""
    return median([_seconds(command, typed) for _ in range(ROUNDS + 1)][1:])


def _seconds(command: list[str], typed: str) -> float:
    """Until the first line of an answer: past the echoed input, where there is one."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(typed)
        process.stdin.close()
        answer = next((line for line in process.stdout if line.strip() and not line.startswith("> ")), "")
        seconds = time.perf_counter() - began
        process.stdout.read()
    assert answer or not typed
    return seconds


async def _idle_mebibytes() -> float:
    """Resident memory ten seconds after the start, polling a stand-in on loopback."""
    async with BotApi(token=TOKEN) as api:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{folder}/coach.db"
            settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "DATABASE_URL": url}
            process = await asyncio.create_subprocess_exec(
                str(COACH), "run", cwd=folder, env={**os.environ, **settings, "LOG_LEVEL": "WARNING"}
            )
            await api.polling()
            await asyncio.sleep(10)
            resident = _resident(process.pid)
            process.terminate()
            await process.wait()
            return resident


def _resident(pid: int) -> float:
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(re.sub(r"\D", "", shown.stdout)) / 1024


if __name__ == "__main__":
    main()
