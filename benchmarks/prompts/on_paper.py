"""On paper: a day of 100,000 athletes around the world, and when each prompt arrives at a given rate.

Run: python -m benchmarks.prompts.on_paper [ATHLETES]

Zones are drawn by the people of the gazetteer's cities, hours by `HOURS`, the time from one's hour until
one usually trains by `HABITS`; both are assumptions. A prompt takes its turn when it is due, first come
first served as the claim orders them, or those first who usually train soonest ("early first").
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from heapq import heappop, heappush
from importlib.resources import files
from random import Random
from statistics import quantiles
from zoneinfo import ZoneInfo

from bot.domain.calendar import instant_of

ATHLETES = 100_000
DAY = date(2026, 3, 2)
RATES = (30, 1000)
SEVEN = time(7)
HOURS = {
    time(5): 3, time(5, 30): 4, time(6): 13, time(6, 30): 14, SEVEN: 40, time(7, 30): 6, time(8): 9,
    time(9): 3, time(12): 3, time(18): 3, time(20): 2,
}  # fmt: skip
HABITS = {1: 5, 3: 10, 10: 20, 30: 30, 90: 20, 600: 15}
"""Minutes from the hour until the sets are done, and how many in a hundred have that habit."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Seconds since the first one is due; `trains_at` is when the athlete usually does."""

    due: float
    trains_at: float
    hour: time
    zone: str


@dataclass(frozen=True, slots=True)
class Sent:
    prompt: Prompt
    at: float

    @property
    def late(self) -> float:
        return self.at - self.prompt.due

    @property
    def is_after_training(self) -> bool:
        return self.at > self.prompt.trains_at


Order = Callable[[Prompt], float]
ORDERS: dict[str, Order] = {
    "first come": lambda prompt: prompt.due,
    "early first": lambda prompt: prompt.trains_at - prompt.due,
}


def people_by_zone() -> Counter[str]:
    """Of the cities of 15,000 and more."""
    people: Counter[str] = Counter()
    rows = (files("bot.data") / "places.tsv").read_text("utf-8").splitlines()[1:]
    for row in rows:
        *_, count, zone = row.split("\t")
        people[zone] += int(count)
    return people


def a_day(athletes: int = ATHLETES) -> list[Prompt]:
    """The prompts of one date, everywhere, in the order in which they are due."""
    lots = Random(7)
    people = people_by_zone()
    zones = lots.choices(list(people), list(people.values()), k=athletes)
    hours = lots.choices(list(HOURS), list(HOURS.values()), k=athletes)
    habits = lots.choices(list(HABITS), list(HABITS.values()), k=athletes)
    start = datetime.combine(DAY - timedelta(days=1), time(), UTC)
    dues = [(_due(zone, hour) - start).total_seconds() for zone, hour in zip(zones, hours, strict=True)]
    prompts = [
        Prompt(due, due + 60 * minutes * lots.uniform(0.5, 1.5), hour, zone)
        for due, minutes, hour, zone in zip(dues, habits, hours, zones, strict=True)
    ]
    return sorted(prompts, key=lambda prompt: prompt.due)


@cache
def _due(zone: str, hour: time) -> datetime:
    return instant_of(DAY, hour, ZoneInfo(zone))


def sent(prompts: Sequence[Prompt], rate: float, order: Order) -> Iterator[Sent]:
    """One after the other, so many a second, of all that are due by then the first in that order."""
    waiting: list[tuple[float, int]] = []
    now, upcoming = prompts[0].due, 0
    while waiting or upcoming < len(prompts):
        if not waiting:
            now = max(now, prompts[upcoming].due)
        while upcoming < len(prompts) and prompts[upcoming].due <= now:
            heappush(waiting, (order(prompts[upcoming]), upcoming))
            upcoming += 1
        _, number = heappop(waiting)
        yield Sent(prompts[number], now)
        now += 1 / rate


def main() -> None:
    prompts = a_day(int(sys.argv[1]) if len(sys.argv) > 1 else ATHLETES)
    at_once = Counter(prompt.due for prompt in prompts)
    print(f"{len(prompts):,} prompts of {DAY}; at most {max(at_once.values()):,} fall due in one moment\n")
    print("| a second | order | last 7:00 prompt | median | 99 % | come after the usual training |")
    print("| --: | --- | --: | --: | --: | --: |")
    for rate in RATES:
        for name, order in ORDERS.items():
            print(_row(rate, name, list(sent(prompts, rate, order))))


def _row(rate: int, order: str, all_sent: Sequence[Sent]) -> str:
    seven = [one for one in all_sent if one.prompt.hour == SEVEN]
    last = max(seven, key=lambda one: one.late)
    cuts = quantiles((one.late for one in all_sent), n=100)
    useless = sum(one.is_after_training for one in all_sent)
    return (
        f"| {rate:,} | {order} | {_clock(last.late)} after 7 ({last.prompt.zone}) | {_clock(cuts[49])} | "
        f"{_clock(cuts[98])} | {useless:,} |"
    )


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{seconds % 60:04.1f}"


if __name__ == "__main__":
    main()
