"""A morning of 10,000 prompts while people talk, beside the same talk without one and PTB's AIORateLimiter.

The coach runs as it does for an operator, at its default rate, on SQLite, with two weeks of logs an athlete:
prescribing and rendering are included. The stand-in is a process of its own and refuses what is too fast.

Run: python -m benchmarks.prompts.morning [prompts]     (needs the development install: `make test` once;
for the AIORateLimiter also `pip install "aiolimiter<1.3"`; 10,000 prompts take about nine minutes)
"""

import asyncio
import json
import sys
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import quantiles

from benchmarks.prompts.morning_crowd import prepare
from benchmarks.prompts.talking import TOKEN
from bot.settings import Settings
from tests.cli.process import environment

PROMPTS, FIRST_COME = 10_000, 1_000
A_SECOND = 5.0
QUIET_FOR = 60.0
TELEGRAMS_LIMIT = 30
TOO_MANY = 429
RATE = float(Settings.model_fields["bulk_rate"].default)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the budget so much was used while prompts went out; how long replies took, in seconds."""

    prompts: int
    seconds: float
    share: float
    p50: float
    p99: float
    unanswered: int
    refused: int


def main() -> None:
    prompts = int(sys.argv[1]) if len(sys.argv) > 1 else PROMPTS
    print(f"rate {RATE:g} a second, strict limit {TELEGRAMS_LIMIT}, people talk {A_SECOND:g} a second")
    print(
        f"{'':24} {'prompts':>8} {'s':>6} {'of budget':>10} {'reply p50, ms':>14} {'p99, ms':>9} "
        f"{'unanswered':>11} {'429s':>5}"
    )
    quiet = _show("without a morning", asyncio.run(_coached(0)))
    ours = _show("the coach", asyncio.run(_coached(prompts)))
    print(f"{'':24} p99 with a morning is {ours.p99 / quiet.p99:.2f} times that without", flush=True)
    if find_spec("aiolimiter") is None:
        print("PTB's AIORateLimiter is left out: aiolimiter isn't installed")
        return
    _show("AIORateLimiter", asyncio.run(_first_come(min(prompts, FIRST_COME))))


def _show(name: str, figures: Figures) -> Figures:
    share = f"{figures.share:9.1%}" if figures.prompts else "-"
    print(
        f"{name:24} {figures.prompts:8,} {figures.seconds:6.0f} {share:>10} {figures.p50 * 1000:14.0f} "
        f"{figures.p99 * 1000:9.0f} {figures.unanswered:11} {figures.refused:5}",
        flush=True,
    )
    return figures


async def _coached(prompts: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/coach.db"
        talking = int(_at_most(prompts) * A_SECOND) + 1
        await asyncio.to_thread(prepare, url, datetime.now(UTC), prompted=prompts, talking=talking)
        settings = {"TELEGRAM_TOKEN": TOKEN, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
        return await _measured(prompts, Path(folder), ["-m", "bot", "run"], settings)


async def _first_come(prompts: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "benchmarks.prompts.first_come", "{url}", TOKEN, str(prompts), f"{RATE:g}"]
        return await _measured(prompts, Path(folder), command, {}, quiet=True)


async def _measured(
    prompts: int, folder: Path, command: Sequence[str], settings: dict[str, str], *, quiet: bool = False
) -> Figures:
    """The bot's process beside the stand-in's, until that one tells what came."""
    root = Path(__file__).parents[2]
    talking = {
        "--prompted": prompts,
        "--first": prompts + 1,
        "--seconds": _at_most(prompts),
        "--a-second": A_SECOND,
        "--per-second": TELEGRAMS_LIMIT,
    }
    words = [str(word) for pair in talking.items() for word in pair]
    stand_in = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.prompts.talking", *words, cwd=root, stdout=PIPE, limit=2**28
    )
    assert stand_in.stdout is not None
    url = json.loads(await stand_in.stdout.readline())["url"]
    told = environment(**settings, TELEGRAM_API_URL=url, PYTHONPATH=str(root))
    bot = await asyncio.create_subprocess_exec(
        sys.executable,
        *(word.format(url=url) for word in command),
        cwd=folder,
        env=told,
        stderr=DEVNULL if quiet else None,
    )
    try:
        return _figures(prompts, json.loads(await stand_in.stdout.readline()))
    finally:
        bot.terminate()
        await asyncio.gather(bot.wait(), stand_in.wait())


def _at_most(prompts: int) -> float:
    """Seconds to talk: twice as long as the prompts should take."""
    return 2 * prompts / (RATE - A_SECOND) + 30 if prompts else QUIET_FOR


def _figures(prompts: int, record: dict[str, dict[str, float] | list[dict[str, float]]]) -> Figures:
    said, sent = record["said"], record["sent"]
    assert isinstance(said, dict)
    assert isinstance(sent, list)
    taken = [one for one in sent if one["status"] != TOO_MANY]
    morning = [one["at"] for one in taken if one["chat_id"] <= prompts]
    begins, ends = (min(morning), max(morning)) if morning else (0.0, 0.0)
    used = sum(begins <= one["at"] <= ends for one in taken)
    answers: dict[int, float] = {}
    for one in taken:
        answers.setdefault(int(one["chat_id"]), one["at"])
    during = {int(who): at for who, at in said.items() if not prompts or begins <= at <= ends}
    waits = [answers[who] - at for who, at in during.items() if who in answers]
    cuts = quantiles(waits, n=100)
    return Figures(
        prompts=len({one["chat_id"] for one in taken if one["chat_id"] <= prompts}),
        seconds=ends - begins,
        share=used / (RATE * (ends - begins)) if prompts else 0,
        p50=cuts[49],
        p99=cuts[98],
        unanswered=len(during) - len(waits),
        refused=len(sent) - len(taken),
    )


if __name__ == "__main__":
    main()
