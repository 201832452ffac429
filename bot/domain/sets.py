"""The set log's values: what an athlete did, set by set."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Effort(StrEnum):
    """How a day's work felt, as said; never asked for."""

    EASY = "easy"
    OK = "ok"
    HARD = "hard"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """One set, done on `day` (the athlete's training day) and told at `said_at` (UTC).

    (athlete, source, position) is its key: a message that arrives twice counts once.
    `seconds` are those of one lowering, where they were said.
    """

    day: date
    exercise: str
    reps: int
    said_at: datetime
    source: str
    position: int
    effort: Effort | None = None
    seconds: int | None = None
