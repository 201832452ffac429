"""A webhook hears every update until it has said yes, with the secret that it asked for."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from tests.bot_api.changes import Changes
from tests.bot_api.conftest import ANNA, TOKEN
from tests.bot_api.server import BotApi
from tests.bot_api.webhook import SECRET_HEADER, Trick

BEN = 12


class Coach:
    """The other end of the wire: answers as it is told to, 200 once nothing is left to say."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.secrets: list[str] = []
        self.answers: list[int] = []
        self.changes = Changes()
        self.url = ""


class HookHandler(RequestHandler):
    def initialize(self, coach: Coach) -> None:
        self.coach = coach

    def post(self) -> None:
        self.coach.heard.append(json.loads(self.request.body)["update_id"])
        self.coach.secrets.append(self.request.headers.get(SECRET_HEADER, ""))
        self.set_status(self.coach.answers.pop(0) if self.coach.answers else 200)
        self.coach.changes.announce()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN, webhook_pause=0) as api:
        yield api


@pytest.fixture
async def coach() -> AsyncIterator[Coach]:
    coach = Coach()
    socket, port = bind_unused_port()
    application = Application([("/hook", HookHandler, {"coach": coach})], log_function=lambda _handler: None)
    server = HTTPServer(application)
    server.add_socket(socket)
    coach.url = f"http://127.0.0.1:{port}/hook"
    yield coach
    server.stop()
    await server.close_all_connections()


async def set_webhook(raw: httpx.AsyncClient, coach: Coach, **params: object) -> None:
    response = await raw.post("/setWebhook", json={"url": coach.url, **params})
    assert response.status_code == 200


async def test_a_webhook_hears_what_waits_and_what_comes(
    api: BotApi, raw: httpx.AsyncClient, coach: Coach
) -> None:
    before = api.says(ANNA, "8")["update_id"]
    await set_webhook(raw, coach, secret_token="s-1")
    after = api.says(ANNA, "9")["update_id"]
    await api.acknowledged()
    assert coach.heard == [before, after]
    assert coach.secrets == ["s-1", "s-1"]


@pytest.mark.parametrize("status", [302, 403, 500])
async def test_what_is_refused_comes_again_in_its_chats_order(
    api: BotApi, raw: httpx.AsyncClient, coach: Coach, status: int
) -> None:
    coach.answers = [status, status]
    says = [api.says(ANNA, text)["update_id"] for text in "89"]
    await set_webhook(raw, coach)
    await api.acknowledged()
    assert coach.heard == [says[0], says[0], *says]
    info = (await raw.get("/getWebhookInfo")).json()["result"]
    assert str(status) in info["last_error_message"]


async def test_one_chat_does_not_hold_up_another(api: BotApi, raw: httpx.AsyncClient, coach: Coach) -> None:
    coach.answers = [500]
    says = [api.says(athlete, "8")["update_id"] for athlete in (ANNA, BEN)]
    await set_webhook(raw, coach, max_connections=2)
    await api.acknowledged()
    assert sorted(coach.heard[:2]) == says
    assert len(coach.heard) == 3


async def test_without_a_webhook_updates_wait_for_a_poll(
    api: BotApi, raw: httpx.AsyncClient, coach: Coach
) -> None:
    await set_webhook(raw, coach)
    await raw.post("/deleteWebhook")
    said = api.says(ANNA, "8")
    assert (await raw.get("/getUpdates")).json()["result"] == [said]
    assert coach.heard == []


@pytest.mark.parametrize(
    ("trick", "order"),
    [
        pytest.param(Trick.REPEATED, [0, 0, 1], id="what was taken comes again"),
        pytest.param(Trick.REORDERED, [1, 0], id="the newest comes first"),
    ],
)
async def test_telegram_may_play_tricks(
    api: BotApi, raw: httpx.AsyncClient, coach: Coach, trick: Trick, order: list[int]
) -> None:
    api.play(trick)
    says = [api.says(ANNA, text)["update_id"] for text in "89"]
    await set_webhook(raw, coach)
    await api.acknowledged()
    assert coach.heard == [says[number] for number in order]
    assert api.state.overtaken == ({ANNA} if trick is Trick.REORDERED else set())
