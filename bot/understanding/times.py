"""Times of day and lengths of time: "7:30am", "half past six", "an hour and a half"."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Message, Number, lay_out
from bot.understanding.numbers import number_at

NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as said. `half` is am or pm where that is known; `exact` needs no guess at all."""

    hour: int
    minute: int
    end: int
    half: str = ""
    exact: bool = False

    @property
    def wall(self) -> time:
        """As it stands on a 24-hour clock; a bare 7 is seven in the morning."""
        if not self.half or self.hour > NOON:
            return time(self.hour % 24, self.minute)
        return time(self.hour % NOON + (NOON if self.half == "pm" else 0), self.minute)

    def after(self, now: datetime) -> time:
        """The next such time after `now`, where am or pm wasn't said."""
        if self.exact or self.half or self.hour > NOON or self.hour == 0:
            return self.wall
        early = self.hour % NOON
        moments = [
            now.replace(hour=hour, minute=self.minute, second=0, microsecond=0)
            for hour in (early, early + NOON)
        ]
        return min(moment if moment > now else moment + timedelta(days=1) for moment in moments).time()


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds; 0 when only "a few minutes" was said."""

    seconds: int
    end: int
    unit: str


def read_clock(text: str, lexicon: Lexicon) -> time | None:
    """Read the one time of day in an answer; a bare 7 is 07:00. None when there isn't exactly one."""
    message = lay_out(text, lexicon)
    found: list[Clock] = []
    index = 0
    while index < len(message.tokens):
        clock = clock_at(message, index, bare=True)
        length = duration_at(message, index)
        clock = None if clock and length and length.end > clock.end else clock
        if clock is None and (
            message.at(index, "filler") is None and message.text(index) not in {",", ".", "!"}
        ):
            return None
        found += [clock] if clock else []
        index = clock.end if clock else _filler_end(message, index)
    return found[0].wall if len(found) == 1 else None


def _filler_end(message: Message, index: int) -> int:
    span = message.at(index, "filler")
    return span.end if span else index + 1


def clock_at(message: Message, index: int, *, bare: bool = False) -> Clock | None:
    """Read a time that starts here; `bare` lets a plain number count ("at 7")."""
    clock = (
        _named(message, index) or _around(message, index, bare=bare) or _figures(message, index, bare=bare)
    )
    if clock is None:
        return None
    part = message.at(clock.end, "clock") or (message.at(clock.end, "clock_part") if bare else None)
    if part and part.name in {"am", "pm"} and not clock.half:
        clock = replace(clock, half=part.name, end=part.end)
    return clock if clock.hour <= 24 and clock.minute < 60 else None


def _named(message: Message, index: int) -> Clock | None:
    for name, hour in (("noon", NOON), ("midnight", 0)):
        span = message.at(index, "clock")
        if span and span.name == name:
            return Clock(hour, 0, span.end, exact=True)
    return None


def _around(message: Message, index: int, *, bare: bool) -> Clock | None:
    """ "half past six", "half six", "quarter to 7", "ten past 6"."""
    span = message.at(index, "clock")
    full = span is not None and span.end - span.start > 1
    if not bare and not full:
        return None
    if span and span.name in {"half", "quarter_past", "quarter_to"}:
        minutes = {"half": 30, "quarter_past": 15, "quarter_to": -15}[span.name]
        return _shifted(number_at(message, span.end), minutes)
    number = number_at(message, index)
    link = message.at(number.end, "clock") if number else None
    if number and link and number.value in {5, 10, 20, 25} and link.name in {"past", "to"}:
        return _shifted(number_at(message, link.end), number.value if link.name == "past" else -number.value)
    return None


def _shifted(hour: Number | None, minutes: int) -> Clock | None:
    if hour is None or not hour.whole or not 1 <= hour.value <= NOON:
        return None
    early = (hour.value - 1) or NOON
    return Clock(hour.value, minutes, hour.end) if minutes > 0 else Clock(early, 60 + minutes, hour.end)


