"""Each thing that a call can get wrong is refused, by name."""

import json

import httpx
import pytest

from tests.bot_api.conftest import ANNA
from tests.bot_api.server import BotApi


def button(**fields: object) -> str:
    return json.dumps({"inline_keyboard": [[{"text": "Done", **fields}]]})


def message(**fields: object) -> dict[str, object]:
    return {"chat_id": ANNA, "text": "Now?", **fields}


def commands(*pairs: tuple[str, str]) -> dict[str, object]:
    return {"commands": json.dumps([{"command": name, "description": words} for name, words in pairs])}


def entities(**fields: object) -> dict[str, object]:
    return message(entities=json.dumps([{"type": "bold", "offset": 0, "length": 2, **fields}]))


ROWS_TOO_LONG = json.dumps({"inline_keyboard": [[{"text": "1", "callback_data": "1"}] * 9]})
SEND, COMMANDS = "sendMessage", "setMyCommands"


@pytest.mark.parametrize(
    ("method", "params", "why"),
    [
        pytest.param(SEND, message(texts="x"), "has no parameter texts", id="unknown parameter"),
        pytest.param(SEND, {"chat_id": ANNA}, "needs the parameter text", id="missing parameter"),
        pytest.param("editMessageText", message(message_id="x"), "must be Integer", id="not an integer"),
        pytest.param(
            "deleteMessage", {"chat_id": ANNA, "message_id": "1.5"}, "must be Integer", id="a fraction"
        ),
        pytest.param(SEND, message(protect_content="maybe"), "must be Boolean", id="not a boolean"),
        pytest.param(SEND, message(text=" \n"), "message text is empty", id="only white space"),
        pytest.param(SEND, message(text="x" * 4097), "message is too long", id="4097 characters"),
        pytest.param(SEND, message(text="💪" * 2049), "message is too long", id="4098 UTF-16 units"),
        pytest.param(SEND, message(chat_id="@runners"), "chat not found", id="a name nobody has"),
        pytest.param(SEND, message(chat_id=404), "chat not found", id="a stranger"),
        pytest.param(SEND, message(reply_markup="{"), "as JSON", id="keyboard is no JSON"),
        pytest.param(SEND, message(reply_markup="[]"), "must be an object", id="keyboard is an array"),
        pytest.param(
            SEND, message(reply_markup='{"inline_keyboard": [{}]}'), "an array", id="row is an object"
        ),
        pytest.param(
            SEND, message(reply_markup=button()), "Text buttons are unallowed", id="button does nothing"
        ),
        pytest.param(SEND, message(reply_markup=button(callback_data="")), "1-64 bytes", id="no button data"),
        pytest.param(
            SEND, message(reply_markup=button(callback_data="é" * 33)), "is 66", id="66 bytes of data"
        ),
        pytest.param(
            SEND, message(reply_markup=button(callback_data=5)), "must be String", id="data is a number"
        ),
        pytest.param(
            SEND,
            message(reply_markup=button(text=" ", callback_data="1")),
            "non-empty",
            id="button without text",
        ),
        pytest.param(
            SEND,
            message(reply_markup=button(callback_data="1", url="https://example.org")),
            "one thing",
            id="two acts",
        ),
        pytest.param(
            SEND, message(reply_markup=button(url="example")), "URL 'example' is invalid", id="no URL"
        ),
        pytest.param(SEND, message(reply_markup=button(data="1")), "has no field data", id="unknown field"),
        pytest.param(
            SEND,
            message(reply_markup=button(callback_data="1", style="loud")),
            "can't be 'loud'",
            id="unknown style",
        ),
        pytest.param(
            SEND, message(reply_markup=ROWS_TOO_LONG), "reply markup is too long", id="9 buttons in a row"
        ),
        pytest.param(
            SEND, message(reply_parameters='{"message_id": 99}'), "replied not found", id="reply to a ghost"
        ),
        pytest.param(
            SEND,
            message(link_preview_options='{"disabled": true}'),
            "has no field disabled",
            id="preview options",
        ),
        pytest.param(SEND, message(parse_mode="MarkdownV2"), "unsupported parse_mode", id="another markup"),
        pytest.param(
            SEND, {**entities(), "parse_mode": "HTML"}, "exclude each other", id="markup and entities at once"
        ),
        pytest.param(SEND, entities(length=9), "ends after the end", id="entity beyond the text"),
        pytest.param(SEND, entities(length=0), "not empty", id="empty entity"),
        pytest.param(SEND, entities(type="loud"), "can't be 'loud'", id="entity of no kind"),
        pytest.param(SEND, entities(type="text_link"), "needs its url", id="link without a target"),
        pytest.param(SEND, entities(offset=True), "must be Integer", id="true is no integer"),
        pytest.param(
            COMMANDS, commands(("Start", "Begin")), "BOT_COMMAND_INVALID", id="capital in a command"
        ),
        pytest.param(COMMANDS, commands(("a" * 33, "Long")), "1-32 characters", id="33 letters"),
        pytest.param(COMMANDS, commands(("start", "")), "1-256 characters", id="command without description"),
        pytest.param(COMMANDS, commands(("a", "1"), ("a", "2")), "each once", id="a command twice"),
        pytest.param(
            COMMANDS,
            {**commands(("a", "1")), "scope": '{"type": "all"}'},
            "can't be 'all'",
            id="no such scope",
        ),
        pytest.param(
            COMMANDS,
            {**commands(("a", "1")), "language_code": "german"},
            "invalid language",
            id="no such language",
        ),
        pytest.param(
            "answerCallbackQuery", {"callback_query_id": "1"}, "query is too old", id="tap that nobody made"
        ),
        pytest.param(
            "answerCallbackQuery",
            {"callback_query_id": "1", "text": "x" * 201},
            "0-200",
            id="notice too long",
        ),
        pytest.param(
            "sendChatAction", {"chat_id": ANNA, "action": "dance"}, "can't be 'dance'", id="no such act"
        ),
        pytest.param(
            "sendPhoto", {"chat_id": ANNA, "photo": "nowhere"}, "wrong file identifier", id="no such file"
        ),
        pytest.param("setMyDescription", {"description": "x" * 513}, "0-512", id="description too long"),
        pytest.param("setMyShortDescription", {"short_description": "x" * 121}, "0-120", id="blurb too long"),
        pytest.param("getUpdates", {"limit": 101}, "must be 1-100", id="101 updates"),
        pytest.param("getUpdates", {"timeout": 51}, "0-50", id="too long a poll"),
        pytest.param(
            "getUpdates", {"allowed_updates": '["messages"]'}, "no updates of the kind", id="no such kind"
        ),
        pytest.param("getUpdates", {"allowed_updates": "message"}, "as JSON", id="kinds are no JSON"),
    ],
)
async def test_a_wrong_call_is_refused(
    api: BotApi, raw: httpx.AsyncClient, method: str, params: dict[str, object], why: str
) -> None:
    api.meets(ANNA)
    response = await raw.post(f"/{method}", data={name: str(value) for name, value in params.items()})
    assert response.status_code == 400
    assert why in response.json()["description"]
    assert response.json()["description"].startswith("Bad Request: ")
    assert api.refused[0].description == response.json()["description"]


