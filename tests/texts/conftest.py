"""All that the coach says, said once for all tests."""

import pytest

from bot.coaching.mail import Message
from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue
from bot.texts.language import Language
from bot.texts.render import render
from tests.texts.outcomes import all_outcomes
from tests.texts.spoken import Spoken


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def say() -> Language:
    return Language("en")


@pytest.fixture(scope="session")
def spoken(catalogue: Catalogue, say: Language) -> tuple[Spoken, ...]:
    """Each message with what it answers; the same words once."""
    found: dict[Message, Spoken] = {}
    for outcome in all_outcomes(catalogue):
        for message in render(outcome, say, link="https://t.me/coach"):
            found.setdefault(message, Spoken(outcome, message))
    return tuple(found.values())
