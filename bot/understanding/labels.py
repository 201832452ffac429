"""Numbers that are no reps: of a numbered thing ("day 12", "second set") or of something measured ("10k")."""

from datetime import date

from bot.understanding.exercises import mention_at
from bot.understanding.items import Item, Sort
from bot.understanding.message import Message, Span
from bot.understanding.numbers import number_at

LEADING = frozenset("#£$€")


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
    if _is_difference(message, number.end):
        return Item(Sort.NOISE, index, number.end + 1)
    if message.tagged(number.end, "ratings.out") and message.has("pain.hurts", "pain.with_body"):
        return Item(
            Sort.NOISE,
            index,
            max(span.end for span in message.find("ratings.out") if span.start == number.end),
        )
    unit = message.at(number.end, "measures")
    if unit or _is_spliced(message, index, number.end):
        return Item(Sort.NOISE, index, unit.end if unit else number.end)
    return None


def _labelled(message: Message, index: int, label: Span) -> Item | None:
    """ "day 12", "bib: 7"; behind the colon of "set 1:" or "last week:" stand reps."""
    is_set = label.name == "set"
    signs = {"set": set(), "day": {"#"}}.get(label.name, {":", "#", "-"})
    at = label.end + (message.text(label.end) in signs)
    while message.tagged(label.start, "gauges.body") and message.tagged(at, "gauge_links.be"):
        at += 1
    number = number_at(message, at)
    named = number and (is_counted(message, number.end) and not message.tagged(number.end, "links.each"))
    if number is None or named or not number.whole:
        return None
    shared = message.text(number.end) == "/" or message.tagged(number.end, "links.of")
    of_all = label.name == "day" and shared and message.is_number(number.end + 1)
    return Item(Sort.LABEL if is_set else Sort.NOISE, index, number.end + 2 * of_all)


def _ordinal(message: Message, index: int, end: int) -> Item | None:
    """ "first set", "2nd", "third one"; "my first pull-up" is one rep."""
    mention = mention_at(message, end)
    if mention and mention.one and not message.is_number(index):
        return Item(Sort.NUMBER, index, end, number=1)
    if message.tagged(index, "ordinals.last") and (number := number_at(message, end)):
        done_otherwise = mention_at(message, number.end) is not None and not message.at(number.end, "nouns")
        return Item(Sort.PART if done_otherwise else Sort.NOISE, index, number.end)
    if message.tagged(end, "kinds_ones.one"):
        return Item(Sort.LABEL, index, end + 1)
    span = message.at(end, "links")
    return Item(Sort.LABEL, index, span.end if span and span.name in {"sets", "rounds"} else end)


def _numbers_a_line(message: Message, index: int) -> bool:
    """The 2 of "1. 12 pushups 2. 5 pull-ups" or "1) ... 2) ..."."""
    sign = message.text(1)
    begins = message.text(0) == "1" and sign in {".", ")"} and not message.is_glued(2)
    parted = index == 0 or sign == ")" or message.text(index - 1) == "\n"
    return begins and parted and message.is_number(index) and message.text(index + 1) == sign


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
