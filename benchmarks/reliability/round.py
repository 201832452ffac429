"""One round: athletes write, things go wrong again and again, and in the end everything is counted."""

import asyncio
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tornado.testing import bind_unused_port

from benchmarks.reliability.account import Account, Sent, account_of, unmarked, unsettled
from benchmarks.reliability.athletes import Athletes
from benchmarks.reliability.coaches import Coach, Coaches
from benchmarks.reliability.databases import Store, Trouble
from benchmarks.reliability.proxy import Proxy
from benchmarks.reliability.setting import TOKEN, Plan, Setting, WayIn
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.bot_api.webhook import Trick

# A moment for what the dead process had sent to arrive.
AFTERGLOW = 0.2
LOOK_EVERY = 0.2
# Longer than PTB waits for an answer.
TOO_SLOW = 6.0
SENDING = (
    (FaultKind.TOO_MANY_REQUESTS, 1),
    (FaultKind.SERVER_ERROR, 5),
    (FaultKind.BAD_GATEWAY, 5),
    (FaultKind.DROPPED_BEFORE, 5),
    (FaultKind.DROPPED_AFTER, 5),
    (FaultKind.MALFORMED_JSON, 3),
    (FaultKind.SLOW_ANSWER, 3),
)
POLLING = (FaultKind.BAD_GATEWAY, FaultKind.DROPPED_BEFORE, FaultKind.DROPPED_AFTER, FaultKind.MALFORMED_JSON)
GARBLED: tuple[Mapping[str, object], ...] = (
    {"message": "?"},
    {"message": {"chat": {"id": 1_001}}},
    {"surprise": []},
    {},
)

Act = Callable[[], Awaitable[None]]


@dataclass
class Round:
    """What takes part, and what was in flight when coaches were killed.

    `bad_ends` counts the exit codes of those that were told to stop, `given_up` of those that were not.
    """

    plan: Plan
    store: Store
    api: BotApi
    coaches: Coaches
    athletes: Athletes
    lots: Random
    in_flight: set[Sent] = field(default_factory=set)
    bad_ends: Counter[int] = field(default_factory=Counter)
    given_up: Counter[int] = field(default_factory=Counter)

    async def live(self) -> Account:
        acts = [*self._acts()]
        self.lots.shuffle(acts)
        each = self.plan.logs // len(acts)
        for act in acts:
            writing = asyncio.create_task(self.athletes.write(each))
            await asyncio.sleep(self.lots.uniform(0, each / self.plan.rate))
            await act()
            await self._all_run()
            await writing
        await self.athletes.write(self.plan.logs - each * len(acts))
        await self._settled()
        overtaken = self.api.state.overtaken
        return account_of(
            self.store.url,
            self.api,
            self.athletes.written,
            in_flight=len(self.in_flight),
            overtaken=overtaken,
        )

    def _acts(self) -> Sequence[Act]:
        plan = self.plan
        others: list[Act] = [partial(self._shake, trouble) for trouble in self.store.troubles.values()]
        others += [partial(self._fail, "sendMessage", kind, times) for kind, times in SENDING]
        others += [partial(self._fail, "getUpdates", kind, 2) for kind in POLLING]
        others += [partial(self._play, trick) for trick in Trick]
        others += [self._garble]
        return [self._kill] * plan.kills + [self._terminate] * plan.terms + others * plan.others

    async def _shake(self, trouble: Trouble) -> None:
        """Something happens to the database under coaches that are at work."""
        for coach in self.coaches.all:
            await coach.until_started()
        await trouble(self.coaches)

    async def _kill(self) -> None:
        """At any moment: every other one isn't even waited for before the next thing happens."""
        coach = self.lots.choice(self.coaches.all)
        led = coach.leads or len(self.coaches.all) == 1
        await coach.end(signal.SIGKILL)
        if led:
            await asyncio.sleep(AFTERGLOW)
            self.in_flight |= await asyncio.to_thread(unmarked, self.store.url, self.api)
        await self._start(coach)

    async def _terminate(self) -> None:
        coach = self.lots.choice(self.coaches.all)
        had_started = coach.started.is_set()
        code = await coach.end(signal.SIGTERM)
        if had_started and code != 0:
            self.bad_ends[code] += 1
        await self._start(coach)

    async def _start(self, coach: Coach) -> None:
        await coach.start()
        if self.lots.random() < 0.5:
            await coach.until_started()

    async def _all_run(self) -> None:
        """As an operator's service manager sees to it."""
        for coach in self.coaches.all:
            if coach.process is not None and coach.process.returncode is not None:
                self.given_up[coach.process.returncode] += 1
                await coach.start()

    async def _fail(self, method: str, kind: FaultKind, times: int) -> None:
        self.api.fail_next(method, Fault(kind, TOO_SLOW if kind is FaultKind.SLOW_ANSWER else 1), times)

    async def _play(self, trick: Trick) -> None:
        self.api.play(trick, times=3)

    async def _garble(self) -> None:
        for content in GARBLED:
            self.api.state.updates.add_garbled(dict(content))

    async def _settled(self) -> None:
        """Faults that nobody has met are taken back; what is left is waited for as long as it gets less."""
        self.api.faults.clear()
        least, deadline = self._left_over(), time.monotonic() + self.plan.patience
        while (left := self._left_over()) > 0:
            await self._all_run()
            await asyncio.sleep(LOOK_EVERY)
            if left < least:
                least, deadline = left, time.monotonic() + self.plan.patience
            if time.monotonic() > deadline:
                raise TimeoutError(f"{left} updates and messages are left over")

    def _left_over(self) -> int:
        return len(self.api.state.updates.pending) + unsettled(self.store.url)


@asynccontextmanager
async def prepared(setting: Setting, plan: Plan, store: Store, folder: Path) -> AsyncIterator[Round]:
    """Everything running, nothing written yet."""
    ports = [_free_port() for _ in range(setting.processes)]
    hooked = setting.way_in is WayIn.WEBHOOK
    proxy = Proxy(ports) if hooked else None
    async with BotApi(token=TOKEN, webhook_pause=0.1) as api, proxy or nullcontext():
        common = _common(api, store, proxy)
        settings = [{**common, "WEBHOOK_PORT": str(port)} for port in ports]
        async with Coaches(settings, folder) as coaches:
            athletes = Athletes(api, plan)
            yield Round(plan, store, api, coaches, athletes, Random(plan.seed))


def _common(api: BotApi, store: Store, proxy: Proxy | None) -> Mapping[str, str]:
    common = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "DATABASE_URL": store.url,
        "LOG_FORMAT": "json",
        "BULK_RATE": "1000",
        "BURST": "1000",
    }
    return {**common, "WEBHOOK_URL": proxy.url, "WEBHOOK_SECRET": "s-1"} if proxy else common


def _free_port() -> int:
    socket, port = bind_unused_port()
    socket.close()
    return port
