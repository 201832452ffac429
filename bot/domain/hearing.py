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
from bot.domain.offers import answered, without_open_offers, without_stale_offers
from bot.domain.placement import placement_level
from bot.domain.sets import LoggedSet
from bot.domain.standing import Life, Lowering, Pain, Standing

CLEARED_AFTER = timedelta(hours=24)
MIS_TAP = timedelta(minutes=10)


def begin_day(life: Life, day: date) -> Life:
    return replace(
        life,
        standings={
            family: without_stale_offers(standing, day) for family, standing in life.standings.items()
        },
    )


def apply_event(life: Life, event: Event, catalogue: Catalogue) -> Life:
    """What an event changes from the moment on in which it counts."""
    match event:
        case Placed():
            level = placement_level(catalogue, event.rung, event.stated_max)
            return _with(life, event.family, Standing(rung=event.rung, level=level))
        case BarSaid():
            return replace(life, bar=event.available)
        case FreeDaysSaid():
            return replace(life, free_weekdays=event.weekdays)
        case PainSaid():
            return _hurt(life, event)
        case PainCleared():
            return _clear(life, event)
        case OfferAnswered():
            return _answer(life, event)
        case _:
            return life


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


def hear_of_bar(life: Life, events: Sequence[Event], sets: Sequence[LoggedSet], catalogue: Catalogue) -> Life:
    """A set of pulls is a bar, unless somebody says otherwise afterwards."""
    pulls = [one.said_at for one in _of(Family.PULL, sets, catalogue)]
    said = [event.said_at for event in events if isinstance(event, BarSaid)]
    if pulls and (not said or max(pulls) > max(said)):
        return replace(life, bar=True)
    return life


def _answer(life: Life, event: OfferAnswered) -> Life:
    family = event.offer.family
    standing = answered(
        life.standings[family],
        event.offer,
        accepted=event.accepted,
        said_at=event.said_at,
        day=event.day,
    )
    return _with(life, family, standing)


def _hurt(life: Life, event: PainSaid) -> Life:
    """What hurts rests, and offers to it are withdrawn; of an unnamed pain both families rest.

    While one is known to hurt already, an unnamed pain makes the other one certain, too.
    """
    if event.family is None:
        known = life.pain.since if life.pain.certain else {}
        pain = Pain(since={**dict.fromkeys(Family, event.said_at), **known}, certain=bool(known))
    else:
        known = life.pain.since if life.pain.certain else {}
        pain = Pain(since={**known, event.family: event.said_at}, fine=life.pain.fine - {event.family})
    withdrawn = dict(life.pain.withdrawn)
    for family in pain.since:
        standing = life.standings[family]
        withdrawn.setdefault(family, standing.offers)
        life = _with(life, family, without_open_offers(standing))
    return replace(life, pain=replace(pain, withdrawn=withdrawn))


def _clear(life: Life, event: PainCleared) -> Life:
    """Not sooner than 24 hours after the pain, and then gently.

    A slip of the finger is taken back within ten minutes, and of an unnamed pain the family that never
    hurt within a day: both go on as if nothing had been said. While nothing hurts, nothing is cleared.
    """
    pain, family = life.pain, event.family
    if not pain.since:
        return life
    hurt_at = pain.since.get(family)
    if hurt_at is None:
        return replace(life, pain=replace(pain, fine=pain.fine | {family}))
    rest = {other: at for other, at in pain.since.items() if other is not family}
    elapsed = event.said_at - hurt_at
    healed = replace(pain, since=rest, fine=pain.fine | {family}, certain=True) if rest else Pain()
    never_hurt = elapsed < CLEARED_AFTER and not pain.certain
    if never_hurt or elapsed <= MIS_TAP:
        standing = replace(life.standings[family], offers=pain.withdrawn.get(family, {}))
        return _with(replace(life, pain=healed), family, standing)
    if elapsed < CLEARED_AFTER:
        return life
    standing = replace(life.standings[family], back_from_pain=life.standings[family].last_day is not None)
    return _with(replace(life, pain=healed, lowering=_restarted(life.lowering, event.day)), family, standing)


def _restarted(lowering: Lowering, day: date) -> Lowering:
    return replace(lowering, new_since=day) if lowering.sessions else lowering


def _with(life: Life, family: Family, standing: Standing) -> Life:
    return replace(life, standings={**life.standings, family: standing})
