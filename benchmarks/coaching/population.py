"""A population of model athletes on the policy for 180 days, beside a line that goes up a rep a week.

Run: python -m benchmarks.coaching.population [athletes] [seed]     (needs the development install)
"""

import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from benchmarks.coaching.coaches import Linear, Policy
from benchmarks.coaching.lived import MILESTONES, Lived, live
from benchmarks.coaching.people import DAYS, people

CAP = 180


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:]]
    count, seed = (*numbers, *(500, 1)[len(numbers) :])
    crowd = people(count, seed)
    began = time.perf_counter()
    with Policy() as policy:
        coached = [live(policy, number, person) for number, person in enumerate(crowd)]
    spent = time.perf_counter() - began
    line = Linear()
    alone = [live(line, number, person) for number, person in enumerate(crowd)]
    print(f"{count} athletes, {DAYS} days, seed {seed}; the policy's took {spent:.0f} s")
    print(f"{'':44} {'policy':>12} {'linear':>12}")
    for name, measure in _ROWS:
        print(f"{name:44} {measure(coached):>12} {measure(alone):>12}")


def _over_cap(lives: Sequence[Lived]) -> str:
    return str(sum(seconds > CAP for lived in lives for seconds in lived.seconds))


def _failed(lives: Sequence[Lived]) -> str:
    sets = [one for lived in lives for one in lived.sets]
    return f"{sum(one.fell_short for one in sets) / len(sets):.1%}"


def _frozen(lives: Sequence[Lived], *, met_all: bool) -> str:
    """Of those with six weeks of two sessions or more in each, who gained no level in some such weeks."""
    stretches = [stretch for lived in lives for stretch in lived.stretches(met_all=met_all)]
    frozen = sum(not stretch.rose for stretch in stretches)
    return f"{frozen}/{len(stretches)}"


def _reached(name: str) -> Callable[[Sequence[Lived]], str]:
    def measure(lives: Sequence[Lived]) -> str:
        days = [lived.reached[name] for lived in lives if name in lived.reached]
        return f"{len(days)} (d {median(days):.0f})" if days else "0"

    return measure


def _sessions(lives: Sequence[Lived]) -> str:
    return str(sum(len(sessions) for lived in lives for sessions in lived.sessions.values()))


def _stronger(family: str) -> Callable[[Sequence[Lived]], str]:
    return lambda lives: f"{median(lived.gained[family] for lived in lives):+.1f}"


_ROWS: Sequence[tuple[str, Callable[[Sequence[Lived]], str]]] = (
    ("sessions of a family", _sessions),
    ("days over the cap of 180 s (must be 0)", _over_cap),
    ("sets that fell short (9 % at most)", _failed),
    ("regular six weeks without a level", lambda lives: _frozen(lives, met_all=False)),
    ("... though all was met (must be 0)", lambda lives: _frozen(lives, met_all=True)),
    *((f"{name}, athletes (median day)", _reached(name)) for name in MILESTONES),
    ("push-ups in one go gained, median", _stronger("push")),
    ("pull-ups in one go gained, median", _stronger("pull")),
)


if __name__ == "__main__":
    main()
