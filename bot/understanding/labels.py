"""Numbers that are no reps: of a numbered thing ("day 12", "second set") or of something measured ("10k")."""

from datetime import date

from bot.understanding.exercises import mention_at
from bot.understanding.items import Item, Sort
from bot.understanding.message import Message, Span
from bot.understanding.numbers import number_at

LEADING = frozenset("#£$€")
_BRACKETS = frozenset({(",", ","), ("(", ")")})
_BEFORE_A_LABEL = ("around.place", "links.and", "resets.done", "filler.word", "links.but")
_ON_LINES = frozenset({":", "|"})
_NUMBERING = _ON_LINES | {".", ")"}


def label(message: Message, index: int, _today: date) -> Item | None:
    """A numbered thing: "day 12", "bib 7", "£5", "second set"."""
    label = message.at(index, "labels")
    if label:
        return _labelled(message, index, label)
    if message.text(index) in LEADING and message.is_number(index + 1):
        return Item(Sort.LABEL if message.text(index) == "#" else Sort.NOISE, index, index + 2)
    ordinal = message.at(index, "ordinals")
    return _ordinal(message, index, ordinal.end) if ordinal and ordinal.name != "suffix" else None


def measure(message: Message, index: int, _today: date) -> Item | None:
    """A number of something else: "10k", "71 kg", "2nd set", "one more than yesterday"."""
    number = number_at(message, index)
    if number is None:
        return None
    if _numbers_a_line(message, index):
        return Item(Sort.LABEL, index, index + 2)
    if message.tagged(number.end, "ordinals.suffix") and message.is_glued(number.end):
        return _ordinal(message, index, number.end + 1)
    if not number.whole and not is_counted(message, number.end):
        return Item(Sort.NOISE, index, number.end)
    if _is_difference(message, number.end):
        return Item(Sort.NOISE, index, number.end + 1)
    if _is_of_another(message, index, number.end):
        return Item(Sort.NOISE, index, number.end)
    end = _measured_end(message, index, number.end)
    return Item(Sort.NOISE, index, end) if end else None


def _measured_end(message: Message, index: int, end: int) -> int:
    """Where the unit of the number before ends, or the 10 that a pain is rated out of; 0 without."""
    if message.has("pain.hurts", "pain.with_body"):
        rated = [span.end for span in message.find("ratings.out") if span.start == end]
        if rated:
            return max(rated)
    if earlier := _earlier(message, index, end):
        return earlier
    unit = message.at(end, "measures")
    return unit.end if unit else end if _is_spliced(message, index, end) else 0


def _earlier(message: Message, index: int, end: int) -> int:
    """Where the "last time" of "14 push-ups (12 last time)" ends; 0 where no other number is told."""
    span = message.at(end, "compared")
    told = span is not None and any(
        message.is_number(at) for at in range(len(message.tokens)) if not index <= at < end
    )
    return span.end if span and span.name == "time" and told else 0


def _is_of_another(message: Message, index: int, end: int) -> bool:
    """The 6 of "beats Pete's 6", the 12 of "my sister, 12, can do 15" and of "Tom (12) did 15"."""
    if message.text(index - 1) == "'s":
        return index - 2 in message.strange
    if message.tagged(index - 1, "others.possessive"):
        return mention_at(message, end) is None
    if (message.text(index - 1), message.text(end)) not in _BRACKETS:
        return False
    return (
        index - 2 in message.strange
        or message.follows(index - 1, "guards.others")
        or message.follows(index - 1, "others.person")
    )


def _labelled(message: Message, index: int, label: Span) -> Item | None:
    """ "day 12", "bib: 7"; behind the colon of "set 1:" or "last week:" stand reps."""
    is_set = label.name == "set"
    if is_set and (
        _is_named_set(message, label)
        or (message.text(label.start) == "s" and not message.is_glued(label.end))
    ):
        return None
    signs = {"set": set(), "day": {"#"}}.get(label.name, {":", "#", "-"})
    at = label.end + (message.text(label.end) in signs)
    while message.tagged(label.start, "gauges.body") and message.tagged(at, "gauge_links.be"):
        at += 1
    number = number_at(message, at)
    named = number and (is_counted(message, number.end) and not message.tagged(number.end, "links.each"))
    timed = number and message.text(number.end) == ":" and message.is_glued(number.end + 1)
    if number is None or named or timed or (is_set and not number.whole):
        return None
    shared = message.text(number.end) == "/" or message.tagged(number.end, "links.of")
    shares = label.name == "day" or message.tagged(label.start, "gauges.body")
    of_all = shares and shared and message.is_number(number.end + 1)
    return Item(Sort.LABEL if is_set else Sort.NOISE, index, number.end + 2 * of_all)


