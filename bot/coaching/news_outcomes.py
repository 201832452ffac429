"""What came of news beside sets: illness, pauses, races, light days, the bar, prompts, data."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.coaching.views import Card
from bot.domain.exercise import Family


@dataclass(frozen=True, slots=True)
class PromptsOff:
    """No prompts until the athlete wants them again."""


@dataclass(frozen=True, slots=True)
class PromptsOn:
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class ForgetAsked:
    """Everything may go, but only by a tap."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Nothing is kept of the athlete any more."""


@dataclass(frozen=True, slots=True)
class SickNoted:
    """All rests until the athlete is better."""


@dataclass(frozen=True, slots=True)
class ColdNoted:
    """A head cold stops nothing; `day` may be light."""

    day: date


@dataclass(frozen=True, slots=True)
class BetterNoted:
    """Well again; `rests` says that today still does, `next_at` is the next prompt."""

    rests: bool
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SoreNoted:
    """Today is light for what is sore, as the card says."""

    card: Card


@dataclass(frozen=True, slots=True)
class TiredHeard:
    """Today may be light or a day off; nothing is changed by a word on tiredness."""

    day: date


@dataclass(frozen=True, slots=True)
class LightNoted:
    """That day is light; the card is today's, if it is today."""

    day: date
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class LongRunHeard:
    """`light_day` may be light: the day before the run, or today."""

    run_day: date
    light_day: date
    today: date


@dataclass(frozen=True, slots=True)
class PauseNoted:
    """Quiet until `until`, the first day back, on which the card is planned; None until a word."""

    until: date | None
    back: Card | None = None


@dataclass(frozen=True, slots=True)
class AwayHeard:
    """Away until then, which may be a pause or not."""

    until: date


@dataclass(frozen=True, slots=True)
class BackNoted:
    """Whoever paused is back; the card is today's."""

    card: Card


@dataclass(frozen=True, slots=True)
class RaceNoted:
    race_day: date
    today: date
    taper: bool = False


@dataclass(frozen=True, slots=True)
class RaceAsked:
    """Which day is it?"""

    taper: bool = False


@dataclass(frozen=True, slots=True)
class RaceCancelled:
    race_day: date


@dataclass(frozen=True, slots=True)
class BarAwayNoted:
    """No bar until that day; the card is today's."""

    until: date
    today: date
    card: Card


@dataclass(frozen=True, slots=True)
class StartOverAsked:
    """Both ladders anew, but only by a tap."""


@dataclass(frozen=True, slots=True)
class StartedAnew:
    """Knees, toes, or not sure?"""


@dataclass(frozen=True, slots=True)
class MaxAsked:
    """How many of this rung go?"""

    rung: str


@dataclass(frozen=True, slots=True)
class PlacedAnew:
    """The plan that follows; with a bar the pull-ups are asked for next."""

    card: Card
    asks_pull_ups: bool


@dataclass(frozen=True, slots=True)
class TestNoted:
    """The next session of these families is one open set; none may be testable now."""

    __test__ = False  # pytest collects no outcome

    families: tuple[Family, ...]
    card: Card


@dataclass(frozen=True, slots=True)
class SeasonEnded:
    """The plain ladder goes on, as the card says."""

    card: Card


@dataclass(frozen=True, slots=True)
class NoSeason:
    """There was none to leave."""

    card: Card


@dataclass(frozen=True, slots=True)
class StepUndone:
    """The family is back on that rung, at its lowest level, as the card says."""

    rung: str
    card: Card


@dataclass(frozen=True, slots=True)
class TimeShort:
    """It is time that keeps this family from being trained."""

    family: Family
    card: Card


News = (
    PromptsOff
    | PromptsOn
    | ForgetAsked
    | Forgotten
    | SickNoted
    | ColdNoted
    | BetterNoted
    | SoreNoted
    | TiredHeard
    | LightNoted
    | LongRunHeard
    | PauseNoted
    | AwayHeard
    | BackNoted
    | RaceNoted
    | RaceAsked
    | RaceCancelled
    | BarAwayNoted
    | StartOverAsked
    | StartedAnew
    | MaxAsked
    | PlacedAnew
    | TestNoted
    | SeasonEnded
    | NoSeason
    | StepUndone
    | TimeShort
)
