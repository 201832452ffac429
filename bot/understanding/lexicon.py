"""What people say: words and phrases with their tags, as one pure value that `bot/data` fills."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.exercise import Family

GAP = "*"
LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row and what they mean; a gap stands for up to three words of one clause."""

    words: tuple[str, ...]
    tag: str
    group: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """The exercise that a set of exercise words names; the first meaning that fits is taken."""

    said: frozenset[str]
    exercise: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words. `phrases` are sorted by their first word.

    `words` are all words it knows, never mended; `mended` are those a typo may stand for, by length.
    """

    language: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    meanings: tuple[Meaning, ...]
    families: Mapping[str, Family]
    words: frozenset[str]
    mended: Mapping[int, tuple[str, ...]]
    joined: frozenset[str]

    def family(self, exercise: str) -> Family:
        return self.families[exercise]
