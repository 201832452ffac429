"""Pain: what hurts rests at once, and until the athlete says that it is fine (docs/coaching.md, 6)."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.events import PainCleared, PainSaid
from bot.domain.exercise import Family
from bot.domain.offers import withdraw_open_offers
from bot.domain.standing import Life, Pain

CLEARED_AFTER = timedelta(hours=24)
MIS_TAP = timedelta(minutes=10)


def feel(life: Life, event: PainSaid | PainCleared) -> None:
    if isinstance(event, PainSaid):
        _hurt(life, event)
    else:
        _clear(life, event)


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
