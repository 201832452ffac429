"""Guards: where a message doesn't tell of work that the athlete has done.

A plan, a wish, a question, a denial, another person's work or a quotation blocks the words in its
reach, so that none of them is written down. What is done later in the sentence ends the reach.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from bot.understanding.amounts import amount_start, is_named
from bot.understanding.cues import Guard, around_cues, forward_cues, quoted, remainder_cues
from bot.understanding.message import CLAUSE_ENDS, SENTENCE_ENDS, Message, Span
from bot.understanding.normalise import CHECK, CROSS, EMOJI
from bot.understanding.numbers import number_at
from bot.understanding.questions import questioned
from bot.understanding.wholes import is_answer, is_taken_back, scheduled

_JOINING = frozenset({"&", "+", ",", ";"})
_PARTING = CLAUSE_ENDS | {":"}
_MARKED = SENTENCE_ENDS | {",", CHECK, CROSS, EMOJI}
_ENDED_AT_ONCE = frozenset({Guard.GOAL, Guard.ABLE, Guard.PROMISE})
_PARTING_WORDS = ("links.but", "links.then", "links.so")
_ENDED_BEHIND = frozenset({Guard.GOAL, Guard.WISH, Guard.NOT, Guard.NO, Guard.ABLE})
_IN_BASE_FORM = frozenset({Guard.FUTURE, Guard.WISH, Guard.IF, Guard.PROMISE, Guard.ABLE})
_ENDED_BY_TODAY = frozenset({Guard.GOAL, Guard.ABLE})
_ENDED_BY_SO = frozenset({Guard.IF, Guard.NOT, Guard.ABLE, Guard.GOAL})
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
    _block_said(blocks)
    for span, kind in forward_cues(message):
        _block_forward(blocks, span, kind)
    for span, kind in around_cues(message, evening_ahead=evening_ahead):
        _block_around(blocks, span, kind)
    for span in remainder_cues(message):
        _block_left(blocks, span)
    _block_crossed(blocks)
    if any(is_answer(message, span) for span in message.find("guards.whole")):
        blocks.block(Guard.FUTURE, 0, len(message.tokens))
    return tuple(blocks.reasons)


def _block_said(blocks: _Blocks) -> None:
    """What is a joke, a quotation, a plan over days or a question, as a whole."""
    message = blocks.message
    if any(not is_taken_back(message, span) for span in message.find("guards.joke")):
        blocks.block(Guard.JOKE, 0, len(message.tokens))
    for begin, end in (*quoted(message), *scheduled(message)):
        blocks.block(Guard.QUOTE, begin, end)
    for begin, end in questioned(message):
        blocks.block(Guard.QUESTION, begin, end)


def _block_forward(blocks: _Blocks, span: Span, kind: Guard) -> None:
    if span.start < blocks.reached.get(kind, 0):
        return
    end = _reach(blocks.message, span, kind)
    blocks.reached[kind] = end
    blocks.block(kind, span.start, end)


def _reach(message: Message, span: Span, kind: Guard) -> int:
    """Where a guard ends: at the sentence's end, or before work that is told as done."""
    parted = joined = False
    told = _told_behind(message) if kind in _ENDED_BEHIND else frozenset()
    for index in range(span.end, len(message.tokens)):
        if _ends_sentence(message, index):
            return index
        parted = parted or message.text(index) in _PARTING or message.tagged(index, *_PARTING_WORDS)
        far = parted or (joined and kind is Guard.OTHERS) or _follows_and(message, index)
        if _ends(message, index, kind, parted=far) or (parted and kind is Guard.NO):
            return index
        if (
            parted
            and kind is Guard.NOT
            and message.is_number(index)
            and message.tagged(span.start, "effort.failed")
        ):
            return index
        if message.clauses[index] in told and message.clauses[index] != message.clauses[span.start]:
            return index
        joined = joined or message.tagged(index, "links.and") or message.is_number(index)
    return len(message.tokens)


def _told_behind(message: Message) -> frozenset[int]:
    """The clauses that say at their end that something was done ("11 push-ups was all I had")."""
    return frozenset(message.clauses[span.start] for span in message.find("resets.behind"))


def _ends_sentence(message: Message, index: int) -> bool:
    """A line that ends with a colon goes on in the next one ("plan for today:")."""
    following = min(index + 1, len(message.tokens) - 1)
    if message.text(index) not in SENTENCE_ENDS or message.sentences[index] == message.sentences[following]:
        return False
    return message.text(index) != "\n" or message.text(index - 1) != ":"


def _follows_and(message: Message, index: int) -> bool:
    """ "didn't do push-ups and did 5 chins", with an "I" between or not."""
    before = index - 1 - message.tagged(index - 1, "resets.me")
    return message.tagged(before, "links.and") and not message.tagged(before - 1, "guards.try")


def _counts_rounds(message: Message, index: int) -> bool:
    """The 5 of "AMRAP, 12 minutes: 5 rounds of 8"."""
    number = number_at(message, index)
    return number is not None and message.tagged(number.end, "links.rounds")


