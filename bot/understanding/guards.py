"""Guards: where a message doesn't tell of work that the athlete has done.

A plan, a wish, a question, a denial, another person's work or a quotation blocks the words in its
reach, so that none of them is written down. What is done later in the sentence ends the reach.
"""

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from bot.understanding.exercises import mention_at
from bot.understanding.message import CLAUSE_ENDS, SENTENCE_ENDS, Message, Span
from bot.understanding.normalise import CHECK, CROSS, EMOJI, Kind
from bot.understanding.questions import questioned


class Guard(StrEnum):
    """Why words aren't a report. `no` is a "no" before a noun: its reach is one clause."""

    GOAL = "goal"
    FUTURE = "future"
    WISH = "wish"
    ABLE = "able"
    IF = "if"
    NOT = "not"
    NO = "no"
    HABIT = "habit"
    OTHERS = "others"
    QUOTE = "quote"
    QUESTION = "question"
    JOKE = "joke"


FARTHEST_VERB = 10
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
    for start, end in _quoted(message):
        blocks.block(Guard.QUOTE, start, end)
    for start, end in questioned(message):
        blocks.block(Guard.QUESTION, start, end)
    hidden = _hidden(message)
    for span, kind in _spans(message, hidden):
        _block_forward(blocks, span, kind)
    for span in message.find("guards.around", *(["guards.evening"] if evening_ahead else [])):
        if span.start not in hidden:
            _block_around(blocks, span)
    for span in message.find("guards.ending"):
        if _closes_sentence(message, span):
            _block_around(blocks, span)
    if message.has("guards.whole") and not message.has("resets.done"):
        blocks.block(Guard.FUTURE, 0, len(message.tokens))
    for span in message.find("guards.opinion"):
        if span.start not in hidden and _is_judged(message, span):
            _block_around(blocks, span)
    for span in message.find("guards.left"):
        if _closes_clause(message, span):
            _block_left(blocks, span)
    _block_crossed(blocks)
    return tuple(blocks.reasons)


def _hidden(message: Message) -> AbstractSet[int]:
    """The tokens of set phrases like "not bad", which guard nothing."""
    phrases = message.find("shadows.shadow", "effort.hard", "effort.easy", "effort.ok", "pain.gone")
    return {index for span in phrases for index in range(span.start, span.end)}


def _spans(message: Message, hidden: AbstractSet[int]) -> Iterator[tuple[Span, Guard]]:
    """Guard phrases that stand for themselves, kind by kind."""
    for kind in Guard:
        inner = -1
        for span in message.find(f"guards.{kind}"):
            if span.start >= inner and span.start not in hidden and _holds(message, span, kind):
                yield span, kind
            inner = max(inner, span.end)
    for span in message.find("others.verb"):
        if span.start and _is_name(message, span.start - 1):
            yield Span(span.start - 1, span.start, "guards.others", "guards"), Guard.OTHERS
    for span in message.find("others.start"):
        if span.start not in hidden and (end := _strangers_end(message, span)):
            yield Span(span.start, end, "guards.others", "guards"), Guard.OTHERS
    for span in message.find("guards.order"):
        if span.start not in hidden and _opens_clause(message, span.start):
            yield span, Guard.FUTURE


