"""A fresh, migrated SQLite file for each test."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied, since migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "coach.db"
    ensure_schema(f"sqlite:///{file}")
    return file


@pytest.fixture
def url(tmp_path: Path, migrated: Path) -> str:
    file = tmp_path / "coach.db"
    shutil.copy(migrated, file)
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def engine(url: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(url)
    yield engine
    await engine.dispose()


@pytest.fixture
def units(engine: AsyncEngine) -> UnitsOfWork:
    return units_of_work(engine)
