"""What happened, as data; `texts/` makes words and buttons of it."""

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.actions import Start
from bot.coaching.log_outcomes import (
    Corrected,
    CountMissing,
    Edited,
    EditNotUnderstood,
    EditTakenBack,
    EffortNoted,
    KneesOrToes,
    Logged,
    NeedsClarifying,
    NoneThisTime,
    NoSuchSet,
    NothingLeft,
    NothingToCorrect,
    NothingToRepeat,
    NothingToUndo,
    SetUndone,
    UndoAsked,
    Undone,
    UnknownExercise,
)
from bot.coaching.news_outcomes import News
from bot.coaching.setting_outcomes import Setting
from bot.coaching.views import (
    AnchorAsked,
    Card,
    CardClosed,
    DayStartAsked,
    Explained,
    FreeDaysAsked,
    HelpShown,
    HourAsked,
    OpenOffer,
    PlaceAsked,
    PrivacyShown,
    Prompted,
    Reminded,
    RoutineShown,
    SettingsShown,
    StatsShown,
    WhyShown,
)
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.understanding.reading import About, RoutineTopic


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
    card: Card


@dataclass(frozen=True, slots=True)
class StartNoted:
    """Knees or toes, told after today's sets: it counts from the next session on."""

    start: Start


# -- the day otherwise --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SkipNoted:
    """`next_at` is the next prompt in local time."""

    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class SideSkipped:
    """Today without that family; the card has the other one."""

    family: Family
    card: Card


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Until `at` in local time; `shortened` says that the wait would have outlasted the day."""

    at: datetime
    shortened: bool = False


@dataclass(frozen=True, slots=True)
class SnoozeTooLate:
    """That is past the training day's end."""

    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Urgent:
    """Signs that need medical help now; both families rest, and nothing else is said."""


@dataclass(frozen=True, slots=True)
class PainNoted:
    """Both families rest until more is known; `family` is the one that hurts, if it was named."""

    family: Family | None = None


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
class OfferAgain:
    """An invitation that was answered in words waits for its tap."""

    waiting: OpenOffer


@dataclass(frozen=True, slots=True)
class OfferGone:
    """The offer isn't open any more; the plan stands as it is."""


@dataclass(frozen=True, slots=True)
class BarNoted:
    """`back` says that the pull side goes on where it stood, `resting` that pain keeps it away still."""

    available: bool
    back: bool = False
    resting: bool = False


@dataclass(frozen=True, slots=True)
class PullUpsNoted:
    count: int | None


# -- pages --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SmallTalk:
    about: About


@dataclass(frozen=True, slots=True)
class Answered:
    """A question about the routine; where nobody knows what it asks about, why there is one at all."""

    topic: RoutineTopic = RoutineTopic.UPPER_BODY


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """`exercise` is one for an example; `again` says that the long hint was given within the hour."""

    exercise: str
    again: bool = False


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
    | StartNoted
    | RoutineShown
    | Prompted
    | Reminded
    | CardClosed
    | CountMissing
    | NoneThisTime
    | EffortNoted
    | NothingLeft
    | Corrected
    | NothingToCorrect
    | NothingToRepeat
    | Edited
    | EditTakenBack
    | EditNotUnderstood
    | Undone
    | SetUndone
    | NoSuchSet
    | UndoAsked
    | NothingToUndo
    | KneesOrToes
    | NeedsClarifying
    | UnknownExercise
    | SkipNoted
    | SideSkipped
    | Snoozed
    | SnoozeTooLate
    | PainNoted
    | Urgent
    | PainEased
    | TooSoonToClear
    | OfferTaken
    | OfferAgain
    | OfferGone
    | BarNoted
    | PullUpsNoted
    | StatsShown
    | SettingsShown
    | HourAsked
    | DayStartAsked
    | AnchorAsked
    | PlaceAsked
    | FreeDaysAsked
    | Explained
    | WhyShown
    | HelpShown
    | PrivacyShown
    | SmallTalk
    | Answered
    | NotUnderstood
    | NotWords
)

Outcome = Quiet | Setting | Logged | GroupGreeted | News | OneMessage
