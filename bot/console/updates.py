"""What Telegram would send for a typed line: raw updates, as JSON objects."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

Json = dict[str, object]

_COMMAND = re.compile(r"/\w{1,32}(?!\w)(?:@\w+)?", re.ASCII)
_NAME = "Runner"


@dataclass(frozen=True, slots=True)
class Written:
    """A message of the athlete's that may be edited."""

    message_id: int
    date: int


@dataclass(frozen=True, slots=True)
class Author:
    """Writes updates as one athlete's private chat; `next_id` numbers updates and messages."""

    athlete_id: int
    next_id: Callable[[], int]

    def message(self, text: str, at: datetime) -> tuple[Json, Written]:
        written = Written(self.next_id(), int(at.timestamp()))
        return self._update("message", self._sent(written) | _words(text)), written

    def edit(self, written: Written, text: str, at: datetime) -> Json:
        edited = self._sent(written) | {"edit_date": int(at.timestamp())} | _words(text)
        return self._update("edited_message", edited)

    def location(self, latitude: float, longitude: float, at: datetime) -> Json:
        written = Written(self.next_id(), int(at.timestamp()))
        place = {"latitude": latitude, "longitude": longitude}
        return self._update("message", self._sent(written) | {"location": place})

    def tap(self, data: str, message: Mapping[str, object]) -> Json:
        update_id = self.next_id()
        query = {
            "id": str(update_id),
            "from": self._person(),
            "chat_instance": str(self.athlete_id),
            "message": dict(message),
            "data": data,
        }
        return {"update_id": update_id, "callback_query": query}

    def _update(self, kind: str, message: Json) -> Json:
        return {"update_id": self.next_id(), kind: message}

    def _sent(self, written: Written) -> Json:
        chat = {"id": self.athlete_id, "type": "private", "first_name": _NAME}
        return {"message_id": written.message_id, "date": written.date, "chat": chat, "from": self._person()}

    def _person(self) -> Json:
        return {"id": self.athlete_id, "is_bot": False, "first_name": _NAME, "language_code": "en"}


def _words(text: str) -> Json:
    """The text, with the entity that Telegram puts on a command in front."""
    command = _COMMAND.match(text)
    if command is None:
        return {"text": text}
    entities: Sequence[Json] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
    return {"text": text, "entities": entities}
