"""Reminders put off: "later", "in 2 hours", "remind me at 8pm", and what is a setting instead."""

from collections.abc import Set as AbstractSet
from datetime import time

from bot.understanding.ahead import DAY, day_ahead, weekdays_of
from bot.understanding.cues import Guard
from bot.understanding.items import Sort
from bot.understanding.message import Message
from bot.understanding.numbers import number_at
from bot.understanding.reading import About, Intent, Reading
from bot.understanding.scene import Scene
from bot.understanding.times import Clock, clock_at, duration_at
from bot.understanding.when import day_of

_WORK = frozenset({Sort.NUMBER, Sort.PART, Sort.EXERCISE})
_BRIEF = frozenset({"second", "seconds", "minute", "hour"})
_REFUSED = frozenset({Guard.NOT, Guard.NO, Guard.OTHERS, Guard.QUOTE, Guard.JOKE, Guard.IF})


def read_setting(scene: Scene) -> Reading | None:
    """A time for every day is no snooze; it is kept if it is one. "Only push-ups from now on" is no time."""
    message = scene.message
    if message.has("about.push_only", "about.stop", "about.resume"):
        return None
    lasting = message.has("setting.sure") or (
        message.has("setting.always") and message.has("snooze.ask", "setting.time") and _has_time(message)
    )
    if not lasting:
        return None
    clock = _clock(message)
    half = _half_of_day(message) or (clock.half if clock else "")
    at = Clock(clock.hour, clock.minute, clock.end, half).wall if clock else None
    return Reading(intent=Intent.NONE, about=About.SETTING, at=at, weekdays=weekdays_of(message))


def read_plain_setting(scene: Scene) -> Reading | None:
    """ "move my reminder to 8": a setting beside which no exercise is named."""
    return None if scene.items_of(Sort.EXERCISE) else read_setting(scene)


def _has_time(message: Message) -> bool:
    return any(clock_at(message, index, bare=True) for index in range(len(message.tokens)))


def read_snooze(scene: Scene) -> Reading | None:
    asks = any(not scene.refuses(span, _REFUSED) for span in scene.message.find("snooze.ask"))
    waits = any(not scene.refuses(span, _REFUSED) for span in scene.message.find("snooze.wait"))
    told = any(item.sort is Sort.NUMBER and scene.guards[item.start] is Guard.FUTURE for item in scene.items)
    waits = waits or scene.is_whole("whole.snooze")
    if not asks and (_asks_which(scene) or not (waits and not told)) and not _is_only_a_time(scene):
        return None
    minutes = _minutes(scene)
    day = day_of(scene, len(scene.guards) - 1, 0).offset
    day = day_ahead(scene.message, scene.context.now.date()) if day is None else day
    if minutes is not None:
        return Reading(intent=Intent.SNOOZE, minutes=minutes, day=day)
    return Reading(intent=Intent.SNOOZE, at=_at(scene), day=day)


def _asks_which(scene: Scene) -> bool:
    """ "before or after my run?"."""
    return "?" in scene.message.marks and scene.message.has("links.or")


def _is_only_a_time(scene: Scene) -> bool:
    """ "in 2 hours", "8pm pls": a time, and nothing else that means something."""
    if _is_only_minutes(scene):
        return True
    timed = False
    index = 0
    end = _reason_start(scene)
    while index < end:
        length = duration_at(scene.message, index)
        if length and length.seconds >= DAY:
            return False
        exactly = scene.message.tagged(index, "clock.exactly")
        clock = None if length else clock_at(scene.message, index + exactly, bare=exactly)
        filler = scene.message.at(index, "filler") if scene.message.tagged(index, "filler.word") else None
        known = filler or scene.message.tagged(index, "snooze.lead", "clock.at", "snooze.wait")
        if not (length or clock or known) and scene.message.text(index).isalnum():
            return False
        timed = timed or bool(length or clock)
        index = length.end if length else clock.end if clock else filler.end if filler else index + 1
    return timed


def _reason_start(scene: Scene) -> int:
    """In "in 20 mins pls, still on the train" only the first part asks; no work is told behind it."""
    message = scene.message
    parts = [index for index in range(1, len(message.tokens)) if message.clauses[index] != message.clauses[0]]
    leads = message.tagged(0, "snooze.lead", "snooze.give", "snooze.wait")
    if not parts or not leads or any(item.sort in _WORK for item in scene.items):
        return len(message.tokens)
    return parts[0]


def _is_only_minutes(scene: Scene) -> bool:
    """ "in 5"."""
    message = scene.message
    ends = {span.end for span in message.find("snooze.brief") if span.start == 0}
    last = len(message.tokens) - 1
    return last in ends and message.is_number(last)


def _minutes(scene: Scene) -> int | None:
    message = scene.message
    asked = _asked_clauses(message)
    for index in range(len(message.tokens)):
        length = duration_at(message, index)
        if not length or message.tagged(index - 1, "clock.exactly") or length.unit not in _BRIEF:
            continue
        if not asked or message.clauses[index] in asked:
            return round(length.seconds / 60) or None
    return _bare_minutes(message)


def _asked_clauses(message: Message) -> set[int]:
    """The clauses that ask for a reminder and say when: in others, a time is of something else."""
    return {
        message.clauses[span.start]
        for span in message.find("snooze.ask")
        if any(
            clock_at(message, index, bare=message.tagged(index - 1, "clock.at"))
            or duration_at(message, index)
            for index in range(span.end, len(message.tokens))
            if message.clauses[index] == message.clauses[span.start]
        )
    }


def _bare_minutes(message: Message) -> int | None:
    """ "snooze 20"."""
    for index in range(len(message.tokens)):
        if message.tagged(index, "snooze.for"):
            end = max(span.end for span in message.find("snooze.for") if span.start == index)
            number = number_at(message, end)
            if number and number.whole and clock_at(message, end) is None:
                return number.value
    return None


def _at(scene: Scene) -> time | None:
    """The time said: the next such one, or that of the morning or evening it was said with."""
    message = scene.message
    clock = _clock(message, _asked_clauses(message)) or _clock(message)
    if clock is None:
        return None
    half = _half_of_day(message) or clock.half
    if half and not clock.exact:
        return Clock(clock.hour, clock.minute, clock.end, half).wall
    return clock.wall if message.has("days_ahead.tomorrow") else clock.after(scene.context.now)


def _clock(message: Message, clauses: AbstractSet[int] = frozenset()) -> Clock | None:
    """A full time anywhere, else a plain number where a time is said ("at 7", "remind me 7")."""
    for index in range(len(message.tokens)):
        if clauses and message.clauses[index] not in clauses:
            continue
        lead = message.tagged(index, "clock.at", "clock.until", "snooze.ask", "days_ahead.tomorrow")
        led = (message.at(index, "snooze"), message.at(index, "clock"))
        end = max((span.end for span in led if span), default=index + 1)
        if lead and (clock := clock_at(message, end, bare=True)):
            return clock
        parted = message.at(index + 1, "clock_part") is not None
        if clock := clock_at(message, index, bare=parted and message.is_number(index)):
            return clock
    return None


def _half_of_day(message: Message) -> str:
    for name in ("am", "pm"):
        if message.has(f"clock_part.{name}"):
            return name
    return ""
