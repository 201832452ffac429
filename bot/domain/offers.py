"""Offers: when the next step is earned, how long an offer stays, and what an answer does."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.seasons import NOT_YET, begin_season, is_season_earned
from bot.domain.seasons import OFFERS as SEASON_OFFERS
from bot.domain.sets import Effort
from bot.domain.standing import NOT_OFFERED, OfferState, Standing

OPEN_FOR = timedelta(days=7)
WAITS_AFTER_REFUSALS = (timedelta(days=7), timedelta(days=14), timedelta(days=28))
WAIT_AFTER_TRY = timedelta(days=14)
EVERY_OTHER_FOR = timedelta(days=14)
_FROM_LEVEL = {Offer.PUSH_UP: 12, Offer.VARIATION: 12, Offer.TRY_PULL_UP: 10}
EASY_LEVEL = 7
_OF_RUNG = {
    "knee_push_up": (Offer.PUSH_UP,),
    "push_up": (Offer.VARIATION,),
    "negative_pull_up": (Offer.TRY_PULL_UP,),
}
_HARDER = {"knee_push_up": Offer.PUSH_UP, "negative_pull_up": Offer.TRY_PULL_UP}


def is_earned(standing: Standing, offer: Offer) -> bool:
    """Two sessions met running at the offer's level or above, not hard (docs/coaching.md, 6).

    The try of a pull-up also comes, before any other, after two easy sessions at level 7 or above; after
    a failed one it waits for level 11.
    """
    if offer not in _OF_RUNG.get(standing.rung, ()) or len(standing.recent) < 2:
        return False
    if offer is Offer.VARIATION and standing.since_variation is not None:
        return False
    failed_pull_up = offer is Offer.TRY_PULL_UP and standing.offer(offer).tries > 0
    level = _FROM_LEVEL[offer] + (1 if failed_pull_up else 0)
    settled = all(one.met and one.level >= level and one.effort is not Effort.HARD for one in standing.recent)
    early = offer is Offer.TRY_PULL_UP and not failed_pull_up
    easy = all(one.met and one.level >= EASY_LEVEL and one.effort is Effort.EASY for one in standing.recent)
    return settled or (early and easy)


def is_early(standing: Standing, offer: Offer) -> bool:
    """Whether the harder exercise was done before its rung's easier one was owned."""
    first = EASY_LEVEL if offer is Offer.TRY_PULL_UP else _FROM_LEVEL.get(offer, 0)
    return offer is harder_offer(standing) and standing.level < first


def open_new_offers(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """Open what is earned and not asked, accepted or quiet already; a harder rung comes before a season."""
    for offer in _OF_RUNG.get(standing.rung, ()):
        if is_earned(standing, offer):
            open_offer(standing, offer, day)
    harder = harder_offer(standing)
    rising = standing.offer(harder) if harder else NOT_OFFERED
    waits = rising.open_since or rising.accepted_at
    if not waits and is_season_earned(standing, day, catalogue):
        open_offer(standing, SEASON_OFFERS[catalogue.family_of(standing.rung)], day)


def open_offer(standing: Standing, offer: Offer, day: date) -> None:
    """Unless it is open, accepted or quiet already."""
    state = standing.offer(offer)
    if not (state.open_since or state.accepted_at or (state.quiet_until and day < state.quiet_until)):
        standing.offers[offer] = replace(state, open_since=day)


def harder_offer(standing: Standing) -> Offer | None:
    """The offer that leads to the next rung."""
    return _HARDER.get(standing.rung)


def withdraw_stale_offers(standing: Standing, day: date) -> None:
    """An offer that nobody answers for seven days is withdrawn, and stays quiet for as long again."""
    for offer, state in standing.offers.items():
        if state.open_since and day >= state.open_since + OPEN_FOR:
            standing.offers[offer] = replace(
                state, open_since=None, quiet_until=day + WAITS_AFTER_REFUSALS[0]
            )


def withdraw_open_offers(standing: Standing) -> None:
    """Pain withdraws what was offered or accepted."""
    for offer, state in standing.offers.items():
        standing.offers[offer] = replace(state, open_since=None, accepted_at=None)


def stands(standing: Standing, offer: Offer) -> bool:
    """Whether a yes holds though its offer isn't open, as when the day that earned it was corrected since.

    Nobody can take what isn't offered; so it was open once. It counts once, and only for the next step.
    """
    if standing.offer(offer).accepted_at or (
        offer is Offer.VARIATION and standing.since_variation is not None
    ):
        return False
    return offer in _OF_RUNG.get(standing.rung, ())


def answer(standing: Standing, offer: Offer, *, accepted: bool, said_at: datetime, day: date) -> None:
    """An answer counts while its offer is open; variations begin at once, a step with its session."""
    state = standing.offer(offer)
    if state.open_since is None and not (accepted and stands(standing, offer)):
        return
    if not accepted:
        wait = WAITS_AFTER_REFUSALS[min(state.refusals, len(WAITS_AFTER_REFUSALS) - 1)]
        if offer in SEASON_OFFERS.values():
            wait = NOT_YET
        standing.offers[offer] = OfferState(
            quiet_until=day + wait, refusals=state.refusals + 1, tries=state.tries
        )
    elif offer is Offer.VARIATION:
        standing.offers[offer] = OfferState()
        standing.since_variation = 0
    elif offer in SEASON_OFFERS.values():
        standing.offers[offer] = OfferState()
        begin_season(standing)
    elif offer in {Offer.EVERY_OTHER_PUSH, Offer.EVERY_OTHER_PULL}:
        standing.offers[offer] = OfferState()
        standing.every_other_until = day + EVERY_OTHER_FOR
    else:
        standing.offers[offer] = replace(state, open_since=None, accepted_at=said_at)


def tried(standing: Standing, offer: Offer, reps: int, *, day: date, catalogue: Catalogue) -> None:
    """The session after a yes: up a rung if it went, else asked again after 14 days.

    On the toes the level is the reps less one, 0 to 4; a first pull-up starts at level 0.
    """
    if reps == 0:
        state = standing.offer(offer)
        standing.offers[offer] = replace(
            state, accepted_at=None, quiet_until=day + WAIT_AFTER_TRY, tries=state.tries + 1
        )
        return
    rung = catalogue.rung_above(standing.rung).exercise
    level = min(4, reps - 1) if offer is Offer.PUSH_UP else 0
    begin(
        standing,
        Standing(
            rung=rung,
            level=level,
            stepped_up=True,
            sessions=standing.sessions,
            last_day=standing.last_day,
            last_planned=(rung, level),
            graded_since_open=standing.graded_since_open,
            risen_on=day,
            seasons=standing.seasons,
        ),
    )


def begin(standing: Standing, anew: Standing) -> None:
    """Everything as in `anew`: a new rung, a new placement."""
    for one in fields(Standing):
        setattr(standing, one.name, getattr(anew, one.name))


def wait_for_number(standing: Standing, offer: Offer) -> None:
    """On the toes a number that nobody told isn't none, the first time: the next session asks again."""
    state = standing.offer(offer)
    standing.offers[offer] = replace(state, tries=state.tries + 1)
