"""One sitting at the console: the real house on the loopback, from the lock to the last line."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TextIO
from zoneinfo import ZoneInfo

from bot.bootstrap import House, Telegram, Voice, open_house, system_clock
from bot.chat.loopback import Loopback
from bot.chat.pacing import Pacing
from bot.console.clock import ConsoleClock, standing_at
from bot.console.conversation import Conversation
from bot.console.screen import Screen
from bot.console.terminal import Terminal
from bot.console.updates import Author
from bot.store.engine import make_engine, make_plain_engine
from bot.store.lock import serving
from bot.store.schema import ensure_schema
from bot.store.tables import metadata
from bot.store.unit_of_work import readings

PULSE = timedelta(seconds=1)
TOKEN = "0:console"  # noqa: S105 - nobody asks for it here


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """`at` sets the console's clock (None: the real one); `zone` is assumed until a place is named.

    A passing database is new, and goes when the sitting ends.
    """

    database_url: str
    athlete_id: int
    zone: ZoneInfo
    at: datetime | None
    is_passing: bool = False


async def hold(
    sitting: Sitting, voice: Voice, lines: AsyncIterator[str], screen: Screen, *, pulse: bool = False
) -> bool:
    """Whether all went well. `pulse` shows what falls due while somebody is thinking."""
    with serving(sitting.database_url):
        _prepare(sitting)
        clock = ConsoleClock(system_clock if sitting.at is None else standing_at(sitting.at))
        conversation = Conversation(sitting.athlete_id, clock)
        loopback = Loopback(conversation.hear, clock, await _first_free_id(sitting.database_url))
        async with _open_house(sitting.database_url, voice, clock, loopback) as house:
            if not sitting.is_passing:
                await house.follow_zone_rules()
            terminal = Terminal(
                house=house,
                clock=clock,
                author=Author(sitting.athlete_id, loopback.new_message_id),
                conversation=conversation,
                screen=screen,
                zone=sitting.zone,
            )
            async with _pulse(terminal) if pulse else nullcontext():
                await terminal.converse(lines)
            return not terminal.refused and house.failures == 0


async def piped(stream: TextIO) -> AsyncIterator[str]:
    """Nothing else runs between two lines, so waiting for one may block."""
    for line in stream:
        yield line.rstrip("\r\n")


async def _first_free_id(database_url: str) -> int:
    """Above every number of a message or an update that the database knows."""
    engine = make_engine(database_url)
    try:
        async with readings(engine)() as work:
            used = (await work.inbox.largest_update_id(), await work.outbox.largest_message_id())
    finally:
        await engine.dispose()
    return max(used) + 1


def _prepare(sitting: Sitting) -> None:
    """What passes is made straight from the tables: migrating it would import Alembic, which takes long."""
    if not sitting.is_passing:
        ensure_schema(sitting.database_url)
        return
    engine = make_plain_engine(sitting.database_url)
    metadata.create_all(engine)
    engine.dispose()


@asynccontextmanager
async def _open_house(
    database_url: str, voice: Voice, clock: ConsoleClock, loopback: Loopback
) -> AsyncIterator[House]:
    """Initialized but not started: PTB's own loops and jobs would bring a clock of their own."""
    telegram = Telegram(token=TOKEN, api_url=None, pacing=Pacing.unlimited(), request=loopback)
    async with (
        open_house(voice, telegram, url=database_url, clock=clock) as house,
        house.application,
    ):
        yield house


@asynccontextmanager
async def _pulse(terminal: Terminal) -> AsyncIterator[None]:
    """While it lasts, what falls due is said, a second late at most."""
    beating = asyncio.create_task(_beat(terminal))
    try:
        yield
    finally:
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating


async def _beat(terminal: Terminal) -> None:
    while True:
        await asyncio.sleep(PULSE.total_seconds())
        await terminal.catch_up()
