"""A model body: what it can do, what a set costs it, what training makes of it. Simple on purpose.

Strength is a fresh maximum: full push-ups, pull-ups. Below none it goes on downwards and shows in knee
push-ups and slow lowering. A set can be done up to what is left of it after the last days, earlier sets and
the form of the day; what remains decides how it felt. Work near that limit makes strength grow towards a
ceiling; weeks without take some of it back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import floor

FAMILIES = ("pull", "push")
# (Reps in one go at no strength, more reps for each of strength); of negatives with 5 s of lowering.
SCALES: Mapping[str, tuple[float, float]] = {
    "knee_push_up": (10, 2),
    "push_up": (0, 1),
    "wide_push_up": (0, 0.95),
    "narrow_push_up": (0, 0.85),
    "assisted_negative": (11, 2.2),
    "negative_pull_up": (6, 1.2),
    "pull_up": (0, 1),
}
LOWERED = {"assisted_negative", "negative_pull_up"}
FULL_STIMULUS = 4.0
A_SETS_COST, A_SETS_FATIGUE, LEFT_OVERNIGHT = 0.2, 0.05, 0.55
FORGETS_AFTER, FORGETS_A_DAY = 7, 0.004


@dataclass(frozen=True, slots=True)
class Asked:
    """A set as a plan asks for it; modes as the protocol counts them (issue 4)."""

    exercise: str
    reps: int
    lowering: int = 0
    mode: int = 0


@dataclass(frozen=True, slots=True)
class Set:
    """A set as it was done, and the reps that were left."""

    asked: Asked
    reps: int
    left: int

    @property
    def fell_short(self) -> bool:
        return self.asked.mode != 1 and self.reps < self.asked.reps


@dataclass(slots=True)
class Arms:
    """One family of a body."""

    strength: float
    gain: float
    ceiling: float
    start: float = field(init=False)
    tired: float = 0.0
    idle: int = 0

    def __post_init__(self) -> None:
        self.start = self.strength

    def most(self, exercise: str, lowering: int) -> float:
        """Reps in one fresh go."""
        none, each = SCALES[exercise]
        reps = max(0.0, none + each * self.strength)
        slow = (5 / lowering) if exercise in LOWERED and lowering else 2 / (2 + lowering)
        return float(reps * slow**0.8)

    def sleep(self) -> None:
        self.tired *= LEFT_OVERNIGHT
        self.idle += 1
        if self.idle > FORGETS_AFTER:
            self.strength -= FORGETS_A_DAY * max(0.0, self.strength - self.start)

    def train(self, asked: Iterable[Asked], form: float) -> list[Set]:
        """Do what is asked as far as it goes, and grow by it."""
        done, worn, stimulus, rested = [], 0.0, 0.0, (1 - self.tired) * form
        for one in asked:
            limit = self.most(one.exercise, one.lowering) * rested * (1 - worn)
            reps = min(_goal(one, floor(limit)), floor(limit))
            done.append(Set(one, reps, floor(limit) - reps))
            share = reps / limit if reps else 0.0
            worn += A_SETS_COST * share
            stimulus += share**1.5 / FULL_STIMULUS
            self.tired = min(0.5, self.tired + A_SETS_FATIGUE * share**3)
        if done:
            self._grow(min(1.0, stimulus))
        return done

    def _grow(self, stimulus: float) -> None:
        room = max(0.0, 1 - (self.strength - self.start) / (self.ceiling - self.start))
        self.strength += self.gain * stimulus * room
        self.idle = 0


def _goal(asked: Asked, limit: int) -> int:
    match asked.mode:
        case 1:
            return min(asked.reps, max(0, limit - 1))
        case 2:
            return max(asked.reps, limit)
        case 3:
            return asked.reps + 2
        case 4:
            return max(asked.reps, min(limit - 2, max(asked.reps + 4, 2 * asked.reps)))
        case _:
            return asked.reps


def felt(sets: Iterable[Set]) -> str:
    """Reps left in the set that left the fewest: 4 easy, 2 ok; more than two short of a target is failed."""
    sets = list(sets)
    if any(one.fell_short and one.asked.reps - one.reps > 2 for one in sets):
        return "failed"
    left = min(one.left for one in sets)
    return "easy" if left >= 4 else "ok" if left >= 2 else "hard"
