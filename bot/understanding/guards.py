"""Guards: where a message doesn't tell of work that the athlete has done.

A plan, a wish, a question, a denial, another person's work or a quotation blocks the words in its
reach, so that none of them is written down. What is done later in the sentence ends the reach.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from bot.understanding.cues import Guard, around_cues, forward_cues, quoted, remainder_cues
from bot.understanding.message import CLAUSE_ENDS, SENTENCE_ENDS, Message, Span
from bot.understanding.normalise import CHECK, CROSS, EMOJI
from bot.understanding.questions import questioned

_PARTING = CLAUSE_ENDS | {":"}
_MARKED = SENTENCE_ENDS | {",", CHECK, CROSS, EMOJI}
_ENDED_AT_ONCE = frozenset({Guard.GOAL, Guard.ABLE})
_ENDED_BY_BUT = frozenset({Guard.GOAL, Guard.WISH, Guard.NOT, Guard.NO, Guard.ABLE})


@dataclass(slots=True)
class _Blocks:
    """The reasons found so far, token by token, and how far each guard reaches already."""

    message: Message
    reasons: list[Guard | None]
    reached: dict[Guard, int] = field(default_factory=dict)
    reached_around: int = 0

    def block(self, guard: Guard, start: int, end: int) -> None:
        for index in range(start, end):
            self.reasons[index] = self.reasons[index] or guard


def guard(message: Message, *, evening_ahead: bool = False) -> tuple[Guard | None, ...]:
    """Give the reason, if any, why each token tells of no work done; "tonight" can lie ahead."""
    blocks = _Blocks(message, [None] * len(message.tokens))
    if message.has("guards.joke"):
        blocks.block(Guard.JOKE, 0, len(message.tokens))
    for start, end in quoted(message):
        blocks.block(Guard.QUOTE, start, end)
    for start, end in questioned(message):
        blocks.block(Guard.QUESTION, start, end)
    for span, kind in forward_cues(message):
        _block_forward(blocks, span, kind)
    for span in around_cues(message, evening_ahead=evening_ahead):
        _block_around(blocks, span)
    for span in remainder_cues(message):
        _block_left(blocks, span)
    _block_crossed(blocks)
    if message.has("guards.whole") and not message.has("resets.done"):
        blocks.block(Guard.FUTURE, 0, len(message.tokens))
    return tuple(blocks.reasons)


def _block_forward(blocks: _Blocks, span: Span, kind: Guard) -> None:
    if span.start < blocks.reached.get(kind, 0):
        return
    end = _reach(blocks.message, span, kind)
    blocks.reached[kind] = end
    blocks.block(kind, span.start, end)


def _reach(message: Message, span: Span, kind: Guard) -> int:
    """Where a guard ends: at the sentence's end, or before work that is told as done."""
    parted = joined = False
    for index in range(span.end, len(message.tokens)):
        if _ends_sentence(message, index):
            return index
        parted = parted or message.text(index) in _PARTING or message.tagged(index, "links.but", "links.then")
        far = parted or (joined and kind is Guard.OTHERS) or _follows_and(message, index)
        if _ends(message, index, kind, parted=far) or (parted and kind is Guard.NO):
            return index
        joined = joined or message.tagged(index, "links.and")
    return len(message.tokens)


def _ends_sentence(message: Message, index: int) -> bool:
    """A line that ends with a colon goes on in the next one ("plan for today:")."""
    following = min(index + 1, len(message.tokens) - 1)
    if message.text(index) not in SENTENCE_ENDS or message.sentences[index] == message.sentences[following]:
        return False
    return message.text(index) != "\n" or message.text(index - 1) != ":"


def _follows_and(message: Message, index: int) -> bool:
    """ "didn't do push-ups and did 5 chins", with an "I" between or not."""
    before = index - 1 - message.tagged(index - 1, "resets.me")
    return message.tagged(before, "links.and")


def _ends(message: Message, index: int, kind: Guard, *, parted: bool) -> bool:
    if message.tagged(index, "links.but"):
        return kind in _ENDED_BY_BUT
    if kind is Guard.OTHERS:
        return parted and message.tagged(index, "resets.me")
    if kind is Guard.HABIT and message.tagged(index, "resets.now"):
        return True
    done = message.tagged(index, "resets.done", "resets.only")
    return done and (parted or kind in _ENDED_AT_ONCE or message.tagged(index, "resets.only"))


def _block_around(blocks: _Blocks, span: Span) -> None:
    """ "10 pushups tomorrow": what is said before and behind it in the clause, or in the sentence."""
    message = blocks.message
    if span.start < blocks.reached_around:
        return
    end = _reach(message, span, Guard.FUTURE)
    blocks.reached_around = end
    blocks.block(Guard.FUTURE, _begin(message, span), end)


def _begin(message: Message, span: Span) -> int:
    clause = bisect_left(message.clauses, message.clauses[span.start])
    told = [found.start for found in message.find("resets.done") if found.start < span.start]
    if any(clause <= start for start in told):
        ands = [
            found.end
            for found in message.find("links.and", "links.then")
            if clause <= found.start < span.start
        ]
        return max(ands, default=span.start)
    sentence = bisect_left(message.sentences, message.sentences[span.start])
    trails = any(
        message.is_number(index) or message.at(index, "numbers") for index in range(clause, span.start)
    )
    return sentence if trails and not any(sentence <= start for start in told) else clause


def _block_left(blocks: _Blocks, span: Span) -> None:
    """ "8 down, 4 to go": the work still to come is what was named right before."""
    message = blocks.message
    clause = message.clauses[span.start]
    start = span.start
    while start and message.clauses[start - 1] == clause and not message.tagged(start - 1, "links.and"):
        start -= 1
        if message.is_number(start) or message.at(start, "numbers"):
            break
    blocks.block(Guard.FUTURE, start, span.end)


def _block_crossed(blocks: _Blocks) -> None:
    """ "pushups ✅ negatives ❌": a cross denies what stands before it, up to the last mark."""
    message = blocks.message
    for index, token in enumerate(message.tokens):
        if token.text == CROSS:
            start = index
            while start and message.text(start - 1) not in _MARKED:
                start -= 1
            blocks.block(Guard.NOT, start, index)
