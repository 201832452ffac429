"""An explanation shows tokens, guards, what numbers were bound to, and the reading."""

from bot.data.lexicon import load_lexicon
from bot.understanding.explain import explain
from bot.understanding.reading import Context
from tests.understanding.readings import at


def explained(text: str, context: Context | None = None) -> str:
    return "\n".join(" ".join(line.split()) for line in explain(text, context or at(), load_lexicon()))


def test_a_number_is_shown_with_what_it_was_bound_to() -> None:
    shown = explained("12 wide push-ups yesterday at 7:30")

    assert "12 wide_push_up (said: wide push ups), day -1" in shown
    assert "at 7 : 30 noise" in shown
    assert "guards\nnone" in shown
    assert "reading, by read_sets\nintent log" in shown


def test_a_guard_is_shown_with_what_it_blocks() -> None:
    shown = explained("I will do 10 pushups")

    assert "future blocks will do 10 pushups" in shown
    assert "10 is no reps" in shown
    assert "reading, by read_none" in shown


def test_what_is_missing_is_shown_too() -> None:
    assert "8 knee_push_up (as asked), no day said" in explained("8", at(asked="knee"))
    assert "8 no exercise" in explained("8")
    assert "unclear: number chin_up" in explained("10-12 chins")
    assert "8 no exercise (said: full)" in explained("8 full")
    assert "a day too far off" in explained("8 chins last summer")
    assert "(line)" in explained("8 chins\n9 chins")
