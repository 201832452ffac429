"""What people do becomes Telegram's own updates, and only what they could do."""

from datetime import timedelta

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.bot_api.conftest import ANNA, FRIDAY
from tests.bot_api.server import BotApi
from tests.bot_api.updates import FIRST_UPDATE_ID

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Done", callback_data="d:1")],
        [InlineKeyboardButton("How?", url="https://example.org")],
    ]
)


async def test_a_text_is_a_whole_update(api: BotApi) -> None:
    anna = {"id": ANNA, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    assert api.says(ANNA, "8 push-ups", first_name="Anna", date=FRIDAY - timedelta(hours=1)) == {
        "update_id": FIRST_UPDATE_ID,
        "message": {
            "message_id": 1,
            "from": anna,
            "chat": {"id": ANNA, "type": "private", "first_name": "Anna"},
            "date": int(FRIDAY.timestamp()) - 3600,
            "text": "8 push-ups",
        },
    }


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("/start", [(0, 6)]),
        ("💪 /today@two_minute_coach_bot!", [(3, 27)]),
        ("/a /b", [(0, 2), (3, 2)]),
        ("3/4 of them, a/b, /x/y", []),
    ],
)
async def test_commands_are_marked_in_utf16(api: BotApi, text: str, commands: list[tuple[int, int]]) -> None:
    entities = api.says(ANNA, text)["message"].get("entities", [])
    assert [(entity["offset"], entity["length"]) for entity in entities] == commands


async def test_an_edit_keeps_the_date(api: BotApi) -> None:
    said = api.says(ANNA, "/undo", date=FRIDAY - timedelta(hours=1))["message"]
    edited = api.edits(ANNA, said["message_id"], "9")["edited_message"]
    assert (edited["date"], edited["edit_date"]) == (said["date"], int(FRIDAY.timestamp()))
    assert (edited["text"], "entities" in edited) == ("9", False)


async def test_a_reply_carries_what_it_answers(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    receipt = await bot.send_message(ANNA, "8 kept")
    reply = api.says(ANNA, "no, 7", reply_to=receipt.message_id)["message"]
    assert reply["reply_to_message"]["text"] == "8 kept"


async def test_everything_people_send_is_read_by_the_library(api: BotApi, bot: Bot) -> None:
    api.shares_location(ANNA, 52.5, 13.4)
    api.sends_sticker(ANNA)
    api.sends_photo(ANNA, caption="Look")
    api.sends_voice(ANNA)
    api.sends_poll(ANNA)
    group = api.writes_in_group(ANNA, "/start")
    messages = [update.message for update in await bot.get_updates() if update.message]
    kinds = ("location", "sticker", "photo", "voice", "poll", "text")
    assert [getattr(message, kind) is not None for message, kind in zip(messages, kinds, strict=True)] == [
        True
    ] * 6
    assert messages[-1].chat.type == "supergroup"
    assert Update.de_json(group, bot).effective_user == messages[0].from_user


async def test_a_tap_needs_a_button_that_stands_there(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    message = await bot.send_message(ANNA, "Now?", reply_markup=KEYBOARD)
    (posted,) = api.messages(ANNA)
    assert api.taps(ANNA, posted, "d:1")["callback_query"]["data"] == "d:1"
    with pytest.raises(ValueError, match="no button 'Later'"):
        api.taps(ANNA, posted, "Later")
    with pytest.raises(ValueError, match="calls nothing back"):
        api.taps(ANNA, posted, "How?")
    await bot.edit_message_reply_markup(ANNA, message.message_id)
    with pytest.raises(ValueError, match="no button 'Done'"):
        api.taps(ANNA, posted, "Done")
    assert api.forges_tap(ANNA, message.message_id, "d:1")["callback_query"]["message"]["text"] == "Now?"


async def test_nobody_does_what_people_cannot(api: BotApi, bot: Bot) -> None:
    with pytest.raises(ValueError, match="has never written"):
        api.blocks(ANNA)
    api.meets(ANNA)
    with pytest.raises(ValueError, match="has not blocked"):
        api.unblocks(ANNA)
    with pytest.raises(ValueError, match="no message 9"):
        api.edits(ANNA, 9, "8")
    with pytest.raises(ValueError, match="1-4096"):
        api.says(ANNA, "x" * 4097)
    sent = await bot.send_message(ANNA, "Now?")
    with pytest.raises(ValueError, match="no text of"):
        api.edits(ANNA, sent.message_id, "Never")
    api.blocks(ANNA)
    with pytest.raises(ValueError, match="must unblock"):
        api.says(ANNA, "Hello")


async def test_a_group_opens_no_private_chat(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.writes_in_group(ANNA, "Hello all")
    response = await raw.post("/sendMessage", json={"chat_id": ANNA, "text": "Hello"})
    assert response.json()["description"] == "Bad Request: chat not found"


async def test_an_update_that_telegram_would_not_send_is_refused(api: BotApi) -> None:
    with pytest.raises(ValueError, match="Message needs the field date, chat"):
        api.state.updates.add("message", {"message_id": 1})


async def test_malformed_updates_can_be_told_on_purpose(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.tells({"update_id": 7, "message": "what?"})
    assert (await raw.get("/getUpdates")).json()["result"] == [{"update_id": 7, "message": "what?"}]
