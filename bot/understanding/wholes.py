"""What guards a message as a whole: a joke, a bare promise, a plan over several days."""

from collections.abc import Iterator
from itertools import pairwise

from bot.understanding.message import Message, Span


def is_taken_back(message: Message, span: Span) -> bool:
    """ "50 push-ups!! jk, 5": not all of it is a joke."""
    after = span.end + (message.text(span.end) == ",")
    after += message.tagged(after, "resets.only")
    return message.is_number(after) and any(message.is_number(index) for index in range(span.start))


def is_answer(message: Message, span: Span) -> bool:
    """ "will do!", but not "10 now, will do 8 more tonight", and not where work is told as done."""
    goes_on = message.tagged(span.start, "guards.future") and message.is_number(span.end)
    told = any(not span.start <= done.start < span.end for done in message.find("resets.done"))
    return not goes_on and not told


def scheduled(message: Message) -> Iterator[tuple[int, int]]:
    """A plan over several days ("Day 1: 5, Day 2: 7", "week 1 3x5, week 2 3x8"), up to the message's end."""
    numbered = [
        (message.text(span.start), message.text(span.end), span.start)
        for span in message.find("labels.day")
        if message.is_number(span.end)
    ]
    for (label, number, start), (other, following, _) in pairwise(numbered):
        if label == other and number != following:
            yield start, len(message.tokens)
