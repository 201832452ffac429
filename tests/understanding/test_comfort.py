"""Pain and its end, by exercise: what hurts, and what is fine."""

import pytest

from bot.domain.exercise import Family
from bot.understanding.reading import About, Intent
from tests.understanding.readings import understood


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("my shoulder hurts when I do pushups", (Family.PUSH,)),
        ("my elbow hurts with pull ups, pushups are fine", (Family.PULL,)),
        ("wrist hurts in push ups and pull ups", (Family.PUSH, Family.PULL)),
        ("my wrist hurts", ()),
    ],
)
def test_what_hurts_is_named_or_it_is_not(text: str, families: tuple[Family, ...]) -> None:
    read = understood(text)

    assert read.intent is Intent.PAIN
    assert read.families == families


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("pull-ups are fine", (Family.PULL,)),
        ("the push ups don't hurt", (Family.PUSH,)),
        ("knee pushups feel ok", (Family.PUSH,)),
        ("the pain is gone", ()),
    ],
)
def test_what_is_fine_is_named_or_it_is_not(text: str, families: tuple[Family, ...]) -> None:
    read = understood(text)

    assert read.about is About.PAIN_GONE
    assert read.families == families


@pytest.mark.parametrize(
    "text", ["are pushups fine?", "if pull-ups are fine", "felt fine", "the rows are fine"]
)
def test_a_question_a_condition_and_other_things_clear_nothing(text: str) -> None:
    assert understood(text).about is not About.PAIN_GONE
