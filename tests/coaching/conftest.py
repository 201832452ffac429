"""The real coach on a fresh, migrated SQLite file for each test."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.coaching.build import build_coach
from bot.coaching.coach import Coach
from bot.data.exercises import load_catalogue
from bot.data.lexicon import load_lexicon
from bot.data.places import OfflinePlaces
from bot.domain.catalogue import Catalogue
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work
from tests.coaching.life import Life


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def coach(catalogue: Catalogue) -> Coach:
    """The real catalogue, words and places; Berlin's time until another place is named."""
    return build_coach(
        catalogue=catalogue,
        lexicons={"en": load_lexicon("en")},
        places=OfflinePlaces(),
        default_zone="Europe/Berlin",
    )


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied, since migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "coach.db"
    ensure_schema(f"sqlite:///{file}")
    return file


@pytest.fixture
async def life(tmp_path: Path, migrated: Path, coach: Coach, catalogue: Catalogue) -> AsyncIterator[Life]:
    file = Path(shutil.copy(migrated, tmp_path / "coach.db"))
    engine = make_engine(f"sqlite:///{file}")
    yield Life(units_of_work(engine), coach, catalogue)
    await engine.dispose()
