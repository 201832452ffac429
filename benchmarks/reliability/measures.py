"""How fast: turns with a reply beside a bot that keeps nothing, intake beside PTB's, recovery, memory.

Run: python -m benchmarks.reliability.measures    (needs the development install: `make test` once)

Everything is measured side by side in one run; the ratios are what counts, the figures are the machine's.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from telegram.ext import Application, ExtBot

from benchmarks.reliability.served import coach, echo_bot, replies_a_second
from benchmarks.reliability.setting import TOKEN
from bot.bootstrap import system_clock
from bot.chat.intake import Intake, raw_update
from bot.chat.polling import Polling
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work
from tests.bot_api.server import BotApi
from tests.databases import fresh_database, private_server

ATHLETES, ROUNDS = 100, 3
LATENCIES = (0.0, 0.05)
UPDATES, INTAKE_ROUNDS = 5_000, 3
OPEN_ROWS, CHATS = 10_000, 1_000
WINDOW, LOOK_EVERY = 15.0, 0.05
DONE = "SELECT count(*) FROM inbox WHERE done_at IS NOT NULL"
IS_DONE = "SELECT count(*) FROM inbox WHERE update_id = ? AND result = 'done'"
CROWD = 100_000
REST = 15.0

Bot = Callable[[BotApi], AbstractAsyncContextManager[object]]


async def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with private_server(folder / "postgresql") as server:
            steady = await _turns(folder, server)
        await _intake(folder)
        await _recovery(folder, steady)
        await _memory(folder)


# -- turns --------------------------------------------------------------------------------------------


async def _turns(folder: Path, server: str) -> float:
    """Gives what SQLite does at no latency. Each stand-in counts its updates anew, so it has its database."""
    files = (f"sqlite:///{folder}/turns{number}.db" for number in count())
    bots: dict[str, Bot] = {
        "PTB echo, 16 at once": lambda api: echo_bot(api, folder),
        "coach on SQLite": lambda api: coach(api, next(files), folder),
        "coach on PostgreSQL": lambda api: coach(api, fresh_database(server), folder),
    }
    rates: dict[tuple[str, float], float] = {}
    print(f"{'replies a second':24}", *(f"{latency * 1000:.0f} ms" for latency in LATENCIES), sep="  ")
    for name, bot in bots.items():
        for latency in LATENCIES:
            async with BotApi(token=TOKEN, latency=latency) as api, bot(api):
                rates[name, latency] = await replies_a_second(api, athletes=ATHLETES, rounds=ROUNDS)
        echoes = [rates["PTB echo, 16 at once", latency] for latency in LATENCIES]
        own = [rates[name, latency] for latency in LATENCIES]
        told = (f"{rate:5.0f} ({rate / echo:4.2f})" for rate, echo in zip(own, echoes, strict=True))
        print(f"{name:24}", *told, sep="  ", flush=True)
    return rates["coach on SQLite", 0.0]


# -- intake -------------------------------------------------------------------------------------------


async def _intake(folder: Path) -> None:
    rates: dict[str, list[float]] = {"PTB": [], "ours": []}
    for number in range(INTAKE_ROUNDS):
        rates["PTB"].append(await _intake_rate(_ptb_polls))
        rates["ours"].append(await _intake_rate(partial(_we_poll, folder, number)))
    ptb, ours = median(rates["PTB"]), median(rates["ours"])
    print(
        f"updates taken a second    PTB {ptb:.0f}, into the inbox {ours:.0f} ({ours / ptb:.2f})", flush=True
    )


async def _intake_rate(bot: Bot) -> float:
    """Until the last update is acknowledged."""
    async with BotApi(token=TOKEN) as api:
        for number in range(UPDATES):
            api.says(1_000 + number % 250, f"message {number}")
        began = time.perf_counter()
        async with bot(api):
            await api.acknowledged(timeout=120)
            return UPDATES / (time.perf_counter() - began)


@asynccontextmanager
async def _ptb_polls(api: BotApi) -> AsyncIterator[None]:
    application = Application.builder().token(TOKEN).base_url(f"{api.url}/bot").build()
    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()


@asynccontextmanager
async def _we_poll(folder: Path, number: int, api: BotApi) -> AsyncIterator[None]:
    url = f"sqlite:///{folder}/intake{number}.db"
    ensure_schema(url)
    engine = make_engine(url)
    async with ExtBot(TOKEN, base_url=f"{api.url}/bot") as bot:
        polling = Polling(bot, Intake(units_of_work(engine), system_clock, lambda: None), system_clock)
        running = asyncio.create_task(polling.run())
        yield
        polling.stop()
        await running
    await engine.dispose()


# -- recovery -----------------------------------------------------------------------------------------


async def _recovery(folder: Path, steady: float) -> None:
    path = folder / "recovery.db"
    async with BotApi(token=TOKEN) as api:
        await _leave_open_rows(api, f"sqlite:///{path}")
        new = api.says(999, "did 2 knee pushups")["update_id"]
        began = time.perf_counter()
        async with coach(api, f"sqlite:///{path}", folder):
            while not _count(path, IS_DONE, new):  # noqa: ASYNC110 - it happens in another process
                await asyncio.sleep(LOOK_EVERY)
            first = time.perf_counter() - began
            before, since = _count(path, DONE), time.perf_counter()
            await asyncio.sleep(WINDOW)
            rate = (_count(path, DONE) - before) / (time.perf_counter() - since)
    print(
        f"recovery with {OPEN_ROWS} open rows: first new update done after {first:.1f} s, "
        f"the backlog drains at {rate:.0f}/s ({rate / steady:.2f} of the steady rate)",
        flush=True,
    )


async def _leave_open_rows(api: BotApi, url: str) -> None:
    """What a coach that is down now had stored already."""
    ensure_schema(url)
    engine = make_engine(url)
    says = (api.says(1_000 + number % CHATS, "did 2 knee pushups") for number in range(OPEN_ROWS))
    async with units_of_work(engine)() as work:
        rows = [row for row in map(raw_update, says) if row is not None]
        await work.inbox.accept(rows, system_clock())
        await work.commit()
    await engine.dispose()
    api.state.updates.forget_all()


def _count(path: Path, question: str, *values: int) -> int:
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        found: int = connection.execute(question, values).fetchone()[0]
        return found


# -- memory -------------------------------------------------------------------------------------------


async def _memory(folder: Path) -> None:
    sizes = {number: await _mebibytes(folder, number) for number in (100, CROWD)}
    told = ", ".join(f"{number} athletes {size:.0f} MiB" for number, size in sizes.items())
    print(f"resident, at rest with prompts planned: {told} ({sizes[CROWD] / sizes[100]:.2f})")


async def _mebibytes(folder: Path, number: int) -> float:
    path = folder / f"memory{number}.db"
    ensure_schema(f"sqlite:///{path}")
    _fill(path, number)
    async with BotApi(token=TOKEN) as api, coach(api, f"sqlite:///{path}", folder) as process:
        await api.polling(timeout=60)
        await asyncio.sleep(REST)
        return _resident(process.pid)


def _fill(path: Path, number: int) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S.000000")
    seven, midnight = "07:00:00.000000", "00:00:00.000000"
    athletes = ((one, one, "A", "UTC", tomorrow, "en", seven, midnight, 1, 1) for one in range(1, number + 1))
    columns = "athlete_id, chat_id, name, zone, started_at, language, prompt_time, day_start, prompts_on"
    insert = f"INSERT INTO athletes ({columns}, wants_prompts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
    due = "INSERT INTO due (athlete_id, kind, day, due_at) VALUES (?, 'morning', ?, ?)"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(insert, athletes)
        connection.executemany(due, ((one, tomorrow[:10], tomorrow) for one in range(1, number + 1)))


def _resident(process_id: int) -> float:
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    asyncio.run(main())
