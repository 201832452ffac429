"""The stand-in never hides that it is itself at fault."""

import asyncio

import httpx
import pytest

from tests.bot_api.conftest import ANNA, FRIDAY, TOKEN
from tests.bot_api.server import BotApi


async def break_and_call(api: BotApi) -> httpx.Response:
    api.meets(ANNA)
    api.state.chats.known(ANNA).raw = {"id": ANNA}
    async with api, httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"{api.url}/bot{TOKEN}/sendMessage", params={"chat_id": ANNA, "text": "8"})


async def test_an_answer_that_telegram_would_not_give_breaks_the_test() -> None:
    with pytest.raises(ExceptionGroup, match="the stand-in itself failed"):
        await break_and_call(BotApi(token=TOKEN))


async def test_waiting_for_updates_to_be_taken_ends_with_patience(api: BotApi) -> None:
    api.says(ANNA, "8")
    with pytest.raises(TimeoutError, match="not taken"):
        await api.acknowledged(timeout=0)


async def test_calls_can_be_waited_for(api: BotApi, raw: httpx.AsyncClient) -> None:
    waiting = asyncio.create_task(api.called("getMe", count=2))
    await raw.get("/getMe")
    await raw.post("/getMe")
    assert [call.at for call in await waiting] == [FRIDAY, FRIDAY]


async def test_telegram_can_be_away_for_a_while(api: BotApi, raw: httpx.AsyncClient) -> None:
    said = api.says(ANNA, "8")
    await api.stop()
    with pytest.raises(httpx.ConnectError):
        await raw.get("/getUpdates")
    await api.start()
    assert (await raw.get("/getUpdates")).json()["result"] == [said]
