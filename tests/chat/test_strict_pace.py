"""At its default pace the coach meets no 429 from a server that counts strictly, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telegram.ext import ExtBot

from bot.bootstrap import system_clock
from bot.chat.alarm import Alarm
from bot.chat.deliver import Delivery
from bot.chat.pacing import Pacing
from bot.chat.speech import Speech
from bot.coaching.mail import Lane
from bot.coaching.ports import UnitOfWork, UnitsOfWork
from bot.serve import BULK_RESERVE
from bot.settings import Settings
from tests.bot_api.pacing import RateLimits
from tests.bot_api.server import BotApi
from tests.chat.scene import START, FixedClock, Recorder, alarm, draft, render, scene

TOKEN = "123456:TEST"
TELEGRAMS_LIMIT = 30
CHATS = range(1, 76)


def default_pacing() -> Pacing:
    fields = Settings.model_fields
    return Pacing(fields["bulk_rate"].default, fields["burst"].default, BULK_RESERVE)


async def test_prompts_and_replies_at_the_default_pace_are_all_taken(units: UnitsOfWork) -> None:
    async with BotApi(token=TOKEN, limits=RateLimits(per_second=TELEGRAMS_LIMIT)) as api:
        bot = ExtBot(TOKEN, base_url=f"{api.url}/bot")
        alarms = Alarm((), system_clock, alarm)
        speech = Speech(units, system_clock, Recorder().coach(), render, alarms)
        delivery = Delivery(bot, units, system_clock, pacing=default_pacing(), speech=speech)
        async with units() as work:
            for chat in CHATS:
                api.meets(chat)
                await work.outbox.add(draft("hi", chat, Lane.BULK if chat % 5 else Lane.INTERACTIVE))
            await work.commit()
        async with bot, asyncio.TaskGroup() as tasks:
            tasks.create_task(delivery.run())
            calls = await api.called("sendMessage", count=len(CHATS), timeout=60)
            delivery.stop()

    assert {call.status for call in calls} == {200}


async def test_while_the_database_is_asked_no_time_counts_twice(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    pacing = default_pacing()
    pacing.leave(Lane.BULK, clock())

    @asynccontextmanager
    async def slow() -> AsyncIterator[UnitOfWork]:
        """Meanwhile another message leaves."""
        async with units() as work:
            clock.move(seconds=1)
            pacing.leave(Lane.BULK, clock())
            yield work

    async with scene(path, slow, clock, pacing=pacing) as stage:
        await stage.put(draft("prompt", lane=Lane.BULK))
        await stage.delivery.settle()
        pacing.leave(Lane.BULK, clock())

    assert stage.said() == ["prompt"]
    assert pacing._passed == clock.now - START
