"""What the operators are told: short, with the reference, and what to do."""

from typing import get_args

import pytest

from bot.coaching.trouble import BackupFailed, ManyTroubles, SetAside, Trouble, Undeliverable
from bot.texts.language import Language
from bot.texts.operators import told_operators

ENGLISH = Language("en")
LONG = "X" * 1000
TROUBLES: tuple[tuple[Trouble, str], ...] = (
    (SetAside("7FFFFFFFFFFFFFFF", LONG), "coach queue show 7FFFFFFFFFFFFFFF"),
    (SetAside("2A5", "unparseable", has_apology=False), "Nobody waits"),
    (Undeliverable("out-17", LONG), "coach queue show out-17"),
    (ManyTroubles(), "coach queue"),
    (BackupFailed(LONG), "try again"),
)


def test_every_trouble_has_words() -> None:
    assert {type(trouble) for trouble, _ in TROUBLES} == set(get_args(Trouble))


@pytest.mark.parametrize(("trouble", "next_step"), TROUBLES)
def test_it_is_short_and_says_what_comes_next(trouble: Trouble, next_step: str) -> None:
    text = told_operators(trouble, ENGLISH).text

    assert next_step in text
    assert len(text) <= 300
