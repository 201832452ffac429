"""The open question: what the coach has just asked an athlete, in forms as in free chat.

A question is open on its `day` (the athlete's training day) and until it is answered; it waits for
nobody, since a log or a command in between is taken as what it is.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.exercise import Family
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True)
class AskedStart:
    """Knees, toes or not sure?"""

    day: date


@dataclass(frozen=True, slots=True)
class AskedMax:
    """How many of this rung go in one set, at most? A number answers it, and is no log."""

    rung: str
    day: date


@dataclass(frozen=True, slots=True)
class AskedReps:
    """How many of this exercise: a bare number answers it. `source` is the message that left it open."""

    exercise: str
    day: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class AskedExercise:
    """These reps, set by set, done on `done_on`: of which exercise? `source` is their message."""

    reps: tuple[int, ...]
    done_on: date
    day: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class AskedChoice:
    """Which of these sets were meant? Of one choice alone: were they done? `source` is their message."""

    choices: tuple[tuple[LoggedSet, ...], ...]
    day: date
    source: str

    @property
    def exercise(self) -> str | None:
        """The one that all choices are of."""
        exercises = {one.exercise for sets in self.choices for one in sets}
        return exercises.pop() if len(exercises) == 1 else None


@dataclass(frozen=True, slots=True)
class AskedHour:
    """When shall the prompt come? `settling` says that the question is part of getting started.

    Once it is `by_the_way`, beside a plan or after words that were no time, only a time answers it. It may
    be that of some `weekdays` only.
    """

    day: date
    settling: bool = False
    by_the_way: bool = False
    weekdays: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """Where is the athlete, so that the hour is theirs? `by_the_way` as with the hour.

    On a journey the answer holds `until` that day, if one was said.
    """

    day: date
    settling: bool = False
    by_the_way: bool = False
    away: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AskedBar:
    """Is there a bar to hang from? Asked beside a plan."""

    day: date


@dataclass(frozen=True, slots=True)
class AskedPullUps:
    """How many full pull-ups go? Asked beside a plan; a bare number answers it and is no log."""

    day: date


@dataclass(frozen=True, slots=True)
class AskedFreeDays:
    """Which weekdays stay free?"""

    day: date


@dataclass(frozen=True, slots=True)
class AskedAnchor:
    """After which daily thing? Asked beside a plan, or on the page of settings; a time is an hour."""

    day: date


@dataclass(frozen=True, slots=True)
class AskedDayStart:
    """When does a day begin?"""

    day: date


@dataclass(frozen=True, slots=True)
class AskedRace:
    """Which day is the race? `taper` says that light days are wanted until then."""

    day: date
    taper: bool = False


@dataclass(frozen=True, slots=True)
class AskedReason:
    """Is it the bar, time or pain that keeps this family from being trained? Asked beside a plan."""

    family: Family
    day: date


Asked = (
    AskedStart
    | AskedMax
    | AskedReps
    | AskedExercise
    | AskedChoice
    | AskedHour
    | AskedPlace
    | AskedBar
    | AskedPullUps
    | AskedFreeDays
    | AskedAnchor
    | AskedDayStart
    | AskedRace
    | AskedReason
)