def _figures(message: Message, index: int, *, bare: bool) -> Clock | None:
    number = number_at(message, index)
    if number is None:
        return None
    clock = _with_minutes(message, index, number, bare=bare)
    if clock:
        return clock
    part = message.at(number.end, "clock")
    if not number.whole or number.value > 24:
        return _four_digits(message, index) if bare else None
    if part and part.name in {"am", "pm", "oclock"}:
        return Clock(number.value, 0, part.end, part.name if part.name != "oclock" else "")
    if part and part.name == "hours" and message.tagged(index - 1, "clock.exactly"):
        return Clock(number.value, 0, part.end, exact=True)
    return Clock(number.value, 0, number.end) if bare else None


def _with_minutes(message: Message, index: int, number: Number, *, bare: bool) -> Clock | None:
    """6:30 anywhere; 6.30, 6h30 and "six thirty" only where a time is looked for, or am or pm follows."""
    sign, minutes = message.text(index + 1), message.text(index + 2)
    glued = message.is_glued(index + 1) and message.is_glued(index + 2) and message.is_number(index + 2)
    if message.is_number(index) and glued and len(minutes) == 2:
        part = message.at(index + 3, "clock")
        half = part.name if part and part.name in {"am", "pm"} else ""
        if sign == ":" or (sign in {".", "h"} and (bare or half)):
            exact = message.text(index).startswith("0")
            return Clock(number.value, int(minutes), part.end if part and half else index + 3, half, exact)
    following = number_at(message, number.end) if bare and number.whole and number.value <= 24 else None
    if following and following.whole and 10 <= following.value < 60:
        return Clock(number.value, following.value, following.end)
    return None


def _four_digits(message: Message, index: int) -> Clock | None:
    digits = message.text(index)
    if not message.is_number(index) or len(digits) != 4:
        return None
    return Clock(int(digits[:2]), int(digits[2:]), index + 1, exact=True)


def duration_at(message: Message, index: int) -> Duration | None:
    """Read a length of time that starts here, up to "an hour and a half" and "1 h 30"."""
    if "units" not in message.groups:
        return None
    amount, end = _amount(message, index)
    unit = message.at(end, "units")
    if unit is None or end == index or _is_ordinal(message, unit.end, unit.name):
        return None
    if not message.is_glued(end) and message.is_number(unit.end) and message.is_glued(unit.end):
        return None
    scale = UNITS[unit.name]
    seconds, end = amount * scale, unit.end
    half = message.at(end, "amounts")
    if half and half.name == "and_half":
        return Duration(round(seconds + scale / 2), half.end, unit.name)
    if unit.name == "hour":
        extra, end = _minutes_after(message, end)
        seconds += extra * UNITS["minute"]
    return Duration(round(seconds), end, unit.name)


UNITS = {"second": 1, "seconds": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "long": 2592000}


def _amount(message: Message, index: int) -> tuple[float, int]:
    number = number_at(message, index)
    named = message.at(index, "amounts")
    if number and not (named and named.end > number.end):
        half = message.at(number.end, "amounts")
        if half and half.name == "and_half":
            return number.value + 0.5, half.end
        return number.value + number.tenths, number.end + message.tagged(number.end, "links.more")
    scale = {"one": 1.0, "half": 0.5, "quarter": 0.25, "three_quarters": 0.75, "and_half": 0.0, "vague": 0.0}
    return (scale[named.name], named.end) if named else (0.0, index)


def _minutes_after(message: Message, index: int) -> tuple[int, int]:
    start = index + 1 if message.tagged(index, "links.and") else index
    number = number_at(message, start)
    if number is None or number.value >= 60:
        return 0, index
    unit = message.at(number.end, "units")
    if unit and unit.name == "minute":
        return number.value, unit.end
    return (number.value, number.end) if message.is_glued(start) else (0, index)


def _is_ordinal(message: Message, after: int, unit: str) -> bool:
    """In "first 10, second 8" the second is a set."""
    return unit == "second" and (number_at(message, after) is not None or message.tagged(after, "links.sets"))
