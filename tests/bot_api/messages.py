"""The methods that write, change and take back messages."""

from collections.abc import Callable
from datetime import timedelta

from tests.bot_api.chats import Chat, Posted
from tests.bot_api.composing import composed
from tests.bot_api.refusals import bad_request
from tests.bot_api.schema import Json
from tests.bot_api.state import State
from tests.bot_api.uploads import document, photo

DELETABLE_FOR = timedelta(hours=48)


def _send_message(state: State, params: Json) -> Json:
    return _sent(state, params, composed("sendMessage", params, "text"))


def _send_photo(state: State, params: Json) -> Json:
    state.chats.writable(params["chat_id"])
    caption = composed("sendPhoto", params, "caption")
    return _sent(state, params, {"photo": photo(state, params["photo"]), **caption})


def _send_document(state: State, params: Json) -> Json:
    state.chats.writable(params["chat_id"])
    caption = composed("sendDocument", params, "caption")
    return _sent(state, params, {"document": document(state, params["document"]), **caption})


def _send_chat_action(state: State, params: Json) -> bool:
    return bool(state.chats.writable(params["chat_id"]))


def _sent(state: State, params: Json, content: Json) -> Json:
    chat = state.chats.writable(params["chat_id"])
    head = {"from": state.bot, "chat": chat.raw, "date": state.now()}
    tail = {**_reply(chat, params), **_keyboard(params)}
    return state.chats.post(chat, {**head, **content, **tail}, by_bot=True, params=params).raw


def _reply(chat: Chat, params: Json) -> Json:
    wanted: Json = params.get("reply_parameters", {})
    if not wanted or wanted.get("chat_id", chat.chat_id) != chat.chat_id:
        return {}
    found = chat.messages.get(wanted.get("message_id", 0))
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return {"reply_to_message": quoted(found)} if found else {}


def quoted(posted: Posted) -> Json:
    """A message as it stands inside an answer to it: without what it answered itself."""
    return {name: value for name, value in posted.raw.items() if name != "reply_to_message"}


def _keyboard(params: Json) -> Json:
    """Only inline keyboards belong to a message; the others change the person's screen."""
    markup: Json = params.get("reply_markup", {})
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}


def _edit_text(state: State, params: Json) -> Json:
    if "text" not in params:
        raise bad_request("message text is empty")
    content = composed("editMessageText", params, "text")
    posted = _editable(state, params)
    if "text" not in posted.raw:
        raise bad_request("there is no text in the message to edit")
    return _edited(state, posted, {**content, **_keyboard(params)}, ("text", "entities", "reply_markup"))


def _edit_keyboard(state: State, params: Json) -> Json:
    return _edited(state, _editable(state, params), _keyboard(params), ("reply_markup",))


def _editable(state: State, params: Json) -> Posted:
    if "chat_id" not in params or "message_id" not in params:
        raise bad_request("message identifier is not specified")
    posted = state.chats.known(params["chat_id"]).messages.get(params["message_id"])
    if posted is None:
        raise bad_request("message to edit not found")
    if not posted.by_bot:
        raise bad_request("message can't be edited")
    return posted


def _edited(state: State, posted: Posted, content: Json, replaced: tuple[str, ...]) -> Json:
    if content == {name: posted.raw[name] for name in replaced if name in posted.raw}:
        raise bad_request(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )
    kept = {name: value for name, value in posted.raw.items() if name not in replaced}
    posted.raw = {**kept, **content, "edit_date": state.now()}
    posted.edits += 1
    return posted.raw


def _delete(state: State, params: Json) -> bool:
    chat = state.chats.known(params["chat_id"])
    posted = chat.messages.get(params["message_id"])
    if posted is None:
        raise bad_request("message to delete not found")
    if state.clock() - posted.sent_at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[posted.message_id]
    return True


def _react(state: State, params: Json) -> bool:
    chat = state.chats.known(params["chat_id"])
    posted = chat.messages.get(params["message_id"])
    reactions: list[Json] = params.get("reaction", [])
    if posted is None:
        raise bad_request("message to react not found")
    if len(reactions) > 1 or any(one["type"] != "emoji" for one in reactions):
        raise bad_request("REACTIONS_TOO_MANY: a bot sets one emoji")
    posted.reaction = reactions[0]["emoji"] if reactions else ""
    return True


METHODS: dict[str, Callable[[State, Json], Json | bool]] = {
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "sendChatAction": _send_chat_action,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_keyboard,
    "deleteMessage": _delete,
    "setMessageReaction": _react,
}
