"""Amounts, like "12 push-ups": where they end and begin, for what is said of them as a whole."""

from bot.understanding.exercises import mention_at
from bot.understanding.message import Message, Span

NEAR = 3


def ends_amount(message: Message, span: Span) -> bool:
    """An amount stands right before; not in "10 per set", "set 1 should be 9"."""
    if message.tagged(span.start, "links.each") or message.tagged(span.start - 2, "labels.set"):
        return False
    idiom = next((found for found in message.find("idioms.idiom") if found.end == span.start), span)
    end = min(idiom.start, span.start)
    if message.is_number(end - 1):
        return True
    return any(
        (mention := mention_at(message, at)) is not None and mention.end == end
        for at in range(max(end - NEAR, 1), end)
    )


def amount_start(message: Message, end: int, clause: int) -> int:
    """Where the amount begins that ends here, its sets too ("3x10 planned")."""
    start = end
    while start and message.clauses[start - 1] == clause and not message.tagged(start - 1, "links.and"):
        start -= 1
        if _counts(message, start):
            break
    while start and message.clauses[start - 1] == clause and _is_factor(message, start - 1):
        start -= 1
    return start


def is_named(message: Message, start: int, end: int) -> bool:
    """An amount of an exercise: "4 chins"."""
    return any(mention_at(message, at) is not None for at in range(start + 1, end))


def _counts(message: Message, index: int) -> bool:
    return message.is_number(index) or message.at(index, "numbers") is not None


def _is_factor(message: Message, index: int) -> bool:
    """The "3 x" of "3x10 planned"."""
    return message.tagged(index, "links.times", "links.sets", "links.of") or (
        _counts(message, index) and message.tagged(index + 1, "links.times", "links.sets")
    )
