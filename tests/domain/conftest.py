"""The routine that ships, for all tests of the domain."""

import pytest

from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
