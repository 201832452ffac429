"""getUpdates: kept until acknowledged, told once woken, to one poller at a time."""

import asyncio
from collections.abc import Sequence

import httpx
import pytest

from tests.bot_api.conftest import ANNA
from tests.bot_api.server import BotApi
from tests.bot_api.updates import FIRST_UPDATE_ID

WEBHOOK = {"url": "https://coach.example/hook"}


async def polled(raw: httpx.AsyncClient, **params: object) -> list[int]:
    response = await raw.post("/getUpdates", json=params)
    assert response.status_code == 200, response.text
    return [update["update_id"] - FIRST_UPDATE_ID for update in response.json()["result"]]


def says_all(api: BotApi, texts: Sequence[str]) -> None:
    for text in texts:
        api.says(ANNA, text)


@pytest.mark.parametrize(
    ("params", "told"),
    [
        pytest.param({}, [0, 1, 2], id="all from the first"),
        pytest.param({"limit": 2}, [0, 1], id="no more than asked for"),
        pytest.param({"offset": FIRST_UPDATE_ID + 1}, [1, 2], id="from the offset on"),
        pytest.param({"offset": FIRST_UPDATE_ID + 3}, [], id="nothing above the last"),
        pytest.param({"offset": -1}, [2], id="the last one"),
        pytest.param({"offset": -9}, [0, 1, 2], id="more than there are"),
    ],
)
async def test_updates_are_told_by_offset_and_limit(
    api: BotApi, raw: httpx.AsyncClient, params: dict[str, int], told: list[int]
) -> None:
    says_all(api, "abc")
    assert await polled(raw, **params) == told


async def test_updates_come_again_until_acknowledged(api: BotApi, raw: httpx.AsyncClient) -> None:
    says_all(api, "abc")
    assert await polled(raw) == await polled(raw) == [0, 1, 2]
    assert await polled(raw, offset=FIRST_UPDATE_ID + 2) == [2]
    assert await polled(raw) == [2]
    await polled(raw, offset=FIRST_UPDATE_ID + 3)
    await api.acknowledged()


async def test_a_negative_offset_forgets_what_lies_before(api: BotApi, raw: httpx.AsyncClient) -> None:
    says_all(api, "abc")
    await polled(raw, offset=-1)
    assert await polled(raw) == [2]


async def test_a_waiting_poll_is_woken(api: BotApi, raw: httpx.AsyncClient) -> None:
    poll = asyncio.create_task(polled(raw, timeout=30))
    await api.polling()
    api.says(ANNA, "8")
    assert await poll == [0]


async def test_a_waiting_poll_ends_with_the_stand_in(api: BotApi, raw: httpx.AsyncClient) -> None:
    poll = asyncio.create_task(polled(raw, timeout=30))
    await api.polling()
    await api.stop()
    with pytest.raises(httpx.RemoteProtocolError):
        await poll


async def test_only_allowed_kinds_are_told_and_that_is_remembered(
    api: BotApi, raw: httpx.AsyncClient
) -> None:
    await polled(raw, allowed_updates=["edited_message"])
    said = api.says(ANNA, "8")
    api.edits(ANNA, said["message"]["message_id"], "9")
    assert await polled(raw) == [1]
    await polled(raw, allowed_updates=[], offset=FIRST_UPDATE_ID + 2)
    api.says(ANNA, "10")
    assert await polled(raw) == [2]


async def test_the_default_leaves_some_kinds_out(api: BotApi) -> None:
    assert api.state.updates.allowed.isdisjoint({"chat_member", "message_reaction", "message_reaction_count"})


async def test_a_second_poller_sends_the_first_away(api: BotApi, raw: httpx.AsyncClient) -> None:
    first = asyncio.create_task(raw.post("/getUpdates", json={"timeout": 30}))
    await api.polling()
    second = asyncio.create_task(polled(raw, timeout=30))
    answer = (await first).json()
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    api.says(ANNA, "8")
    assert await second == [0]


async def test_nobody_polls_beside_a_webhook(api: BotApi, raw: httpx.AsyncClient) -> None:
    waiting = asyncio.create_task(raw.post("/getUpdates", json={"timeout": 30}))
    await api.polling()
    await raw.post("/setWebhook", json=WEBHOOK)
    assert (await waiting).status_code == 409
    assert (await raw.post("/getUpdates")).json()["description"].startswith("Conflict: can't use getUpdates")
    await raw.post("/deleteWebhook")
    assert await polled(raw) == []


async def test_a_webhook_says_what_waits_for_it(api: BotApi, raw: httpx.AsyncClient) -> None:
    says_all(api, "ab")
    await raw.post("/setWebhook", json={**WEBHOOK, "allowed_updates": ["message"], "secret_token": "s-1"})
    info = (await raw.get("/getWebhookInfo")).json()["result"]
    assert info == {
        "url": WEBHOOK["url"],
        "has_custom_certificate": False,
        "pending_update_count": 2,
        "allowed_updates": ["message"],
    }
    await raw.post("/deleteWebhook", json={"drop_pending_updates": True})
    assert await polled(raw) == []


async def test_an_empty_webhook_is_none(api: BotApi, raw: httpx.AsyncClient) -> None:
    says_all(api, "ab")
    await raw.post("/setWebhook", json={**WEBHOOK, "drop_pending_updates": True})
    await raw.post("/setWebhook", json={"url": ""})
    assert await polled(raw) == []


@pytest.mark.parametrize(
    ("webhook", "why"),
    [
        ({"url": "http://coach.example/hook"}, "An HTTPS URL must be provided"),
        ({**WEBHOOK, "secret_token": "a b"}, "secret token contains"),
        ({**WEBHOOK, "max_connections": 101}, "must be 1-100"),
    ],
)
async def test_a_bad_webhook_is_refused(raw: httpx.AsyncClient, webhook: dict[str, str], why: str) -> None:
    response = await raw.post("/setWebhook", json=webhook)
    assert response.status_code == 400
    assert why in response.json()["description"]
