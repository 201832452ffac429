"""Adding up the set log: totals and best sets."""

from collections.abc import Mapping, Sequence

from bot.domain.sets import LoggedSet


def totals(log: Sequence[LoggedSet]) -> Mapping[str, int]:
    """Reps by exercise, the most first."""
    sums: dict[str, int] = {}
    for one in log:
        sums[one.exercise] = sums.get(one.exercise, 0) + one.reps
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def best_sets(log: Sequence[LoggedSet]) -> Mapping[str, int]:
    """The longest single set by exercise."""
    best: dict[str, int] = {}
    for one in log:
        best[one.exercise] = max(best.get(one.exercise, 0), one.reps)
    return best
