"""A conversation in the terminal: each typed line is done, and answered before the next one is read."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never
from zoneinfo import ZoneInfo

from bot.console.clock import ConsoleClock
from bot.console.conversation import Conversation
from bot.console.lines import HELP, Edit, Help, LineError, Locate, Press, Quit, Say, Wait, Wish, read_line
from bot.console.screen import Screen, local_time
from bot.console.updates import Author, Json, Written

if TYPE_CHECKING:
    from bot.bootstrap import House

STUCK = timedelta(minutes=1)


@dataclass(slots=True, kw_only=True)
class Terminal:
    """`zone` is shown until the athlete has one; `refused` tells whether a line couldn't be done."""

    house: "House"
    clock: ConsoleClock
    author: Author
    conversation: Conversation
    screen: Screen
    zone: ZoneInfo
    refused: bool = False
    _written: Written | None = None
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def converse(self, lines: AsyncIterator[str]) -> None:
        """Until the lines end or one of them says so. What fell due in the meantime is said first."""
        await self.catch_up()
        async for typed in lines:
            async with self._one_at_a_time:
                if not await self._obey(typed):
                    return

    async def catch_up(self) -> None:
        """Say what has fallen due."""
        async with self._one_at_a_time:
            if await self._settle(dated=True):
                self.screen.turn_ends()

    async def _obey(self, typed: str) -> bool:
        """Give False when that was the last line."""
        if not typed:
            return True
        self.screen.typed(typed)
        try:
            line = read_line(typed)
            if isinstance(line, Quit):
                return False
            await self._do(line)
        except LineError as refusal:
            self.refused = True
            self.screen.refuse(str(refusal))
        self.screen.turn_ends()
        return True

    async def _do(self, line: Wish) -> None:
        now = self.clock()
        match line:
            case Say(text):
                update, self._written = self.author.message(text, now)
                await self._answer(update)
            case Press(number):
                await self._answer(self.author.tap(*self.conversation.press(number)))
            case Edit(text):
                await self._answer(self.author.edit(self._latest(), text, now))
            case Locate(latitude, longitude):
                await self._answer(self.author.location(latitude, longitude, now))
            case Wait(span):
                await self._wait(span)
            case Help():
                self.screen.note(HELP)
            case _:
                assert_never(line)

    def _latest(self) -> Written:
        if self._written is None:
            raise LineError("there is no message of yours to edit yet; the form is :edit TEXT")
        return self._written

    async def _answer(self, update: Json) -> None:
        await self.house.intake.accept([update])
        await self._settle(dated=False)

    async def _wait(self, span: timedelta) -> None:
        """Step from one due instant to the next. What is due but can't be done is looked at again later."""
        end = self.clock() + span
        due_at = await self._next_due_at()
        while due_at is not None and due_at <= end:
            now = self.clock()
            self.clock.move_to(due_at if due_at > now else min(now + STUCK, end))
            await self._settle(dated=True)
            if self.clock() >= end:
                break
            due_at = await self._next_due_at()
        self.clock.move_to(end)
        await self._settle(dated=True)
        self.screen.note(f"({local_time(end, await self._zone())})")

    async def _next_due_at(self) -> datetime | None:
        """The next instant at which something is to be done, as the database tells it."""
        async with self.house.units() as work:
            moments = (
                await work.due.next_at(),
                await work.inbox.next_retry_at(),
                await work.outbox.next_not_before(self.clock()),
            )
        return min((at for at in moments if at is not None), default=None)

    async def _settle(self, *, dated: bool) -> bool:
        """Do all that is due now and show what was said; give whether anything was."""
        await self.house.settle()
        new = self.conversation.unread()
        if new:
            zone = await self._zone()
            for shown in new:
                self.screen.say(shown, zone, dated=dated)
        return bool(new)

    async def _zone(self) -> ZoneInfo:
        """The athlete's own, which a turn may just have changed."""
        async with self.house.units() as work:
            athlete = await work.athletes.get(self.author.athlete_id)
        return athlete.zone_info if athlete else self.zone
