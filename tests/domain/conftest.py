"""The routine that ships, for all tests of the domain, and how hard its laws are tried."""

import pytest
from hypothesis import settings

from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue

settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=3000, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
