"""One row of the outbox as one call of the Bot API."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.chat.buttons import encode
from bot.coaching.mail import Draft, Message, OutboxKind

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def say(draft: Draft, bot: Bot) -> int:
    """Send or edit, as plain text; gives the id of the message in its chat."""
    message = draft.message
    assert message is not None
    if draft.edits is not None and draft.kind is OutboxKind.STRIPPING:
        await bot.edit_message_reply_markup(draft.chat_id, draft.edits, reply_markup=keyboard(message))
        return draft.edits
    if draft.edits is not None:
        await bot.edit_message_text(
            message.text,
            chat_id=draft.chat_id,
            message_id=draft.edits,
            reply_markup=keyboard(message),
            link_preview_options=NO_PREVIEW,
        )
        return draft.edits
    sent = await bot.send_message(
        draft.chat_id,
        message.text,
        reply_markup=keyboard(message),
        link_preview_options=NO_PREVIEW,
        disable_notification=message.silent or not may_sound(draft),
    )
    return sent.message_id


def may_sound(draft: Draft) -> bool:
    """An answer, the day's card and a reminder; all else that the coach starts comes without a sound."""
    return draft.answers is not None or draft.kind is OutboxKind.PROMPT


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """None where there are no buttons, which also takes them off an edited message."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=encode(button.action)) for button in row]
            for row in message.buttons
        ]
    )
