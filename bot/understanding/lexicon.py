"""What people say: words and phrases with their tags, as one pure value that `bot/data` fills."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.domain.exercise import Family
from bot.understanding.normalise import Customs

GAP = "*"
LONGEST_GAP = 3


class Phrase(NamedTuple):
    """Words in a row and what they mean; a gap stands for up to three words of one clause."""

    words: tuple[str, ...]
    tag: str
    group: str


class Found(NamedTuple):
    """A phrase of so many tokens."""

    length: int
    tag: str
    group: str


@dataclass(frozen=True, slots=True)
class Start:
    """All phrases that start at one token; `longest` is the longest of each group, `reach` that of all."""

    found: tuple[Found, ...] = ()
    tags: frozenset[str] = frozenset()
    longest: Mapping[str, Found] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    reach: int = 0

    def extended(self, added: tuple[Found, ...]) -> "Start":
        longest = dict(self.longest)
        for one in added:
            if one.group not in longest or longest[one.group].length < one.length:
                longest[one.group] = one
        return Start(
            found=self.found + added,
            tags=self.tags | {one.tag for one in added},
            longest=longest,
            groups=frozenset(longest),
            reach=max(one.length for one in longest.values()),
        )


NOTHING = Start()


class Node:
    """A place in the tree of phrases: what ends here, and the words that may follow."""

    __slots__ = ("_start", "following", "found", "parent")

    def __init__(self, parent: "Node | None" = None) -> None:
        self.parent = parent
        self.found: tuple[Found, ...] = ()
        self.following: dict[str, Node] = {}
        self._start: Start | None = None

    def grown(self, word: str) -> "Node":
        """The node of a following word, made if it isn't there."""
        if word not in self.following:
            self.following[word] = Node(self)
        return self.following[word]

    @property
    def start(self) -> Start:
        """The phrases that end here or on the way to here; put together when they are first said."""
        if self._start is None:
            before = self.parent.start if self.parent else NOTHING
            self._start = before.extended(self.found) if self.found else before
        return self._start


def tree(phrases: Iterable[Phrase]) -> Node:
    """The tree of all phrases without a gap."""
    root = Node()
    for words, tag, group in phrases:
        node = root
        for word in words:
            node = node.grown(word)
        found = Found(len(words), tag, group)
        if found not in node.found:
            node.found += (found,)
    return root


@dataclass(frozen=True, slots=True)
class Meaning:
    """The exercise that a set of exercise words names; the first meaning that fits is taken."""

    said: frozenset[str]
    exercise: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One language's words; `gapped` are the phrases with a gap, by their first word.

    `words` are all words it knows, never mended; `mended` are those a typo may stand for, by length;
    `tails` end words that are written as two, and `scenery` are those whose typos mean nothing, by length.
    """

    language: str
    customs: Customs
    phrases: Node
    gapped: Mapping[str, tuple[Phrase, ...]]
    meanings: tuple[Meaning, ...]
    families: Mapping[str, Family]
    words: frozenset[str]
    mended: Mapping[int, tuple[str, ...]]
    joined: frozenset[str]
    tails: frozenset[str]
    scenery: Mapping[int, tuple[str, ...]]

    def family(self, exercise: str) -> Family:
        return self.families[exercise]
