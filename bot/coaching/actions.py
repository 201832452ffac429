"""What a button does when it is tapped, as typed values; `chat/buttons.py` puts them into 64 bytes."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.domain.anchor import DailyThing
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.sets import Effort


class Start(StrEnum):
    """The answer to "Knees, toes or not sure?"."""

    KNEES = "knees"
    TOES = "toes"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class StartWith:
    start: Start


@dataclass(frozen=True, slots=True)
class StartOver:
    """Yes, both ladders anew."""


@dataclass(frozen=True, slots=True)
class ChooseMax:
    """How many go in one set, as it was asked; None if not sure."""

    count: int | None


@dataclass(frozen=True, slots=True)
class TapDone:
    """That day's plan was done as prescribed."""

    day: date
    effort: Effort | None = None


@dataclass(frozen=True, slots=True)
class TapSkip:
    day: date


@dataclass(frozen=True, slots=True)
class TapLater:
    day: date


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    offer: Offer
    day: date
    accepted: bool


@dataclass(frozen=True, slots=True)
class TapUndo:
    """Take back what this source logged."""

    source: str


@dataclass(frozen=True, slots=True)
class UndoSet:
    """Take back that one set of a source."""

    source: str
    position: int


@dataclass(frozen=True, slots=True)
class FixReps:
    """That set of a source was a slip of the finger: it has these reps."""

    source: str
    position: int
    reps: int


@dataclass(frozen=True, slots=True)
class PickExercise:
    """Completes a log whose exercise was open; the numbers wait in the open question."""

    exercise: str


@dataclass(frozen=True, slots=True)
class PickChoice:
    """Completes the log of that message, by the number of a choice in the open question; None if by none."""

    source: str
    number: int | None


@dataclass(frozen=True, slots=True)
class ShowHow:
    """How is this exercise done?"""

    exercise: str


@dataclass(frozen=True, slots=True)
class ChooseHour:
    at: time


@dataclass(frozen=True, slots=True)
class AskHourOf:
    """Which hour on these weekdays?"""

    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class ChooseHourOf:
    """That hour on these weekdays (Monday is 0)."""

    weekdays: frozenset[int]
    at: time


@dataclass(frozen=True, slots=True)
class ChooseDayStart:
    at: time


@dataclass(frozen=True, slots=True)
class ChooseAnchor:
    """The daily thing to train beside; None is none."""

    thing: DailyThing | None


@dataclass(frozen=True, slots=True)
class SetSound:
    """Whether the day's card may sound."""

    on: bool


@dataclass(frozen=True, slots=True)
class AnswerHour:
    """Whether that hour, at which they mostly train, shall be the prompt's."""

    at: time
    accepted: bool


@dataclass(frozen=True, slots=True)
class AnswerWeekdays:
    """Whether the prompt shall come on these weekdays only, on which they train."""

    weekdays: frozenset[int]
    accepted: bool


@dataclass(frozen=True, slots=True)
class KeepZone:
    """The zone stays as it is."""


@dataclass(frozen=True, slots=True)
class ChooseZone:
    zone: str


@dataclass(frozen=True, slots=True)
class ChooseBar:
    available: bool


@dataclass(frozen=True, slots=True)
class ChoosePullUps:
    """How many full pull-ups go in one set; None if not sure."""

    count: int | None


@dataclass(frozen=True, slots=True)
class ToggleFreeDay:
    """Monday is 0."""

    weekday: int


@dataclass(frozen=True, slots=True)
class ClearPain:
    family: Family


@dataclass(frozen=True, slots=True)
class SwitchPrompts:
    on: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """Delete all that is kept of the athlete."""


@dataclass(frozen=True, slots=True)
class SayBetter:
    """Well again; `for_a_day` says that it has been so for 24 hours."""

    for_a_day: bool = False


@dataclass(frozen=True, slots=True)
class SayBack:
    """The pause is over."""


@dataclass(frozen=True, slots=True)
class AskLight:
    """That day shall be light."""

    day: date


@dataclass(frozen=True, slots=True)
class PauseUntil:
    """No training until that day, the first one back."""

    until: date


@dataclass(frozen=True, slots=True)
class Pause:
    """No training until a word that it is over."""


@dataclass(frozen=True, slots=True)
class UndoStepDown:
    """The family goes back to the rung that it stepped down from."""

    family: Family


class Reason(StrEnum):
    """What keeps one side from being trained."""

    BAR = "bar"
    TIME = "time"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class GiveReason:
    family: Family
    reason: Reason


class Topic(StrEnum):
    """A page or question that a button opens."""

    TODAY = "today"
    STATS = "stats"
    SETTINGS = "settings"
    HELP = "help"
    WHY = "why"
    HOW = "how"
    HOUR = "hour"
    PLACE = "place"
    FREE_DAYS = "free_days"
    DAY_START = "day_start"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Open:
    topic: Topic


Action = (
    StartWith
    | StartOver
    | ChooseMax
    | TapDone
    | TapSkip
    | TapLater
    | AnswerOffer
    | TapUndo
    | UndoSet
    | FixReps
    | PickExercise
    | PickChoice
    | ShowHow
    | ChooseHour
    | AskHourOf
    | ChooseHourOf
    | ChooseDayStart
    | ChooseAnchor
    | SetSound
    | AnswerHour
    | AnswerWeekdays
    | KeepZone
    | ChooseZone
    | ChooseBar
    | ChoosePullUps
    | ToggleFreeDay
    | ClearPain
    | SwitchPrompts
    | Forget
    | SayBetter
    | SayBack
    | AskLight
    | PauseUntil
    | Pause
    | UndoStepDown
    | GiveReason
    | Open
)
