"""What athletes say beside their sets, day by day: its effect on where they stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.catalogue import Catalogue
from bot.domain.events import (
    BarSaid,
    Event,
    FreeDaysSaid,
    OfferAnswered,
    PainCleared,
    PainSaid,
    Placed,
)
from bot.domain.exercise import Family
from bot.domain.offers import answer, withdraw_open_offers, withdraw_stale_offers
from bot.domain.placement import placement_level
from bot.domain.sets import LoggedSet
from bot.domain.standing import Life, Pain, Standing

CLEARED_AFTER = timedelta(hours=24)
MIS_TAP = timedelta(minutes=10)


def begin_day(life: Life, day: date) -> None:
    for standing in life.standings.values():
        if standing.offers:
            withdraw_stale_offers(standing, day)


def apply_event(life: Life, event: Event, catalogue: Catalogue) -> None:
    """What an event changes from the moment on in which it counts."""
    match event:
        case Placed():
            level = placement_level(catalogue, event.rung, event.stated_max)
            life.standings[event.family] = Standing(rung=event.rung, level=level)
        case BarSaid():
            life.bar = event.available
        case FreeDaysSaid():
            life.free_weekdays = event.weekdays
        case PainSaid():
            _hurt(life, event)
        case PainCleared():
            _clear(life, event)
        case OfferAnswered():
            standing = life.standings[event.offer.family]
            answer(standing, event.offer, accepted=event.accepted, said_at=event.said_at, day=event.day)
        case _:
            pass


def comes_after_session(life: Life, event: Event, sets: Sequence[LoggedSet], catalogue: Catalogue) -> bool:
    """Whether an event counts from its day's close on: what was trained before it was said stands.

    That goes for an answer to an offer that only this day's session earned, too. `sets` are the day's.
    """
    match event:
        case OfferAnswered(said_at=said_at, offer=offer):
            closed = life.standings[offer.family].offer(offer).open_since is None
            return closed or any(one.said_at <= said_at for one in _of(offer.family, sets, catalogue))
        case Placed(said_at=said_at, family=family):
            return any(one.said_at < said_at for one in _of(family, sets, catalogue))
        case _:
            return any(one.said_at < event.said_at for one in sets)


def _of(family: Family, sets: Sequence[LoggedSet], catalogue: Catalogue) -> list[LoggedSet]:
    return [one for one in sets if catalogue.family_of(one.exercise) is family]


def hear_of_bar(life: Life, events: Sequence[Event], sets: Sequence[LoggedSet], catalogue: Catalogue) -> None:
    """A set of pulls is a bar, unless somebody says otherwise afterwards."""
    pulls = [one.said_at for one in _of(Family.PULL, sets, catalogue)]
    said = [event.said_at for event in events if isinstance(event, BarSaid)]
    if pulls and (not said or max(pulls) > max(said)):
        life.bar = True


def _hurt(life: Life, event: PainSaid) -> None:
    """What hurts rests, and offers to it are withdrawn; of an unnamed pain both families rest.

    While one is known to hurt already, an unnamed pain makes the other one certain, too.
    """
    known = life.pain.since if life.pain.certain else {}
    if event.family is None:
        pain = Pain(since={**dict.fromkeys(Family, event.said_at), **known}, certain=bool(known))
    else:
        pain = Pain(since={**known, event.family: event.said_at}, fine=life.pain.fine - {event.family})
    withdrawn = dict(life.pain.withdrawn)
    for family in pain.since:
        standing = life.standings[family]
        withdrawn.setdefault(family, dict(standing.offers))
        withdraw_open_offers(standing)
    life.pain = replace(pain, withdrawn=withdrawn)


def _clear(life: Life, event: PainCleared) -> None:
    """Not sooner than 24 hours after the pain, and then gently.

    A slip of the finger is taken back within ten minutes, and of an unnamed pain the family that never
    hurt within a day: both go on as if nothing had been said. While nothing hurts, nothing is cleared.
    """
    pain, family = life.pain, event.family
    hurt_at = pain.since.get(family)
    if hurt_at is None:
        life.pain = replace(pain, fine=pain.fine | {family}) if pain.since else pain
        return
    standing = life.standings[family]
    elapsed = event.said_at - hurt_at
    never_hurt = elapsed < CLEARED_AFTER and not pain.certain
    if never_hurt or elapsed <= MIS_TAP:
        standing.offers = dict(pain.withdrawn.get(family, {}))
        life.pain = _without(pain, family)
    elif elapsed >= CLEARED_AFTER:
        standing.back_from_pain = standing.last_day is not None
        life.pain = _without(pain, family)
        if life.lowering.sessions:
            life.lowering = replace(life.lowering, new_since=event.day)


def _without(pain: Pain, family: Family) -> Pain:
    rest = {other: at for other, at in pain.since.items() if other is not family}
    return replace(pain, since=rest, fine=pain.fine | {family}, certain=True) if rest else Pain()
