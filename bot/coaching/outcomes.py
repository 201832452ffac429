"""What happened, as data; `texts/` makes words and buttons of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.coaching.actions import Start
from bot.coaching.athlete import Athlete
from bot.coaching.ports import Place
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Plan, PlannedSet
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import Standing
from bot.domain.streak import ShowingUp
from bot.understanding.reading import About, Unclear


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is to be said."""


# -- getting started ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Welcomed:
    """Somebody new, or somebody who hasn't begun yet."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The first plan, to be done now."""

    start: Start
    card: "Card"


class Question(StrEnum):
    """A placement question; it waits for nobody."""

    HOUR = "hour"
    PLACE = "place"
    BAR = "bar"
    ANCHOR = "anchor"
    PULL_UPS = "pull_ups"


@dataclass(frozen=True, slots=True)
class Settled:
    """The hour or the place is set; `next_at` is the next prompt in local time, `question` comes next."""

    athlete: Athlete
    next_at: datetime | None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class HourNotUnderstood:
    pass


@dataclass(frozen=True, slots=True)
class PlaceNotFound:
    pass


@dataclass(frozen=True, slots=True)
class WhichPlace:
    candidates: tuple[Place, ...]


# -- the day's plan -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Card:
    """A day's plan with what is left of it; `cues` are ids, one an exercise at most, `asks` goes with it."""

    plan: Plan
    left: tuple[PlannedSet, ...]
    cues: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return self.plan.day

    @property
    def is_done(self) -> bool:
        return bool(self.plan.sets) and not self.left


@dataclass(frozen=True, slots=True)
class RoutineShown:
    """Today's plan on request."""

    card: Card


@dataclass(frozen=True, slots=True)
class Prompted:
    """The morning prompt: `text` is the id of its wording, `reps` those of all time."""

    card: Card
    text: str
    question: Question | None = None
    day_number: int = 0
    showing: ShowingUp | None = None
    reps: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reminded:
    """A snooze has run out."""

    card: Card


# -- logging ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Logged:
    """Sets were written down. `left` is what remains of today's plan, by family, where it was begun or not.

    `day` is None if it was today. `streak` is given when it moved. `first` says that it is the first log
    ever, `again` that the message had been written down already.
    """

    sets: tuple[LoggedSet, ...]
    today: date
    source: str
    left: Mapping[Family, tuple[PlannedSet, ...]]
    met: frozenset[Family]
    planned: frozenset[Family]
    effort: Effort | None = None
    streak: int | None = None
    first: bool = False
    offers: tuple[Offer, ...] = ()
    question: Question | None = None
    pain: bool = False
    light_tomorrow: bool = False


@dataclass(frozen=True, slots=True)
class CountMissing:
    """All else is written down, but how many of these went?"""

    planned: PlannedSet
    logged: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class NoneThisTime:
    """None of the exercise that was asked about: that is an answer too."""

    exercise: str


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """`done`, but nothing was left to do that day: it is done already, or a day of rest."""

    card: Card


@dataclass(frozen=True, slots=True)
class Corrected:
    sets: tuple[LoggedSet, ...]
    today: date


@dataclass(frozen=True, slots=True)
class NothingToCorrect:
    pass


@dataclass(frozen=True, slots=True)
class EditNotUnderstood:
    """An edited message no longer reads as sets; what it logged stays."""

    kept: tuple[LoggedSet, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    sets: tuple[LoggedSet, ...]
    today: date


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    pass


@dataclass(frozen=True, slots=True)
class NeedsClarifying:
    """Work was done, but something about it can't be known; `exercises` may be picked by a tap."""

    unclear: Unclear
    reps: tuple[int, ...] = ()
    exercises: tuple[str, ...] = ()
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class UnknownExercise:
    pass


# -- the day otherwise --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SkipNoted:
    """`next_at` is the next prompt in local time."""

    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Until `at` in local time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SnoozeTooLate:
    """That is past the training day's end."""

    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class PainNoted:
    """Both families rest until more is known."""


@dataclass(frozen=True, slots=True)
class PainEased:
    """`family` is fine; `waiting` still rests."""

    family: Family
    waiting: frozenset[Family]


@dataclass(frozen=True, slots=True)
class TooSoonToClear:
    family: Family


@dataclass(frozen=True, slots=True)
class OfferTaken:
    offer: Offer
    accepted: bool
    days: int = 0


@dataclass(frozen=True, slots=True)
class OfferGone:
    """The offer isn't open any more; the plan stands as it is."""


@dataclass(frozen=True, slots=True)
class BarNoted:
    available: bool


@dataclass(frozen=True, slots=True)
class PullUpsNoted:
    count: int | None


# -- pages --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StatsShown:
    showing: ShowingUp
    today: date
    totals: Mapping[str, int]
    best: Mapping[str, int]
    standings: Mapping[Family, Standing]
    doses: Mapping[Family, tuple[PlannedSet, ...]]
    next_doses: Mapping[Family, tuple[PlannedSet, ...]]
    has_bar: bool


@dataclass(frozen=True, slots=True)
class SettingsShown:
    athlete: Athlete
    free_weekdays: frozenset[int]
    bar: bool | None
    next_at: datetime | None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class HourAsked:
    at: time


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    zone: str


@dataclass(frozen=True, slots=True)
class FreeDaysAsked:
    free_weekdays: frozenset[int]
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """How an exercise is done; `cues` are ids, the one that matters most first."""

    exercise: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpShown:
    pass


@dataclass(frozen=True, slots=True)
class PrivacyShown:
    pass


@dataclass(frozen=True, slots=True)
class SmallTalk:
    about: About


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """`exercise` is one that the athlete's own example can name."""

    exercise: str


@dataclass(frozen=True, slots=True)
class NotWords:
    """A sticker, a photo, a voice note, a poll."""


@dataclass(frozen=True, slots=True)
class GroupGreeted:
    """Once in each group."""

    chat_id: int


OneMessage = (
    Welcomed
    | Placed
    | Settled
    | HourNotUnderstood
    | PlaceNotFound
    | WhichPlace
    | RoutineShown
    | Prompted
    | Reminded
    | CountMissing
    | NoneThisTime
    | NothingLeft
    | Corrected
    | NothingToCorrect
    | EditNotUnderstood
    | Undone
    | NothingToUndo
    | NeedsClarifying
    | UnknownExercise
    | SkipNoted
    | Snoozed
    | SnoozeTooLate
    | PainNoted
    | PainEased
    | TooSoonToClear
    | OfferTaken
    | OfferGone
    | BarNoted
    | PullUpsNoted
    | StatsShown
    | SettingsShown
    | HourAsked
    | PlaceAsked
    | FreeDaysAsked
    | Explained
    | HelpShown
    | PrivacyShown
    | SmallTalk
    | NotUnderstood
    | NotWords
)

Outcome = Quiet | Logged | GroupGreeted | OneMessage
