"""The open question: what the coach has just asked an athlete, in forms as in free chat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedStart:
    """Knees, toes or not sure?"""


@dataclass(frozen=True, slots=True)
class AskedReps:
    """How many of this exercise: a bare number answers it."""

    exercise: str


@dataclass(frozen=True, slots=True)
class AskedExercise:
    """These numbers (reps by set) of which exercise? `day` is the training day in ISO form."""

    reps: tuple[int, ...]
    day: str


@dataclass(frozen=True, slots=True)
class AskedHour:
    """When shall the prompt come? `settling` says that the question is part of getting started."""

    settling: bool = False


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """Where is the athlete, so that the hour is theirs?"""

    settling: bool = False


@dataclass(frozen=True, slots=True)
class AskedFreeDays:
    """Which weekdays stay free?"""


Asked = AskedStart | AskedReps | AskedExercise | AskedHour | AskedPlace | AskedFreeDays
