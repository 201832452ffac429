"""Exercises as said: which words name one, and which exercise that is for this athlete."""

from collections.abc import Sequence
from functools import lru_cache

from bot.domain.exercise import Family
from bot.understanding.lexicon import Lexicon
from bot.understanding.mention import Mention
from bot.understanding.message import Message, Span
from bot.understanding.reading import Context

VARIATIONS = frozenset({"wide_push_up", "narrow_push_up"})
ASSISTED = "assisted_negative"


def mention_at(message: Message, index: int) -> Mention | None:
    """Read the exercise that starts here: kinds, nouns, and what may follow ("on my knees")."""
    if index not in message.mentions:
        message.mentions[index] = _read(message, index)
    return message.mentions[index]


def _read(message: Message, index: int) -> Mention | None:
    spans: list[Span] = []
    end = index
    while span := message.at(end, "nouns") or message.at(end, "kinds"):
        spans.append(span)
        end = span.end
    while spans and (span := _afterthought(message, end, has_noun=any(s.group == "nouns" for s in spans))):
        spans.append(span)
        end = span.end
    if not spans:
        return None
    if all(span.group == "kinds" for span in spans):
        end += message.tagged(end, "kinds_ones.one")
    nouns = frozenset(span.name for span in spans if span.group == "nouns")
    kinds = frozenset(span.name for span in spans if span.group == "kinds")
    last = spans[-1] if spans[-1].group == "nouns" else spans[0]
    return Mention(
        index, end, nouns, kinds, one=any(message.tagged(at, "singular.one") for at in _starts(spans, last))
    )


def _starts(spans: Sequence[Span], last: Span) -> tuple[int, ...]:
    return tuple(span.start for span in spans if span.group == "nouns") or (last.start,)


def _afterthought(message: Message, end: int, *, has_noun: bool) -> Span | None:
    """A kind that trails its noun ("push ups on my knees", "pull-ups (strict)")."""
    start = end + (message.text(end) == "(")
    span = message.at(start, "kinds")
    if span and has_noun and (span.end - span.start > 1 or message.text(span.end) in {")", ":", ""}):
        return span
    return None


def meaning(mention: Mention, context: Context, lexicon: Lexicon) -> str | None:
    """The exercise meant; UNKNOWN where the coach doesn't know it, None where the family isn't said."""
    rung = context.rungs.get(Family.PULL)
    said = mention.nouns | mention.kinds
    if rung == ASSISTED and ("negative" in said or "assisted" in said) and not mention.is_unknown:
        return ASSISTED
    named = _named(said, lexicon)
    return bare(named, context, lexicon) if isinstance(named, Family) else named


@lru_cache(maxsize=1024)
def _named(said: frozenset[str], lexicon: Lexicon) -> str | Family | None:
    """The exercise that some words always mean, else the family that they name."""
    for rule in lexicon.meanings:
        if rule.said <= said:
            return rule.exercise
    return next((family for family in Family if family in said), None)


def bare(family: Family, context: Context, lexicon: Lexicon) -> str:
    """What the bare family word means here: the exercise asked about, else the rung.

    A wide or narrow rung is only meant when it is named or asked about.
    """
    asked = context.asked
    if asked and lexicon.families.get(asked) is family and asked != "chin_up":
        return asked
    rung = context.rungs.get(family)
    if rung is None:
        return "push_up" if family is Family.PUSH else "pull_up"
    return "push_up" if rung in VARIATIONS else rung
