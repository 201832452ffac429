"""Other people who act: by name, by who they are to the athlete, or as "some dude at the park"."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.understanding.exercises import mention_at
from bot.understanding.message import Message, Span
from bot.understanding.numbers import number_at

STRANGER = "others.stranger"
FARTHEST_VERB = 10
FARTHEST_OF_STRANGERS = 5
_INTRODUCING = frozenset({":", "="})


def strangers(message: Message, hidden: AbstractSet[int]) -> Iterator[Span]:
    """Somebody else who acts, or who is named before a score ("Ann: 20", "Ann 20, me 15")."""
    for span in message.find("others.verb"):
        name = span.start - 1 - message.tagged(span.start - 1, "ending.own")
        if span.start and _is_name(message, name):
            yield Span(name, span.start, STRANGER, "others")
    for index in message.strange:
        alone = Span(index, index + 1, STRANGER, "others")
        scored = begins_clause(message, index) and _is_scored(message, _behind_age(message, index + 1))
        end = alone.end if scored else _strangers_end(message, alone)
        if end:
            yield Span(index, end, STRANGER, "others")
    for span in message.find("others.start", "others.person"):
        if span.start not in hidden and (end := _strangers_end(message, span)):
            yield Span(span.start, end, STRANGER, "others")


def is_subject(message: Message, span: Span) -> bool:
    """Another person does something: not "with my wife", not "my wife and I", not "like my brother"."""
    acts = message.tagged(span.end, "ending.own") and message.tagged(span.end + 1, "others.being")
    if not acts and message.tagged(span.end, "others.not_before"):
        return False
    if message.tagged(span.start - 1, "others.not_after") and not _acts_meanwhile(message, span):
        return False
    begin = _behind_age(message, span.end)
    clause = (
        message.clauses[begin - 1]
        if begin == span.end
        else message.clauses[min(begin, len(message.tokens) - 1)]
    )
    last = min(begin + FARTHEST_VERB, len(message.tokens))
    me = next((index for index in range(begin, last) if _is_me_acting(message, index)), last)
    following = range(begin, me)
    return any(
        message.clauses[index] == clause
        and (
            message.is_number(index) or message.tagged(index, "others.doing") or message.at(index, "numbers")
        )
        for index in following
    )


def _behind_age(message: Message, index: int) -> int:
    """Behind the ", 12," of "my sister, 12, can do 15"."""
    number = number_at(message, index + 1) if message.text(index) in {",", "("} else None
    return number.end + 1 if number and message.text(number.end) in {",", ")"} else index


def _acts_meanwhile(message: Message, span: Span) -> bool:
    """ "while my wife did her 12 I did 9"."""
    acts = message.tagged(span.start - 1, "others.meanwhile") and message.tagged(span.end, "resets.done")
    return acts and any(
        _is_me_acting(message, index)
        for index in range(span.end, min(span.end + FARTHEST_VERB, len(message.tokens)))
    )


def _is_me_acting(message: Message, index: int) -> bool:
    """The "I managed" of "after dropping the kids at school I managed 11"."""
    return message.tagged(index, "resets.i") and message.tagged(index + 1, "resets.done", "resets.only")


def begins_clause(message: Message, index: int) -> bool:
    return (
        index == 0
        or message.clauses[index - 1] != message.clauses[index]
        or message.tagged(index - 1, "links.and", "questions.lead")
    )


def _is_name(message: Message, index: int) -> bool:
    """A word that the lexicon doesn't know, where a clause begins: somebody's name ("Ann did 20")."""
    return (
        begins_clause(message, index)
        and not _is_with_me(message, index)
        and message.text(index).isalpha()
        and (message.tagged(index, "others.name") or index in message.strange)
    )


def _is_with_me(message: Message, index: int) -> bool:
    """The Ben of "me and Ben did 20"."""
    return message.tagged(index - 1, "links.and") and message.tagged(index - 2, "resets.me")


def _is_scored(message: Message, index: int) -> bool:
    """What stands behind a name: a colon, or a number that counts an exercise or ends the clause."""
    if message.text(index) in _INTRODUCING:
        return True
    number = number_at(message, index)
    if number is None:
        return False
    ends = number.end >= len(message.tokens) or message.clauses[number.end - 1] != message.clauses[number.end]
    return ends or message.is_mark(number.end) or mention_at(message, number.end) is not None


def _strangers_end(message: Message, span: Span) -> int:
    """Where the subject of "some dude at the park knocked out 25" ends; 0 where nobody else acts."""
    if not begins_clause(message, span.start) or _is_with_me(message, span.start):
        return 0
    index = _behind_age(message, span.end)
    people = message.tagged(span.start, "others.people")
    while index < min(span.end + FARTHEST_OF_STRANGERS, len(message.tokens)):
        beside = message.at(index, "beside")
        if beside is None and not _is_of_subject(message, span, index):
            acts = message.tagged(index, "others.acting") or (people and message.text(index) == ":")
            return index if acts and (span.name == "person" or index > span.end) else 0
        people = people or message.tagged(index, "others.people")
        index = beside.end if beside else index + 1
    return 0


def _is_of_subject(message: Message, span: Span, index: int) -> bool:
    """A plain word of the same clause, which neither acts nor belongs to the athlete's own work."""
    if message.clauses[index] != message.clauses[span.start] or not message.text(index).isalpha():
        return False
    acts = message.tagged(index, "others.acting") and (span.name == "person" or index > span.end)
    mention = mention_at(message, index)
    work = mention is not None and mention.nouns and not message.tagged(index, "others.people")
    return not acts and not work and not message.tagged(index, "others.never")
