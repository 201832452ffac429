"""What a model athlete says at the start and in the morning, as the domain's events."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.events import (
    BarAway,
    BarSaid,
    BetterSaid,
    Event,
    FreeDaysSaid,
    LightAsked,
    Offer,
    OfferAnswered,
    PainCleared,
    PainSaid,
    Placed,
    RaceSaid,
    SickSaid,
    SideOff,
    SoreSaid,
)
from bot.domain.exercise import Family
from bot.domain.placement import FULL_PUSH_UPS_FOR_TOES

DAY_ZERO = date(2026, 3, 2)  # a Monday
NONE: frozenset[Family] = frozenset()
# On one morning what hurts is said before what doesn't, and clearing comes a whole day after the pain.
HURTS_AT, SAYS_AT, CLEARS_AT = time(6, 0), time(6, 10), time(6, 20)


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody can do in one go; None is "not sure"."""

    bar: bool
    std_pushups: int | None
    knee_pushups: int | None
    pull_ups: int | None


@dataclass(frozen=True, slots=True)
class Context:
    """How a morning finds somebody; `off` isn't to be had that day, `race` is the day of one."""

    pain: frozenset[Family] = NONE
    sick: bool = False
    sore: frozenset[Family] = NONE
    off: frozenset[Family] = NONE
    race: int | None = None
    light: bool = False


def date_of(day: int) -> date:
    return DAY_ZERO + timedelta(days=day)


def moment(day: int, clock: time) -> datetime:
    return datetime.combine(date_of(day), clock, tzinfo=UTC)


def start(profile: Profile) -> Iterator[Event]:
    """Five full push-ups are toes, one pull-up is that rung; without a bar nobody pulls."""
    said_at, day = moment(0, HURTS_AT), DAY_ZERO
    toes = (profile.std_pushups or 0) >= FULL_PUSH_UPS_FOR_TOES
    rung, most = ("push_up", profile.std_pushups) if toes else ("knee_push_up", profile.knee_pushups)
    yield Placed(said_at=said_at, day=day, source="push", family=Family.PUSH, rung=rung, stated_max=most)
    yield BarSaid(said_at=said_at, day=day, source="bar", available=profile.bar)
    if profile.bar and profile.pull_ups:
        yield Placed(
            said_at=said_at,
            day=day,
            source="pull",
            family=Family.PULL,
            rung="pull_up",
            stated_max=profile.pull_ups,
        )


def answer(offer: Offer, day: int, *, accepted: bool) -> Event:
    return OfferAnswered(
        said_at=moment(day, SAYS_AT),
        day=date_of(day),
        source=f"answer:{offer}",
        offer=offer,
        accepted=accepted,
    )


def morning(before: Context, now: Context, day: int) -> Iterator[Event]:
    """What differs from the morning before, and what goes for this day only."""
    yield from _pain(before.pain, now.pain, day)
    yield from _health(before, now, day)
    yield from _away(before.off, now.off, day)
    if now.race is not None and now.race != before.race:
        said_at, race_day = moment(day, SAYS_AT), date_of(now.race)
        yield RaceSaid(said_at=said_at, day=date_of(day), source="race", race_day=race_day)


def _pain(before: frozenset[Family], now: frozenset[Family], day: int) -> Iterator[Event]:
    """Who says what hurts is asked whether the other side is free of pain, and it is if it isn't named."""
    on = date_of(day)
    for family in Family:
        if family in now - before:
            yield PainSaid(said_at=moment(day, HURTS_AT), day=on, source=f"hurts:{family}", family=family)
        elif family not in now and (now or before):
            yield PainCleared(said_at=moment(day, CLEARS_AT), day=on, source=f"fine:{family}", family=family)


def _health(before: Context, now: Context, day: int) -> Iterator[Event]:
    """Which illness it is isn't told, nor how long it has been over."""
    said_at, on = moment(day, SAYS_AT), date_of(day)
    if now.sick and not before.sick:
        yield SickSaid(said_at=said_at, day=on, source="sick")
    if before.sick and not now.sick:
        yield BetterSaid(said_at=said_at, day=on, source="better")
    for family in sorted(now.sore):
        yield SoreSaid(said_at=said_at, day=on, source=f"sore:{family}", family=family)
    if now.light:
        yield LightAsked(said_at=said_at, day=on, source="light")


def _away(before: frozenset[Family], now: frozenset[Family], day: int) -> Iterator[Event]:
    """A day without both is a free weekday, one without pulls a day without a bar; or push-ups wait."""
    both = frozenset(Family)
    said_at, on = moment(day, SAYS_AT), date_of(day)
    if both in {before, now}:
        weekdays = frozenset({on.weekday()} if now == both else ())
        yield FreeDaysSaid(said_at=said_at, day=on, source="free", weekdays=weekdays)
    if now == {Family.PULL}:
        yield BarAway(said_at=said_at, day=on, source="bar", until=date_of(day + 1))
    if now == {Family.PUSH}:
        yield SideOff(said_at=said_at, day=on, source="off", family=Family.PUSH)
