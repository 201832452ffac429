"""Many chats with one coach, as Telegram's raw updates; what is said is kept chat by chat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from bot.bootstrap import House, Telegram, Voice, open_house
from bot.chat.loopback import Call, Loopback
from bot.chat.pacing import Pacing
from tests.chat.scene import FixedClock
from tests.chat.updates import ATHLETE, Json, tapped, wrote

TOKEN = "123456:TEST"


@dataclass
class Chats:
    house: House = field(repr=False)
    clock: FixedClock
    calls: list[Call]
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def next(self) -> int:
        """A number for an update and its message."""
        return next(self._numbers)

    async def receive(self, *updates: Json) -> None:
        """Let these come in, everything settle, and nothing fail."""
        await self.house.intake.accept(updates)
        await self.house.settle()
        assert self.house.failures == 0

    async def writes(self, text: str, chat_id: int = ATHLETE) -> list[str]:
        """What is said to it, in that chat and nowhere else."""
        return await self.sends(wrote(self.next(), text, chat_id), chat_id)

    async def sends(self, update: Json, chat_id: int = ATHLETE) -> list[str]:
        before = len(self.calls)
        await self.receive(update)
        new = [call for call in self.calls[before:] if "text" in call.params]
        assert {call.params["chat_id"] for call in new} <= {chat_id}
        return [call.params["text"] for call in new]

    async def passes(self, hours: int) -> list[Call]:
        """What is newly said unasked while time passes, hour by hour."""
        before = len(self.calls)
        for _ in range(hours):
            self.clock.move(hours=1)
            await self.house.settle()
        assert self.house.failures == 0
        return [call for call in self.calls[before:] if call.method == "sendMessage"]

    async def shows(self, kind: str, content: object) -> list[str]:
        """Something that is no text: a sticker, a photo, a voice note, a poll."""
        update = wrote(self.next(), None)
        update["message"][kind] = content
        return await self.sends(update)

    async def taps(self, label: str, chat_id: int = ATHLETE) -> list[str]:
        """The latest button of that label."""
        for call in reversed(self.calls):
            rows = (call.params.get("reply_markup") or {}).get("inline_keyboard", ())
            for button in (button for row in rows for button in row):
                if button["text"] == label and call.params["chat_id"] == chat_id:
                    message = call.result["message_id"]
                    number = self.next()
                    update = tapped(number, button["callback_data"], message=message, chat_id=chat_id)
                    return await self.sends(update, chat_id)
        raise AssertionError(label)


@asynccontextmanager
async def chats(database: str, voice: Voice, *, first: int = 1) -> AsyncIterator[Chats]:
    """`first` is the first update's number, above all that the database knows."""
    clock = FixedClock()
    calls: list[Call] = []
    loopback = Loopback(calls.append, clock, first_message_id=10_000 * first)
    telegram = Telegram(token=TOKEN, api_url=None, pacing=Pacing.unlimited(), request=loopback)
    async with open_house(voice, telegram, url=database, clock=clock) as house, house.application:
        yield Chats(house, clock, calls, count(first))
