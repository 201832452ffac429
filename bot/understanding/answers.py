"""Answers to questions that the coach asks, beyond sets and times."""

from bot.understanding.lexicon import Lexicon
from bot.understanding.message import lay_out
from bot.understanding.normalise import EMOJI
from bot.understanding.numbers import number_at


def stated_number(text: str, lexicon: Lexicon) -> int | None:
    """The one number of the text, whatever is said around it: "about 30", "I can do 30 push-ups"."""
    message = lay_out(text, lexicon)
    found, index = set(), 0
    while index < len(message.tokens):
        number = number_at(message, index)
        if number is not None and number.whole:
            found.add(number.value)
        index = number.end if number else index + 1
    return found.pop() if len(found) == 1 else None


def adds_more(text: str, lexicon: Lexicon) -> bool:
    """Whether it goes on with what was told before: "another 2", "5 more"."""
    return bool(lay_out(text, lexicon).find("links.more"))


def is_unsure(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says that they don't know: "not sure", "no idea"."""
    return bool(lay_out(text, lexicon).find("answers.unsure"))


def is_none(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says that it was none: "0", "none", "not this time"."""
    return bool(lay_out(text, lexicon).find("answers.none"))


def is_nod(text: str, lexicon: Lexicon) -> bool:
    """Whether there are emoji and nothing else."""
    tokens = lay_out(text, lexicon).tokens
    return bool(tokens) and all(token.text == EMOJI for token in tokens)


def is_yes(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says yes: "yes", "I do", "there is one"."""
    return bool(lay_out(text, lexicon).find("answers.yes"))


def is_time(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says that it is time that is missing: "time", "too busy"."""
    return bool(lay_out(text, lexicon).find("answers.time"))
