"""Signs that need help at once are heard in any message, and not where they are denied or another's."""

import pytest

from bot.data.lexicon import load_lexicon
from bot.understanding.urgency import is_urgent
from tests.understanding.readings import at


@pytest.mark.parametrize(
    "text",
    [
        "chest pain",
        "did 10 pushups, chest pain now",
        "10 pushups then I fainted",
        "done but I feel dizzy",
        "can't breathe, skipping today",
        "remind me later, I'm dizzy",
        "what's my streak, feeling faint",
        "is dizziness normal?",
        "if I get chest pain, what should I do?",
        "my pee is brown",
        "I'm short of breath",
        "my chest feels tight",
        "my wife says I look ill, and I feel faint",
    ],
)
def test_signs(text: str) -> None:
    assert is_urgent(text, at(), load_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "10 pushups, no chest pain",
        "not even dizzy",
        "my friend fainted",
        "chest is sore after pushups",
        "jk, chest pain",
        "blue",
    ],
)
def test_no_signs(text: str) -> None:
    assert not is_urgent(text, at(), load_lexicon())


def test_out_of_breath_after_work_is_no_sign() -> None:
    assert not is_urgent("10 pushups, breathless!", at(), load_lexicon(), after_work=True)
    assert is_urgent("10 pushups, chest pain!", at(), load_lexicon(), after_work=True)
