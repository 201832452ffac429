"""A fresh, migrated database for each test: a SQLite file, and one on a private PostgreSQL server."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work
from tests.databases import (
    POSTGRESQL,
    SQLITE,
    copied_file,
    fresh_database,
)

only_sqlite = pytest.mark.parametrize("url", [SQLITE], indirect=True)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied, since migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "coach.db"
    ensure_schema(f"sqlite:///{file}")
    return file


@pytest.fixture
def file_url(tmp_path: Path, migrated: Path) -> str:
    return copied_file(migrated, tmp_path)


@pytest.fixture
def server_url(server: str, template: str) -> str:
    return fresh_database(server, template=template)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def url(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue("file_url" if request.param == SQLITE else "server_url")
    return found


@pytest.fixture
async def engine(url: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(url)
    yield engine
    await engine.dispose()


@pytest.fixture
def units(engine: AsyncEngine) -> UnitsOfWork:
    return units_of_work(engine)
