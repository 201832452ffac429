"""Intake: stores what Telegram sends as it is, nothing twice, and wakes the worker. It does nothing else."""

import json
from collections.abc import Callable, Mapping, Sequence

import structlog

from bot.coaching.mail import RawUpdate
from bot.coaching.ports import Clock, UnitsOfWork
from bot.observe import count

log = structlog.get_logger()

LARGEST = 2**63 - 1
WITH_CHAT = ("message", "edited_message", "my_chat_member")


class Intake:
    """Polling, webhook, console and tests all come in here."""

    def __init__(self, units: UnitsOfWork, clock: Clock, wake: Callable[[], None]) -> None:
        self._units = units
        self._clock = clock
        self._wake = wake

    async def accept(self, updates: Sequence[Mapping[str, object]]) -> int:
        """Store these in one transaction and give the number of new ones; when it returns, they are safe."""
        rows = [row for row in map(raw_update, updates) if row is not None]
        if not rows:
            return 0
        async with self._units() as work:
            new = await work.inbox.accept(rows, self._clock())
            await work.commit()
        count("updates", by=new)
        self._wake()
        return new


def raw_update(update: object) -> RawUpdate | None:
    """None if it has no number to be remembered by; whatever else is wrong with it, it is kept.

    The JSON is plain ASCII, since half a surrogate pair can be escaped but not stored.
    """
    update_id = _number(update, "update_id")
    if update_id is None or update_id < 0:
        log.error("update_without_id")
        return None
    return RawUpdate(update_id, chat_of(update), json.dumps(update, separators=(",", ":")))


def chat_of(update: object) -> int:
    """The chat whose order an update keeps, 0 if it has none."""
    places = [_inside(update, name) for name in WITH_CHAT]
    places.append(_inside(_inside(update, "callback_query"), "message"))
    chats = (_number(_inside(place, "chat"), "id") for place in places)
    return next((chat for chat in chats if chat is not None), 0)


def _inside(thing: object, name: str) -> object:
    return thing.get(name) if isinstance(thing, Mapping) else None


def _number(thing: object, name: str) -> int | None:
    value = _inside(thing, name)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST:
        return None
    return value
