from collections.abc import AsyncIterator, Iterator, MutableMapping
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.migrate import upgrade
from bot.store.unit_of_work import units_of_work
from tests.chat.scene import FixedClock, Scene, scene


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What was logged, as facts; structlog's own printing of tracebacks takes most of a second each."""
    with capture_logs() as entries:
        yield entries


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "coach.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def path(empty_database: Path, tmp_path: Path) -> Path:
    return Path(copyfile(empty_database, tmp_path / "coach.db"))


@pytest.fixture
async def units(path: Path) -> AsyncIterator[UnitsOfWork]:
    engine = make_engine(f"sqlite:///{path}")
    yield units_of_work(engine)
    await engine.dispose()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def stage(path: Path, units: UnitsOfWork, clock: FixedClock) -> AsyncIterator[Scene]:
    async with scene(path, units, clock) as opened:
        yield opened
