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


def apply_event(life: Life, event: Event, sets: Sequence[LoggedSet], catalogue: Catalogue) -> Life:
    """An event's effect on its own day's plan; `sets` are those of the day."""
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
        case OfferAnswered() if not _comes_after_session(life, event, sets, catalogue):
            return _answer(life, event)
        case _:
            return life


def apply_deferred(
    closed: Life, event: Event, *, morning: Life, sets: Sequence[LoggedSet], catalogue: Catalogue
) -> Life:
    """An answer given after the day's session, or to an offer that this session earned, counts from then."""
    if isinstance(event, OfferAnswered) and _comes_after_session(morning, event, sets, catalogue):
        return _answer(closed, event)
    return closed


def hear_of_bar(life: Life, events: Sequence[Event], sets: Sequence[LoggedSet], catalogue: Catalogue) -> Life:
    """A set of pulls is a bar, unless somebody says otherwise afterwards."""
    pulls = [one.said_at for one in sets if catalogue.family_of(one.exercise) is Family.PULL]
    denied = [event.said_at for event in events if isinstance(event, BarSaid)]
    if pulls and max(pulls) > max(denied, default=min(pulls) - MIS_TAP):
        return replace(life, bar=True)
    return life


def _comes_after_session(
    life: Life, event: OfferAnswered, sets: Sequence[LoggedSet], catalogue: Catalogue
) -> bool:
    family = event.offer.family
    if life.standings[family].offer(event.offer).open_since is None:
        return True
    return any(one.said_at <= event.said_at for one in sets if catalogue.family_of(one.exercise) is family)


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
    """What hurts rests, and offers to it are withdrawn; of an unnamed pain both families rest."""
    if event.family is None:
        pain = Pain(since=dict.fromkeys(Family, event.said_at), certain=False)
    else:
        known = life.pain.since if life.pain.certain else {}
        pain = Pain(since={**known, event.family: event.said_at}, fine=life.pain.fine - {event.family})
    for family in pain.since:
        life = _with(life, family, without_open_offers(life.standings[family]))
    return replace(life, pain=pain)


def _clear(life: Life, event: PainCleared) -> Life:
    """Not sooner than 24 hours after the pain, unless it was a slip of the finger just now.

    While nothing hurts there is nothing to clear, and nothing is fine beforehand.
    """
    pain, family = life.pain, event.family
    if not pain.since:
        return life
    hurt_at = pain.since.get(family)
    if hurt_at is None:
        return replace(life, pain=replace(pain, fine=pain.fine | {family}))
    rest = {other: at for other, at in pain.since.items() if other is not family}
    elapsed = event.said_at - hurt_at
    healed = Pain(since=rest, fine=pain.fine | {family}) if rest else Pain()
    if not pain.certain or elapsed <= MIS_TAP:
        return replace(life, pain=healed)
    if elapsed < CLEARED_AFTER:
        return life
    standing = replace(life.standings[family], back_from_pain=life.standings[family].last_day is not None)
    return _with(replace(life, pain=healed, lowering=_restarted(life.lowering, event.day)), family, standing)


def _restarted(lowering: Lowering, day: date) -> Lowering:
    return replace(lowering, new_since=day) if lowering.sessions else lowering


def _with(life: Life, family: Family, standing: Standing) -> Life:
    return replace(life, standings={**life.standings, family: standing})
