"""How the coach's messages look in a terminal, or as JSON lines."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Key:
    """A button as it is shown; `data` comes back when it is pressed."""

    label: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message as the coach has just sent or edited it; `at` is the console's instant (UTC)."""

    at: datetime
    method: str
    chat_id: int
    message_id: int
    text: str
    keys: Sequence[Sequence[Key]] = ()

    @property
    def is_edit(self) -> bool:
        return self.method.startswith("edit")

    @property
    def says_nothing(self) -> bool:
        """Buttons went away or came, and the words are the old ones."""
        return self.method == "editMessageReplyMarkup"


class Ink(StrEnum):
    """What a piece of text is, for those who can show colours."""

    TYPED = "typed"
    COACH = "coach"
    KEY = "key"
    TIME = "time"
    NOTE = "note"
    ERROR = "error"


Print = Callable[[Ink, str], None]


class Screen(Protocol):
    """`say` shows what the coach said, `note` what the console says, `refuse` what it won't do."""

    def typed(self, line: str) -> None: ...

    def say(self, shown: Shown, zone: ZoneInfo, *, dated: bool) -> None: ...

    def note(self, text: str) -> None: ...

    def refuse(self, text: str) -> None: ...

    def turn_ends(self) -> None: ...


class TextScreen:
    """A transcript that reads well; `echo` shows typed lines too, where no terminal has."""

    def __init__(self, put: Print, *, echo: bool) -> None:
        self._put = put
        self._echo = echo

    def typed(self, line: str) -> None:
        if self._echo:
            self._put(Ink.TYPED, f"> {line}")

    def say(self, shown: Shown, zone: ZoneInfo, *, dated: bool) -> None:
        if shown.says_nothing:
            return
        if dated:
            self._put(Ink.TIME, local_time(shown.at, zone))
        if shown.is_edit:
            self._put(Ink.NOTE, "(edited)")
        self._put(Ink.COACH, shown.text)
        for row in numbered(shown.keys):
            self._put(Ink.KEY, row)

    def note(self, text: str) -> None:
        self._put(Ink.NOTE, text)

    def refuse(self, text: str) -> None:
        self._put(Ink.ERROR, f"! {text}")

    def turn_ends(self) -> None:
        self._put(Ink.COACH, "")


class JsonScreen:
    """One line for each message that the coach sends or edits; all else goes to `put_aside`."""

    def __init__(self, put: Callable[[str], None], put_aside: Callable[[str], None]) -> None:
        self._put = put
        self._put_aside = put_aside

    def typed(self, line: str) -> None:
        pass

    def say(self, shown: Shown, zone: ZoneInfo, *, dated: bool) -> None:  # noqa: ARG002 - every line is dated
        self._put(json.dumps(as_record(shown, zone), ensure_ascii=False))

    def note(self, text: str) -> None:
        self._put_aside(text)

    def refuse(self, text: str) -> None:
        self._put_aside(text)

    def turn_ends(self) -> None:
        pass


def as_record(shown: Shown, zone: ZoneInfo) -> dict[str, object]:
    return {
        "at": shown.at.astimezone(zone).isoformat(timespec="seconds"),
        "method": shown.method,
        "chat_id": shown.chat_id,
        "message_id": shown.message_id,
        "text": shown.text,
        "buttons": [[key.label for key in row] for row in shown.keys],
    }


def local_time(at: datetime, zone: ZoneInfo) -> str:
    """Like "Tue 3 Mar 07:00"."""
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b %H:%M}"


def numbered(keys: Sequence[Sequence[Key]]) -> Iterator[str]:
    """Each row of buttons as a line, counted from 1 through all rows."""
    number = 0
    for row in keys:
        shown = []
        for key in row:
            number += 1
            shown.append(f"[{number}] {key.label}")
        yield "  " + "  ".join(shown)
