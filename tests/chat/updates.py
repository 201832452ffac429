"""Raw updates as Telegram sends them."""

from typing import Any

from telegram import Update

Json = dict[str, Any]

ATHLETE = 42
GROUP = -1001234567890
SAID_AT = 1772434800  # 2026-03-02 07:00 UTC


def person(athlete_id: int = ATHLETE, **more: object) -> Json:
    return {"id": athlete_id, "is_bot": False, "first_name": "Ada", **more}


def chat(chat_id: int) -> Json:
    return {"id": chat_id, "type": "private" if chat_id > 0 else "supergroup"}


def content(number: int, chat_id: int = ATHLETE, *, text: str | None = "hi", **more: object) -> Json:
    """A message object; a command in front of the text is marked as Telegram marks it."""
    words: Json = {} if text is None else {"text": text}
    if text is not None and text.startswith("/"):
        words["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    sender = person(chat_id if chat_id > 0 else ATHLETE)
    return {"message_id": number, "date": SAID_AT, "chat": chat(chat_id), "from": sender, **words, **more}


def wrote(number: int, text: str | None = "hi", chat_id: int = ATHLETE, **more: object) -> Json:
    return {"update_id": number, "message": content(number, chat_id, text=text, **more)}


def edited(number: int, message: int, text: str, chat_id: int = ATHLETE) -> Json:
    words = content(message, chat_id, text=text, edit_date=SAID_AT + 60)
    return {"update_id": number, "edited_message": words}


def tapped(number: int, data: str, *, message: int = 7, chat_id: int = ATHLETE) -> Json:
    query = {"id": str(number), "from": person(), "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": {**query, "message": content(message, chat_id)}}


def joined(number: int, status: str, chat_id: int = ATHLETE) -> Json:
    """The bot's own standing in a chat has changed."""
    myself = {"id": 1, "is_bot": True, "first_name": "Coach"}
    more: Json = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": chat(chat_id),
        "from": person(),
        "date": SAID_AT,
        "old_chat_member": {"user": myself, "status": "left"},
        "new_chat_member": {"user": myself, "status": status, **more},
    }
    return {"update_id": number, "my_chat_member": change}


def parsed(raw: Json) -> Update:
    return Update.de_json(raw, None)
