"""What each method of the Bot API does, given parameters that are valid."""

import re
from collections.abc import Callable

from tests.bot_api.messages import METHODS as MESSAGE_METHODS
from tests.bot_api.refusals import bad_request
from tests.bot_api.schema import Json
from tests.bot_api.state import State
from tests.bot_api.webhook import is_on_this_machine

COMMANDS_AT_MOST = 100


def _get_me(state: State, _params: Json) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }
    return {**state.bot, **abilities}


def _get_chat(state: State, params: Json) -> Json:
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **state.chats.known(params["chat_id"]).raw,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def _answer_callback_query(state: State, params: Json) -> bool:
    if params["callback_query_id"] not in state.taps:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    state.taps[params["callback_query_id"]] = params
    return True


def _set_my_commands(state: State, params: Json) -> bool:
    commands: list[Json] = params["commands"]
    names = [command["command"] for command in commands]
    if len(names) > COMMANDS_AT_MOST or len(set(names)) < len(names):
        raise bad_request(f"BOT_COMMANDS_TOO_MUCH: at most {COMMANDS_AT_MOST}, each once")
    scope = params.get("scope", {}).get("type", "default")
    state.profile.commands[scope, _language(params)] = commands
    return True


def _set_my_description(state: State, params: Json) -> bool:
    state.profile.description[_language(params)] = params.get("description", "")
    return True


def _set_my_short_description(state: State, params: Json) -> bool:
    state.profile.short_description[_language(params)] = params.get("short_description", "")
    return True


def _language(params: Json) -> str:
    code = str(params.get("language_code", ""))
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad_request("invalid language code specified")
    return code


def _set_webhook(state: State, params: Json) -> bool:
    if not params["url"]:
        return _delete_webhook(state, params)
    _check_webhook(params)
    state.updates.allow(params.get("allowed_updates"))
    if params.get("drop_pending_updates"):
        state.updates.forget_all()
    state.webhook = params
    state.updates.webhook_url = params["url"]
    state.changes.announce()
    return True


def _check_webhook(params: Json) -> None:
    """Telegram wants HTTPS; a Bot API server of one's own takes HTTP too, here on this machine only."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", params.get("secret_token", "")):
        raise bad_request("secret token contains unallowed characters")
    is_local = params["url"].startswith("http://") and is_on_this_machine(params["url"])
    if not is_local and not params["url"].startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _delete_webhook(state: State, params: Json) -> bool:
    state.webhook = {}
    state.updates.webhook_url = ""
    if params.get("drop_pending_updates"):
        state.updates.forget_all()
    state.changes.announce()
    return True


def _get_webhook_info(state: State, _params: Json) -> Json:
    told = ("ip_address", "max_connections", "allowed_updates", "last_error_date", "last_error_message")
    return {
        "url": state.updates.webhook_url,
        "has_custom_certificate": "certificate" in state.webhook,
        "pending_update_count": len(state.updates.pending),
        **{name: state.webhook[name] for name in told if name in state.webhook},
    }


METHODS: dict[str, Callable[[State, Json], Json | bool]] = {
    "getMe": _get_me,
    "getChat": _get_chat,
    "answerCallbackQuery": _answer_callback_query,
    "setMyCommands": _set_my_commands,
    "setMyDescription": _set_my_description,
    "setMyShortDescription": _set_my_short_description,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    **MESSAGE_METHODS,
}
