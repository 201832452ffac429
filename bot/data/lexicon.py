"""The reader of `lexicon.<language>.toml`: what people say, checked where it enters."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from bot.domain.exercise import Family
from bot.understanding.lexicon import GAP, Lexicon, Meaning, Phrase, tree
from bot.understanding.normalise import Customs, tokens

SHORTEST_MENDED = 4


class LexiconError(Exception):
    """The lexicon's file holds something that no reader knows."""


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    source = files("bot.data").joinpath(f"lexicon.{language}.toml")
    if not language.isalpha() or not source.is_file():
        raise LexiconError(f"no lexicon for language {language!r}")
    return build_lexicon(language, tomllib.loads(source.read_text(encoding="utf-8")))


def build_lexicon(language: str, data: Mapping[str, object]) -> Lexicon:
    """Build a lexicon of checked data: `say` holds phrases by group and name."""
    said = _table(data, "say")
    apart = frozenset(_strings(data, "apart"))
    customs = Customs(
        endings=tuple(_strings(data, "endings")),
        folded=tuple(_pairs(data, "folded")),
        nameless=tuple(_strings(data, "nameless")),
    )
    phrases = [
        Phrase(words, f"{group}.{name}", group)
        for group in said
        for name in _table(said, group)
        for text in _strings(_table(said, group), name)
        for words in _variants(text, apart, customs)
    ]
    families = {exercise: _family(exercise, family) for exercise, family in _table(data, "families").items()}
    known = {word for phrase in phrases for word in phrase.words} | set(_strings(data, "known"))
    groups = frozenset(_strings(data, "mended"))
    joined = frozenset(_strings(data, "joined"))
    return Lexicon(
        language=language,
        customs=customs,
        phrases=tree(phrase for phrase in phrases if GAP not in phrase.words),
        gapped=_by_first_word(phrase for phrase in phrases if GAP in phrase.words),
        meanings=tuple(_meanings(data, families)),
        families=families,
        words=frozenset(known),
        mended=_by_length(_single_words(phrases, groups)),
        joined=frozenset(_single_words(phrases, joined)),
        tails=frozenset(_single_words(phrases, frozenset(_strings(data, "tails")))),
        scenery=_by_length(_single_words(phrases, frozenset(_strings(data, "scenery")))),
    )


def _variants(text: str, apart: frozenset[str], customs: Customs) -> Iterable[tuple[str, ...]]:
    """A phrase as written, run together where it has a hyphen, and without its apostrophe."""
    forms = {text, text.replace("-", "")}
    if "'" in text:
        forms |= {form.replace("'", "") for form in forms if form.replace("'", "") not in apart}
    for form in sorted(forms):
        words = _words(form, customs)
        if not words or words[0] == GAP:
            raise LexiconError(f"a phrase must begin with a word: {text!r}")
        yield words


def _words(form: str, customs: Customs) -> tuple[str, ...]:
    """As a message's tokens; nearly all phrases are plain words, which need no cutting."""
    if form.isascii() and form.islower() and form.replace(" ", "").isalpha():
        return tuple(form.split())
    if form in customs.endings:
        return (form,)
    return tuple(token.text for token in tokens(form, customs))


def _single_words(phrases: Iterable[Phrase], groups: AbstractSet[str]) -> Iterable[str]:
    """Phrases of one word; those of several have common words in them."""
    return (
        phrase.words[0]
        for phrase in phrases
        if {phrase.group, phrase.tag} & groups and len(phrase.words) == 1
    )


def _by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    by_word: defaultdict[str, dict[Phrase, None]] = defaultdict(dict)
    for phrase in phrases:
        by_word[phrase.words[0]][phrase] = None
    return {word: tuple(found) for word, found in by_word.items()}


def _by_length(words: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    by_length: defaultdict[int, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST_MENDED:
            by_length[len(word)].add(word)
    return {length: tuple(sorted(found)) for length, found in by_length.items()}


def _meanings(data: Mapping[str, object], families: Mapping[str, Family]) -> Iterable[Meaning]:
    for text in _strings(data, "meanings"):
        said, _, exercise = text.partition(" = ")
        if exercise not in families and exercise != "unknown":
            raise LexiconError(f"meanings: {exercise!r} is no exercise")
        yield Meaning(frozenset(said.split()), exercise)


def _family(exercise: str, family: object) -> Family:
    try:
        return Family(str(family))
    except ValueError as error:
        raise LexiconError(f"families: {exercise} can't be of family {family!r}") from error


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    table = data.get(key)
    if not isinstance(table, dict):
        raise LexiconError(f"{key} must be a table")
    return table


def _pairs(data: Mapping[str, object], key: str) -> Iterable[tuple[str, str]]:
    for form, fold in _table(data, key).items():
        yield form, str(fold)


def _strings(data: Mapping[str, object], key: str) -> Iterable[str]:
    entries = data.get(key)
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise LexiconError(f"{key} must be a list of texts")
    return entries
