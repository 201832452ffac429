"""Rules of single types that a list of fields can't say: buttons, keyboards, commands, entities."""

import re
from collections.abc import Callable

from tests.bot_api.refusals import bad_request
from tests.bot_api.schema import Json

BUTTONS_PER_ROW = 8
BUTTONS_PER_MESSAGE = 100
_BUTTON_LOOKS = {"text", "icon_custom_emoji_id", "style"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def _inline_button(button: Json, where: str) -> None:
    _button_text(button, where)
    actions = sorted(button.keys() - _BUTTON_LOOKS)
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(f"{where}: a button does one thing, not {', '.join(actions)}")
    if "url" in button and not re.match(r"(https?|tg)://[^\s]+", button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid")


def _button_text(button: Json, where: str) -> None:
    if not button["text"].strip():
        raise bad_request(f"{where}: a button's text must be non-empty")


def _inline_keyboard(markup: Json, where: str) -> None:
    rows = markup["inline_keyboard"]
    if any(len(row) > BUTTONS_PER_ROW for row in rows) or sum(map(len, rows)) > BUTTONS_PER_MESSAGE:
        raise bad_request(f"reply markup is too long ({where})")


def _command(command: Json, where: str) -> None:
    if not _COMMAND.fullmatch(command["command"]):
        raise bad_request(f"BOT_COMMAND_INVALID ({where}: {command['command']!r})")


def _entity(entity: Json, where: str) -> None:
    if entity["offset"] < 0 or entity["length"] <= 0:
        raise bad_request(f"{where}: an entity begins at 0 or later and is not empty")
    if entity["type"] == "text_link" and not entity.get("url"):
        raise bad_request(f"{where}: a text_link needs its url")


RULES: dict[str, Callable[[Json, str], None]] = {
    "InlineKeyboardButton": _inline_button,
    "InlineKeyboardMarkup": _inline_keyboard,
    "KeyboardButton": _button_text,
    "BotCommand": _command,
    "MessageEntity": _entity,
}
