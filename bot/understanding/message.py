"""A message laid out: its tokens, the phrases found in them, its clauses and sentences."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.understanding.lexicon import GAP, LONGEST_GAP, NOTHING, Found, Lexicon, Phrase, Start
from bot.understanding.mention import Mention
from bot.understanding.normalise import CHECK, CROSS, EMOJI, MOST_TOKENS, Kind, Token, tokens
from bot.understanding.spelling import is_slip, mended

LONGEST_PHRASE = 12
AROUND = 24
LONG_WORD = 8
ACTING = frozenset({"others.acting", "others.doing", "others.verb", "resets.done"})
EMPTY = (Token("", Kind.MARK),) * AROUND
SENTENCE_ENDS = frozenset(".!?;\n")
CLAUSE_ENDS = SENTENCE_ENDS | {",", "-", "(", ")", "+", EMOJI, CHECK, CROSS}


class Span(NamedTuple):
    """A phrase found at tokens `start` up to, not including, `end`."""

    start: int
    end: int
    tag: str
    group: str

    @property
    def name(self) -> str:
        return self.tag.partition(".")[2]


class Number(NamedTuple):
    """A value and where it ends; `whole` is False for a decimal."""

    value: int
    end: int
    tenths: float = 0.0

    @property
    def whole(self) -> bool:
        return not self.tenths


@dataclass(frozen=True, slots=True)
class Message:
    """Tokens with the phrases that start at each; `clauses` and `sentences` number the part each is in.

    `said` are the tags of all phrases in it, `groups` their groups, `marks` the marks, `strange` the
    places of words that the lexicon doesn't hold, names perhaps, `unheard` those of words in no phrase;
    `spans`, `numbers` and `mentions` remember what was looked up. A message that is `cut` was too long to
    be read to its end.

    `places` are the tokens and, like `starts`, some empty places behind them: there, and so at small
    negative indices too, nothing is said, so that looking around needs no care.
    """

    tokens: tuple[Token, ...]
    places: tuple[Token, ...]
    starts: tuple[Start, ...]
    said: frozenset[str]
    groups: frozenset[str]
    marks: frozenset[str]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    strange: tuple[int, ...] = ()
    unheard: tuple[int, ...] = ()
    cut: bool = False
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    numbers: dict[int, Number | None] = field(default_factory=dict)
    mentions: dict[int, Mention | None] = field(default_factory=dict)

    def has(self, *tags: str) -> bool:
        return not self.said.isdisjoint(tags)

    def find(self, *tags: str) -> tuple[Span, ...]:
        """All spans of these tags, tag by tag."""
        if len(tags) == 1:
            return self._find(tags[0]) if tags[0] in self.said else ()
        return tuple(span for tag in tags if tag in self.said for span in self._find(tag))

    def _find(self, tag: str) -> tuple[Span, ...]:
        if tag not in self.spans:
            self.spans[tag] = tuple(
                Span(index, index + found.length, tag, found.group)
                for index, start in enumerate(self.starts)
                if tag in start.tags
                for found in start.found
                if found.tag == tag
            )
        return self.spans[tag]

    def at(self, index: int, group: str) -> Span | None:
        """The longest span of a group that starts here."""
        found = self.starts[index].longest.get(group)
        return Span(index, index + found.length, found.tag, group) if found else None

    def tagged(self, index: int, *tags: str) -> bool:
        """Say whether a phrase of these tags starts here."""
        return not self.starts[index].tags.isdisjoint(tags)

    def follows(self, index: int, tag: str) -> bool:
        """Say whether a phrase of this tag ends right before a token."""
        return any(span.end == index for span in self.find(tag))

    def is_all(self, names: Collection[str], *, besides: Collection[int] = ()) -> bool:
        """Say whether phrases of these tags or groups, and the tokens `besides`, are all that was said."""
        index = 0
        while index < len(self.tokens):
            ends = (
                index + found.length
                for found in self.starts[index].found
                if found.tag in names or found.group in names
            )
            end = max(ends, default=index)
            if end == index and index not in besides and not self.is_mark(index):
                return False
            index = max(end, index + 1)
        return True

    def is_mark(self, index: int) -> bool:
        return self.places[index].kind is Kind.MARK

    def text(self, index: int) -> str:
        return self.places[index].text

    def is_number(self, index: int) -> bool:
        return self.places[index].kind is Kind.NUMBER

    def is_glued(self, index: int) -> bool:
        return self.places[index].glued


def lay_out(text: str, lexicon: Lexicon) -> Message:
    cut = tokens(text, lexicon.customs)
    said = mended(cut[:MOST_TOKENS], lexicon)
    starts = tuple([_start(said, index, lexicon) for index in range(len(said))])
    clauses, sentences = _parts(said, starts)
    return Message(
        tokens=said,
        places=said + EMPTY,
        starts=starts + (NOTHING,) * AROUND,
        said=frozenset().union(*[start.tags for start in starts]),
        groups=frozenset().union(*[start.groups for start in starts]),
        marks=frozenset([token.text for token in said if token.kind is Kind.MARK]),
        clauses=clauses,
        sentences=sentences,
        strange=tuple([at for at, token in enumerate(said) if _is_strange(token, lexicon)]),
        unheard=tuple(_unheard(said, starts, lexicon)),
        cut=len(cut) > MOST_TOKENS,
    )


def _start(said: Sequence[Token], index: int, lexicon: Lexicon) -> Start:
    """The phrases that start at a token: as deep into the tree as the words go, and those with a gap."""
    text = said[index].text
    node = lexicon.phrases.following.get(text)
    if node is None:
        return NOTHING
    for token in said[index + 1 : index + LONGEST_PHRASE]:
        deeper = node.following.get(token.text)
        if deeper is None:
            break
        node = deeper
    gapped = lexicon.gapped.get(text)
    more = tuple(_gapped(said, index, gapped)) if gapped else ()
    return node.start.extended(more) if more else node.start


def _is_strange(token: Token, lexicon: Lexicon) -> bool:
    """A long word with the ending of a verb or an adverb names nobody ("reluctantly")."""
    if token.kind is not Kind.WORD or token.text in lexicon.words:
        return False
    return len(token.text) < LONG_WORD or not token.text.endswith(lexicon.customs.nameless)


def _unheard(said: Sequence[Token], starts: Sequence[Start], lexicon: Lexicon) -> Iterator[int]:
    """The places of words that no phrase covers; a typo behind a number may only set the scene."""
    end = 0
    counted = False
    for index, start in enumerate(starts):
        end = max(end, index + start.reach)
        counted = counted or said[index].kind is Kind.NUMBER or "numbers" in start.groups
        if index < end or said[index].kind is not Kind.WORD:
            continue
        acts = index + 1 < len(said) and not starts[index + 1].tags.isdisjoint(ACTING)
        if acts or not counted or not is_slip(said[index].text, lexicon):
            yield index


def _gapped(said: Sequence[Token], start: int, phrases: Sequence[Phrase]) -> Iterator[Found]:
    for phrase in phrases:
        end = _match(said, start + 1, phrase, 1)
        if end:
            yield Found(end - start, phrase.tag, phrase.group)


def _match(said: Sequence[Token], index: int, phrase: Phrase, word: int) -> int:
    """Where a phrase that began ends, or 0; a gap never crosses the end of a clause."""
    while word < len(phrase.words) and phrase.words[word] != GAP:
        if index >= len(said) or said[index].text != phrase.words[word]:
            return 0
        index, word = index + 1, word + 1
    if word == len(phrase.words):
        return index
    for skipped in range(index, min(index + LONGEST_GAP + 1, len(said))):
        end = _match(said, skipped, phrase, word + 1)
        if end or said[skipped].text in CLAUSE_ENDS:
            return end
    return 0


def _is_break(said: Sequence[Token], index: int) -> bool:
    """A mark between glued digits (6.30, 10-8) breaks nothing."""
    return not (
        said[index].text in {".", "-", "+"}
        and 0 < index < len(said) - 1
        and said[index - 1].kind is Kind.NUMBER
        and said[index + 1].kind is Kind.NUMBER
        and said[index + 1].glued
    )


def _parts(said: Sequence[Token], starts: Sequence[Start]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The clause and the sentence that each token is in; a "but" begins a clause."""
    clause = sentence = 0
    clauses: list[int] = []
    sentences: list[int] = []
    for index, token in enumerate(said):
        clause += "links.but" in starts[index].tags
        clauses.append(clause)
        sentences.append(sentence)
        if token.text in CLAUSE_ENDS and _is_break(said, index):
            clause += 1
            sentence += token.text in SENTENCE_ENDS
    return tuple(clauses), tuple(sentences)
