"""The words that guard: which phrases of a message say that no work of the athlete's is told of."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import StrEnum

from bot.understanding.exercises import mention_at
from bot.understanding.message import Message, Span
from bot.understanding.normalise import Kind

FARTHEST_VERB = 10
FARTHEST_OF_STRANGERS = 5
NEAR = 3


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


def forward_cues(message: Message) -> Iterator[tuple[Span, Guard]]:
    """Phrases that guard what follows them: those that stand for themselves, other people, and orders."""
    hidden = _hidden(message)
    for kind in Guard:
        inner = -1
        for span in message.find(f"guards.{kind}"):
            if span.start >= inner and span.start not in hidden and _holds(message, span, kind):
                yield span, kind
            inner = max(inner, span.end)
    yield from ((span, Guard.OTHERS) for span in _strangers(message, hidden))
    for span in message.find("guards.order"):
        if span.start not in hidden and _opens_clause(message, span.start):
            yield span, Guard.FUTURE


def around_cues(message: Message, *, evening_ahead: bool) -> Iterator[Span]:
    """Phrases that guard what stands before them, too: "tomorrow", "it is", "is too easy"."""
    hidden = _hidden(message)
    for span in message.find("guards.around", *(["guards.evening"] if evening_ahead else [])):
        if span.start not in hidden:
            yield span
    for span in message.find("guards.ending"):
        if _closes_sentence(message, span):
            yield span
    for span in message.find("guards.opinion"):
        if span.start not in hidden and _is_judged(message, span):
            yield span


def remainder_cues(message: Message) -> Iterator[Span]:
    """The "to go" of "8 down, 4 to go"."""
    return (span for span in message.find("guards.left") if _closes_clause(message, span))


def quoted(message: Message) -> Iterator[tuple[int, int]]:
    """The token ranges between a pair of quotation marks, or on a line that begins with >."""
    marks = [index for index, token in enumerate(message.tokens) if token.text == '"']
    yield from zip(marks[::2], marks[1::2], strict=False)
    for index, token in enumerate(message.tokens):
        if token.text == ">" and (index == 0 or message.text(index - 1) == "\n"):
            end = index
            while end < len(message.tokens) and message.text(end) != "\n":
                end += 1
            yield index, end


def _hidden(message: Message) -> AbstractSet[int]:
    """The tokens of set phrases like "not bad", which guard nothing."""
    phrases = message.find("shadows.shadow", "effort.hard", "effort.easy", "effort.ok", "pain.gone")
    return {index for span in phrases for index in range(span.start, span.end)}


def _strangers(message: Message, hidden: AbstractSet[int]) -> Iterator[Span]:
    """Somebody else who acts: by a name that the lexicon doesn't know, or as "some dude at the park"."""
    for span in message.find("others.verb"):
        if span.start and _is_name(message, span.start - 1):
            yield Span(span.start - 1, span.start, "guards.others", "guards")
    for span in message.find("others.start"):
        if span.start not in hidden and (end := _strangers_end(message, span)):
            yield Span(span.start, end, "guards.others", "guards")


def _strangers_end(message: Message, span: Span) -> int:
    """Where the subject of "some dude at the park knocked out 25" ends; 0 where nobody else acts."""
    if not _begins_clause(message, span.start) or message.tagged(span.start - 2, "resets.me"):
        return 0
    for index in range(span.end, min(span.end + FARTHEST_OF_STRANGERS, len(message.tokens))):
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
    return (
        _begins_clause(message, index)
        and message.tokens[index].kind is Kind.WORD
        and not message.is_known(index)
    )


def _holds(message: Message, span: Span, kind: Guard) -> bool:
    """Others only count as those who act; a "no" only before work, elsewhere it is an answer."""
    if kind is Guard.OTHERS:
        return _is_subject(message, span)
    if kind is Guard.NO and _is_repair(message, span):
        return False
    if kind is Guard.NO:
        named = mention_at(message, span.end) is not None or message.is_number(span.end)
        return named or message.tagged(span.end, "done.object", "links.more")
    return True


def _is_repair(message: Message, span: Span) -> bool:
    """ "13 push-ups, no 14": another number instead of the one before."""
    counted = mention_at(message, span.end + 1) is not None
    told = any(message.is_number(index) for index in range(span.start))
    return message.tagged(span.start, "links.repair") and message.is_number(span.end) and told and not counted


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


def _closes_sentence(message: Message, span: Span) -> bool:
    """ "ok 10 pushups it is", where no work is told behind it."""
    end = next(
        (at for at in range(span.end, len(message.tokens)) if message.text(at).isalnum()), len(message.tokens)
    )
    return not message.cut and (
        end >= len(message.tokens) or message.sentences[end] != message.sentences[span.start]
    )


def _is_judged(message: Message, span: Span) -> bool:
    """ "10 push-ups is too easy": what an amount is like, not that it was done."""
    near = range(max(span.start - NEAR, 0), span.start)
    amount = any(
        (mention := mention_at(message, index)) is not None and mention.end == span.start for index in near
    )
    behind = range(span.end, min(span.end + NEAR, len(message.tokens)))
    return (amount or message.is_number(span.start - 1)) and not any(
        message.tagged(index, "opinion.not", "resets.done") for index in behind
    )


def _closes_clause(message: Message, span: Span) -> bool:
    end = span.end
    return end >= len(message.tokens) or not message.text(end).isalnum() or message.tagged(end, "links.but")