@pytest.mark.parametrize(
    ("given", "read"),
    [("true", True), ("True", True), ("1", True), ("false", False), ("0", False)],
)
async def test_booleans_are_read_as_telegram_reads_them(
    api: BotApi, raw: httpx.AsyncClient, given: str, *, read: bool
) -> None:
    api.meets(ANNA)
    await raw.post("/sendMessage", data={**message(), "disable_notification": given})
    assert api.messages(ANNA)[0].is_silent is read


async def test_half_a_character_is_no_text(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    body = b'{"chat_id": 11, "text": "\\ud83d"}'
    response = await raw.post("/sendMessage", content=body, headers={"Content-Type": "application/json"})
    assert response.json()["description"].endswith('must be String, not "\\ud83d"')


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(b"GIF89a", "Bad Request: IMAGE_PROCESS_FAILED", id="another format"),
        pytest.param(png(0, 9), "Bad Request: IMAGE_PROCESS_FAILED", id="no width"),
        pytest.param(png(6000, 6000), "Bad Request: PHOTO_INVALID_DIMENSIONS", id="too large"),
        pytest.param(png(2100, 100), "Bad Request: PHOTO_INVALID_DIMENSIONS", id="too wide"),
        pytest.param(b"", "Bad Request: file must be non-empty", id="empty"),
        pytest.param(bytes(10 * 1024**2 + 1), "Request Entity Too Large", id="above 10 MB"),
    ],
)
async def test_what_is_no_photo_is_refused(
    api: BotApi, raw: httpx.AsyncClient, body: bytes, why: str
) -> None:
    api.meets(ANNA)
    response = await raw.post("/sendPhoto", data={"chat_id": ANNA}, files={"photo": ("a.png", body)})
    assert response.json()["description"] == why


async def test_a_file_may_be_attached_by_name(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    params = {"chat_id": ANNA, "photo": "attach://chart"}
    response = await raw.post("/sendPhoto", data=params, files={"chart": ("a.png", png(640, 200))})
    assert response.json()["result"]["photo"][0]["width"] == 640
    response = await raw.post("/sendPhoto", data=params)
    assert response.json()["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_caption_has_1024_characters(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    params = {"chat_id": ANNA, "caption": "x" * 1025}
    response = await raw.post("/sendDocument", data=params, files={"document": ("a.txt", b"8")})
    assert response.json()["description"] == "Bad Request: message caption is too long"


async def test_a_text_is_no_file(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    response = await raw.post("/sendMessage", data={"chat_id": ANNA}, files={"text": ("a.txt", b"Hello")})
    assert response.json()["description"] == "Bad Request: sendMessage.text takes no file"
