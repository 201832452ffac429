"""The daily thing that somebody trains beside: an if-then plan makes a habit out of a wish."""

from dataclasses import dataclass
from enum import StrEnum


class DailyThing(StrEnum):
    COFFEE = "coffee"
    TEA = "tea"
    RUN = "run"
    SHOWER = "shower"
    TEETH = "teeth"
    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    WORK = "work"
    WAKING = "waking"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A common thing, or one in the athlete's own words, turned to them: "after you feed the cat"."""

    thing: DailyThing | None = None
    words: str = ""
