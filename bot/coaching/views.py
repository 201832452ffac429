"""What pages and prompts show, as data; `texts/` makes words and buttons of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.coaching.athlete import Athlete
from bot.domain.anchor import Anchor
from bot.domain.events import Offer, Rhythm
from bot.domain.exercise import Family
from bot.domain.look_back import LookBack
from bot.domain.plan import Plan, PlannedSet, Season
from bot.domain.standing import Standing
from bot.domain.streak import ShowingUp


class Question(StrEnum):
    """A question beside a plan; it waits for nobody."""

    HOUR = "hour"
    PLACE = "place"
    BAR = "bar"
    ANCHOR = "anchor"
    PULL_UPS = "pull_ups"
    LEFT_OUT_PULL = "left_out_pull"
    LEFT_OUT_PUSH = "left_out_push"


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """An invitation that waits for an answer, with the day that earned it; `season` is what one offers.

    `early` says that the harder exercise was done before the easier one was owned.
    """

    offer: Offer
    since: date
    season: Season | None = None
    early: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A day's plan with what is left of it, the seconds that takes, and the id of one cue for it.

    `paused` are the families that rest because of pain, push first.
    """

    plan: Plan
    left: tuple[PlannedSet, ...]
    seconds: int
    cue: str | None = None
    paused: tuple[Family, ...] = ()

    @property
    def day(self) -> date:
        return self.plan.day

    @property
    def is_done(self) -> bool:
        return bool(self.plan.sets) and not self.left


@dataclass(frozen=True, slots=True)
class StepDown:
    """A family stepped down on that day, from the rung `left` to `rung`."""

    family: Family
    day: date
    left: str
    rung: str


@dataclass(frozen=True, slots=True)
class SeasonOver:
    """The family's season of that number, counted from 1; `tests` are the last counts, the newest last."""

    family: Family
    number: int
    tests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoutineShown:
    """Today's plan on request, with what waits for an answer, and steps down that may be undone."""

    card: Card
    offers: tuple[OpenOffer, ...] = ()
    steps_down: tuple[StepDown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningNews:
    """What a morning tells beside its plan.

    `spare_days` were used since the last prompt; `held` is the level that a plateau's lighter spell is for.
    """

    week: LookBack | None = None
    spare_days: int = 0
    steps_down: tuple[StepDown, ...] = ()
    offers: tuple[OpenOffer, ...] = ()
    held: tuple[PlannedSet, ...] = ()
    season_over: SeasonOver | None = None


NO_NEWS = MorningNews()


@dataclass(frozen=True, slots=True)
class RhythmOffer:
    """Prompts that would fit better: at that hour, or on these weekdays only."""

    rhythm: Rhythm
    at: time | None = None
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Prompted:
    """The morning prompt: `text` is the id of its wording, `reps` and `minutes` are those of all time.

    `late` says that it comes well after its hour, which was our doing, `silent` that it shall make no sound;
    `anchor` is the daily thing that it is quoted with.
    """

    card: Card
    text: str
    question: Question | None = None
    showing: ShowingUp | None = None
    reps: int = 0
    late: bool = False
    minutes: int = 0
    name: str = ""
    news: MorningNews = NO_NEWS
    silent: bool = False
    anchor: Anchor | None = None
    rhythm: RhythmOffer | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """A snooze has run out."""

    card: Card


@dataclass(frozen=True, slots=True)
class CardClosed:
    """What a day that is over still asks for: it may be ticked off later."""

    card: Card


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
    """The hour of the whole week, or of some weekdays."""

    at: time
    weekdays: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class AnchorAsked:
    """After which daily thing? It is that one now."""

    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class DayStartAsked:
    """When a day begins now; `out_of_range` says that an hour was named that can't be."""

    at: time
    out_of_range: bool = False


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    zone: str


@dataclass(frozen=True, slots=True)
class FreeDaysAsked:
    """`next_at` is the next prompt in local time, once one was tapped."""

    free_weekdays: frozenset[int]
    in_place: bool = False
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """How an exercise is done; `cues` are ids, today's first; `others` are today's other exercises."""

    exercise: str
    cues: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyShown:
    """Why today's plan is what it is."""

    card: Card


@dataclass(frozen=True, slots=True)
class HelpShown:
    pass


@dataclass(frozen=True, slots=True)
class PrivacyShown:
    pass
