"""The chats that the bot may write in, and every message in them as it stands now."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from tests.bot_api.refusals import bad_request, blocked_by_user
from tests.bot_api.schema import Json


@dataclass(slots=True)
class Posted:
    """A message in a chat: Telegram's own JSON, kept up to date, and how it was sent."""

    raw: Json
    by_bot: bool
    params: Json = field(default_factory=dict)
    edits: int = 0
    reaction: str = ""

    @property
    def message_id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(button["text"] for button in row) for row in self.rows)

    @property
    def sent_at(self) -> datetime:
        return datetime.fromtimestamp(self.raw["date"], UTC)

    @property
    def is_silent(self) -> bool:
        return bool(self.params.get("disable_notification", False))

    def button(self, label_or_data: str) -> Json:
        for button in (one for row in self.rows for one in row):
            if label_or_data in {button["text"], button.get("callback_data")}:
                return button
        raise ValueError(f"message {self.message_id} has no button {label_or_data!r}, only {self.labels}")


@dataclass(slots=True)
class Chat:
    raw: Json
    is_blocked: bool = False
    messages: dict[int, Posted] = field(default_factory=dict)

    @property
    def chat_id(self) -> int:
        return int(self.raw["id"])


class Chats:
    def __init__(self) -> None:
        self._chats: dict[int, Chat] = {}
        self._message_ids = count(1)

    def meet(self, raw: Json) -> Chat:
        """Know a chat from now on; its name may change, its messages stay."""
        chat = self._chats.setdefault(raw["id"], Chat(raw))
        chat.raw = raw
        return chat

    def find(self, chat_id: int) -> Chat | None:
        return self._chats.get(chat_id)

    def known(self, chat_id: object) -> Chat:
        """Find a chat for the bot, which can't write first."""
        chat = self._chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: object) -> Chat:
        chat = self.known(chat_id)
        if chat.is_blocked:
            raise blocked_by_user()
        return chat

    def post(self, chat: Chat, content: Json, *, by_bot: bool, params: Json | None = None) -> Posted:
        posted = Posted(
            {"message_id": next(self._message_ids), **content}, by_bot=by_bot, params=params or {}
        )
        chat.messages[posted.message_id] = posted
        return posted
