from datetime import date

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.offers import (
    answer,
    is_earned,
    open_new_offers,
    tried,
    withdraw_open_offers,
    withdraw_stale_offers,
)
from bot.domain.sets import Effort
from bot.domain.standing import Graded, OfferState, Standing
from tests.makers import at, day

RUNGS = {
    Offer.PUSH_UP: "knee_push_up",
    Offer.VARIATION: "push_up",
    Offer.TRY_PULL_UP: "negative_pull_up",
}
TODAY = day(30)
PUSH_UP, TRY, VARIATION = Offer.PUSH_UP, Offer.TRY_PULL_UP, Offer.VARIATION


def at_level(*days: str, offer: Offer = PUSH_UP, tries: int = 0) -> Standing:
    """The last graded days, written like "12", "12h", "12e", "12-" (not met)."""
    efforts = {"h": Effort.HARD, "e": Effort.EASY, "o": Effort.OK}
    recent = tuple(
        Graded(int(one.rstrip("heo-")), met=not one.endswith("-"), effort=efforts.get(one[-1]))
        for one in days
    )
    offers = {offer: OfferState(tries=tries)}
    return Standing(rung=RUNGS[offer], level=recent[-1].level if recent else 0, recent=recent, offers=offers)


@pytest.mark.parametrize(
    ("offer", "days", "earned"),
    [
        pytest.param(PUSH_UP, ("12", "12"), True, id="two days at 2x10 on the knees"),
        pytest.param(PUSH_UP, ("12", "13o"), True, id="or above"),
        pytest.param(PUSH_UP, ("11", "12"), False, id="one isn't enough"),
        pytest.param(PUSH_UP, ("12",), False, id="nor is a first day"),
        pytest.param(PUSH_UP, ("12", "12h"), False, id="not if it was hard"),
        pytest.param(PUSH_UP, ("12-", "12"), False, id="not if one was missed"),
        pytest.param(PUSH_UP, ("7e", "7e"), False, id="easy days don't bring the toes early"),
        pytest.param(VARIATION, ("12", "12"), True, id="hand positions after two days at 2x10"),
        pytest.param(VARIATION, ("11", "12"), False, id="not before"),
        pytest.param(TRY, ("10", "10"), True, id="a pull-up after two days at the second highest level"),
        pytest.param(TRY, ("7e", "8e"), True, id="or two easy ones from level seven"),
        pytest.param(TRY, ("6e", "7e"), False, id="not from level six"),
        pytest.param(TRY, ("7e", "7o"), False, id="not if one was only ok"),
    ],
)
def test_what_earns_an_offer(offer: Offer, days: tuple[str, ...], *, earned: bool) -> None:
    assert is_earned(at_level(*days, offer=offer), offer) is earned


@pytest.mark.parametrize(
    ("offer", "days", "earned"),
    [
        pytest.param(TRY, ("10", "10"), False, id="after a failed pull-up not at the same level"),
        pytest.param(TRY, ("11", "11"), True, id="but one above"),
        pytest.param(TRY, ("8e", "8e"), False, id="and not early"),
        pytest.param(PUSH_UP, ("12", "12"), True, id="the toes again at the same level"),
    ],
)
def test_what_earns_a_second_try(offer: Offer, days: tuple[str, ...], *, earned: bool) -> None:
    assert is_earned(at_level(*days, offer=offer, tries=1), offer) is earned


def test_an_offer_belongs_to_its_rung() -> None:
    standing = at_level("12", "12", offer=VARIATION)
    assert not is_earned(standing, PUSH_UP)


def test_variations_are_offered_once() -> None:
    standing = Standing(rung="push_up", level=12, since_variation=0, recent=at_level("12", "12").recent)
    assert not is_earned(standing, VARIATION)


@pytest.mark.parametrize(
    ("state", "opened"),
    [
        pytest.param(OfferState(), TODAY, id="earned today"),
        pytest.param(OfferState(open_since=day(27)), day(27), id="open already"),
        pytest.param(OfferState(accepted_at=at(day(29))), None, id="accepted already"),
        pytest.param(OfferState(quiet_until=day(31)), None, id="quiet until tomorrow"),
        pytest.param(OfferState(quiet_until=day(30)), TODAY, id="quiet until today"),
    ],
)
def test_when_an_offer_opens(catalogue: Catalogue, state: OfferState, opened: date | None) -> None:
    standing = Standing(
        rung="knee_push_up", level=12, recent=at_level("12", "12").recent, offers={PUSH_UP: state}
    )
    open_new_offers(standing, TODAY, catalogue)
    assert standing.offer(PUSH_UP).open_since == opened


@pytest.mark.parametrize(
    ("toes", "opened"),
    [
        pytest.param(OfferState(), [PUSH_UP], id="the toes come first"),
        pytest.param(OfferState(accepted_at=at(TODAY)), [], id="and while they are agreed to"),
        pytest.param(OfferState(quiet_until=day(40)), [Offer.SEASON_PUSH], id="then a season"),
    ],
)
def test_a_harder_rung_comes_before_a_season(
    catalogue: Catalogue, toes: OfferState, opened: list[Offer]
) -> None:
    recent = (Graded(21, met=True, effort=None),) * 2
    standing = Standing(rung="knee_push_up", level=21, recent=recent, offers={PUSH_UP: toes})
    open_new_offers(standing, TODAY, catalogue)
    assert [offer for offer in Offer if standing.offer(offer).open_since == TODAY] == opened


