"""python-telegram-bot's own Bot talks to the stand-in as it does to Telegram."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, InvalidToken

from tests.bot_api.conftest import ANNA, FRIDAY
from tests.bot_api.server import BotApi

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4) + (200).to_bytes(4) + b"\x08\x02\x00\x00\x00"
DONE = InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data="done:1")]])


async def test_it_knows_who_it_is(bot: Bot) -> None:
    assert (await bot.get_me()).username == "two_minute_coach_bot"


async def test_a_wrong_token_is_rejected(api: BotApi) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("123456:WRONG", base_url=f"{api.url}/bot") as stranger:
            await stranger.get_me()


async def test_what_a_person_says_arrives(api: BotApi, bot: Bot) -> None:
    api.says(ANNA, "/start now", first_name="Anna")
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.from_user
    assert (update.message.date, update.message.from_user.first_name) == (FRIDAY, "Anna")
    assert update.message.parse_entities([MessageEntity.BOT_COMMAND]) == {
        update.message.entities[0]: "/start"
    }


async def test_a_message_is_sent_tapped_edited_and_taken_back(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    message = await bot.send_message(ANNA, "2 push-ups?", reply_markup=DONE, disable_notification=True)
    api.taps(ANNA, message.message_id, "Done")
    (update,) = await bot.get_updates()
    assert update.callback_query
    await update.callback_query.answer("Kept.")
    await update.callback_query.edit_message_text("Done <b>today</b>", parse_mode="HTML")
    (posted,) = api.messages(ANNA)
    assert (posted.text, posted.labels, posted.edits, posted.is_silent) == ("Done today", (), 1, True)
    assert api.answered(update.callback_query.id)
    await message.delete()
    assert not api.messages(ANNA)


async def test_every_nested_object_of_a_message_is_understood(api: BotApi, bot: Bot) -> None:
    said = api.says(ANNA, "5")
    message = await bot.send_message(
        ANNA,
        "See example.org",
        entities=[MessageEntity(MessageEntity.BOLD, 0, 3)],
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(said["message"]["message_id"]),
        reply_markup=ReplyKeyboardRemove(),
        protect_content=False,
    )
    assert message.reply_to_message
    assert message.reply_to_message.text == "5"
    assert not api.refused


async def test_keyboards_are_replaced_alone(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    message = await bot.send_message(ANNA, "Now?", reply_markup=DONE)
    await bot.edit_message_reply_markup(ANNA, message.message_id)
    assert api.messages(ANNA)[0].labels == ()


async def test_pictures_and_files_are_uploaded_once_and_sent_again(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    first = await bot.send_photo(ANNA, PNG, caption="March", reply_markup=DONE)
    again = await bot.send_photo(ANNA, first.photo[0].file_id)
    export = await bot.send_document(ANNA, b"day,reps\n", filename="sets.csv")
    assert (first.photo[0].width, again.photo) == (640, first.photo)
    assert export.document
    assert export.document.file_name == "sets.csv"


async def test_a_bot_introduces_itself(api: BotApi, bot: Bot) -> None:
    commands = [BotCommand("today", "What to do today")]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="de")
    await bot.set_my_description("Two minutes a day")
    await bot.set_my_short_description("A coach")
    assert api.state.profile.commands == {("all_private_chats", "de"): [commands[0].to_dict()]}
    assert api.state.profile.short_description == {"": "A coach"}


async def test_small_signs_are_taken(api: BotApi, bot: Bot) -> None:
    said = api.says(ANNA, "8 push-ups")
    await bot.send_chat_action(ANNA, ChatAction.TYPING)
    await bot.set_message_reaction(ANNA, said["message"]["message_id"], "🔥")
    assert (await bot.get_chat(ANNA)).first_name == "Alex"
    assert [call.method for call in api.calls] == ["getMe", "sendChatAction", "setMessageReaction", "getChat"]


async def test_a_bot_cannot_write_first(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(ANNA, "Hello")


async def test_who_has_blocked_the_bot_gets_nothing(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    api.blocks(ANNA)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ANNA, "Still there?")
    api.unblocks(ANNA)
    await bot.send_message(ANNA, "Welcome back")
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]
    assert not api.refused
