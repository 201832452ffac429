"""From tokens to items: what each place of a message is, by the first recogniser that knows it."""

from collections.abc import Callable
from datetime import date

from bot.understanding.days import DAY_STARTS, day_at
from bot.understanding.exercises import mention_at
from bot.understanding.items import Item, Sort
from bot.understanding.message import Message, Span
from bot.understanding.normalise import EMOJI, Kind
from bot.understanding.numbers import number_at
from bot.understanding.times import Duration, clock_at, duration_at

_LEADING = frozenset("#£$€")
_SIGNS = {
    ",": Sort.COMMA, EMOJI: Sort.COMMA, ".": Sort.BREAK, "!": Sort.BREAK, "?": Sort.BREAK, ";": Sort.BREAK,
    "\n": Sort.BREAK, ":": Sort.COLON, "-": Sort.DASH, "/": Sort.SLASH, "+": Sort.PLUS, "=": Sort.EQUALS,
    "(": Sort.OPEN, ")": Sort.CLOSE, "&": Sort.AND, "*": Sort.TIMES,
}  # fmt: skip
_LINKS = {
    "times": Sort.TIMES, "fold": Sort.TIMES, "sets": Sort.SETS, "rounds": Sort.ROUNDS, "reps": Sort.REPS,
    "and": Sort.AND, "for": Sort.FOR, "in": Sort.IN, "of": Sort.LINK, "link": Sort.LINK, "each": Sort.EACH,
    "total": Sort.TOTAL, "more": Sort.MORE, "vague": Sort.VAGUE, "between": Sort.BETWEEN,
    "bound": Sort.BOUND, "or": Sort.OR, "to": Sort.TO, "repair": Sort.REPAIR, "twice": Sort.FOLD,
    "thrice": Sort.FOLD,
}  # fmt: skip


def itemise(message: Message, today: date) -> tuple[Item, ...]:
    items: list[Item] = []
    index = 0
    while index < len(message.tokens):
        item = _item(message, index, today)
        items.append(item)
        index = item.end
    return tuple(items)


def _item(message: Message, index: int, today: date) -> Item:
    """What the first recogniser says that knows how this token may begin, else a plain word or sign."""
    begins = message.groups(index)
    counts = message.is_number(index) or message.text(index) in _LEADING
    if not counts and _BEGINNINGS.isdisjoint(begins):
        return _sign(message, index)
    for groups, numbers, recognise in _RECOGNISERS:
        if (counts and numbers) or not groups.isdisjoint(begins):
            item = recognise(message, index, today)
            if item:
                return item
    return _sign(message, index)


def _idiom(message: Message, index: int, _today: date) -> Item | None:
    """Words that only look like an exercise or a number ("pull-up bar", "24/7")."""
    span = message.at(index, "idioms")
    return Item(Sort.NOISE, index, span.end) if span else None


def _day(message: Message, index: int, today: date) -> Item | None:
    day = day_at(message, index, today)
    return Item(Sort.DAY, index, day.end, offset=day.offset) if day else None


def _time(message: Message, index: int, _today: date) -> Item | None:
    """A time of day or a length of time; "stopped at 7" speaks of reps."""
    length = duration_at(message, index) or _range(message, index)
    if length and message.text(length.end) != "'s":
        return Item(
            Sort.LENGTH, index, length.end, number=length.seconds if length.unit.startswith("second") else 0
        )
    if message.is_number(index) and message.text(index + 1) == ":" and message.is_glued(index + 2):
        return Item(Sort.NOISE, index, index + 2 + message.is_number(index + 2))
    counted = message.tagged(index - 1, "verbs.stopped") or message.is_number(index - 1)
    lead = message.tagged(index, "clock.at") and not counted
    clock = clock_at(message, index + lead, bare=lead)
    if clock is None or (lead and _is_counted(message, clock.end)):
        return None
    return Item(Sort.NOISE, index, clock.end)


def _range(message: Message, index: int) -> Duration | None:
    """ "3-4 seconds"."""
    number = number_at(message, index)
    if number and (message.text(number.end) == "-" or message.tagged(number.end, "links.to", "links.or")):
        return duration_at(message, number.end + 1)
    return None


def _is_counted(message: Message, index: int) -> bool:
    """Say whether what follows makes the number before it reps or sets."""
    return mention_at(message, index) is not None or message.tagged(
        index, "links.reps", "links.sets", "links.times", "links.rounds", "links.each"
    )


def _label(message: Message, index: int, _today: date) -> Item | None:
    """A numbered thing: "day 12", "bib 7", "£5", "second set"."""
    label = message.at(index, "labels")
    if label:
        return _labelled(message, index, label)
    if message.text(index) in _LEADING and message.is_number(index + 1):
        return Item(Sort.NOISE, index, index + 2)
    ordinal = message.at(index, "ordinals")
    return _ordinal(message, index, ordinal.end) if ordinal and ordinal.name != "suffix" else None


def _measure(message: Message, index: int, _today: date) -> Item | None:
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
    unit = message.at(number.end, "measures")
    if unit or _is_spliced(message, index, number.end):
        return Item(Sort.NOISE, index, unit.end if unit else number.end)
    return None


