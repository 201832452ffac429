"""Too many messages a second are refused until the pause that the refusal names is over."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.bot_api.conftest import ANNA, TOKEN
from tests.bot_api.pacing import RateLimits
from tests.bot_api.server import BotApi

BEN = 12


class Seconds:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def paced(seconds: Seconds) -> AsyncIterator[BotApi]:
    limits = RateLimits(per_second=3, per_chat_per_second=2, retry_after=2, seconds=seconds)
    async with BotApi(token=TOKEN, limits=limits) as api:
        api.meets(ANNA)
        api.meets(BEN)
        yield api


async def statuses(api: BotApi, *chats: int, method: str = "sendMessage", **params: str) -> list[int]:
    given = params or {"text": "Now?"}
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{TOKEN}", trust_env=False) as client:
        return [
            (await client.post(f"/{method}", json={"chat_id": chat, **given})).status_code for chat in chats
        ]


async def test_a_chat_takes_so_many_a_second(paced: BotApi) -> None:
    assert await statuses(paced, ANNA, ANNA, ANNA, BEN) == [200, 200, 429, 200]


async def test_the_bot_may_send_so_many_a_second(paced: BotApi) -> None:
    assert await statuses(paced, ANNA, ANNA, BEN, BEN) == [200, 200, 200, 429]


async def test_the_pause_holds_as_long_as_it_says(paced: BotApi, seconds: Seconds) -> None:
    await statuses(paced, ANNA, ANNA, ANNA)
    seconds.now += 1.5
    assert await statuses(paced, ANNA, BEN) == [429, 200]
    seconds.now += 0.5
    assert await statuses(paced, ANNA) == [200]


async def test_a_refusal_for_pace_is_no_wrong_call(paced: BotApi) -> None:
    await statuses(paced, ANNA, ANNA, ANNA)
    assert paced.calls[-1].description == "Too Many Requests: retry after 2"
    assert not paced.refused


async def test_typing_is_free(paced: BotApi) -> None:
    assert await statuses(paced, *[ANNA] * 5, method="sendChatAction", action="typing") == [200] * 5


async def test_without_limits_anything_goes(api: BotApi) -> None:
    api.meets(ANNA)
    assert await statuses(api, *[ANNA] * 40) == [200] * 40
