"""Tokens, paths and bodies: what is let in, and what is turned away at the door."""

import httpx
import pytest

from tests.bot_api.conftest import ANNA, TOKEN
from tests.bot_api.server import BotApi


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        pytest.param("/bot123456:OTHER/getMe", 401, "Unauthorized", id="another bot's token"),
        pytest.param("/botnonsense/getMe", 404, "Not Found", id="no token at all"),
        pytest.param(
            f"/bot{TOKEN}/getStickerSet", 404, "Not Found: method not found", id="a method not in use"
        ),
        pytest.param(f"/bot{TOKEN}/getme", 404, "Not Found: method not found", id="another spelling"),
        pytest.param("/getMe", 404, "Not Found", id="no bot in the path"),
    ],
)
async def test_strangers_are_turned_away(api: BotApi, path: str, status: int, description: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.get(api.url + path)
    assert response.status_code == status
    assert response.json() == {"ok": False, "error_code": status, "description": description}


async def test_a_method_not_in_use_is_noted(api: BotApi, raw: httpx.AsyncClient) -> None:
    await raw.get("/getStickerSet")
    assert [call.method for call in api.refused] == ["getStickerSet"]


async def test_parameters_come_by_query_form_parts_or_json(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    given = {"chat_id": str(ANNA), "text": "Hé", "disable_notification": "true"}
    await raw.get("/sendMessage", params=given)
    await raw.post("/sendMessage", data=given)
    await raw.post("/sendMessage", files={name: (None, value) for name, value in given.items()})
    await raw.post("/sendMessage", json={"chat_id": ANNA, "text": "Hé", "disable_notification": True})
    expected = {"chat_id": ANNA, "text": "Hé", "disable_notification": True}
    assert [call.params for call in api.calls] == [expected] * 4


async def test_json_bodies_may_nest(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    keyboard = {"inline_keyboard": [[{"text": "Done", "callback_data": "done"}]]}
    await raw.post("/sendMessage", json={"chat_id": ANNA, "text": "Now?", "reply_markup": keyboard})
    assert api.messages(ANNA)[0].labels == (("Done",),)


@pytest.mark.parametrize(
    ("content_type", "body", "why"),
    [
        pytest.param("text/plain", b"chat_id=11", "content type", id="plain text"),
        pytest.param("application/json", b"{", "parse the body", id="broken JSON"),
        pytest.param("application/json", b"[]", "JSON object", id="a JSON array"),
        pytest.param("application/x-www-form-urlencoded", b"text=%ff", "UTF-8", id="not UTF-8"),
        pytest.param("application/x-www-form-urlencoded", b"text=a&text=b", "given twice", id="given twice"),
    ],
)
async def test_unreadable_bodies_are_refused(
    raw: httpx.AsyncClient, content_type: str, body: bytes, why: str
) -> None:
    response = await raw.post("/sendMessage", content=body, headers={"Content-Type": content_type})
    assert response.status_code == 400
    assert why in response.json()["description"]
