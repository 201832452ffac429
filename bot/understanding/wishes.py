"""Wishes for the settings beside hours: where somebody is, their clock, when a day begins, the sound."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from bot.understanding.ahead import day_ahead, until_day
from bot.understanding.cues import Guard
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import SENTENCE_ENDS, Message, Span
from bot.understanding.reading import Context
from bot.understanding.requests import NOT_MEANT
from bot.understanding.scene import Scene, scene
from bot.understanding.times import NOON, Clock, clock_at

_UNSURE = NOT_MEANT | {Guard.QUESTION, Guard.IF}
_PLACES = ("place.lives", "place.away", "place.here")
_ENDS = frozenset({"ahead.until", "ahead.for", "place.end", "ahead_spans.week", "ahead_spans.month"})
_NAME_MARKS = frozenset("',/.")
HOURS, MINUTES = 24, 60
SHORT = 2


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place by its name, the longest reading of it first.

    `away` says that it is no home, `sure` that nothing but a place can be meant ("I live in …", but not
    "I'm in …"). `first` and `until` count days from today: when the journey begins, when it ends.
    """

    names: tuple[str, ...]
    away: bool = False
    sure: bool = True
    first: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class LocalTime:
    """What the clock shows there; two times if nobody said whether it is morning or evening."""

    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class DayStart:
    """When a training day begins; None where no time was said."""

    at: time | None


@dataclass(frozen=True, slots=True)
class Sound:
    on: bool


@dataclass(frozen=True, slots=True)
class UnclearTime:
    """A time that no clock shows: "25:00", "noonish"."""


Wish = Whereabouts | LocalTime | DayStart | Sound | UnclearTime


def read_wish(text: str, context: Context, lexicon: Lexicon) -> Wish | None:
    """None where nothing of the kind is said."""
    said = scene(text, context, lexicon)
    readers = (_day_start, _sound, _unclear_time, _local_time, _whereabouts, _zone_name)
    return next((wish for reader in readers if (wish := reader(said))), None)


def _day_start(said: Scene) -> DayStart | None:
    message = said.message
    for span in _meant(said, "day_start.cue"):
        clocks = (clock_at(message, at, bare=True) for at in range(span.end, len(message.tokens)))
        return DayStart(next((clock.wall for clock in clocks if clock), None))
    return None


def _sound(said: Scene) -> Sound | None:
    """ "No longer silent" is said of the sound that comes back."""
    if _meant(said, "sound.on"):
        return Sound(on=True)
    return Sound(on=False) if said.message.has("sound.off") else None


def _unclear_time(said: Scene) -> UnclearTime | None:
    message = said.message
    vague = any(message.tagged(span.end, "clock_vague.word") for span in message.find("clock_vague.at"))
    alone = said.is_whole("clock_vague.word")
    figures = any(_is_no_time(message, index) for index in range(len(message.tokens)))
    return UnclearTime() if vague or alone or figures else None


def _is_no_time(message: Message, index: int) -> bool:
    """ "25:00", "7:75"."""
    digits = message.is_number(index) and message.text(index + 1) == ":" and message.is_number(index + 2)
    if not digits or not (message.is_glued(index + 1) and message.is_glued(index + 2)):
        return False
    hour, minute = message.tokens[index].value, message.tokens[index + 2].value
    return len(message.text(index + 2)) == 2 and (hour > HOURS or minute >= MINUTES)


def _local_time(said: Scene) -> LocalTime | None:
    """ "It's 7:15 here", and nothing else."""
    message = said.message
    if not _meant(said, "local_time.here"):
        return None
    clocks = {index: clock_at(message, index, bare=True) for index in range(len(message.tokens))}
    index, clock = next(((index, clock) for index, clock in clocks.items() if clock), (0, None))
    if clock is None or not message.is_all(("local_time", "filler"), besides=range(index, clock.end)):
        return None
    return LocalTime(_readings(clock))


def _readings(clock: Clock) -> tuple[time, ...]:
    wall = clock.wall
    if clock.exact or clock.half or not 0 < clock.hour <= NOON:
        return (wall,)
    return (wall, wall.replace(hour=(wall.hour + NOON) % HOURS))


def _whereabouts(said: Scene) -> Whereabouts | None:
    """What stands behind the last such cue; of one place's cues the longest counts."""
    cues = sorted(_meant(said, *_PLACES), key=lambda span: (span.end, -span.start))
    names = _names(said.message, cues[-1].end) if cues else ()
    if not names:
        return None
    today = said.context.now.date()
    return Whereabouts(
        names,
        away=cues[-1].name == "away",
        sure=cues[-1].name != "here",
        first=day_ahead(said.message, today),
        until=until_day(said.message, today),
    )


def _names(message: Message, start: int) -> tuple[str, ...]:
    """All up to the sentence's end or a word of time; then up to each word that may be beside it."""
    last = start
    breaks: list[int] = []
    while last < len(message.tokens) and not _ends_sentence(message, last):
        if not message.starts[last].tags.isdisjoint(_ENDS) or message.at(last, "ahead_days"):
            break
        if message.tagged(last, "place.break") or message.text(last) == ",":
            breaks.append(last)
        last += 1
    found = (_joined(message, start, end) for end in (last, *reversed(breaks)))
    return tuple(dict.fromkeys(name for name in found if name))


def _ends_sentence(message: Message, index: int) -> bool:
    """The full stop of "St. John's" doesn't."""
    short = message.text(index) == "." and len(message.text(index - 1)) <= SHORT
    return message.text(index) in SENTENCE_ENDS and not short


def _joined(message: Message, start: int, end: int) -> str:
    """The words as they were written, but in small letters."""
    pieces = (
        token.text if token.glued or not number else f" {token.text}"
        for number, token in enumerate(message.tokens[start:end])
        if not message.is_mark(start + number) or token.text in _NAME_MARKS
    )
    return "".join(pieces).strip(" ',/.")


def _zone_name(said: Scene) -> Whereabouts | None:
    """A zone's own name and nothing else: "Asia/Tokyo", or one that there isn't."""
    message = said.message
    words = [index for index in range(len(message.tokens)) if not message.is_mark(index)]
    slashes = [index for index in range(len(message.tokens)) if message.text(index) == "/"]
    if len(words) < 2 or len(slashes) != len(words) - 1 or len(message.tokens) != len(words) + len(slashes):
        return None
    if any(message.is_number(index) for index in words) or not message.strange:
        return None
    return Whereabouts((_joined(message, 0, len(message.tokens)),))


def _meant(said: Scene, *tags: str) -> tuple[Span, ...]:
    return tuple(_unrefused(said, said.message.find(*tags)))


def _unrefused(said: Scene, spans: Iterable[Span]) -> Iterable[Span]:
    return (span for span in spans if not said.refuses(span, _UNSURE))
