"""What one day asks of an athlete: sets, and the one reason for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.exercise import Family


class Mode(StrEnum):
    """How a set's count is meant: exactly so many, up to so many, or at least so many and on while tidy."""

    FIXED = "fixed"
    UP_TO = "up_to"
    OPEN = "open"


class Season(StrEnum):
    """Four weeks of something else with the same exercise, in the order in which they are offered."""

    SLOW = "slow"
    PAUSE = "pause"
    LADDER = "ladder"
    HUNDRED = "hundred"


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """`lowering` are the seconds of each lowering; in a season, those that each rep takes longer."""

    exercise: str
    reps: int
    lowering: int = 0
    mode: Mode = Mode.FIXED
    season: Season | None = None

    @property
    def most(self) -> int:
        """The reps that an athlete may do at most; an open set ends at max(reps + 4, 2 x reps)."""
        return max(self.reps + 4, 2 * self.reps) if self.mode is Mode.OPEN else self.reps


class Row(StrEnum):
    """The rows of the day's table that this coach knows, in their order (docs/coaching.md)."""

    PAUSED = "paused"
    REST = "rest"
    SPACING = "spacing"
    RETURN = "return"
    EASED = "eased"
    DELOAD = "deload"
    LIGHT = "light"
    CALIBRATE = "calibrate"
    TRY = "try"
    SEASON = "season"
    TEST = "test"
    VARIATION = "variation"
    OPEN = "open"
    NORMAL = "normal"


class Why(StrEnum):
    """The one reason that is said with a prescription."""

    PAIN = "pain"
    SICK = "sick"
    PAUSE = "pause"
    SIX_IN_A_ROW = "six_in_a_row"
    FREE_DAY = "free_day"
    RACE = "race"
    NO_BAR = "no_bar"
    LEFT_OFF = "left_off"
    EVERY_OTHER = "every_other"
    SPACING = "spacing"
    LOWERING_RESTS = "lowering_rests"
    RETURN = "return"
    AFTER_SICK = "after_sick"
    SORE = "sore"
    RUNNING = "running"
    LIGHT_ASKED = "light_asked"
    DELOAD = "deload"
    LIGHT = "light"
    EXTRA = "extra"
    CALIBRATE = "calibrate"
    TRY = "try"
    SEASON = "season"
    TEST = "test"
    VARIATION = "variation"
    OPEN = "open"
    CUT = "cut"
    CUT_TWO = "cut_two"
    FIRST = "first"
    SAME = "same"
    STEP_UP = "step_up"
    STEP_DOWN = "step_down"


GRADED_ROWS = frozenset({Row.RETURN, Row.OPEN, Row.NORMAL})
EASINGS = frozenset({Why.SORE, Why.RUNNING, Why.LIGHT_ASKED})
UNGRADED_WHYS = EASINGS | {Why.CUT, Why.CUT_TWO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One family's part of a day; no sets means that the family rests.

    `rung` and `level` are those it is graded on; `days_off` counts the break that `Why.RETURN` speaks of;
    `season` and its `week`, from 1, are what `Why.SEASON` names.
    """

    family: Family
    row: Row
    why: Why
    rung: str
    level: int
    sets: tuple[PlannedSet, ...] = ()
    days_off: int = 0
    season: Season | None = None
    week: int = 0

    @property
    def is_cut(self) -> bool:
        return self.why is Why.CUT or self.why is Why.CUT_TWO

    @property
    def is_graded(self) -> bool:
        return self.row in GRADED_ROWS and self.why not in UNGRADED_WHYS


@dataclass(frozen=True, slots=True)
class Plan:
    """A day's prescriptions; `seconds` is the time they take, changeovers and rests included."""

    day: date
    pull: Prescription
    push: Prescription
    seconds: int

    def __iter__(self) -> Iterator[Prescription]:
        yield from (self.pull, self.push)

    def of(self, family: Family) -> Prescription:
        return self.pull if family is Family.PULL else self.push

    @property
    def sets(self) -> tuple[PlannedSet, ...]:
        return self.pull.sets + self.push.sets

    @property
    def is_rest(self) -> bool:
        return not self.sets
