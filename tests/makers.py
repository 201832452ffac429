"""Makers for test data: a test states only what matters to it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from bot.domain.events import (
    BarSaid,
    EffortSaid,
    Event,
    FreeDaysSaid,
    Happened,
    Offer,
    OfferAnswered,
    PainCleared,
    PainSaid,
    Placed,
    Skipped,
)
from bot.domain.exercise import Family
from bot.domain.sets import Effort, LoggedSet

Told = TypeVar("Told", bound=Happened)
MONDAY = date(2026, 3, 2)
SIX = time(6, 0)


def day(number: int) -> date:
    """Day 1 is a Monday."""
    return MONDAY + timedelta(days=number - 1)


def at(on: date, clock: time = time(7, 30)) -> datetime:
    return datetime.combine(on, clock, tzinfo=UTC)


def did(
    exercise: str,
    *reps: int,
    on: date = MONDAY,
    effort: Effort | None = None,
    source: str = "",
    said: date | None = None,
) -> list[LoggedSet]:
    """Sets of one exercise, told on the day itself unless `said` names another."""
    return [
        LoggedSet(
            day=on,
            exercise=exercise,
            reps=count,
            said_at=at(said or on),
            source=source or f"m:1:{exercise}:{on}",
            position=position,
            effort=effort,
        )
        for position, count in enumerate(reps)
    ]


def placed(rung: str, stated_max: int | None = None, *, on: date = MONDAY) -> Event:
    family = Family.PULL if "pull_up" in rung or "negative" in rung else Family.PUSH
    return Placed(
        said_at=at(on, SIX), day=on, source=f"t:{rung}", family=family, rung=rung, stated_max=stated_max
    )


def has_bar(*, on: date = MONDAY, available: bool = True, clock: time = SIX) -> Event:
    return BarSaid(said_at=at(on, clock), day=on, source=f"t:bar:{on}", available=available)


def free(weekdays: Iterable[int], *, on: date = MONDAY) -> Event:
    return FreeDaysSaid(said_at=at(on, SIX), day=on, source=f"t:free:{on}", weekdays=frozenset(weekdays))


def answer(offer: Offer, *, accepted: bool, on: date, clock: time = time(8, 0)) -> Event:
    return OfferAnswered(
        said_at=at(on, clock), day=on, source=f"t:{offer}:{on}", offer=offer, accepted=accepted
    )


def hurts(family: Family | None, *, on: date, clock: time = time(9, 0)) -> Event:
    return PainSaid(said_at=at(on, clock), day=on, source=f"t:hurts:{family}:{on}:{clock}", family=family)


def cleared(family: Family, *, on: date, clock: time = time(9, 30)) -> Event:
    return PainCleared(said_at=at(on, clock), day=on, source=f"t:fine:{family}:{on}:{clock}", family=family)


def skipped(*, on: date) -> Event:
    return Skipped(said_at=at(on, SIX), day=on, source=f"t:skip:{on}")


def felt(effort: Effort, family: Family, *, on: date, clock: time = time(21, 0)) -> Event:
    return EffortSaid(
        said_at=at(on, clock), day=on, source=f"t:felt:{family}:{on}:{clock}", family=family, effort=effort
    )


def event(kind: type[Told], *, on: date, clock: time = SIX, **facts: object) -> Told:
    """Any other event: `event(SoreSaid, on=day(3), family=Family.PULL)`."""
    source = f"t:{kind.__name__}:{on}:{clock}"
    return kind(said_at=at(on, clock), day=on, source=source, **facts)  # type: ignore[arg-type] # any field
