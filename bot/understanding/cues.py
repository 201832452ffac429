"""The words that guard: which phrases of a message say that no work of the athlete's is told of."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from bot.understanding.amounts import ends_amount
from bot.understanding.exercises import mention_at
from bot.understanding.message import Message, Span
from bot.understanding.numbers import number_at
from bot.understanding.others import STRANGER, is_subject, strangers

NEAR = 3


class Guard(StrEnum):
    """Why words aren't a report of one day's work.

    `no` is a "no" before a noun: its reach is one clause. `period` is a total over days.
    """

    GOAL = "goal"
    FUTURE = "future"
    WISH = "wish"
    ABLE = "able"
    IF = "if"
    NOT = "not"
    NO = "no"
    HABIT = "habit"
    PROMISE = "promise"
    OTHERS = "others"
    QUOTE = "quote"
    QUESTION = "question"
    PERIOD = "period"
    JOKE = "joke"


_QUOTING = frozenset({'"', ">"})
_FORWARD: Mapping[Guard, str] = {
    kind: f"guards.{kind}" for kind in (Guard.OTHERS, *Guard) if kind is not Guard.JOKE
}
_CUED_BY = {
    Guard.FUTURE: ("guards.order", "guards.memo", "prelude.before", "prelude.setup"),
    Guard.ABLE: ("copula.is",),
    Guard.GOAL: ("correct.should",),
}


def forward_cues(message: Message) -> Iterator[tuple[Span, Guard]]:
    """Phrases that guard what follows them, kind by kind, each from the message's start to its end."""
    hidden = _hidden(message)
    hidden |= {at for span in message.find("guards.promise") for at in range(span.start + 1, span.end)}
    for kind, tag in _FORWARD.items():
        if tag not in message.said and not message.has(*_CUED_BY.get(kind, ())) and kind is not Guard.OTHERS:
            continue
        inner = -1
        for span in sorted(_cues(message, kind, hidden)):
            if span.start >= inner and span.start not in hidden and _holds(message, span, kind):
                yield span, kind
            inner = max(inner, span.end)


def _cues(message: Message, kind: Guard, hidden: AbstractSet[int]) -> Iterator[Span]:
    """Those that stand for themselves, other people, and orders."""
    yield from message.find(_FORWARD[kind])
    if kind is Guard.OTHERS:
        yield from strangers(message, hidden)
    if kind is Guard.GOAL:
        yield from _regrets(message)
    if kind is Guard.ABLE:
        yield from _standing(message)
    if kind is Guard.FUTURE:
        yield from (span for span in message.find("guards.order") if _opens_clause(message, span.start))
        yield from _preludes(message)
        yield from (span for span in message.find("guards.memo") if not _is_told_behind(message, span))


def _preludes(message: Message) -> Iterator[Span]:
    """The "for my" of "got the mat out for my 12 push-ups", the "before" of "before 10 chins".

    What gets ready needs no name behind it ("lay down for my 10").
    """
    for span in message.find("prelude.before"):
        number = number_at(message, span.end) or message.at(span.end, "ordinals")
        mention = mention_at(message, number.end) if number else None
        if mention and mention.nouns and not message.tagged(span.start - 1, "links.and", "links.then"):
            yield span
    for span in message.find("prelude.setup"):
        number = number_at(message, span.end)
        if number and not message.at(number.end, "units"):
            yield span


def _regrets(message: Message) -> Iterator[Span]:
    """The "should have been" of "8 knee push-ups, should have been 10", which corrects nothing."""
    if message.has("correct.wrote"):
        return
    for span in message.find("correct.should"):
        if any(message.is_number(at - 1) and mention_at(message, at) for at in range(1, span.start)):
            yield span


def _standing(message: Message) -> Iterator[Span]:
    """The "is" of "the record to beat is 15": what something is; not in "my total is 15"."""
    for span in message.find("copula.is"):
        subject = span.start - 1
        named = (
            subject >= 0
            and message.text(subject).isalpha()
            and message.clauses[subject] == message.clauses[span.start]
        )
        if named and number_at(message, span.end) and not message.tagged(subject, "copula.own"):
            yield span


def _is_told_behind(message: Message, span: Span) -> bool:
    """ "Note to self: 10 push-ups done at 7.15"."""
    sentence = message.sentences[span.start]
    return any(
        span.end <= done.start and message.sentences[done.start] == sentence
        for done in message.find("resets.done")
    )


def around_cues(message: Message, *, evening_ahead: bool) -> Iterator[tuple[Span, Guard]]:
    """Phrases that guard what stands before them, too, from the message's start to its end."""
    hidden = _hidden(message)
    for span in sorted(_around(message, evening_ahead=evening_ahead)):
        if span.start not in hidden:
            yield span, Guard.PERIOD if span.name == "over" else Guard.FUTURE


def _around(message: Message, *, evening_ahead: bool) -> Iterator[Span]:
    """ "tomorrow", "this week", "it is", "is too easy"."""
    tags = ("guards.around", "guards.over", "guards.moved", *(["guards.evening"] if evening_ahead else []))
    yield from (span for span in message.find(*tags) if not _is_sequel(message, span))
    yield from (span for span in message.find("guards.unbegun") if _closes_clause(message, span))
    yield from (span for span in message.find("guards.ending") if _closes_sentence(message, span))
    yield from (span for span in message.find("guards.opinion") if _is_judged(message, span))


