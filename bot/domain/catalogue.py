"""The routine as data: exercises, and for each family a ladder of rungs with their levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.exercise import Exercise, Family


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets x reps, with the seconds of each lowering (0 where nothing is lowered slowly)."""

    sets: int
    reps: int
    lowering: int = 0

    @property
    def volume(self) -> int:
        """Reps in all; for negatives, seconds of lowering in all."""
        return self.sets * self.reps * (self.lowering or 1)


@dataclass(frozen=True, slots=True)
class BackOff:
    """Easier work that follows a rung's sets on its lowest levels."""

    exercise: str
    doses: tuple[Dose, ...]
    only_after_step_up: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """One exercise of a ladder.

    `below` is the rung and level that a step down from level 0 leads to; a rung that is only a detour
    ends at the level `ends_at`, at level 0 of the next one.
    """

    exercise: str
    levels: tuple[Dose, ...]
    below: tuple[str, int] | None = None
    back_off: BackOff | None = None
    ends_at: int | None = None

    @property
    def top(self) -> int:
        return len(self.levels) - 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All exercises by id, and each family's rungs from easy to hard.

    A fold asks thousands of times, so the answers are laid out once.
    """

    exercises: Mapping[str, Exercise]
    ladders: Mapping[Family, tuple[Rung, ...]]
    _rungs: dict[str, Rung] = field(default_factory=dict, init=False, repr=False, compare=False)
    _places: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for ladder in self.ladders.values():
            self._rungs.update({rung.exercise: rung for rung in ladder})
            self._places.update({rung.exercise: place for place, rung in enumerate(ladder)})

    def family_of(self, exercise: str) -> Family:
        return self.exercises[exercise].family

    def rung(self, exercise: str) -> Rung:
        return self._rungs[exercise]

    def dose(self, rung: str, level: int) -> Dose:
        return self._rungs[rung].levels[level]

    def rung_above(self, exercise: str) -> Rung:
        ladder = self.ladders[self.family_of(exercise)]
        return ladder[self.hardness(exercise) + 1]

    def is_lowered(self, exercise: str) -> bool:
        return self.exercises[exercise].lowered

    def hardness(self, exercise: str) -> int:
        """The place on its ladder of the rung that an exercise counts as."""
        return self._places[self.exercises[exercise].counts_as]

    def counts_as(self, exercise: str) -> str:
        return self.exercises[exercise].counts_as
