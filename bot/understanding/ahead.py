"""Days to come: when a race is, until when a pause or a journey lasts, on which weekdays a setting holds."""

from calendar import monthrange
from datetime import date, timedelta

from bot.understanding.days import Date, date_at, span_days
from bot.understanding.message import Message, Span
from bot.understanding.times import duration_at

DAY = 86400
WEEK = 7


def day_ahead(message: Message, today: date) -> int | None:
    """The first day to come that is said, counted from today; not one that something ends on."""
    for index in range(len(message.tokens)):
        found = _ahead_at(message, index, today)
        if found is not None and not message.tagged(index - 1, "ahead.until"):
            return found
    return None


def until_day(message: Message, today: date) -> int | None:
    """The day on which a pause or a journey ends: "until Sunday", "back on the 5th", "for two weeks".

    A weekday is the first one after the day on which it begins ("away next week, back on Monday").
    """
    begins = day_ahead(message, today) or 0
    for span in message.find("ahead.until"):
        found = _ahead_at(message, span.end, today)
        if found is not None and _is_weekday(message, span.end):
            return found + WEEK * (max(begins - found + WEEK, 0) // WEEK)
        if found is not None:
            return found
    for span in message.find("ahead.for"):
        length = duration_at(message, span.end)
        if length and length.seconds >= DAY:
            return length.seconds // DAY
    return None


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
