"""Telegram from memory is as strict as Telegram where it matters."""

from collections.abc import AsyncIterator

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, EndPointNotFound
from telegram.ext import ExtBot

from bot.chat.loopback import Call, Loopback
from tests.chat.scene import START, FixedClock
from tests.chat.updates import ATHLETE, GROUP


@pytest.fixture
def calls() -> list[Call]:
    return []


@pytest.fixture
def loopback(calls: list[Call], clock: FixedClock) -> Loopback:
    return Loopback(calls.append, clock, first_message_id=10)


@pytest.fixture
async def bot(loopback: Loopback) -> AsyncIterator[ExtBot[None]]:
    async with ExtBot("1:x", request=loopback, get_updates_request=loopback) as opened:
        yield opened


def keyboard(data: str, label: str = "b") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


async def test_a_sent_message_has_a_new_id_and_the_clocks_date(
    bot: ExtBot[None], loopback: Loopback, calls: list[Call]
) -> None:
    sent = await bot.send_message(ATHLETE, "hi", reply_markup=keyboard("z"))
    theirs = loopback.new_message_id()
    in_group = await bot.send_message(GROUP, "hi")

    assert (sent.message_id, theirs, in_group.message_id) == (10, 11, 12)
    assert (sent.date, sent.text, sent.chat.type, in_group.chat.type) == (START, "hi", "private", "group")
    assert sent.reply_markup == keyboard("z")
    assert [call.method for call in calls] == ["getMe", "sendMessage", "sendMessage"]


async def test_an_edit_must_change_something(bot: ExtBot[None]) -> None:
    sent = await bot.send_message(ATHLETE, "hi", reply_markup=keyboard("z"))
    await bot.edit_message_text("hi", ATHLETE, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("hi", ATHLETE, sent.message_id)
    await bot.edit_message_reply_markup(ATHLETE, sent.message_id, reply_markup=keyboard("z"))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(ATHLETE, sent.message_id, reply_markup=keyboard("z"))


async def test_a_message_from_before_can_be_edited(bot: ExtBot[None]) -> None:
    assert await bot.edit_message_text("done", ATHLETE, 3)
    assert await bot.edit_message_reply_markup(ATHLETE, 4)


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
async def test_a_text_has_1_to_4096_characters(bot: ExtBot[None], text: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(ATHLETE, text)


@pytest.mark.parametrize(("data", "label"), [("x" * 65, "b"), ("ü" * 33, "b"), ("z", "")])
async def test_a_button_has_a_label_and_1_to_64_bytes(bot: ExtBot[None], data: str, label: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(ATHLETE, "hi", reply_markup=keyboard(data, label))


async def test_files_are_taken(bot: ExtBot[None]) -> None:
    await bot.send_document(ATHLETE, InputFile(b"data", "export.json"))
    await bot.send_photo(ATHLETE, InputFile(b"data", "year.png"), caption="A year")
    with pytest.raises(BadRequest):
        await bot.send_photo(ATHLETE, InputFile(b"data", "year.png"), caption="x" * 1025)


async def test_the_bots_own_affairs_are_settled(bot: ExtBot[None]) -> None:
    assert await bot.set_my_commands([("start", "Begin")])
    assert await bot.delete_webhook()
    assert await bot.answer_callback_query("1")
    assert await bot.get_updates() == ()


async def test_an_unknown_method_is_not_found(bot: ExtBot[None], calls: list[Call]) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendSmell", {"chat_id": ATHLETE})
    assert [call.method for call in calls] == ["getMe"]