def _prices(message: Message) -> Iterator[Span]:
    """The sign of "100 push-ups = 10 euros"."""
    for index in range(len(message.tokens)) if "=" in message.marks else ():
        number = number_at(message, index + 1) if message.text(index) == "=" else None
        if number and (message.at(number.end, "measures") or number.end in message.unheard):
            yield Span(index, index + 1, "guards.verdict", "guards")


def _is_sequel(message: Message, span: Span) -> bool:
    """The "later on" of "did 15 and later on another ten", "20 minutes later": behind work that is told."""
    if message.at(span.start - 1, "units"):
        return True
    goes_on = message.tagged(span.start, "guards.sequel") and message.tagged(span.start - 1, "links.and")
    return goes_on and any(
        done.start < span.start and message.sentences[done.start] == message.sentences[span.start]
        for done in message.find("resets.done")
    )


def remainder_cues(message: Message) -> Iterator[Span]:
    """The "to go" of "8 down, 4 to go", the "burn" of "20 push-ups burn 10 calories"."""
    yield from (span for span in message.find("guards.left") if _closes_clause(message, span))
    verdicts = (*message.find("guards.verdict"), *_prices(message))
    yield from (span for span in verdicts if ends_amount(message, span))
    asked = (span for span in message.find("guards.asked") if ends_amount(message, span))
    yield from (span for span in asked if not _is_told_beside(message, span))


def _is_told_beside(message: Message, span: Span) -> bool:
    """ "Did the 10 push-ups you asked for"."""
    sentence = message.sentences[span.start]
    return any(message.sentences[done.start] == sentence for done in message.find("resets.done", "done.bare"))


def quoted(message: Message) -> Iterator[tuple[int, int]]:
    """The token ranges between a pair of quotation marks, or on a line that begins with >."""
    if message.marks.isdisjoint(_QUOTING):
        return
    marks = [index for index, token in enumerate(message.tokens) if token.text == '"']
    yield from zip(marks[::2], marks[1::2], strict=False)
    for index, token in enumerate(message.tokens):
        if token.text == ">" and (index == 0 or message.text(index - 1) == "\n"):
            end = index
            while end < len(message.tokens) and message.text(end) != "\n":
                end += 1
            yield index, end


def _hidden(message: Message) -> set[int]:
    """The tokens of set phrases like "not bad", which guard nothing."""
    phrases = message.find("shadows.shadow", "effort.hard", "effort.easy", "effort.ok", "pain.gone")
    return {index for span in phrases for index in range(span.start, span.end)}


def _holds(message: Message, span: Span, kind: Guard) -> bool:
    """Others only count as those who act; a "no" only before work, elsewhere it is an answer."""
    if kind is Guard.OTHERS:
        return span.tag == STRANGER or is_subject(message, span)
    if kind is Guard.NO and _is_repair(message, span):
        return False
    if kind is Guard.NO:
        named = mention_at(message, span.end) is not None or message.is_number(span.end)
        return named or message.tagged(span.end, "done.object", "links.more")
    return True


def _is_repair(message: Message, span: Span) -> bool:
    """ "13 push-ups, no 14", "12 no 13 push-ups", "15, no hang on, 16": another number instead."""
    longer = message.at(span.start, "links")
    if longer and longer.name == "repair" and longer.end > span.end:
        return True
    counted = mention_at(message, span.end + 1) is not None and not message.is_number(span.start - 1)
    told = any(message.is_number(index) for index in range(span.start))
    return message.tagged(span.start, "links.repair") and message.is_number(span.end) and told and not counted


def _opens_clause(message: Message, index: int) -> bool:
    while (message.tagged(index - 1, "questions.lead") or message.text(index - 1) == ":") and message.clauses[
        index - 1
    ] == message.clauses[index]:
        index -= 1
    return (
        index == 0
        or message.clauses[index - 1] != message.clauses[index]
        or message.tagged(index - 1, "links.then")
    )


def _closes_sentence(message: Message, span: Span) -> bool:
    """ "ok 10 pushups it is", where no work is told behind it."""
    end = next(
        (at for at in range(span.end, len(message.tokens)) if message.text(at).isalnum()), len(message.tokens)
    )
    parts = message.clauses if message.tagged(span.start, "guards.settled") else message.sentences
    return not message.cut and (end >= len(message.tokens) or parts[end] != parts[span.start])


def _is_judged(message: Message, span: Span) -> bool:
    """ "10 push-ups is too easy": what an amount is like, not that it was done."""
    behind = range(span.end, min(span.end + NEAR, len(message.tokens)))
    return ends_amount(message, span) and not any(
        message.tagged(index, "opinion.not", "resets.done") for index in behind
    )


def _closes_clause(message: Message, span: Span) -> bool:
    end = span.end
    return end >= len(message.tokens) or not message.text(end).isalnum() or message.tagged(end, "links.but")
