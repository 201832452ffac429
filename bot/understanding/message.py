"""A message laid out: its tokens, the phrases found in them, its clauses and sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from bot.understanding.lexicon import GAP, LONGEST_GAP, Lexicon, Phrase
from bot.understanding.normalise import CHECK, CROSS, EMOJI, Kind, Token, tokens
from bot.understanding.spelling import mended

MOST_TOKENS = 300
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


@dataclass(frozen=True, slots=True)
class Message:
    """Tokens with their spans; `clauses` and `sentences` number the part that each token is in.

    `longest` holds the longest span of a group at a token, `tags` what phrases start where. A message
    that is `cut` was too long to be read to its end.
    """

    tokens: tuple[Token, ...]
    spans: Mapping[str, Sequence[Span]]
    longest: Mapping[tuple[int, str], Span]
    tags: AbstractSet[tuple[int, str]]
    known: AbstractSet[int]
    clauses: tuple[int, ...]
    sentences: tuple[int, ...]
    cut: bool = False

    def has(self, *tags: str) -> bool:
        return any(tag in self.spans for tag in tags)

    def find(self, *tags: str) -> tuple[Span, ...]:
        """All spans of these tags, tag by tag."""
        return tuple(span for tag in tags for span in self.spans.get(tag, ()))

    def at(self, index: int, group: str) -> Span | None:
        """The longest span of a group that starts here."""
        return self.longest.get((index, group))

    def tagged(self, index: int, *tags: str) -> bool:
        """Say whether a phrase of these tags starts here."""
        return index in self.known and any((index, tag) in self.tags for tag in tags)

    def spans_within(self, start: int, end: int) -> Iterator[Span]:
        return (span for spans in self.spans.values() for span in spans if start <= span.start < end)

    def text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_number(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.NUMBER

    def is_glued(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].glued


def lay_out(text: str, lexicon: Lexicon) -> Message:
    cut = tokens(text)
    said = mended(cut[:MOST_TOKENS], lexicon)
    spans = [span for index in range(len(said)) for span in _spans_at(said, index, lexicon)]
    by_tag: defaultdict[str, list[Span]] = defaultdict(list)
    longest: dict[tuple[int, str], Span] = {}
    for span in spans:
        by_tag[span.tag].append(span)
        place = (span.start, span.group)
        if place not in longest or longest[place].end < span.end:
            longest[place] = span
    breaks = [_is_break(said, index) for index in range(len(said))]
    return Message(
        tokens=said,
        spans=by_tag,
        longest=longest,
        tags={(span.start, span.tag) for span in spans},
        known={span.start for span in spans},
        clauses=_parts(said, breaks, CLAUSE_ENDS, {span.start for span in by_tag.get("links.but", ())}),
        sentences=_parts(said, breaks, SENTENCE_ENDS, set()),
        cut=len(cut) > MOST_TOKENS,
    )


def _spans_at(said: Sequence[Token], start: int, lexicon: Lexicon) -> Iterable[Span]:
    for phrase in lexicon.phrases.get(said[start].text, ()):
        end = _match(said, start + 1, phrase, 1)
        if end:
            yield Span(start, end, phrase.tag, phrase.group)


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
        said[index].text in {".", ",", "-", "+"}
        and 0 < index < len(said) - 1
        and said[index - 1].kind is Kind.NUMBER
        and said[index + 1].kind is Kind.NUMBER
        and said[index].text != ","
        and said[index + 1].glued
    )


def _parts(
    said: Sequence[Token], breaks: Sequence[bool], ends: frozenset[str], starts: set[int]
) -> tuple[int, ...]:
    part = 0
    parts: list[int] = []
    for index, token in enumerate(said):
        part += index in starts
        parts.append(part)
        part += token.text in ends and breaks[index]
    return tuple(parts)
