"""Settings by weekday: "6:30 on weekdays, 8 on weekends", "not on Sundays", "only Mon and Wed"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from bot.understanding.cues import Guard
from bot.understanding.days import span_days
from bot.understanding.message import Message
from bot.understanding.reading import About, Intent, Reading, SaidHour
from bot.understanding.scene import Scene
from bot.understanding.times import Clock, clock_at

_REFUSED = frozenset({Guard.OTHERS, Guard.QUOTE, Guard.JOKE})
_DAYS = ("weekdays", "weekdays_short", "weekday_groups")


class _Kind(StrEnum):
    """What stands in such a message; a cue before days, one behind or before them."""

    TIME = "time"
    DAYS = "days"
    NOT = "not"
    OFF = "off"
    ONLY = "only"


_CUES = (_Kind.NOT, _Kind.OFF, _Kind.ONLY)


class _Part(NamedTuple):
    kind: _Kind
    start: int
    end: int
    days: frozenset[int] = frozenset()
    clock: Clock | None = None


@dataclass(slots=True)
class _Week:
    """What was said of the week: times and days in their order, days without, the only days."""

    timed: list[_Part]
    quiet: frozenset[int] = frozenset()
    only: frozenset[int] | None = None


def read_weekly(scene: Scene) -> Reading | None:
    """Read it where nothing else was said, and where it clearly is of every week."""
    message = scene.message
    if message.groups.isdisjoint(_DAYS) and not message.has("weekly.each"):
        return None
    parts = _parts(message)
    if parts is None or any(scene.guards[part.start] in _REFUSED for part in parts):
        return None
    week = _week(_merged(parts, message.clauses))
    hours = _hours(week.timed) if week else None
    if week is None or hours is None or not _is_lasting(message, parts, hours):
        return None
    first = hours[0] if hours else None
    return Reading(
        intent=Intent.NONE,
        about=About.SETTING,
        at=first.at if first else None,
        weekdays=first.weekdays if first else None,
        hours=hours if len(hours) > 1 else (),
        quiet_on=week.quiet or None,
        only_on=week.only,
    )


# -- what stands there ----------------------------------------------------------------------------------


def _parts(message: Message) -> list[_Part] | None:
    """None where anything stands there that has no place in such a message."""
    parts: list[_Part] = []
    index = 0
    while index < len(message.tokens):
        part = _part_at(message, index)
        beside = message.at(index, "weekly")
        end = max(part.end if part else index, beside.end if beside else index)
        if end == index and not message.is_mark(index):
            return None
        if part and part.end == end:
            parts.append(part)
        index = max(end, index + 1)
    return parts


def _part_at(message: Message, index: int) -> _Part | None:
    """The longest that starts here."""
    found: list[_Part] = []
    for group in _DAYS:
        span = message.at(index, group)
        if span and span.name != "none":
            found.append(_Part(_Kind.DAYS, index, span.end, frozenset(span_days(message, span))))
    if clock := clock_at(message, index, bare=True):
        found.append(_Part(_Kind.TIME, index, clock.end, clock=clock))
    found += [
        _Part(kind, index, index + cue.length)
        for cue in message.starts[index].found
        for kind in _CUES
        if cue.tag == f"weekly.{kind}"
    ]
    return max(found, key=lambda part: part.end, default=None)


# -- what it means --------------------------------------------------------------------------------------


def _week(parts: Sequence[_Part]) -> _Week | None:
    """Each cue takes the days that follow it or, where it may, those before; None if it finds none."""
    week = _Week([])
    waiting: _Part | None = None
    for part in parts:
        if part.kind is _Kind.DAYS:
            _take(week, part, waiting)
            waiting = None
        elif part.kind is _Kind.TIME:
            week.timed.append(part)
        elif part.kind is not _Kind.NOT and week.timed and week.timed[-1].kind is _Kind.DAYS:
            _take(week, week.timed.pop(), part)
        elif waiting is not None:
            return None
        else:
            waiting = part
    return None if waiting else week


def _take(week: _Week, days: _Part, cue: _Part | None) -> None:
    if cue is None:
        week.timed.append(days)
    elif cue.kind is _Kind.ONLY:
        week.only = days.days
    else:
        week.quiet |= days.days


def _merged(parts: Sequence[_Part], clauses: Sequence[int]) -> list[_Part]:
    """Days that follow each other are one, but for those of two times: "7 on Monday, Friday at 8"."""
    runs = [list(run) for _, run in groupby(parts, key=lambda part: part.kind)]
    kinds = [run[0].kind for run in runs]
    lacking = kinds.count(_Kind.DAYS) < kinds.count(_Kind.TIME)
    merged: list[_Part] = []
    for place, run in enumerate(runs):
        if run[0].kind is not _Kind.DAYS:
            merged += run
            continue
        shared = lacking and 0 < place < len(runs) - 1
        split = _split(run, clauses) if shared else len(run)
        merged += [_together(days) for days in (run[:split], run[split:]) if days]
    return merged


def _split(days: Sequence[_Part], clauses: Sequence[int]) -> int:
    """Where the second time's days begin: at the last comma, else with the last of them."""
    commas = [
        place for place in range(1, len(days)) if clauses[days[place].start] != clauses[days[place - 1].start]
    ]
    return commas[-1] if commas else len(days) - 1


def _together(days: Sequence[_Part]) -> _Part:
    return days[0]._replace(end=days[-1].end, days=frozenset().union(*(part.days for part in days)))


def _hours(timed: Sequence[_Part]) -> tuple[SaidHour, ...] | None:
    """One time for all days that are named, or each with its own days; None where that isn't clear."""
    clocks = [part.clock for part in timed if part.clock]
    days = [part.days for part in timed if part.clock is None]
    if len(clocks) <= 1:
        if not clocks and days:
            return () if days == [frozenset(range(7))] else None
        return tuple(SaidHour(clock.wall, frozenset().union(*days) or None) for clock in clocks)
    if len(clocks) != len(days):
        return None
    return tuple(SaidHour(clock.wall, on) for clock, on in zip(clocks, days, strict=True))


def _is_lasting(message: Message, parts: Sequence[_Part], hours: Sequence[SaidHour]) -> bool:
    """ "On Sundays" is of every week, "on Sunday" is of this one; and "8" alone is no time."""
    named = frozenset().union(*(part.days for part in parts))
    cued = any(part.kind in _CUES for part in parts)
    each = message.has("weekly.each")
    if not hours:
        only = any(part.kind is _Kind.ONLY for part in parts)
        return cued and bool(named) and (each or (only and len(named) > 1))
    groups = len(hours) > 1 and all(_is_group(message, part) for part in parts if part.kind is _Kind.DAYS)
    return (each or len(named) > 1) and (groups or any(_is_sure(message, part) for part in parts))


def _is_group(message: Message, part: _Part) -> bool:
    return message.at(part.start, "weekday_groups") is not None


def _is_sure(message: Message, part: _Part) -> bool:
    """A time that can't be reps: 6:30, 7am, "at 7", or any behind "prompt me"."""
    if part.kind is not _Kind.TIME:
        return False
    led = message.tagged(part.start - 1, "clock.at") or message.has("weekly.ask")
    return led or clock_at(message, part.start) is not None
