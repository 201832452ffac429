"""Days as said: "yesterday", "last Tuesday", "on March 2", and the weekdays of a setting."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Message, Span, lay_out
from bot.understanding.numbers import number_at
from bot.understanding.times import duration_at

FARTHEST = 31
YEARS = 1900
_DATED = frozenset({"days", "weekdays", "weekdays_short", "months", "days_ago", "days_last", "ordinals"})
_PARTING = frozenset("-./")
DAY_STARTS = frozenset(
    {
        "days",
        "weekdays",
        "weekdays_short",
        "months",
        "numbers",
        "amounts",
        "days_last",
        "days_the",
        "days_on",
        "links",
    }
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day back from today (0), or None when it is too far off; `end` is where its words end."""

    offset: int | None
    end: int


class Date(NamedTuple):
    """A date as said: 0 for a year or month unsaid, and for a day that could be two."""

    year: int
    month: int
    day: int
    end: int


def day_at(message: Message, index: int, today: date) -> Day | None:
    """Read the day that starts here; a future one isn't a day that sets can have."""
    if message.groups.isdisjoint(_DATED) and message.marks.isdisjoint(_PARTING):
        return _year(message, index, today)
    return (
        _past(_iso(message, index), today)
        or _named(message, index)
        or _weekday(message, index, today)
        or _ago(message, index)
        or _year(message, index, today)
        or _past(date_at(message, index), today)
    )


def date_at(message: Message, index: int) -> Date | None:
    """Read the date that starts here, as it was said."""
    return (
        _iso(message, index)
        or _month_and_day(message, index)
        or _figures(message, index)
        or _ordinal(message, index)
    )


def _named(message: Message, index: int) -> Day | None:
    span = message.at(index, "days")
    if span is None or (index and message.tagged(index - 1, "days_not.after")):
        return None
    if _is_only_of(message, span):
        return None
    return Day(None if span.name == "far" else int(span.name), span.end)


def _is_only_of(message: Message, span: Span) -> bool:
    """In "today's workout" no day is said, and in "last week on Thursday" only the Thursday is."""
    if span.name == "0":
        return message.tagged(span.end, "ending.own")
    behind = span.end + message.tagged(span.end, "days_on.on")
    return span.name == "far" and bool(message.at(behind, "weekdays") or message.at(behind, "weekdays_short"))


def _weekday(message: Message, index: int, today: date) -> Day | None:
    """The latest such day up to today; with "last" the latest before today."""
    last = message.tagged(index, "days_last.last")
    start = index + 1 if last else index
    span = message.at(start, "weekdays") or _short_weekday(message, start, said_last=last)
    if span is None or (index and message.tagged(index - 1, "days_not.after", "days_not.next")):
        return None
    back = (today.weekday() - int(span.name)) % 7
    week = message.at(span.end, "days_last")
    if week and week.name == "week":
        return Day(int(span.name) - today.weekday() - 7, week.end)
    return Day(-(back or 7 if last else back), span.end)


def _short_weekday(message: Message, index: int, *, said_last: bool) -> Span | None:
    """Sat and sun are words of their own, too: they are days only where a day stands."""
    span = message.at(index, "weekdays_short")
    if span is None:
        return None
    before = (
        index == 0
        or message.tagged(index - 1, "days_on.on", "days_each.both", "links.and")
        or message.text(index - 1) in {",", "\n"}
    )
    after = message.is_number(span.end) or message.text(span.end) in {":", "-", ","}
    return span if said_last or (before and not message.tagged(span.end, "days_not.down")) or after else None


