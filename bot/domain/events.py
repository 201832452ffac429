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

    @property
    def family(self) -> Family:
        return Family.PULL if self is Offer.TRY_PULL_UP else Family.PUSH


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
class Said(Happened):
    """The coach said something that is said once, or not soon again. It never moves a level."""

    key: str


Event = Placed | OfferAnswered | EffortSaid | Skipped | BarSaid | FreeDaysSaid | PainSaid | PainCleared | Said
