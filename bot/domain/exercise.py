"""What can be trained: the exercises and the two families they belong to."""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """A movement. The routine has two, and a plan names them in this order: pull first."""

    PULL = "pull"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the routine, in no language.

    `rep_seconds` is the time one repetition takes without its lowering seconds; `counts_as` is the
    exercise whose totals and milestones it joins (a chin-up counts as a pull-up); `lowered` says that
    a dose of it names seconds of lowering.
    """

    id: str
    family: Family
    rep_seconds: int
    counts_as: str
    lowered: bool
    cues: tuple[str, ...]
