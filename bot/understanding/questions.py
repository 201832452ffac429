"""Questions: which parts of a message ask, by their first words or by a question mark."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.understanding.exercises import mention_at
from bot.understanding.message import Message


def questioned(message: Message) -> Iterator[tuple[int, int]]:
    """Give the token ranges that ask: from a clause that begins as a question, and before a "?".

    In "did 10 pushups, is that ok?" the first clause tells what was done, so only the rest asks.
    """
    if "?" not in message.marks and not message.has("questions.start"):
        return
    for sentence in _ranges(message.sentences, 0, len(message.tokens)):
        clauses = list(_ranges(message.clauses, *sentence))
        asking = next((start for start, end in clauses if _begins_as_question(message, start, end)), None)
        if asking is not None:
            yield asking, sentence[1]
        if message.text(sentence[1] - 1) == "?" and not _reports(message, *sentence):
            yield _asked_from(message, clauses), sentence[1]


def _ranges(parts: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    for _, group in groupby(range(start, end), key=lambda index: parts[index]):
        indices = list(group)
        yield indices[0], indices[-1] + 1


def _begins_as_question(message: Message, start: int, end: int) -> bool:
    while start < end and (message.tagged(start, "questions.lead", "links.and", "links.but", "links.then")):
        start += 1
    if message.tagged(start, "shadows.shadow") or _says_what_is_right(message, start):
        return False
    return message.tagged(start, "questions.start")


def _says_what_is_right(message: Message, start: int) -> bool:
    """The "is 3x7" of "please correct last one, is 3x7"."""
    cues = message.find("correct.sure") if "?" not in message.marks else ()
    return message.tagged(start, "copula.is") and message.is_number(start + 1) and bool(cues)


def _reports(message: Message, start: int, end: int) -> bool:
    """ "can you add 10 pushups for me?" and "push-ups? 15!" report, for all their question marks."""
    mention = mention_at(message, start)
    if mention and mention.end == end - 1:
        return True
    return any(start <= span.start < end for span in message.find("questions.not"))


def _asked_from(message: Message, clauses: Sequence[tuple[int, int]]) -> int:
    """From the last clause on where those before it tell of work done, else from the start."""
    begin = clauses[0][0]
    last, end = clauses[-1]
    asks_what_next = any(last <= span.start < end for span in message.find("intents.routine"))
    told = any(message.tagged(index, "resets.done") for index in range(begin, last))
    return last if told or asks_what_next else begin
