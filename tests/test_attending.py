"""What operators get beside the coach that serves: copies by night, health, metrics, over real HTTP."""

import asyncio
import json
import socket
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from bot.serve import run_on_telegram
from bot.settings import Settings, SettingsError
from tests.bot_api.server import BotApi
from tests.console.echo import echo
from tests.test_bootstrap import ANNA, api, running, settings

__all__ = ["api"]
OPERATOR = 4711


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as asked:
        port: int = asked.getsockname()[1]
        return port


async def get(port: int, path: str) -> HTTPResponse:
    client = AsyncHTTPClient(force_instance=True)
    try:
        return await client.fetch(f"http://127.0.0.1:{port}/{path}", raise_error=False)
    finally:
        client.close()


def with_more(given: Settings, **more: object) -> Settings:
    return given.model_copy(update=more)


async def test_health_and_metrics_of_a_coach_that_serves(api: BotApi, tmp_path: Path) -> None:
    given = with_more(settings(api.url, tmp_path), ops_port=free_port())
    api.says(ANNA, "hello")
    async with running(given):
        await api.sent(ANNA)
        health, metrics = await get(given.ops_port or 0, "health"), await get(given.ops_port or 0, "metrics")
        other = await get(given.ops_port or 0, "else")

    assert (health.code, json.loads(health.body)["healthy"]) == (200, True)
    assert set(json.loads(health.body)) == {"healthy", "heartbeat", "polling", "database"}
    assert b"coach_updates_total" in metrics.body
    assert b"coach_inbox_open 0.0" in metrics.body
    assert b'coach_turns_total{result="ended"}' in metrics.body
    assert other.code == 404


async def test_a_port_that_is_taken_is_a_bad_start(api: BotApi, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = with_more(settings(api.url, tmp_path), ops_port=taken.getsockname()[1])
        with pytest.raises(SettingsError, match="OPS_PORT to a free port"):
            await run_on_telegram(given, echo(), asyncio.Event())


async def test_a_copy_is_made_at_the_start_where_the_nights_is_missing(api: BotApi, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    async with running(with_more(settings(api.url, tmp_path), backup_folder=folder)):
        await api.polling()

    assert len(copies(folder)) == 1


def copies(folder: Path) -> list[Path]:
    return list(folder.glob("coach-*.db"))


async def test_the_operators_are_told_of_a_backup_that_failed(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("in the way")
    given = with_more(settings(api.url, tmp_path), backup_folder=tmp_path / "copies", admin_ids=(OPERATOR,))
    api.meets(OPERATOR)
    async with running(given):
        (told,) = await api.sent(OPERATOR)

    assert "BackupFailed" in told.text


async def test_a_folder_for_copies_of_postgresql_is_a_bad_start(
    api: BotApi, tmp_path: Path, server: str
) -> None:
    given = with_more(settings(api.url, tmp_path), backup_folder=tmp_path, database_url=server)
    with pytest.raises(SettingsError, match="pg_dump"):
        await run_on_telegram(given, echo(), asyncio.Event())
