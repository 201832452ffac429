"""The athletes: who wrote which sets in which message, at a steady rate."""

import asyncio
import time
from dataclasses import dataclass
from random import Random

from benchmarks.reliability.setting import Plan
from tests.bot_api.server import BotApi

FIRST_ID = 1_000
REPS = range(2, 10)


@dataclass(frozen=True, slots=True)
class Log:
    """One message with one set in it."""

    athlete_id: int
    message_id: int
    reps: int

    @property
    def source(self) -> str:
        return f"m:{self.athlete_id}:{self.message_id}"


class Athletes:
    def __init__(self, api: BotApi, plan: Plan) -> None:
        self.written: list[Log] = []
        self._api = api
        self._plan = plan
        self._lots = Random(plan.seed)

    async def write(self, count: int) -> None:
        """So many logs, each of somebody by lot, at the plan's rate."""
        began = time.perf_counter()
        for number in range(count):
            ahead = number / self._plan.rate - (time.perf_counter() - began)
            if ahead > 0:
                await asyncio.sleep(ahead)
            self._write_one()

    def _write_one(self) -> None:
        athlete_id = FIRST_ID + self._lots.randrange(self._plan.athletes)
        reps = self._lots.choice(REPS)
        said = self._api.says(athlete_id, f"did {reps} knee pushups")
        self.written.append(Log(athlete_id, said["message"]["message_id"], reps))
