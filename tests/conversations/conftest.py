"""The real coach, whole: voice, store, loops and PTB's Application on the loopback."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import Voice, english_voice
from bot.store.schema import ensure_schema
from tests.conversations.chats import Chats, chats
from tests.conversations.console import Console
from tests.databases import POSTGRESQL, SQLITE, fresh_database


@pytest.fixture(scope="session")
def voice() -> Voice:
    return english_voice("Europe/Berlin")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied, since migrating takes longer than most conversations."""
    file = tmp_path_factory.mktemp("migrated") / "coach.db"
    ensure_schema(f"sqlite:///{file}")
    return file


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated, tmp_path / 'coach.db')}"


@pytest.fixture
def console(database: str, voice: Voice) -> Console:
    return Console(database, voice)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def either_database(request: pytest.FixtureRequest) -> str:
    if request.param == SQLITE:
        found: str = request.getfixturevalue("database")
        return found
    return fresh_database(request.getfixturevalue("server"), template=request.getfixturevalue("template"))


@pytest.fixture
async def telegram(either_database: str, voice: Voice) -> AsyncIterator[Chats]:
    async with chats(either_database, voice) as all_chats:
        yield all_chats