def _ago(message: Message, index: int) -> Day | None:
    if "days_ago" not in message.groups:
        return None
    length = duration_at(message, index)
    if length is None or not message.tagged(length.end, "days_ago.ago"):
        return None
    end = length.end + 1
    return _within(-(length.seconds // 86400), end + message.tagged(end, "days.0"))


def _year(message: Message, index: int, today: date) -> Day | None:
    """ "In 2019" is too far off."""
    if not message.is_number(index + 1) or not message.tagged(index, "links.in"):
        return None
    return Day(None, index + 2) if YEARS <= message.tokens[index + 1].value < today.year else None


def _iso(message: Message, index: int) -> Date | None:
    """2026-03-02, and 2.3.2026 or 2/3/2026 where day and month can't be confused."""
    if not message.is_number(index) or message.text(index + 1) not in {"-", ".", "/"}:
        return None
    if not (message.is_number(index + 2) and message.text(index + 3) == message.text(index + 1)):
        return None
    if not (message.is_number(index + 4) and message.is_glued(index + 4) and message.is_glued(index + 2)):
        return None
    first, second, third = (message.tokens[at].value for at in (index, index + 2, index + 4))
    if len(message.text(index)) == 4:
        return Date(first, second, third, index + 5)
    if len(message.text(index + 4)) != 4:
        return None
    if message.text(index + 1) == "/" and first <= 12 and second <= 12 and first != second:
        return Date(third, 0, 0, index + 5)
    day, month = (second, first) if second > 12 else (first, second)
    return Date(third, month, day, index + 5)


def _figures(message: Message, index: int) -> Date | None:
    """ "on 28/2", "28/02: ...", "01.03.": a day that could be another, too ("on 2/3"), isn't known."""
    start = index + message.tagged(index, "days_on.on")
    sign, end = message.text(start + 1), start + 3
    numbers = message.is_number(start) and message.is_number(start + 2) and message.is_glued(start + 2)
    if not numbers or message.text(end) == "/" or not _is_dated(message, start, led=start > index):
        return None
    first, second = message.tokens[start].value, message.tokens[start + 2].value
    if sign == ".":
        return Date(0, second, first, end + 1)
    if first != second and first <= 12 and second <= 12:
        return Date(0, 0, 0, end)
    return Date(0, min(first, second), max(first, second), end)


def _is_dated(message: Message, start: int, *, led: bool) -> bool:
    """Behind an "on", with a zero before a figure ("01.03."), or as a heading ("28/2: ..."), it's no list."""
    sign, end = message.text(start + 1), start + 3
    padded = message.text(start).startswith("0") or message.text(start + 2).startswith("0")
    if sign == ".":
        return message.text(end) == "." and message.is_glued(end) and (led or padded)
    heads = message.text(end) == ":" and (start == 0 or message.text(start - 1) == "\n")
    return sign == "/" and (led or padded or heads)


def _month_and_day(message: Message, index: int) -> Date | None:
    """ "March 2", "2nd of March", each with or without a year."""
    if "months" not in message.groups:
        return None
    month = message.at(index, "months")
    number = number_at(message, index)
    if month and message.tagged(index - 1, "links.of") and not message.tagged(index - 2, "ordinals.suffix"):
        return Date(0, 0, 0, month.end)
    if month:
        number = number_at(message, month.end + message.tagged(month.end, "days_the.the"))
        after = _after_ordinal(message, number.end) if number else 0
    elif number:
        after = _after_ordinal(message, number.end)
        month = message.at(after + message.tagged(after, "links.of"), "months")
        after = month.end if month else 0
    if number is None or month is None or not 1 <= number.value <= 31:
        return None
    year = message.tokens[after].value if message.is_number(after) and len(message.text(after)) == 4 else 0
    return Date(year, int(month.name), number.value, after + bool(year))


def _after_ordinal(message: Message, index: int) -> int:
    return index + message.tagged(index, "ordinals.suffix")


def _ordinal(message: Message, index: int) -> Date | None:
    """ "the 5th" of a month unsaid, unless it counts something ("the 2nd set")."""
    if not message.tagged(index, "days_the.the") or not message.tagged(index + 2, "ordinals.suffix"):
        return None
    if any(message.follows(at, "verbs.stopped") for at in (index, index - 1)) or message.tagged(
        index - 1, "verbs.tried"
    ):
        return None
    end = index + 3
    number = number_at(message, index + 1)
    counts = message.text(end).isalpha() and not message.at(end, "before") and not message.at(end, "after")
    if number is None or not 1 <= number.value <= 31 or counts:
        return None
    return Date(0, 0, number.value, end)


def _past(said: Date | None, today: date) -> Day | None:
    """The latest such day; a date without a year that this year hasn't reached belongs to last year."""
    if said is None:
        return None
    year, month, day, end = said
    if not month and not year and day:
        before = today if day <= today.day else today.replace(day=1) - timedelta(days=1)
        year, month = before.year, before.month
    try:
        found = date(year or today.year, month, day)
        if not year and found > today:
            found = found.replace(year=today.year - 1)
    except ValueError:
        return Day(None, end)
    return _within((found - today).days, end)


def _within(offset: int, end: int) -> Day:
    return Day(offset if -FARTHEST <= offset <= 0 else None, end)


def read_weekdays(text: str, lexicon: Lexicon) -> frozenset[int] | None:
    """Read the weekdays of an answer, Monday is 0; "none" is the empty set, None what isn't understood."""
    message = lay_out(text, lexicon)
    days: set[int] = set()
    said = False
    index = 0
    while index < len(message.tokens):
        span = (
            message.at(index, "weekdays")
            or message.at(index, "weekdays_short")
            or message.at(index, "weekday_groups")
        )
        filler = message.at(index, "filler")
        if span:
            days |= span_days(message, span)
            said = True
        elif filler is None and message.text(index) not in {",", ".", "!", "+", "/", "&", "-"}:
            return None
        index = span.end if span else filler.end if filler else index + 1
    return frozenset(days) if said else None


def span_days(message: Message, span: Span) -> set[int]:
    """The weekdays of one word, or those from one before it ("mon-fri")."""
    if span.group == "weekday_groups":
        return {"weekend": {5, 6}, "weekdays": {0, 1, 2, 3, 4}, "all": set(range(7)), "none": set()}[
            span.name
        ]
    last = int(span.name)
    start = message.at(span.start - 2, "weekdays") or message.at(span.start - 2, "weekdays_short")
    joined = message.is_glued(span.start)
    if joined:
        start = message.at(span.start - 1, "weekdays") or message.at(span.start - 1, "weekdays_short")
    if start and (
        joined or message.tagged(span.start - 1, "links.to") or message.text(span.start - 1) == "-"
    ):
        first = int(start.name)
        return {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return {last}
