"""Waiting for something to happen in the stand-in, without looking again and again."""

import asyncio
from collections.abc import Callable


class Changes:
    """Lets many wait until what they look at is as they want it; announcing needs no `await`."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def announce(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, is_so: Callable[[], bool]) -> None:
        # Between the look and the wait nothing else can run, so no announcement is missed.
        while not is_so():
            await self._next.wait()