@pytest.mark.parametrize(
    ("refusals", "wait"),
    [
        pytest.param(0, 7, id="a week after the first no"),
        pytest.param(1, 14, id="two weeks after the second"),
        pytest.param(2, 28, id="four weeks after the third"),
        pytest.param(5, 28, id="and after all others"),
    ],
)
def test_after_a_no(refusals: int, wait: int) -> None:
    open_offer = Standing(
        rung="knee_push_up", level=12, offers={PUSH_UP: OfferState(open_since=TODAY, refusals=refusals)}
    )
    answer(open_offer, PUSH_UP, accepted=False, said_at=at(TODAY), day=TODAY)
    assert open_offer.offer(PUSH_UP) == OfferState(quiet_until=day(30 + wait), refusals=refusals + 1)


def test_a_yes_waits_for_its_session() -> None:
    open_offer = Standing(rung="knee_push_up", level=12, offers={PUSH_UP: OfferState(open_since=TODAY)})
    answer(open_offer, PUSH_UP, accepted=True, said_at=at(TODAY), day=TODAY)
    assert open_offer.offer(PUSH_UP) == OfferState(accepted_at=at(TODAY))


def test_a_yes_to_hand_positions_begins_at_once() -> None:
    open_offer = Standing(rung="push_up", level=12, offers={VARIATION: OfferState(open_since=TODAY)})
    answer(open_offer, VARIATION, accepted=True, said_at=at(TODAY), day=TODAY)
    assert (open_offer.since_variation, open_offer.offer(VARIATION)) == (0, OfferState())


def test_a_no_to_what_is_not_open_is_none() -> None:
    standing = Standing(rung="knee_push_up", level=12)
    answer(standing, PUSH_UP, accepted=False, said_at=at(TODAY), day=TODAY)
    assert standing == Standing(rung="knee_push_up", level=12)


@pytest.mark.parametrize(
    ("rung", "offer", "state", "expected"),
    [
        pytest.param("knee_push_up", PUSH_UP, OfferState(), OfferState(accepted_at=at(TODAY)), id="the toes"),
        pytest.param(
            "negative_pull_up",
            TRY,
            OfferState(tries=1),
            OfferState(accepted_at=at(TODAY), tries=1),
            id="pull-up",
        ),
        pytest.param(
            "knee_push_up",
            PUSH_UP,
            OfferState(quiet_until=day(37)),
            OfferState(accepted_at=at(TODAY), quiet_until=day(37)),
            id="one that would have been withdrawn by now",
        ),
        pytest.param(
            "knee_push_up",
            PUSH_UP,
            OfferState(accepted_at=at(day(29))),
            OfferState(accepted_at=at(day(29))),
            id="not twice",
        ),
        pytest.param("push_up", PUSH_UP, OfferState(), OfferState(), id="not once it is reached"),
        pytest.param("pull_up", Offer.SEASON_PULL, OfferState(), OfferState(), id="no season"),
    ],
)
def test_a_yes_stands_though_its_offer_would_not_be_open_any_more(
    rung: str, offer: Offer, state: OfferState, expected: OfferState
) -> None:
    """The chat takes none but to what is open; corrected logs change that afterwards."""
    standing = Standing(rung=rung, level=8, offers={offer: state})
    answer(standing, offer, accepted=True, said_at=at(TODAY), day=TODAY)
    assert standing.offer(offer) == expected


@pytest.mark.parametrize("since", [None, 1])
def test_a_yes_to_hand_positions_stands_and_counts_once(since: int | None) -> None:
    standing = Standing(rung="push_up", level=11, since_variation=since)
    answer(standing, VARIATION, accepted=True, said_at=at(TODAY), day=TODAY)
    assert standing.since_variation == (since or 0)


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        pytest.param(day(24), OfferState(open_since=day(24)), id="six days are fine"),
        pytest.param(day(23), OfferState(quiet_until=day(37)), id="after seven it is withdrawn for a week"),
    ],
)
def test_an_offer_without_an_answer(opened: date, expected: OfferState) -> None:
    standing = Standing(rung="knee_push_up", level=12, offers={PUSH_UP: OfferState(open_since=opened)})
    withdraw_stale_offers(standing, TODAY)
    assert standing.offer(PUSH_UP) == expected


def test_pain_withdraws_what_was_offered_and_accepted() -> None:
    offers = {
        PUSH_UP: OfferState(accepted_at=at(TODAY), refusals=1),
        VARIATION: OfferState(open_since=TODAY),
    }
    standing = Standing(rung="knee_push_up", level=12, offers=offers)
    withdraw_open_offers(standing)
    assert standing.offers == {PUSH_UP: OfferState(refusals=1), VARIATION: OfferState()}


def test_a_try_that_failed_comes_again_after_two_weeks(catalogue: Catalogue) -> None:
    standing = Standing(rung="negative_pull_up", level=10, offers={TRY: OfferState(accepted_at=at(day(29)))})
    tried(standing, TRY, 0, day=TODAY, catalogue=catalogue)
    assert standing.offer(TRY) == OfferState(quiet_until=day(44), tries=1)


def test_on_the_new_rung_an_athlete_is_no_beginner(catalogue: Catalogue) -> None:
    standing = Standing(rung="knee_push_up", level=13, sessions=20, points=4, graded_since_open=3)
    tried(standing, PUSH_UP, 4, day=TODAY, catalogue=catalogue)
    assert (standing.rung, standing.level, standing.stepped_up) == ("push_up", 3, True)
    assert (standing.sessions, standing.points, standing.graded_since_open) == (20, 0, 3)
