"""The poll loop: asks Telegram for updates, and acknowledges them only when they are stored."""

import asyncio
import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, TelegramError
from telegram.warnings import PTBUserWarning

from bot.chat.errors import what_failed
from bot.chat.intake import Intake
from bot.coaching.ports import Clock, Leads, always

log = structlog.get_logger()

ALLOWED_UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
POLL = timedelta(seconds=30)
ANSWER_WITHIN = POLL + timedelta(seconds=10)
SHORTEST, LONGEST = timedelta(seconds=1), timedelta(seconds=30)
# Telegram tells one poller at a time; the others look this often whether it is their turn.
FOLLOWING = timedelta(seconds=1)
CONFLICT_REMEDY = "another process polls with this token, or a webhook is set: stop the one, delete the other"

Json = Mapping[str, object]
Sleep = Callable[[float], Awaitable[None]]


class Polling:
    """Polls while this process leads. `last_good_poll_at` tells whoever watches that it is alive.

    Whoever follows is as well as whoever polls.
    """

    def __init__(
        self, bot: Bot, intake: Intake, clock: Clock, *, leads: Leads = always, sleep: Sleep = asyncio.sleep
    ) -> None:
        self.last_good_poll_at: datetime | None = None
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._leads = leads
        self._sleep = sleep
        self._offset: int | None = None
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until `stop()` or cancelled. A poll in flight is given up; Telegram sends its updates again."""
        warnings.filterwarnings("ignore", r"Please use 'Bot\.getUpdates'", PTBUserWarning)
        polls = asyncio.create_task(self._poll_on())
        stop = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait({polls, stop}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            polls.cancel()
            stop.cancel()
            await asyncio.wait({polls, stop})

    def stop(self) -> None:
        self._stopping.set()

    async def _poll_on(self) -> None:
        back_off = SHORTEST
        while True:
            if not await self._leads():
                self.last_good_poll_at = self._clock()
                await self._sleep(FOLLOWING.total_seconds())
            elif await self._is_good(self._poll()):
                back_off = SHORTEST
            else:
                await self._sleep(back_off.total_seconds())
                back_off = min(2 * back_off, LONGEST)

    async def _is_good(self, poll: Awaitable[None]) -> bool:
        try:
            await poll
        except Conflict:
            log.warning("poll_conflict", remedy=CONFLICT_REMEDY)
        except TelegramError as error:
            log.warning("poll_failed", error=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - logged; polling goes on
            log.error("poll_failed", **what_failed(error))
        else:
            return True
        return False

    async def _poll(self) -> None:
        updates = await self._fetch()
        await self._intake.accept(updates)
        self._offset = next_offset(updates)
        self.last_good_poll_at = self._clock()

    async def _fetch(self) -> Sequence[Json]:
        """Raw JSON: parsed objects cost twice as much, and one bad update would spoil the whole answer."""
        asked: dict[str, object] = {
            "timeout": int(POLL.total_seconds()),
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            asked["offset"] = self._offset
        timeout = ANSWER_WITHIN.total_seconds()
        updates: list[Json] = await self._bot.do_api_request("getUpdates", asked, read_timeout=timeout)
        return updates


def next_offset(updates: Sequence[Json]) -> int | None:
    """What acknowledges these updates.

    An empty answer has acknowledged everything, and then the next one may have a lower number: after a
    week without updates Telegram starts counting somewhere else.
    """
    if not updates:
        return None
    numbers = (raw.get("update_id") for raw in updates)
    return 1 + max(number for number in numbers if isinstance(number, int))