def _is_named_set(message: Message, label: Span) -> bool:
    """The "set" of "opening set 14" has no number but reps; that of "and set 2" has one."""
    before = label.start - 1
    if before < 0 or message.clauses[before] != message.clauses[label.start]:
        return False
    counts = number_at(message, before) is not None
    return message.text(before).isalpha() and not counts and not message.tagged(before, *_BEFORE_A_LABEL)


def _is_one_of_several(message: Message, index: int) -> bool:
    """The last of "first 12, then 10 and last 7", and of "and a last 10"."""
    if message.tagged(index - 1, "single.a", "numbers.1"):
        return True
    return any(span.start < index and number_at(message, span.end) for span in message.find("ordinals.first"))


def _ordinal(message: Message, index: int, end: int) -> Item | None:
    """ "first set", "2nd", "third one"; "my first pull-up" is one rep, "my last" was another day's."""
    mention = mention_at(message, end)
    last = message.tagged(index, "ordinals.last")
    if (
        mention
        and mention.one
        and not message.is_number(index)
        and not (last and message.follows(index, "turns.since"))
    ):
        return Item(Sort.NUMBER, index, end, number=1)
    number = number_at(message, end)
    if number and _is_told_anew(message, index, number.end):
        return Item(Sort.PART, index, number.end)
    if number and last and not _is_one_of_several(message, index):
        done_otherwise = mention_at(message, number.end) is not None and not message.at(number.end, "nouns")
        return Item(Sort.PART if done_otherwise else Sort.NOISE, index, number.end)
    if message.tagged(end, "kinds_ones.one", "turns.turn"):
        return Item(Sort.LABEL, index, end + 1)
    span = message.at(end, "links")
    return Item(Sort.LABEL, index, span.end if span and span.name in {"sets", "rounds"} else end)


def _is_told_anew(message: Message, index: int, end: int) -> bool:
    """ "13 push-ups. The first 10 were on my knees": how some of them were done that were told before."""
    told = any(message.is_number(at) for at in range(index))
    return told and message.tagged(end, "correct.said_of") and mention_at(message, end + 1) is not None


def _numbers_a_line(message: Message, index: int) -> bool:
    """The 2 of "1. 12 pushups 2. 5 pull-ups", "1) ... 2) ..." or, on lines of their own, "2 | 10"."""
    sign = message.text(index + 1)
    heads = index == 0 or message.text(index - 1) == "\n"
    if not message.is_number(index) or sign not in _NUMBERING or message.is_glued(index + 2):
        return False
    if sign in _ON_LINES:
        value = message.tokens[index].value
        return heads and any(_opens_a_line(message, value + step, sign) for step in (-1, 1))
    begins = message.text(0) == "1" and message.text(1) == sign
    return begins and (heads or sign == ")")


def _opens_a_line(message: Message, number: int, sign: str) -> bool:
    return any(
        message.text(at) == str(number)
        and message.text(at + 1) == sign
        and (at == 0 or message.text(at - 1) == "\n")
        for at in range(len(message.tokens))
    )


def _is_difference(message: Message, index: int) -> bool:
    """ "one more chin-up than last week", "12 push-ups more than last week" count no reps."""
    if "compared" not in message.groups:
        return False
    mention = mention_at(message, index)
    if mention and message.at(mention.end, "measures") and message.tagged(mention.end + 1, "compared.than"):
        return True
    if not message.tagged(index, "links.more"):
        return False
    mention = mention_at(message, index + 1)
    return message.tagged(mention.end if mention else index + 2, "compared.than")


def _is_spliced(message: Message, index: int, end: int) -> bool:
    """Figures inside a word ("m8", "2nite") are no number, save "x3", "3x", "10pushups"."""
    if not message.is_number(index):
        return False
    before = message.is_glued(index) and message.text(index - 1).isalpha()
    after = message.is_glued(end) and message.text(end).isalpha()
    return (
        before and not message.tagged(index - 1, "links.times") and mention_at(message, index - 1) is None
    ) or (after and not is_counted(message, end) and not message.tagged(end, "after.ok"))


def is_counted(message: Message, index: int) -> bool:
    """Say whether what follows makes the number before it reps or sets."""
    return mention_at(message, index) is not None or message.tagged(
        index, "links.reps", "links.sets", "links.times", "links.rounds", "links.each"
    )
