"""Raw updates: what is typed becomes what Telegram would have sent."""

from datetime import UTC, datetime
from itertools import count

import pytest
from telegram import Update

from bot.console.updates import Author, Json

AT = datetime(2026, 3, 2, 5, 55, tzinfo=UTC)


def author() -> Author:
    return Author(7, count(101).__next__)


def parsed(raw: Json) -> Update:
    update = Update.de_json(raw)
    assert not update.api_kwargs
    return update


def test_a_message_is_the_athletes_own_in_a_private_chat() -> None:
    raw, written = author().message("did 2 knee pushups", AT)

    message = parsed(raw).message
    assert message is not None
    assert (message.text, message.date, message.message_id) == ("did 2 knee pushups", AT, written.message_id)
    assert message.chat.type == "private"
    assert message.from_user is not None
    assert message.from_user.id == message.chat.id == 7


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/stats", "/stats"),
        ("/start now", "/start"),
        ("/start@coach_bot", "/start@coach_bot"),
        ("/", None),
        ("what /stats", None),
        ("7/10", None),
        ("/" + "a" * 33, None),
    ],
)
def test_a_command_carries_its_entity(text: str, command: str | None) -> None:
    message = parsed(author().message(text, AT)[0]).message

    assert message is not None
    assert next(iter(message.parse_entities(["bot_command"]).values()), None) == command


def test_an_edit_keeps_the_messages_number_and_date() -> None:
    me = author()
    _, written = me.message("did 2", AT)

    edited = parsed(me.edit(written, "did 3", AT.replace(hour=6))).edited_message

    assert edited is not None
    assert (edited.message_id, edited.date, edited.text) == (written.message_id, AT, "did 3")
    assert edited.edit_date == AT.replace(hour=6)


def test_a_location_is_shared() -> None:
    message = parsed(author().location(52.52, 13.4, AT)).message

    assert message is not None
    assert message.location is not None
    assert (message.location.latitude, message.location.longitude) == (52.52, 13.4)


def test_a_tap_carries_the_buttons_data_and_its_message() -> None:
    message = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "Today"}

    query = parsed(author().tap("done", message)).callback_query

    assert query is not None
    assert (query.data, query.from_user.id) == ("done", 7)
    assert query.message is not None
    assert query.message.message_id == 5


def test_no_number_is_given_twice() -> None:
    me = author()
    first, second = me.message("a", AT)[0], me.message("b", AT)[0]

    numbers = [first["update_id"], second["update_id"]]
    numbers += [message["message_id"] for message in (first["message"], second["message"])]  # type: ignore[index]  # raw JSON
    assert len(set(numbers)) == 4
