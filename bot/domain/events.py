"""What athletes said beside sets: append-only facts that, with the set log, are the whole truth."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.exercise import Family
from bot.domain.sets import Effort


class Offer(StrEnum):
    """An invitation to something harder or new; taken only by a tap."""

    PUSH_UP = "push_up"
    TRY_PULL_UP = "try_pull_up"
    VARIATION = "variation"
    SEASON_PUSH = "season_push"
    SEASON_PULL = "season_pull"
    EVERY_OTHER_PUSH = "every_other_push"
    EVERY_OTHER_PULL = "every_other_pull"

    @property
    def family(self) -> Family:
        return Family.PULL if self in _PULL_OFFERS else Family.PUSH


_PULL_OFFERS = {Offer.TRY_PULL_UP, Offer.SEASON_PULL, Offer.EVERY_OTHER_PULL}


class Rhythm(StrEnum):
    """What the coach may offer once habits show: another hour, or prompts on some weekdays only."""

    HOUR = "hour"
    WEEKDAYS = "weekdays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What all events share: when it was said (UTC), the training day it speaks of, and where it was said.

    (athlete, source, kind, position) is an event's key, so a second tap changes nothing.
    """

    said_at: datetime
    day: date
    source: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Happened):
    """Where the athlete starts on a ladder; `stated_max` is what they can do in one go, None if not sure."""

    family: Family
    rung: str
    stated_max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswered(Happened):
    offer: Offer
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortSaid(Happened):
    """An effort told apart from its sets; the latest for a day and family wins."""

    family: Family
    effort: Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Happened):
    """A day off, in words or by a tap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideOff(Happened):
    """That day the family is left out; the other one goes on."""

    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class BarSaid(Happened):
    """Whether there is a bar to hang from, from that day on."""

    available: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDaysSaid(Happened):
    """The weekdays (Monday is 0) that stay free, from that day on."""

    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PainSaid(Happened):
    """Something hurts: the family rests until it is cleared; both do while it isn't known which (None)."""

    family: Family | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCleared(Happened):
    """The family is free of pain, or never hurt."""

    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class SickSaid(Happened):
    """Ill: all rests until the athlete is better. A head cold only (`fever` False) stops nothing.

    `fever` stands for anything in the chest, too; while nobody knows (None) it counts as if.
    """

    fever: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BetterSaid(Happened):
    """Well again; with `for_a_day` since 24 hours at least, else that day is still waited for."""

    for_a_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SoreSaid(Happened):
    """Sore, not hurt: that day is light for the family, or for both (None)."""

    family: Family | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LightAsked(Happened):
    """That day was asked to be light: heavy legs, a long run tomorrow, a cold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseSaid(Happened):
    """No training from that day on, until the first day back (`until`) or a word that it is over."""

    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseEnded(Happened):
    """Back, from that day on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceSaid(Happened):
    """A race on that day, which may lie ahead; `off` takes it back."""

    race_day: date
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaperSaid(Happened):
    """Light days from that day on until the race; a race that nobody has named so far is one now."""

    race_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BarAway(Happened):
    """No bar from that day on, with one again on the day `until`: tomorrow, for "no bar today"."""

    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDownUndone(Happened):
    """The athlete would rather stay on the rung that the coach stepped down from."""

    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonLeft(Happened):
    """The season ends here; the plain ladder goes on."""

    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class TestAsked(Happened):
    """ "Test me": the family's next session is one open set, and places anew."""

    __test__ = False  # pytest collects no event

    family: Family


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedOver(Happened):
    """Both ladders from the start again, until a placement says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmAnswered(Happened):
    """An answer to an offer about the rhythm; one that is declined is never made again."""

    rhythm: Rhythm
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Happened):
    """The coach said something that is said once, or not soon again. It never moves a level."""

    key: str


Event = (
    Placed
    | OfferAnswered
    | EffortSaid
    | Skipped
    | SideOff
    | BarSaid
    | BarAway
    | FreeDaysSaid
    | PainSaid
    | PainCleared
    | SickSaid
    | BetterSaid
    | SoreSaid
    | LightAsked
    | PauseSaid
    | PauseEnded
    | RaceSaid
    | TaperSaid
    | StepDownUndone
    | SeasonLeft
    | TestAsked
    | StartedOver
    | RhythmAnswered
    | Said
)