def _follows_so(message: Message, index: int) -> bool:
    """The 9 of "would have done 12 if it hadn't rained, so 9"."""
    counts = message.is_number(index) or message.at(index, "numbers") is not None
    return counts and message.tagged(index - 1, "links.so") and message.text(index - 2) in CLAUSE_ENDS


def _ends(message: Message, index: int, kind: Guard, *, parted: bool) -> bool:
    if message.tagged(index, "links.but"):
        return kind in _ENDED_BY_BUT
    if kind is Guard.OTHERS:
        acts = message.tagged(index, "resets.i") and message.tagged(index + 1, "resets.done", "resets.only")
        return acts or message.tagged(index, "links.so") or (parted and message.tagged(index, "resets.me"))
    if kind is Guard.HABIT and (message.tagged(index, "resets.now") or _counts_rounds(message, index)):
        return True
    if kind in _ENDED_BY_TODAY and parted and message.tagged(index, "resets.today"):
        return True
    if kind in _ENDED_BY_SO and _follows_so(message, index):
        return True
    done = message.tagged(index, "resets.done", "resets.only")
    if (
        kind in _IN_BASE_FORM
        and message.tagged(index, "resets.base")
        and not message.tagged(index - 1, "resets.i")
    ):
        return False
    return done and (parted or kind in _ENDED_AT_ONCE or message.tagged(index, "resets.only"))


def _block_around(blocks: _Blocks, span: Span, kind: Guard) -> None:
    """ "10 pushups tomorrow": what is said before and behind it in the clause, or in the sentence."""
    message = blocks.message
    if span.start < blocks.reached_around:
        return
    end = _today_again(
        message,
        span.end,
        _reach(message, span, Guard.FUTURE),
        since=message.tagged(span.start, "guards.since"),
    )
    blocks.reached_around = end
    blocks.block(kind, _begin(message, span), end)


def _today_again(message: Message, start: int, end: int, *, since: bool) -> int:
    """The today of "15 kg down since January & today 7 push-ups" is told of for itself.

    So is what follows the "and" of "12 kg down since January and 15 push-ups today".
    """
    days = [at for at in range(start, end) if message.tagged(at, "resets.again")]
    joined = (at for at in days if _joins(message, at - 1))
    after_all = (at for at in range(start, min(days, default=start)) if since and _joins(message, at))
    return min((*joined, *after_all), default=end)


def _joins(message: Message, index: int) -> bool:
    return message.tagged(index, "links.and") or message.text(index) in _JOINING


def _begin(message: Message, span: Span) -> int:
    if message.tagged(span.start, "guards.moved") or _undoes_all(message, span):
        return bisect_left(message.sentences, message.sentences[span.start])
    clause = bisect_left(message.clauses, message.clauses[span.start])
    if message.tagged(clause, "guards.sum"):
        return clause
    told = [found.start for found in message.find("resets.done") if found.start < span.start]
    if message.tagged(span.start, "guards.over", "guards.habitual"):
        told = []
    if any(clause <= start for start in told):
        ands = [
            found.end
            for found in message.find("links.and", "links.then")
            if clause <= found.start < span.start
        ]
        return max(ands, default=span.start)
    if any(clause <= found.start < span.start for found in message.find("guards.future")):
        return clause
    sentence = bisect_left(message.sentences, message.sentences[span.start])
    today = [found.end for found in message.find("resets.again") if sentence <= found.start < clause]
    sentence = max(today, default=sentence)
    trails = any(
        message.is_number(index) or message.at(index, "numbers") for index in range(clause, span.start)
    )
    return sentence if trails and not any(sentence <= start for start in told) else clause


def _undoes_all(message: Message, span: Span) -> bool:
    """ "Got the mat out for 15 but never started": no amount before it was told as done."""
    return message.tagged(span.start, "guards.unbegun") and not any(
        done.start < span.start and number_at(message, done.end) for done in message.find("resets.done")
    )


def _block_left(blocks: _Blocks, span: Span) -> None:
    """ "8 down, 4 to go": the work still to come is what was named right before.

    Of "12 push-ups and 4 chins to go" all of it is.
    """
    message = blocks.message
    start = amount_start(message, span.start, message.clauses[span.start])
    while start > 1 and message.tagged(start - 1, "links.and") and is_named(message, start, span.start):
        before = amount_start(message, start - 1, message.clauses[start - 1])
        if not is_named(message, before, start - 1):
            break
        start = before
    blocks.block(Guard.FUTURE, start, span.end)


def _block_crossed(blocks: _Blocks) -> None:
    """ "pushups ✅ negatives ❌": a cross denies what stands before it, up to the last mark."""
    message = blocks.message
    if CROSS not in message.marks:
        return
    for index in [index for index, token in enumerate(message.tokens) if token.text == CROSS]:
        start = index
        while start and message.text(start - 1) not in _MARKED:
            start -= 1
        blocks.block(Guard.NOT, start, index)
