"""Offers: when the next step is earned, how long an offer stays, and what an answer does."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.sets import Effort
from bot.domain.standing import OfferState, Standing

OPEN_FOR = timedelta(days=7)
WAITS_AFTER_REFUSALS = (timedelta(days=7), timedelta(days=14), timedelta(days=28))
WAIT_AFTER_TRY = timedelta(days=14)
_FROM_LEVEL = {Offer.PUSH_UP: 12, Offer.VARIATION: 12, Offer.TRY_PULL_UP: 10}
_ON_RUNG = {
    Offer.PUSH_UP: "knee_push_up",
    Offer.VARIATION: "push_up",
    Offer.TRY_PULL_UP: "negative_pull_up",
}


def is_earned(standing: Standing, offer: Offer) -> bool:
    """Two sessions met running at the offer's level or above, not hard (docs/coaching.md, 6).

    The try of a pull-up also comes, before any other, after two easy sessions at level 7 or above; after
    a failed one it waits for level 11.
    """
    if standing.rung != _ON_RUNG.get(offer) or len(standing.recent) < 2:
        return False
    if offer is Offer.VARIATION and standing.since_variation is not None:
        return False
    failed_pull_up = offer is Offer.TRY_PULL_UP and standing.offer(offer).tries > 0
    level = _FROM_LEVEL[offer] + (1 if failed_pull_up else 0)
    settled = all(one.met and one.level >= level and one.effort is not Effort.HARD for one in standing.recent)
    early = offer is Offer.TRY_PULL_UP and not failed_pull_up
    easy = all(one.met and one.level >= 7 and one.effort is Effort.EASY for one in standing.recent)
    return settled or (early and easy)


def with_new_offers(standing: Standing, family: Family, day: date) -> Standing:
    """Open what is earned and not asked, accepted or quiet already."""
    for offer in Offer:
        state = standing.offer(offer)
        waits = state.open_since or state.accepted_at or (state.quiet_until and day < state.quiet_until)
        if offer.family is family and not waits and is_earned(standing, offer):
            standing = _with(standing, offer, replace(state, open_since=day))
    return standing


def without_stale_offers(standing: Standing, day: date) -> Standing:
    """An offer that nobody answers for seven days is withdrawn, and stays quiet for as long again."""
    for offer, state in standing.offers.items():
        if state.open_since and day >= state.open_since + OPEN_FOR:
            quiet = replace(state, open_since=None, quiet_until=day + WAITS_AFTER_REFUSALS[0])
            standing = _with(standing, offer, quiet)
    return standing


def without_open_offers(standing: Standing) -> Standing:
    """Pain withdraws what was offered or accepted."""
    closed = {
        offer: replace(state, open_since=None, accepted_at=None) for offer, state in standing.offers.items()
    }
    return replace(standing, offers=closed)


def answered(standing: Standing, offer: Offer, *, accepted: bool, said_at: datetime, day: date) -> Standing:
    """An answer counts only while its offer is open; variations begin at once, a step with its session."""
    state = standing.offer(offer)
    if state.open_since is None:
        return standing
    if not accepted:
        wait = WAITS_AFTER_REFUSALS[min(state.refusals, len(WAITS_AFTER_REFUSALS) - 1)]
        return _with(standing, offer, replace(refused(state), quiet_until=day + wait))
    if offer is Offer.VARIATION:
        return replace(_with(standing, offer, OfferState()), since_variation=0)
    return _with(standing, offer, replace(state, open_since=None, accepted_at=said_at))


def refused(state: OfferState) -> OfferState:
    return replace(state, open_since=None, refusals=state.refusals + 1)


def tried(standing: Standing, offer: Offer, reps: int, *, day: date, catalogue: Catalogue) -> Standing:
    """The session after a yes: up a rung if it went, else asked again after 14 days.

    On the toes the level is the reps less one, 0 to 4; a first pull-up starts at level 0.
    """
    if reps == 0:
        state = standing.offer(offer)
        again = replace(state, accepted_at=None, quiet_until=day + WAIT_AFTER_TRY, tries=state.tries + 1)
        return _with(standing, offer, again)
    above = catalogue.rung_above(standing.rung)
    level = min(4, reps - 1) if offer is Offer.PUSH_UP else 0
    return Standing(
        rung=above.exercise,
        level=level,
        stepped_up=True,
        sessions=standing.sessions,
        last_day=standing.last_day,
        last_planned=(above.exercise, level),
        graded_since_open=standing.graded_since_open,
    )


def waits_for_number(standing: Standing, offer: Offer) -> Standing:
    """On the toes a number that nobody told isn't none, the first time: the next session asks again."""
    state = standing.offer(offer)
    return _with(standing, offer, replace(state, tries=state.tries + 1))


def _with(standing: Standing, offer: Offer, state: OfferState) -> Standing:
    return replace(standing, offers={**standing.offers, offer: state})
