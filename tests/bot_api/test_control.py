"""The stand-in as a process of its own: people act and tests look over HTTP."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest
from telegram import Bot

from tests.bot_api.conftest import ANNA, TOKEN


@pytest.fixture
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.bot_api", "--token", TOKEN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield json.loads(process.stdout.readline())["url"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


async def test_a_conversation_is_steered_and_watched(url: str) -> None:
    async with httpx.AsyncClient(base_url=f"{url}/control", trust_env=False) as control:
        said = await control.post(
            "/says", json={"user_id": ANNA, "text": "8", "date": "2026-03-06T07:00:00+00:00"}
        )
        await control.post("/fail", json={"method": "getMe", "fault": "slow_answer"})
        async with Bot(TOKEN, base_url=f"{url}/bot") as bot:
            (update,) = await bot.get_updates()
            await control.post("/tells", json={"update_id": 7})
            played = await control.post("/play", json={"trick": "repeated", "times": 2})
            await bot.send_message(ANNA, "8 kept")
        messages = (await control.get("/messages", params={"chat_id": ANNA, "count": 1})).json()["result"]
        told = (await control.get("/pending")).json()["result"][-1]
        calls = (await control.get("/calls")).json()["result"]
    assert update.update_id == said.json()["result"]["update_id"]
    assert told == {"update_id": 7}
    assert played.json()["ok"]
    assert [message["text"] for message in messages] == ["8 kept"]
    assert [(call["method"], call["fault"]) for call in calls] == [
        ("getMe", "slow_answer"),
        ("getUpdates", None),
        ("sendMessage", None),
    ]


async def test_nonsense_is_told_apart(url: str) -> None:
    async with httpx.AsyncClient(base_url=f"{url}/control", trust_env=False) as control:
        answers = [
            await control.post("/sings", json={}),
            await control.post("/says", json={"user_id": ANNA}),
            await control.post("/fail", json={"method": "getMe", "fault": "bad_mood"}),
            await control.post("/says", content=b"{"),
            await control.post("/play", json={"trick": "none"}),
            await control.get("/weather"),
            await control.get("/messages", params={"chat_id": ANNA, "count": 1, "timeout": 0}),
        ]
    assert [answer.status_code for answer in answers] == [400, 400, 400, 400, 400, 404, 408]
