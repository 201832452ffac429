"""What came of a wish about the settings: hours, places, a day's start, sound, the daily thing, rhythm."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.coaching.athlete import Athlete
from bot.coaching.ports import Place
from bot.coaching.views import Question
from bot.domain.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Settled:
    """The hour, the place or the free weekdays are set; `next_at` is the next prompt in local time.

    `hour` is False where no hour was spoken of, `free_weekdays` is None where they weren't spoken of.
    `question` comes next, `moved` says that the place is another, `day_begins` when days begin if that has
    changed or was asked for. Not `in_place` leaves the message alone whose button was tapped: a card.
    """

    athlete: Athlete
    next_at: datetime | None
    question: Question | None = None
    hour: bool = True
    free_weekdays: frozenset[int] | None = None
    moved: bool = False
    day_begins: time | None = None
    in_place: bool = True


@dataclass(frozen=True, slots=True)
class SoundSet:
    """Whether the day's card may sound; `next_at` is the next prompt in local time."""

    on: bool
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class AnchorNoted:
    """The daily thing to train beside; None is none. `next_at` is the next prompt in local time."""

    anchor: Anchor | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class RhythmKept:
    """The hour or the days stay as they are; `next_at` is the next prompt in local time."""

    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class TimeUnclear:
    """No clock shows that."""


@dataclass(frozen=True, slots=True)
class HourNotUnderstood:
    pass


class Nowhere(StrEnum):
    """Why a place wasn't found: no such name, a location out at sea, a time that no clock shows now."""

    NAME = "name"
    SEA = "sea"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class PlaceNotFound:
    why: Nowhere = Nowhere.NAME


@dataclass(frozen=True, slots=True)
class NotThereYet:
    """A journey that begins later: the hour moves once it has begun."""

    place: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class JourneyOver:
    """The clock at home counts again; `next_at` is the next prompt in local time."""

    athlete: Athlete
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class WhichClock:
    """The largest cities that have the time that was said."""

    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class WhichPlace:
    candidates: tuple[Place, ...]


Setting = (
    Settled
    | HourNotUnderstood
    | TimeUnclear
    | SoundSet
    | AnchorNoted
    | RhythmKept
    | PlaceNotFound
    | NotThereYet
    | JourneyOver
    | WhichClock
    | WhichPlace
)
