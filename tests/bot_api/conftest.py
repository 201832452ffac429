"""A running stand-in, a real bot on it, and a plain HTTP client for the calls that no library would make."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from telegram import Bot

from tests.bot_api.server import BotApi

TOKEN = "123456:TEST"
ANNA = 11
FRIDAY = datetime(2026, 3, 6, 7, 0, tzinfo=UTC)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN, clock=lambda: FRIDAY) as api:
        yield api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{api.url}/bot") as bot:
        yield bot


@pytest.fixture
async def raw(api: BotApi) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{api.url}/bot{TOKEN}", trust_env=False) as client:
        yield client