def _strangers_end(message: Message, span: Span) -> int:
    """Where the subject of "some dude at the park knocked out 25" ends; 0 where nobody else acts."""
    if not _begins_clause(message, span.start) or message.tagged(span.start - 2, "resets.me"):
        return 0
    for index in range(span.end, min(span.end + FARTHEST_VERB // 2, len(message.tokens))):
        if index > span.end and message.tagged(index, "others.acting"):
            return index
        plain = message.text(index).isalpha() and message.clauses[index] == message.clauses[span.start]
        if not plain or message.tagged(index, "others.never") or mention_at(message, index):
            return 0
    return 0


def _begins_clause(message: Message, index: int) -> bool:
    return (
        index == 0
        or message.clauses[index - 1] != message.clauses[index]
        or message.tagged(index - 1, "links.and", "questions.lead")
    )


def _is_name(message: Message, index: int) -> bool:
    """A word that the lexicon doesn't know, where a clause begins: somebody's name ("Ann did 20")."""
    return _begins_clause(message, index) and message.tokens[index].kind is Kind.WORD and not message.is_known(index)


def _holds(message: Message, span: Span, kind: Guard) -> bool:
    """Others only count as those who act; a "no" only before work, elsewhere it is an answer."""
    if kind is Guard.OTHERS:
        return _is_subject(message, span)
    if kind is Guard.NO:
        named = mention_at(message, span.end) is not None or message.is_number(span.end)
        return named or message.tagged(span.end, "done.object", "links.more")
    return True


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
        parted = (
            parted or message.text(index) in _PARTING or message.tagged(index, "links.but", "links.then")
        )
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


def _is_subject(message: Message, span: Span) -> bool:
    """Another person does something: not "with my wife", not "my wife and I", not "like my brother"."""
    if message.tagged(span.start - 1, "others.not_after") or message.tagged(span.end, "others.not_before"):
        return False
    clause = message.clauses[span.start]
    following = range(span.end, min(span.end + FARTHEST_VERB, len(message.tokens)))
    return any(
        message.clauses[index] == clause
        and (
            message.is_number(index) or message.tagged(index, "others.doing") or message.at(index, "numbers")
        )
        for index in following
    )


def _opens_clause(message: Message, index: int) -> bool:
    while (
        index
        and (message.tagged(index - 1, "questions.lead") or message.text(index - 1) == ":")
        and message.clauses[index - 1] == message.clauses[index]
    ):
        index -= 1
    return (
        index == 0
        or message.clauses[index - 1] != message.clauses[index]
        or message.tagged(index - 1, "links.then")
    )


def _block_around(blocks: _Blocks, span: Span) -> None:
    """ "10 pushups tomorrow": what is said before and behind it in the clause, or in the sentence."""
    message = blocks.message
    if span.start < blocks.reached_around:
        return
    end = _reach(message, span, Guard.FUTURE)
    blocks.reached_around = end
    blocks.block(Guard.FUTURE, _begin(message, span), end)


def _closes_sentence(message: Message, span: Span) -> bool:
    """ "ok 10 pushups it is", where no work is told behind it."""
    end = next((at for at in range(span.end, len(message.tokens)) if message.text(at).isalnum()), len(message.tokens))
    return not message.cut and (end >= len(message.tokens) or message.sentences[end] != message.sentences[span.start])


def _is_judged(message: Message, span: Span) -> bool:
    """ "10 push-ups is too easy": what an amount is like, not that it was done."""
    near = range(max(span.start - FARTHEST_VERB // 3, 0), span.start)
    amount = any(
        (mention := mention_at(message, index)) is not None and mention.end == span.start for index in near
    )
    behind = range(span.end, min(span.end + FARTHEST_VERB // 3, len(message.tokens)))
    return (amount or message.is_number(span.start - 1)) and not any(
        message.tagged(index, "opinion.not", "resets.done") for index in behind
    )


def _closes_clause(message: Message, span: Span) -> bool:
    end = span.end
    return end >= len(message.tokens) or not message.text(end).isalnum() or message.tagged(end, "links.but")


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


def _quoted(message: Message) -> Iterator[tuple[int, int]]:
    """Between a pair of quotation marks, or on a line that begins with >."""
    marks = [index for index, token in enumerate(message.tokens) if token.text == '"']
    yield from zip(marks[::2], marks[1::2], strict=False)
    for index, token in enumerate(message.tokens):
        if token.text == ">" and (index == 0 or message.text(index - 1) == "\n"):
            end = index
            while end < len(message.tokens) and message.text(end) != "\n":
                end += 1
            yield index, end
