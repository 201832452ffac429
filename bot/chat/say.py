"""One row of the outbox as one call of the Bot API."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.chat.buttons import encode
from bot.coaching.mail import Draft, Message, OutboxKind

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def say(draft: Draft, message: Message, bot: Bot) -> int:
    """Send or edit, as plain text; gives the id of the message in its chat."""
    if draft.kind is OutboxKind.EDIT and draft.edits is not None:
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
        disable_notification=message.silent,
    )
    return sent.message_id


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
