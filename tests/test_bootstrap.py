"""The house on Telegram, wired as `coach run` wires it, against the stand-in over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from pydantic import SecretStr
from tornado.testing import bind_unused_port

from bot.bootstrap import system_clock
from bot.serve import run_on_telegram
from bot.settings import Settings, SettingsError
from bot.store.trouble import StoreError
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.console.echo import echo

TOKEN = "123456789:" + "A" * 35
SECRET = "s-1"
ANNA = 11


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as api:
        yield api


def settings(api_url: str, folder: Path | str, token: str = TOKEN) -> Settings:
    return Settings(
        _env_file=None,
        telegram_token=SecretStr(token),
        telegram_api_url=api_url,
        database_url=f"sqlite:///{folder}/coach.db",
    )


def hooked(given: Settings, *, secret: str = SECRET, port: int | None = None) -> Settings:
    """The same, with a webhook that the stand-in reaches."""
    port = port or free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_secret": SecretStr(secret)}
    return given.model_copy(update={**hook, "webhook_port": port})


def free_port() -> int:
    socket, port = bind_unused_port()
    socket.close()
    return port


@asynccontextmanager
async def running(given: Settings) -> AsyncIterator[None]:
    """The coach serves; at the end it is told to stop, and has stopped."""
    stopping = asyncio.Event()
    serving = asyncio.create_task(run_on_telegram(given, echo(), stopping))
    yield
    stopping.set()
    await serving


async def test_who_writes_is_answered(api: BotApi, tmp_path: Path) -> None:
    api.says(ANNA, "before it started")
    async with running(settings(api.url, tmp_path)):
        await api.sent(ANNA)
        api.says(ANNA, "buttons")
        *_, second = await api.sent(ANNA, count=2)
        tapped = api.taps(ANNA, second, "Help")
        await api.called("editMessageText")

    assert [one.text for one in api.messages(ANNA)] == ["heard before it started", "opened help"]
    assert api.answered(tapped["callback_query"]["id"])
    assert api.refused == ()


async def test_it_goes_on_where_it_stopped_and_answers_nothing_twice(api: BotApi, tmp_path: Path) -> None:
    api.says(ANNA, "one")
    async with running(settings(api.url, tmp_path)):
        await api.sent(ANNA)
    api.says(ANNA, "two")
    async with running(settings(api.url, tmp_path)):
        await api.sent(ANNA, count=2)

    assert [one.text for one in api.messages(ANNA)] == ["heard one", "heard two"]


async def test_its_commands_are_registered(api: BotApi, tmp_path: Path) -> None:
    stopping = asyncio.Event()
    stopping.set()

    await run_on_telegram(
        settings(api.url, tmp_path), replace(echo(), commands=(("start", "Begin"),)), stopping
    )

    (call,) = await api.called("setMyCommands")
    assert call.params["commands"] == [{"command": "start", "description": "Begin"}]


async def test_a_rejected_token_is_named(api: BotApi, tmp_path: Path) -> None:
    wrong = "987654321:" + "B" * 35

    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN was rejected by") as refused:
        await run_on_telegram(settings(api.url, tmp_path, wrong), echo(), asyncio.Event())

    assert wrong not in str(refused.value)


async def test_a_wrong_address_names_both_settings(api: BotApi, tmp_path: Path) -> None:
    given = settings(f"{api.url}/somewhere/else", tmp_path)

    with pytest.raises(SettingsError, match=r"TELEGRAM_TOKEN .* and TELEGRAM_API_URL"):
        await run_on_telegram(given, echo(), asyncio.Event())


async def test_an_unreachable_server_is_named(tmp_path: Path) -> None:
    given = settings("http://127.0.0.1:1", tmp_path)

    with pytest.raises(SettingsError, match=r"127\.0\.0\.1:1 can't be reached: check TELEGRAM_API_URL"):
        await run_on_telegram(given, echo(), asyncio.Event())


async def test_a_server_that_speaks_otherwise_is_named(api: BotApi, tmp_path: Path) -> None:
    api.fail_next("getMe", Fault(FaultKind.MALFORMED_JSON))

    with pytest.raises(SettingsError, match="doesn't answer as a Bot API server does"):
        await run_on_telegram(settings(api.url, tmp_path), echo(), asyncio.Event())


async def test_an_unwritable_database_is_named(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(StoreError, match="DATABASE_URL"):
        await run_on_telegram(settings(api.url, tmp_path / "file"), echo(), asyncio.Event())


def test_the_clock_is_aware() -> None:
    assert system_clock().tzinfo is UTC
