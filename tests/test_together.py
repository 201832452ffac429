"""Three coaches on one PostgreSQL database, wired as `coach run` wires them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest

from bot.settings import Settings
from tests.bot_api.server import BotApi
from tests.databases import fresh_database
from tests.test_bootstrap import TOKEN, free_port, hooked, running, settings

ATHLETES = range(11, 31)
PATIENCE = 30.0


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN, webhook_pause=0) as api:
        yield api


@pytest.fixture
def polled(api: BotApi, server: str, template: str, tmp_path: object) -> Settings:
    address = fresh_database(server, template=template)
    return settings(api.url, "unused").model_copy(update={"database_url": address})


def hooked_alike(polled: Settings) -> list[Settings]:
    """Three ports behind what would be one proxy: the first is the one that Telegram is told."""
    first = hooked(polled)
    return [first, *(first.model_copy(update={"webhook_port": free_port()}) for _ in range(2))]


@pytest.mark.parametrize(
    "ways_in",
    [pytest.param(lambda polled: [polled] * 3, id="polling"), pytest.param(hooked_alike, id="webhook")],
)
async def test_everybody_is_answered_once_and_in_order(
    api: BotApi, polled: Settings, ways_in: Callable[[Settings], list[Settings]]
) -> None:
    async with AsyncExitStack() as coaches:
        for given in ways_in(polled):
            await coaches.enter_async_context(running(given))
        for text in ("one", "two", "three"):
            for athlete in ATHLETES:
                api.says(athlete, text)
        await asyncio.gather(*(api.sent(athlete, count=3, timeout=PATIENCE) for athlete in ATHLETES))

    heard = {tuple(one.text for one in api.messages(athlete)) for athlete in ATHLETES}
    assert heard == {("heard one", "heard two", "heard three")}
    assert [call for call in api.calls if call.status == 409] == []
    assert api.refused == ()


async def test_when_the_leader_stops_another_one_polls_and_delivers(api: BotApi, polled: Settings) -> None:
    async with AsyncExitStack() as coaches:
        async with running(polled):
            api.says(11, "one")
            await api.sent(11, timeout=PATIENCE)
            await coaches.enter_async_context(running(polled))
        api.says(11, "two")
        await api.sent(11, count=2, timeout=PATIENCE)

    assert [one.text for one in api.messages(11)] == ["heard one", "heard two"]
