"""From tokens to items: what each place of a message is, by the first recogniser that knows it."""

from collections.abc import Callable
from datetime import date
from functools import cache

from bot.understanding.days import DAY_STARTS, day_at
from bot.understanding.exercises import mention_at
from bot.understanding.items import Item, Sort
from bot.understanding.labels import LEADING, is_counted, label, measure
from bot.understanding.message import Message, Span
from bot.understanding.normalise import EMOJI, Kind
from bot.understanding.numbers import number_at
from bot.understanding.times import Duration, clock_at, duration_at

Recogniser = Callable[[Message, int, date], Item | None]
HOURS, CLOCK_FIGURES = 24, 4
_TIMED = frozenset({"clock", "units"})
_SIGNS = {
    ",": Sort.COMMA, EMOJI: Sort.COMMA, ".": Sort.BREAK, "!": Sort.BREAK, "?": Sort.BREAK, ";": Sort.BREAK,
    "\n": Sort.BREAK, ":": Sort.COLON, "-": Sort.DASH, "/": Sort.SLASH, "+": Sort.PLUS, "=": Sort.EQUALS,
    "|": Sort.COMMA, "(": Sort.OPEN, ")": Sort.CLOSE, "&": Sort.AND, "*": Sort.TIMES,
}  # fmt: skip
_VALUES = {"once": 1, "twice": 2, "thrice": 3, "namely": 1, "as": 1}
_LINKS = {
    "times": Sort.TIMES, "fold": Sort.TIMES, "sets": Sort.SETS, "rounds": Sort.ROUNDS, "reps": Sort.REPS,
    "and": Sort.AND, "for": Sort.FOR, "in": Sort.IN, "of": Sort.LINK, "link": Sort.LINK, "each": Sort.EACH,
    "total": Sort.TOTAL, "more": Sort.MORE, "vague": Sort.VAGUE, "between": Sort.BETWEEN,
    "bound": Sort.BOUND, "or": Sort.OR, "to": Sort.TO, "repair": Sort.REPAIR, "by": Sort.TIMES,
    "twice": Sort.FOLD, "thrice": Sort.FOLD, "once": Sort.FOLD, "namely": Sort.COLON, "as": Sort.COLON,
    "same": Sort.SAME,
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
    counts = message.is_number(index) or message.text(index) in LEADING
    for recognise in _recognisers(message.starts[index].groups)[counts]:
        item = recognise(message, index, today)
        if item:
            return item
    return _sign(message, index)


@cache
def _recognisers(groups: frozenset[str]) -> tuple[tuple[Recogniser, ...], tuple[Recogniser, ...]]:
    """Those that know how such a word may begin, in order; and those for one that is a number, too."""
    words = [recognise for begins, _, recognise in _RECOGNISERS if not begins.isdisjoint(groups)]
    numbers = [
        recognise for begins, counts, recognise in _RECOGNISERS if counts or not begins.isdisjoint(groups)
    ]
    return tuple(words), tuple(numbers)


def _idiom(message: Message, index: int, _today: date) -> Item | None:
    """Words that only look like an exercise or a number ("pull-up bar", "24/7")."""
    span = message.at(index, "idioms")
    return Item(Sort.NOISE, index, span.end) if span else None


def _day(message: Message, index: int, today: date) -> Item | None:
    day = day_at(message, index, today)
    return Item(Sort.DAY, index, day.end, offset=day.offset) if day else None


def _time(message: Message, index: int, _today: date) -> Item | None:
    """A time of day or a length of time; "stopped at 7" speaks of reps."""
    if message.groups.isdisjoint(_TIMED) and ":" not in message.marks:
        return None
    length = duration_at(message, index) or _range(message, index)
    if length and not message.tagged(length.end, "ending.own"):
        return Item(
            Sort.LENGTH, index, length.end, number=length.seconds if length.unit.startswith("second") else 0
        )
    if message.is_number(index) and message.text(index + 1) == ":" and message.is_glued(index + 2):
        end = index + 2 + message.is_number(index + 2)
        seconds = message.text(end) == ":" and message.is_number(end + 1) and message.is_glued(end + 1)
        return Item(Sort.NOISE, index, end + 2 * seconds)
    if (
        len(message.text(index)) == CLOCK_FIGURES
        and message.text(index).startswith("0")
        and message.is_number(index)
    ):
        return Item(Sort.NOISE, index, index + 1)
    counted = message.follows(index, "verbs.stopped") or _counts_at(message, index)
    lead = message.tagged(index, "clock.exactly") and not counted and _age(message, index + 1)
    if lead:
        return Item(Sort.NOISE, index, lead)
    lead = message.tagged(index, "clock.at") and not counted and not _is_estimate(message, index)
    clock = clock_at(message, index + lead, bare=lead)
    if clock is None or (lead and is_counted(message, clock.end)):
        return None
    return Item(Sort.NOISE, index, clock.end)


def _is_estimate(message: Message, index: int) -> bool:
    """ "About 16", first of all, says how many."""
    return index == 0 and not message.tagged(index, "clock.exactly") and message.tagged(index, "before.ok")


def _counts_at(message: Message, index: int) -> bool:
    """The 12 of "3 at 12" counts reps; in "10 at 7, 10 at 12" both are times."""
    ats = [at for at in range(len(message.tokens)) if message.tagged(at, "clock.exactly")]
    return message.is_number(index - 1) and len(ats) <= 1


def _age(message: Message, index: int) -> int:
    """Where the 67 of "two, at 67!" ends: no time of day, and it counts nothing."""
    number = number_at(message, index)
    counts = number and (is_counted(message, number.end) or message.text(number.end).isalpha())
    return number.end if number and number.whole and number.value > HOURS and not counts else 0


def _range(message: Message, index: int) -> Duration | None:
    """ "3-4 seconds"."""
    number = number_at(message, index)
    if number and (message.text(number.end) == "-" or message.tagged(number.end, "links.to", "links.or")):
        return duration_at(message, number.end + 1)
    return None


def _single(message: Message, index: int, _today: date) -> Item | None:
    """ "a pull-up" is one; "a push-up workout" isn't."""
    if not message.tagged(index, "single.a"):
        return None
    start = max(span.end for span in message.find("single.a") if span.start == index)
    mention = mention_at(message, start)
    if mention is None or not mention.one:
        return None
    if message.tagged(mention.end, "single.not_before") and not message.tagged(start - 1, "single.ever"):
        return None
    if message.tagged(index - 1, "single.not_after"):
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
    if sort is Sort.SETS and message.tagged(index, "links.vague") and not number_at(message, index - 1):
        sort = Sort.VAGUE
    if span and not _has_its_number(message, span):
        return None
    if span and span.name == "as" and not message.groups & {"nouns", "kinds"}:
        return None
    if span and span.name == "hesitation":
        sort = _hesitation(message, index)
    if sort is Sort.TO and message.tagged(index, "effort.hard"):
        return None
    if span is None or sort is None or (sort is Sort.BOUND and _is_shadowed(message, index)):
        return None
    return Item(sort, index, span.end, number=_VALUES.get(span.name, 0))


def _has_its_number(message: Message, span: Span) -> bool:
    """The "by" of "3 by 8" and the "once" of "6 once" count; elsewhere such words are only words."""
    if not message.tagged(span.start, "links.by", "links.as", "links.once"):
        return True
    before = span.name == "once" and message.is_number(span.start - 1)
    return before or number_at(message, span.end) is not None


def _hesitation(message: Message, index: int) -> Sort | None:
    """ "5 pull-ups, er, chin-ups" takes a word back, "eight uh nine" leaves two; else it says nothing."""
    before = index - 1 - (message.text(index - 1) == ",")
    behind = index + 1 + (message.text(index + 1) == ",")
    several = len(message.find("links.hesitation")) > 1
    named = any(
        (mention := mention_at(message, at)) and mention.end == before + 1
        for at in range(max(before - 3, 0), before + 1)
    )
    number = number_at(message, behind)
    if named and (mention_at(message, behind) or (number and not several)):
        return Sort.REPAIR
    counted = message.is_number(before) or message.at(before, "numbers")
    return Sort.OR if number and counted and not several else None


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


_RECOGNISERS: tuple[tuple[frozenset[str], bool, Recogniser], ...] = (
    (frozenset({"idioms"}), False, _idiom),
    (DAY_STARTS, True, _day),
    (frozenset({"numbers", "amounts", "clock"}), True, _time),
    (frozenset({"single"}), False, _single),
    (frozenset({"labels", "ordinals"}), True, label),
    (frozenset({"numbers"}), True, measure),
    (frozenset({"numbers"}), True, _number),
    (frozenset({"links"}), False, _link),
    (frozenset({"nouns", "kinds"}), False, _mention),
)
