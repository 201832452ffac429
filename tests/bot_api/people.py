"""The people's side: what they write, tap, send and block, as updates in Telegram's own JSON."""

import re
from datetime import datetime
from itertools import count

from tests.bot_api.chats import Chat, Posted
from tests.bot_api.messages import quoted
from tests.bot_api.schema import Json
from tests.bot_api.state import State
from tests.bot_api.validation import utf16_length

LONGEST_TEXT = 4096
_COMMAND = re.compile(r"(?<!\S)/[a-zA-Z0-9_]{1,32}(?:@[a-zA-Z0-9_]+)?(?![\w/])")


class People:
    """Everybody but the bot. Each act returns the update that it caused."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._users: dict[int, Json] = {}
        self._tap_ids = count(7_000_001)

    def meets(self, user_id: int, *, first_name: str | None = None, language_code: str = "en") -> None:
        """Let a chat be known without an update: this person wrote before the stand-in started."""
        before = self._users.get(user_id, {})
        name = first_name or before.get("first_name", "Alex")
        user = {"id": user_id, "is_bot": False, "first_name": name, "language_code": language_code}
        self._users[user_id] = user
        self.state.chats.meet({"id": user_id, "type": "private", "first_name": name})

    def says(
        self,
        user_id: int,
        text: str,
        *,
        first_name: str | None = None,
        date: datetime | None = None,
        reply_to: int | None = None,
    ) -> Json:
        self.meets(user_id, first_name=first_name)
        return self._writes(self._chat(user_id), user_id, _written(text), date=date, reply_to=reply_to)

    def edits(self, user_id: int, message_id: int, text: str, *, date: datetime | None = None) -> Json:
        """Change an own message: its date stays, `edit_date` is now."""
        posted = self._posted(user_id, message_id)
        if posted.by_bot or "text" not in posted.raw:
            raise ValueError(f"message {message_id} is no text of {user_id}")
        kept = {name: value for name, value in posted.raw.items() if name not in {"text", "entities"}}
        posted.raw = {**kept, "edit_date": self._seconds(date), **_written(text)}
        return self.state.updates.add("edited_message", posted.raw)

    def taps(self, user_id: int, message: int | Posted, label_or_data: str) -> Json:
        """Press a button that stands under a message of the bot now."""
        message_id = message if isinstance(message, int) else message.message_id
        button = self._posted(user_id, message_id).button(label_or_data)
        if "callback_data" not in button:
            raise ValueError(f"the button {label_or_data!r} calls nothing back")
        return self.forges_tap(user_id, message_id, button["callback_data"])

    def forges_tap(self, user_id: int, message_id: int, data: str) -> Json:
        """Send button data that needn't stand there: from an old screen, or made up."""
        tap_id = str(next(self._tap_ids))
        self.state.taps[tap_id] = None
        tap = {"id": tap_id, "from": self._users[user_id], "chat_instance": str(user_id), "data": data}
        return self.state.updates.add(
            "callback_query", {**tap, "message": self._posted(user_id, message_id).raw}
        )

    def shares_location(
        self, user_id: int, latitude: float, longitude: float, *, date: datetime | None = None
    ) -> Json:
        return self._sends(user_id, {"location": {"latitude": latitude, "longitude": longitude}}, date)

    def sends_sticker(self, user_id: int, *, emoji: str = "💪", date: datetime | None = None) -> Json:
        looks = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        sticker = {**_file("sticker"), "type": "regular", **looks, "emoji": emoji}
        return self._sends(user_id, {"sticker": sticker}, date)

    def sends_photo(self, user_id: int, *, caption: str = "", date: datetime | None = None) -> Json:
        photo = {"photo": [{**_file("photo"), "width": 1280, "height": 960}]}
        return self._sends(user_id, {**photo, **({"caption": caption} if caption else {})}, date)

    def sends_voice(self, user_id: int, *, seconds: int = 3, date: datetime | None = None) -> Json:
        return self._sends(user_id, {"voice": {**_file("voice"), "duration": seconds}}, date)

    def sends_poll(
        self, user_id: int, question: str = "Again?", options: tuple[str, ...] = ("Yes", "No")
    ) -> Json:
        answers = [{"persistent_id": text, "text": text, "voter_count": 0} for text in options]
        rules = ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only")
        poll = {
            "id": "1",
            "question": question,
            "options": answers,
            "total_voter_count": 0,
            "type": "regular",
        }
        return self._sends(
            user_id, {"poll": {**poll, "is_anonymous": True, **dict.fromkeys(rules, False)}}, None
        )

    def writes_in_group(
        self, user_id: int, text: str, *, group_id: int = -1001, date: datetime | None = None
    ) -> Json:
        self._meets_in_group(user_id)
        group = self.state.chats.meet({"id": group_id, "type": "supergroup", "title": "Runners"})
        return self._writes(group, user_id, _written(text), date=date)

    def blocks(self, user_id: int) -> Json:
        self._chat(user_id).is_blocked = True
        return self._changes_membership(user_id, {"status": "member"}, {"status": "kicked", "until_date": 0})

    def unblocks(self, user_id: int) -> Json:
        chat = self.state.chats.find(user_id)
        if chat is None or not chat.is_blocked:
            raise ValueError(f"{user_id} has not blocked the bot")
        chat.is_blocked = False
        return self._changes_membership(user_id, {"status": "kicked", "until_date": 0}, {"status": "member"})

    def _meets_in_group(self, user_id: int) -> None:
        """Know a person by name; what they write in a group opens no private chat."""
        user = {"id": user_id, "is_bot": False, "first_name": "Alex", "language_code": "en"}
        self._users.setdefault(user_id, user)

    def _sends(self, user_id: int, content: Json, date: datetime | None) -> Json:
        self.meets(user_id)
        return self._writes(self._chat(user_id), user_id, content, date=date)

    def _writes(
        self, chat: Chat, user_id: int, content: Json, *, date: datetime | None, reply_to: int | None = None
    ) -> Json:
        head = {"from": self._users[user_id], "chat": chat.raw, "date": self._seconds(date)}
        reply = {} if reply_to is None else {"reply_to_message": quoted(chat.messages[reply_to])}
        posted = self.state.chats.post(chat, {**head, **reply, **content}, by_bot=False)
        return self.state.updates.add("message", posted.raw)

    def _changes_membership(self, user_id: int, before: Json, after: Json) -> Json:
        change = {
            "chat": self._chat(user_id, even_blocked=True).raw,
            "from": self._users[user_id],
            "date": self.state.now(),
            "old_chat_member": {"user": self.state.bot, **before},
            "new_chat_member": {"user": self.state.bot, **after},
        }
        return self.state.updates.add("my_chat_member", change)

    def _chat(self, user_id: int, *, even_blocked: bool = False) -> Chat:
        chat = self.state.chats.find(user_id)
        if chat is None:
            raise ValueError(f"{user_id} has never written to the bot")
        if chat.is_blocked and not even_blocked:
            raise ValueError(f"{user_id} has blocked the bot, and must unblock it first")
        return chat

    def _posted(self, user_id: int, message_id: int) -> Posted:
        posted = self._chat(user_id).messages.get(message_id)
        if posted is None:
            raise ValueError(f"no message {message_id} in the chat with {user_id}")
        return posted

    def _seconds(self, date: datetime | None) -> int:
        return int(date.timestamp()) if date else self.state.now()


def _written(text: str) -> Json:
    """A text with its entities; people can't send more than Telegram takes, nor nothing."""
    if not 1 <= utf16_length(text) <= LONGEST_TEXT:
        raise ValueError(f"a person's text has 1-{LONGEST_TEXT} characters")
    commands = [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _COMMAND.finditer(text)
    ]
    return {"text": text, **({"entities": commands} if commands else {})}


def _file(kind: str) -> Json:
    return {"file_id": f"{kind}-of-a-person", "file_unique_id": f"unique-{kind}"}
