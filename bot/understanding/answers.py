"""Answers to questions that the coach asks, beyond sets and times."""

from bot.understanding.lexicon import Lexicon
from bot.understanding.message import lay_out


def is_unsure(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says that they don't know: "not sure", "no idea"."""
    return bool(lay_out(text, lexicon).find("answers.unsure"))


def is_none(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says that it was none: "0", "none", "not this time"."""
    return bool(lay_out(text, lexicon).find("answers.none"))


def is_yes(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says yes: "yes", "I do", "there is one"."""
    return bool(lay_out(text, lexicon).find("answers.yes"))
