"""Judging a day's work in one family against its plan."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.catalogue import Catalogue
from bot.domain.plan import Mode, PlannedSet, Prescription
from bot.domain.sets import Effort, LoggedSet


class Result(StrEnum):
    MET = "met"
    SHORT = "short"
    FAILED = "failed"
    EASIER_RUNG = "easier_rung"


@dataclass(frozen=True, slots=True)
class Grade:
    """A day's result; `surplus` says that the last set went two or more over its target."""

    result: Result
    effort: Effort | None
    surplus: bool = False

    @property
    def met(self) -> bool:
        return self.result is Result.MET

    @property
    def met_and_hard(self) -> bool:
        return self.met and self.effort is Effort.HARD

    @property
    def tough(self) -> bool:
        """Tomorrow is light after a hard, short or failed day."""
        return self.result in {Result.SHORT, Result.FAILED} or self.met_and_hard


def remaining(
    planned: Sequence[PlannedSet], logged: Sequence[LoggedSet], catalogue: Catalogue
) -> tuple[PlannedSet, ...]:
    """The planned sets that the logged ones don't cover yet, in the plan's order.

    The order of logging doesn't matter, and a long set may stand for several done without a rest:
    20 reps cover 2 x 10, 12 and 8 don't.
    """
    if _as_planned(planned, logged, catalogue):
        return ()
    pools: dict[str, list[int]] = {}
    for done in logged:
        pools.setdefault(_counts_as(done, catalogue), []).append(done.reps)
    uncovered = []
    for place, one in sorted(enumerate(planned), key=lambda pair: -pair[1].reps):
        pool = pools.get(_counts_as(one, catalogue), [])
        if not _cover(one, pool):
            uncovered.append(place)
    return tuple(planned[place] for place in sorted(uncovered))


def _as_planned(planned: Sequence[PlannedSet], logged: Sequence[LoggedSet], catalogue: Catalogue) -> bool:
    """The usual day: set by set, in the plan's order."""
    return len(logged) >= len(planned) and all(
        done.reps >= one.reps and _counts_as(done, catalogue) == _counts_as(one, catalogue)
        for one, done in zip(planned, logged, strict=False)
    )


def _cover(planned: PlannedSet, pool: list[int]) -> bool:
    longest = max(pool, default=0)
    target = 1 if planned.mode is Mode.UP_TO else planned.reps
    if longest < target:
        return False
    pool.remove(longest)
    pool.append(longest - (min(longest, planned.reps) if planned.mode is Mode.UP_TO else target))
    return True


def grade(
    prescription: Prescription,
    logged: Sequence[LoggedSet],
    effort: Effort | None,
    catalogue: Catalogue,
) -> Grade:
    """One family's day, judged on the sum of its sets.

    Work on a harder rung counts as met and at least ok; on an easier one it counts as shown up.
    """
    if effort is Effort.FAILED:
        return Grade(Result.FAILED, effort)
    if not remaining(prescription.sets, logged, catalogue):
        return Grade(Result.MET, effort, surplus=_surplus(prescription, logged, catalogue))
    own = catalogue.hardness(prescription.rung)
    places = {catalogue.hardness(one.exercise) for one in logged}
    if any(place > own for place in places):
        return Grade(Result.MET, effort or Effort.OK)
    if all(place < own for place in places):
        return Grade(Result.EASIER_RUNG, effort)
    return Grade(Result.SHORT, effort)


def _surplus(prescription: Prescription, logged: Sequence[LoggedSet], catalogue: Catalogue) -> bool:
    """Whether some set, after those before it were covered, went two over the last target.

    Sets that follow it take nothing away; one long set must hold two more than all its sets.
    """
    targets = [one for one in prescription.sets if one.exercise == prescription.rung]
    if not targets:
        return False
    own = [one for one in logged if _counts_as(one, catalogue) == _counts_as(targets[-1], catalogue)]
    goal = targets[-1].reps + 2
    if all(one.reps < goal for one in logged):
        return False
    return any(
        one.reps >= goal
        and not remaining(targets[:-1], [*own[:place], replace(one, reps=one.reps - goal)], catalogue)
        for place, one in enumerate(own)
    )


def share_done(prescription: Prescription, logged: Sequence[LoggedSet], catalogue: Catalogue) -> float:
    """Reps done of those planned, 0 to 1; of two exercises none makes up for the other."""
    planned, done = _sums(prescription.sets, catalogue), _sums(logged, catalogue)
    kept = sum(min(reps, done[exercise]) for exercise, reps in planned.items())
    return kept / planned.total() if planned else 1.0


def _sums(sets: Sequence[PlannedSet | LoggedSet], catalogue: Catalogue) -> Counter[str]:
    sums = Counter[str]()
    for one in sets:
        sums[_counts_as(one, catalogue)] += one.reps
    return sums


def _counts_as(one: PlannedSet | LoggedSet, catalogue: Catalogue) -> str:
    return catalogue.exercises[one.exercise].counts_as
