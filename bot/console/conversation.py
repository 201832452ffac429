"""The chat as the athlete sees it: what the coach has just said, and which buttons can be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from bot.coaching.ports import Clock
from bot.console.lines import LineError
from bot.console.screen import Key, Shown
from bot.console.updates import Json

if TYPE_CHECKING:
    from bot.chat.loopback import Call

_SAYING = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})


@dataclass(frozen=True, slots=True)
class _Card:
    """A message with buttons, as Telegram would send it along with a tap."""

    message: Json
    keys: tuple[Key, ...]


class Conversation:
    """One athlete's chat; `hear` takes the loopback's calls."""

    def __init__(self, chat_id: int, clock: Clock) -> None:
        self._chat_id = chat_id
        self._clock = clock
        self._unread: list[Shown] = []
        self._cards: dict[int, _Card] = {}

    def hear(self, call: "Call") -> None:
        if call.method not in _SAYING:
            return
        shown = Shown(
            at=self._clock(),
            method=call.method,
            chat_id=call.result["chat"]["id"],
            message_id=call.result["message_id"],
            text=call.result.get("text", ""),
            keys=_keys_of(call.result),
        )
        self._unread.append(shown)
        if shown.chat_id == self._chat_id:
            self._keep(shown, call.result)

    def unread(self) -> Sequence[Shown]:
        """What has come since the last time, in order."""
        new, self._unread = self._unread, []
        return new

    def press(self, number: int) -> tuple[str, Json]:
        """The data of a button of the latest message that has any, and that message."""
        if not self._cards:
            raise LineError("there is no message with buttons yet; the form is :press N")
        card = next(reversed(self._cards.values()))
        if number > len(card.keys):
            raise LineError(f"the latest message with buttons has {len(card.keys)}; the form is :press N")
        return card.keys[number - 1].data, card.message

    def _keep(self, shown: Shown, message: Json) -> None:
        """The latest is the last one; a message that has lost its buttons goes."""
        self._cards.pop(shown.message_id, None)
        if shown.keys:
            self._cards[shown.message_id] = _Card(message, tuple(chain.from_iterable(shown.keys)))


def _keys_of(message: Json) -> tuple[tuple[Key, ...], ...]:
    markup = message.get("reply_markup")
    rows = markup.get("inline_keyboard", ()) if isinstance(markup, dict) else ()
    return tuple(tuple(Key(button["text"], button["callback_data"]) for button in row) for row in rows)
