"""The lexicon: checked where it enters, and consistent in itself."""

from typing import Any

import pytest

from bot.data.lexicon import LexiconError, build_lexicon, load_lexicon
from bot.domain.exercise import Family
from bot.understanding.lexicon import Found, Node
from bot.understanding.normalise import Customs, tokens

SMALL: dict[str, Any] = {
    "say": {"nouns": {"push": ["push-up", "lock's"]}},
    "families": {"push_up": "push"},
    "endings": ["'s"],
    "nameless": ["ly"],
    "folded": {"n°": "number "},
    "meanings": ["push = push_up"],
    "apart": [],
    "known": ["bush"],
    "mended": ["nouns"],
    "joined": ["nouns"],
    "tails": [],
    "scenery": [],
}


def test_english_is_loaded_once() -> None:
    assert load_lexicon("en") is load_lexicon("en")
    assert load_lexicon().family("chin_up") is Family.PULL


def test_a_hyphen_is_also_a_space_and_nothing() -> None:
    lexicon = build_lexicon("en", SMALL)

    assert {"push", "pushup"} <= set(lexicon.phrases.following)


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_a_language_without_a_lexicon_is_refused(language: str) -> None:
    with pytest.raises(LexiconError, match="no lexicon"):
        load_lexicon(language)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"say": []}, "say must be a table"),
        ({"say": {"nouns": {"push": "push-up"}}}, "push must be a list"),
        ({"say": {"nouns": {"push": ["* up"]}}}, "must begin with a word"),
        ({"families": {"push_up": "legs"}}, "can't be of family"),
        ({"meanings": ["push = squat"]}, "is no exercise"),
        ({"known": None}, "known must be a list"),
    ],
)
def test_a_broken_lexicon_is_refused(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint.replace("*", r"\*")):
        build_lexicon("en", SMALL | change)


def _all_found(node: Node) -> list[Found]:
    below = [found for following in node.following.values() for found in _all_found(following)]
    return [*node.found, *below]


def test_a_languages_customs_are_data() -> None:
    customs = build_lexicon("en", SMALL).customs

    assert [token.text for token in tokens("Ann's N°5", customs)] == ["ann", "'s", "number", "5"]
    assert [token.text for token in tokens("Ann's", Customs())] == ["ann's"]


def test_every_meaning_is_said_with_known_names() -> None:
    lexicon = load_lexicon()
    names = {found.tag for found in _all_found(lexicon.phrases)}

    for meaning in lexicon.meanings:
        for said in meaning.said:
            assert {f"nouns.{said}", f"kinds.{said}"} & names
