"""What came of words about sets: logged, corrected, taken back, or not clear enough."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.coaching.traces import Change
from bot.coaching.views import Card, OpenOffer, Question, RhythmOffer
from bot.domain.exercise import Family
from bot.domain.milestones import Milestone
from bot.domain.plan import PlannedSet
from bot.domain.sets import Effort, LoggedSet
from bot.understanding.reading import Again, Unclear


@dataclass(frozen=True, slots=True)
class Doubt:
    """A set far outside the athlete's range: written down, but `meant` may be what was meant."""

    source: str
    position: int
    reps: int
    meant: int


@dataclass(frozen=True, slots=True)
class Part:
    """A family that is begun: so many of its sets are in, and these are left."""

    sets_in: int
    left: tuple[PlannedSet, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """Sets were written down; `left` is what remains of today's plan by family.

    `streak` is given when it moved. `first` says that it is the first log ever, `bar_found` that it
    tells of a bar, `extra` that today's plan was done before it; `totals_today` are today's reps by
    exercise, these included; `part` is given while the last exercise's family is begun. `moved_up` says
    that they were far enough above the plan for a higher level, `open_reps` how many an open set came to
    beyond its target, `last_test` what the test before it did; `minutes` are those of all sets, beside a
    milestone; `resting` are the families that pain keeps away. Of several messages `source` is the last.
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
    offers: tuple[OpenOffer, ...] = ()
    question: Question | None = None
    rhythm: RhythmOffer | None = None
    pain: bool = False
    light_tomorrow: bool = False
    extra: bool = False
    bar_found: bool = False
    totals_today: Mapping[str, int] = field(default_factory=dict)
    doubt: Doubt | None = None
    part: Part | None = None
    milestone: Milestone | None = None
    minutes: int = 0
    moved_up: bool = False
    open_reps: int = 0
    last_test: int = 0
    resting: tuple[Family, ...] = ()


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
class EffortNoted:
    """How it felt, or that the form broke, told after the sets."""

    effort: Effort
    light_tomorrow: bool
    form_broke: bool = False


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """`done`, but nothing was left to do that day: it is done already, or a day of rest."""

    card: Card


@dataclass(frozen=True, slots=True)
class NothingToRepeat:
    """ "Same again", but there is nothing in the book that it could mean."""

    again: Again


@dataclass(frozen=True, slots=True)
class Corrected:
    """`pain` says that the words which changed it told of pain, too.

    `source` is that of the change where the sets, told one by one, are of several.
    """

    sets: tuple[LoggedSet, ...]
    today: date
    pain: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class NothingToCorrect:
    pass


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited message's sets, in place of those `before`; `over` is what had become of them meanwhile."""

    sets: tuple[LoggedSet, ...]
    today: date
    before: tuple[LoggedSet, ...]
    over: Change = Change.EDITED
    pain: bool = False


@dataclass(frozen=True, slots=True)
class EditTakenBack:
    """An edited message no longer tells of clear sets, so these are out of the book; `question` asks on."""

    sets: tuple[LoggedSet, ...]
    today: date
    question: "NeedsClarifying | None" = None


@dataclass(frozen=True, slots=True)
class EditNotUnderstood:
    """An edited message told of no sets before, and tells of none now."""


@dataclass(frozen=True, slots=True)
class Undone:
    sets: tuple[LoggedSet, ...]
    today: date


@dataclass(frozen=True, slots=True)
class SetUndone:
    """One of several sets was taken back; the others stay."""

    removed: LoggedSet
    left: tuple[LoggedSet, ...]
    today: date


@dataclass(frozen=True, slots=True)
class UndoAsked:
    """Nothing was told today; these were told last, and a tap takes them back, or the `one` meant."""

    sets: tuple[LoggedSet, ...]
    today: date
    one: LoggedSet | None = None


@dataclass(frozen=True, slots=True)
class NoSuchSet:
    """One of the last sets was meant, but there aren't so many."""

    sets: tuple[LoggedSet, ...]
    today: date


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    pass


@dataclass(frozen=True, slots=True)
class NeedsClarifying:
    """Work was done, but something about it can't be known; `exercises` or `choices` may be picked by tap."""

    unclear: Unclear
    reps: tuple[int, ...] = ()
    exercises: tuple[str, ...] = ()
    choices: tuple[tuple[LoggedSet, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class KneesOrToes:
    """Somebody new told of push-ups and not whether on knees or toes; a tap completes the log."""

    reps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnknownExercise:
    pass
