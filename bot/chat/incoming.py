"""From Telegram's update to what the use cases see: who, where, when, which words."""

from datetime import datetime

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.coaching.ports import Incoming


def incoming_of(update: Update, received_at: datetime) -> Incoming | None:
    """None where no person stands behind it (a channel, another bot, a tap on an inline message).

    An edit keeps its message's date; a tap has none of its own, so its arrival in the inbox counts.
    """
    if message := update.message or update.edited_message:
        return _of_message(message)
    if update.callback_query:
        return _of_tap(update.callback_query, update.update_id, received_at)
    if update.my_chat_member:
        return _of_membership(update.my_chat_member, update.update_id)
    return None


def _of_message(message: Message) -> Incoming | None:
    person = message.from_user
    if person is None or person.is_bot:
        return None
    return Incoming(
        athlete_id=person.id,
        chat_id=message.chat.id,
        source=f"m:{message.chat.id}:{message.message_id}",
        said_at=message.date,
        name=_clean(person.first_name),
        text=_clean(message.text or ""),
        replies_to=message.reply_to_message.message_id if message.reply_to_message else None,
    )


def _of_tap(query: CallbackQuery, update_id: int, received_at: datetime) -> Incoming | None:
    if query.message is None or query.from_user.is_bot:
        return None
    return Incoming(
        athlete_id=query.from_user.id,
        chat_id=query.message.chat.id,
        source=f"t:{update_id}:{received_at:%Y%m%dT%H%M%S}",
        said_at=received_at,
        name=_clean(query.from_user.first_name),
    )


def _of_membership(change: ChatMemberUpdated, update_id: int) -> Incoming | None:
    if change.from_user.is_bot:
        return None
    return Incoming(
        athlete_id=change.from_user.id,
        chat_id=change.chat.id,
        source=f"c:{update_id}",
        said_at=change.date,
        name=_clean(change.from_user.first_name),
    )


def _clean(text: str) -> str:
    """Half a surrogate pair can be written as JSON, but neither stored nor sent; nor can NUL everywhere."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
