"""A database of its own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.migrate import upgrade
from bot.store.unit_of_work import units_of_work


@pytest.fixture
async def units(tmp_path: Path) -> AsyncIterator[UnitsOfWork]:
    url = f"sqlite:///{tmp_path / 'coach.db'}"
    upgrade(url)
    engine = make_engine(url)
    yield units_of_work(engine)
    await engine.dispose()