def _numbers_a_line(message: Message, index: int) -> bool:
    """The 2 of "1. 12 pushups 2. 5 pull-ups" or "1) ... 2) ..."."""
    sign = message.text(1)
    begins = message.text(0) == "1" and sign in {".", ")"} and not message.is_glued(2)
    parted = index == 0 or sign == ")" or message.text(index - 1) == "\n"
    return begins and parted and message.is_number(index) and message.text(index + 1) == sign


def _is_difference(message: Message, index: int) -> bool:
    """ "one more chin-up than last week" counts no reps."""
    if not message.tagged(index, "links.more"):
        return False
    mention = mention_at(message, index + 1)
    return message.tagged(mention.end if mention else index + 2, "compared.than")


def _labelled(message: Message, index: int, label: Span) -> Item | None:
    """ "day 12", "bib: 7"; behind the colon of "set 1:" or "last week:" stand reps."""
    is_set = label.name == "set"
    signs = {"set": set(), "day": {"#"}}.get(label.name, {":", "#", "-"})
    at = label.end + (message.text(label.end) in signs)
    number = number_at(message, at)
    named = number and (_is_counted(message, number.end) and not message.tagged(number.end, "links.each"))
    if number is None or named or not number.whole:
        return None
    return Item(Sort.LABEL if is_set else Sort.NOISE, index, number.end)


def _ordinal(message: Message, index: int, end: int) -> Item | None:
    """ "first set", "2nd", "third one"; "my first pull-up" is one rep."""
    mention = mention_at(message, end)
    if mention and mention.one and not message.is_number(index):
        return Item(Sort.NUMBER, index, end, number=1)
    if message.tagged(index, "ordinals.last") and (number := number_at(message, end)):
        return Item(Sort.NOISE, index, number.end)
    span = message.at(end, "links")
    return Item(Sort.LABEL, index, span.end if span and span.name in {"sets", "rounds"} else end)


def _is_spliced(message: Message, index: int, end: int) -> bool:
    """Figures inside a word ("m8", "2nite") are no number, save "x3", "3x", "10pushups"."""
    if not message.is_number(index):
        return False
    before = message.is_glued(index) and message.text(index - 1).isalpha()
    after = message.is_glued(end) and message.text(end).isalpha()
    return (
        before and not message.tagged(index - 1, "links.times") and mention_at(message, index - 1) is None
    ) or (after and not _is_counted(message, end) and not message.tagged(end, "after.ok"))


def _single(message: Message, index: int, _today: date) -> Item | None:
    """ "a pull-up" is one; "a push-up workout" isn't."""
    if not message.tagged(index, "single.a"):
        return None
    start = max(span.end for span in message.find("single.a") if span.start == index)
    mention = mention_at(message, start)
    if mention is None or not mention.one or message.tagged(mention.end, "single.not_before"):
        return None
    return Item(Sort.NUMBER, index, start, number=1)


def _number(message: Message, index: int, _today: date) -> Item | None:
    number = number_at(message, index)
    more = message.at(index, "links")
    kind = message.at(index, "kinds")
    if number is None or (more and more.end > number.end + 1) or (kind and kind.end > number.end):
        return None
    fold = message.at(number.end, "links")
    if (
        fold
        and fold.name == "fold"
        and mention_at(message, fold.end + message.tagged(fold.end, "days_the.the"))
    ):
        return Item(Sort.NUMBER, index, fold.end, number=number.value)
    if fold and fold.name == "fold" and number.whole and number_at(message, fold.end) is None:
        return Item(Sort.FOLD, index, fold.end, number=number.value)
    half = message.tagged(number.end, "amounts.and_half")
    return Item(
        Sort.NUMBER if number.whole and not half else Sort.PART, index, number.end, number=number.value
    )


def _link(message: Message, index: int, _today: date) -> Item | None:
    span = message.at(index, "links")
    sort = _LINKS.get(span.name) if span else None
    if span is None or sort is None or (sort is Sort.BOUND and _is_shadowed(message, index)):
        return None
    return Item(sort, index, span.end, number={"twice": 2, "thrice": 3}.get(span.name, 0))


def _is_shadowed(message: Message, index: int) -> bool:
    """ "couldn't do more than 5" gives a number."""
    return any(span.start <= index < span.end for span in message.find("shadows.shadow"))


def _mention(message: Message, index: int, _today: date) -> Item | None:
    mention = mention_at(message, index)
    sort = Sort.EXERCISE if mention and mention.nouns else Sort.KIND
    return Item(sort, index, mention.end, mention=mention) if mention else None


def _sign(message: Message, index: int) -> Item:
    token = message.tokens[index]
    sort = _SIGNS.get(token.text) if token.kind is Kind.MARK else Sort.WORD
    return Item(sort or Sort.NOISE, index, index + 1)


_RECOGNISERS: tuple[tuple[frozenset[str], bool, Callable[[Message, int, date], Item | None]], ...] = (
    (frozenset({"idioms"}), False, _idiom),
    (DAY_STARTS, True, _day),
    (frozenset({"numbers", "amounts", "clock"}), True, _time),
    (frozenset({"single"}), False, _single),
    (frozenset({"labels", "ordinals"}), True, _label),
    (frozenset({"numbers"}), True, _measure),
    (frozenset({"numbers"}), True, _number),
    (frozenset({"links"}), False, _link),
    (frozenset({"nouns", "kinds"}), False, _mention),
)
_BEGINNINGS = frozenset[str]().union(*[groups for groups, _, _ in _RECOGNISERS])
