"""Days to come: when a race is, until when a pause or a journey lasts, on which weekdays a setting holds."""

from calendar import monthrange
from datetime import date, timedelta

from bot.understanding.days import Date, date_at, span_days
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Message, Span, lay_out
from bot.understanding.times import duration_at

DAY, MINUTE = 86400, 60
WEEK = 7


def read_day_ahead(text: str, today: date, lexicon: Lexicon) -> int | None:
    """The day to come that an answer names."""
    return day_ahead(lay_out(text, lexicon), today)


def day_ahead(message: Message, today: date) -> int | None:
    """The first day to come that is said, counted from today; not one that something ends on."""
    for index in range(len(message.tokens)):
        found = _ahead_at(message, index, today)
        if found is not None and not _is_end(message, index):
            return found
    return None


def _is_end(message: Message, index: int) -> bool:
    """The Monday of "until Monday" and of "until next Monday"."""
    before = index - 1 - message.tagged(index - 1, "ahead.next")
    return message.tagged(index - 1, "ahead.until") or message.tagged(before, "ahead.until")


def since_day(message: Message, today: date) -> int | None:
    """ "Since yesterday", "for two days": days back from today."""
    for span in message.find("ahead.since"):
        day = message.at(span.end, "days")
        weekday = message.at(span.end, "weekdays")
        if day and day.name != "far":
            return int(day.name)
        if weekday:
            return -((today.weekday() - int(weekday.name)) % 7)
    lasted = _lasting(message)
    return -lasted if lasted else None


def until_day(message: Message, today: date) -> int | None:
    """The day on which a pause or a journey ends: "until Sunday", "back on the 5th", "for two weeks".

    A weekday is the first one after the day on which it begins ("away next week, back on Monday").
    """
    begins = day_ahead(message, today) or 0
    for span in message.find("ahead.until"):
        for start in (span.end, span.end + message.tagged(span.end, "ahead.next")):
            found = _end_at(message, start, today, begins)
            if found is not None:
                return found
    for span in (*message.find("ahead_spans.week"), *message.find("ahead_spans.month")):
        return 7 - today.weekday() if span.name == "week" else _rest_of_month(today)
    return _lasting(message)


def _end_at(message: Message, index: int, today: date, begins: int) -> int | None:
    found = _ahead_at(message, index, today)
    if found is not None and _is_weekday(message, index):
        return found + WEEK * (max(begins - found + WEEK, 0) // WEEK)
    return _month_at(message, index, today) if found is None else found


def _lasting(message: Message) -> int | None:
    """ "For two weeks", "a week off": days."""
    ends = [span.end for span in message.find("ahead.for")]
    offs = [span.start for span in message.find("ahead.off")]
    for index in range(len(message.tokens) if offs else 0):
        length = duration_at(message, index)
        ends += [index] if length and length.end in offs else []
    lengths = (duration_at(message, index) for index in ends)
    return next((length.seconds // DAY for length in lengths if length and length.seconds >= DAY), None)


def short_pause(message: Message) -> int | None:
    """The minutes of "a break for an hour", which is no pause of days."""
    lengths = (duration_at(message, span.end) for span in message.find("ahead.for"))
    return next((length.seconds // MINUTE for length in lengths if length and length.seconds < DAY), None)


def _is_weekday(message: Message, index: int) -> bool:
    return bool(message.at(index, "weekdays") or message.at(index, "weekdays_short"))


def weekdays_of(message: Message) -> frozenset[int] | None:
    """The weekdays that a setting names; None when it names none."""
    groups = ("weekdays", "weekdays_short", "weekday_groups")
    spans = [span for index in range(len(message.tokens)) for span in _spans(message, index, groups)]
    days = {day for span in spans if span.name != "none" for day in span_days(message, span)}
    return frozenset(days) or None


def _spans(message: Message, index: int, groups: tuple[str, ...]) -> list[Span]:
    return [span for group in groups if (span := message.at(index, group))]


def _ahead_at(message: Message, index: int, today: date) -> int | None:
    span = message.at(index, "ahead_days")
    if span:
        return int(span.name)
    if message.tagged(index, "ahead.in") and (length := duration_at(message, index + 1)):
        return length.seconds // DAY or None
    weekday = message.at(index, "weekdays") or message.at(index, "weekdays_short")
    if weekday:
        return (int(weekday.name) - today.weekday() - 1) % 7 + 1
    said = date_at(message, index)
    return _days_until(said, today) if said else None


def _month_at(message: Message, index: int, today: date) -> int | None:
    """ "Till March": its first day."""
    month = message.at(index, "months")
    return _days_until(Date(0, int(month.name), 1, 0), today) if month else None


def _days_until(said: Date, today: date) -> int | None:
    """The next such date, today included; None for one that has been or that never comes."""
    month = said.month or (today + timedelta(days=_rest_of_month(today) * (said.day < today.day))).month
    years = (said.year,) if said.year else (today.year, today.year + 1)
    for year in years:
        if not said.day or not 1 <= month <= 12 or said.day > monthrange(year, month)[1]:
            continue
        ahead = (date(year, month, said.day) - today).days
        if ahead >= 0:
            return ahead
    return None


def _rest_of_month(today: date) -> int:
    return monthrange(today.year, today.month)[1] - today.day + 1
