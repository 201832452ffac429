"""The worker: takes a chat that waits, and gives its updates to the application one after the other."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog
from telegram import Bot, Update

from bot.chat.context import IN_HAND, CoachApplication, InHand
from bot.chat.crew import Chore, Crew
from bot.chat.errors import Failures
from bot.coaching.mail import InboxRow
from bot.coaching.ports import Clock, UnitsOfWork
from bot.observe import count

AT_ONCE = 16
# Each fourth look takes the chats that have begun to wait last.
NEWEST_EVERY = 4
# How long a chat is left to another process that is at it.
ELSEWHERE = timedelta(seconds=1)
NOT_AN_UPDATE = (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError, RecursionError)


class Worker(Crew):
    """In order within a chat, at the same time across chats; a chat that floods holds up nobody else."""

    def __init__(
        self,
        application: CoachApplication,
        units: UnitsOfWork,
        clock: Clock,
        *,
        failures: Failures,
        cap: int = AT_ONCE,
    ) -> None:
        super().__init__(clock, cap)
        self._application = application
        self._units = units
        self._failures = failures
        self._looks = 0

    async def _look(self, besides: frozenset[int], limit: int) -> Sequence[Chore]:
        """The oldest first; but after an outage, who writes now needn't wait for the whole backlog."""
        self._looks += 1
        async with self._units() as work:
            ask = partial(work.inbox.chats_waiting, self._clock(), besides=besides)
            chats = await ask(limit=limit, newest_first=self._looks % NEWEST_EVERY == 0)
        return [(chat_id, self._drain(chat_id)) for chat_id in chats]

    async def _next_at(self) -> datetime | None:
        async with self._units() as work:
            return await work.inbox.next_retry_at()

    async def _drain(self, chat_id: int) -> None:
        row = await self._next_of(chat_id)
        while row is not None and not self._stopped:
            in_hand = InHand(row)
            await self._timed(in_hand)
            following = await self._next_of(chat_id)
            if following is not None and following.update_id == row.update_id:
                if not in_hand.is_ours:
                    self._rest(chat_id, ELSEWHERE)
                    return
                # Still open, so the turn has failed, whatever was noted of it.
                self._count_failure()
                await self._failures.note(row, in_hand.error)
                following = await self._next_of(chat_id)
            row = following

    def _count_failure(self) -> None:
        self.failed += 1
        count("turns", "failed")

    async def _timed(self, in_hand: InHand) -> None:
        time = asyncio.get_running_loop().time
        begun = time()
        await self._work_on(in_hand)
        count("turns", "ended")
        count("turn_seconds", by=time() - begun)

    async def _next_of(self, chat_id: int) -> InboxRow | None:
        async with self._units() as work:
            return await work.inbox.next_of(chat_id, self._clock())

    async def _work_on(self, in_hand: InHand) -> None:
        IN_HAND.set(in_hand)
        with structlog.contextvars.bound_contextvars(update=in_hand.row.update_id, chat=in_hand.row.chat_id):
            try:
                update = parse(in_hand.row.payload, self._application.bot)
            except NOT_AN_UPDATE as error:
                self._count_failure()
                await self._failures.unparseable(in_hand.row, error)
                return
            await self._application.process_update(update)


def parse(payload: str, bot: Bot) -> Update:
    raw = json.loads(payload)
    if not isinstance(raw, dict):
        raise TypeError(payload)
    return Update.de_json(raw, bot)
