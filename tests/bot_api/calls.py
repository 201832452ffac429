"""What the bot did: every call in the order of its end, and waiting for the next ones."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.bot_api.changes import Changes
from tests.bot_api.faults import Fault
from tests.bot_api.schema import Json

OK = 200
WRONG_IN_THEMSELVES = frozenset({400, 404, 413})
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Call:
    """One call and the HTTP status of its answer, as it would have been without the fault after it."""

    method: str
    params: Json
    at: datetime
    status: int = OK
    description: str = ""
    fault: Fault | None = None

    @property
    def is_refused(self) -> bool:
        """Wrong in itself: the reason is no fault asked for, no block, no rival poller and no pace."""
        return self.status in WRONG_IN_THEMSELVES and self.fault is None


class Calls:
    def __init__(self, changes: Changes) -> None:
        self.all: list[Call] = []
        self._changes = changes

    def record(self, call: Call) -> None:
        self.all.append(call)
        self._changes.announce()

    def of(self, method: str) -> list[Call]:
        return [call for call in self.all if call.method == method]

    async def until(self, is_so: Callable[[], bool], within: float, what: Callable[[], str]) -> None:
        """Wait; when it takes too long, the error says what there was instead."""
        try:
            async with asyncio.timeout(within):
                await self._changes.until(is_so)
        except TimeoutError as error:
            refused = [f"{call.method}: {call.description}" for call in self.all if call.status != OK]
            raise TimeoutError(f"after {within} s {what()}; refused: {refused}") from error
