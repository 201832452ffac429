"""The exercise words that are said in one place of a message."""

from typing import NamedTuple

UNKNOWN = "unknown"
SURFACE = "surface"


class Mention(NamedTuple):
    """The exercise words said in one place. `nouns` are empty where only a kind was named ("12 wide")."""

    start: int
    end: int
    nouns: frozenset[str]
    kinds: frozenset[str]
    one: bool = False

    @property
    def is_unknown(self) -> bool:
        """Say whether it names what the coach doesn't know, or a surface that makes it so."""
        return not {UNKNOWN, SURFACE}.isdisjoint(self.nouns | self.kinds)

    def sharing(self, nouns: frozenset[str]) -> "Mention":
        """The same kind with the noun that another mention said."""
        return self if self.nouns else self._replace(nouns=nouns)
