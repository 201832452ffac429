"""The screen: how a message of the coach's reads in a terminal, and as a JSON line."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.console.screen import Ink, JsonScreen, Key, Screen, Shown, TextScreen

BERLIN = ZoneInfo("Europe/Berlin")
PROMPT = Shown(
    at=datetime(2026, 3, 3, 6, 0, tzinfo=UTC),
    method="sendMessage",
    chat_id=1,
    message_id=12,
    text="Day two.\n2 × 1 knee push-ups",
    keys=[[Key("Done, easy", "d|e"), Key("Done", "d|")], [Key("Skip", "k")]],
)
EDIT = Shown(at=PROMPT.at, method="editMessageText", chat_id=1, message_id=12, text="Done.")


def as_text(shown: Shown, *, dated: bool = False) -> list[str]:
    lines: list[str] = []
    TextScreen(lambda _ink, text: lines.append(text), echo=True).say(shown, BERLIN, dated=dated)
    return lines


def test_buttons_are_numbered_under_the_message() -> None:
    assert as_text(PROMPT) == [
        "Day two.\n2 × 1 knee push-ups",
        "  [1] Done, easy  [2] Done",
        "  [3] Skip",
    ]


def test_what_falls_due_has_its_local_date_and_time() -> None:
    assert as_text(PROMPT, dated=True)[0] == "Tue 3 Mar 07:00"


def test_an_edit_is_marked() -> None:
    assert as_text(EDIT) == ["(edited)", "Done."]


def test_typed_lines_are_echoed_only_where_no_terminal_has() -> None:
    lines: list[tuple[Ink, str]] = []

    def put(ink: Ink, text: str) -> None:
        lines.append((ink, text))

    TextScreen(put, echo=True).typed("did 2")
    TextScreen(put, echo=False).typed("did 3")

    assert lines == [(Ink.TYPED, "> did 2")]


def test_a_message_is_one_json_line() -> None:
    lines: list[str] = []
    JsonScreen(lines.append, lines.append).say(PROMPT, BERLIN, dated=False)

    (line,) = lines
    assert json.loads(line) == {
        "at": "2026-03-03T07:00:00+01:00",
        "method": "sendMessage",
        "chat_id": 1,
        "message_id": 12,
        "text": "Day two.\n2 × 1 knee push-ups",
        "buttons": [["Done, easy", "Done"], ["Skip"]],
    }


def test_json_keeps_the_consoles_own_words_apart() -> None:
    lines: list[str] = []
    aside: list[str] = []
    screen: Screen = JsonScreen(lines.append, aside.append)

    screen.typed("did 2")
    screen.note("help")
    screen.refuse("no")
    screen.turn_ends()

    assert (lines, aside) == ([], ["help", "no"])
