from datetime import timedelta

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Row, Why
from bot.domain.standing import Standing
from bot.domain.timing import CAP_SECONDS
from tests.domain.mornings import (
    ACCEPTED,
    PULL,
    PUSH,
    YESTERDAY,
    plan,
    pull,
    push,
    whys,
)


def test_an_open_set_waits_for_a_shorter_day(catalogue: Catalogue) -> None:
    long_day = plan(catalogue, push(15, graded_since_open=5), pull(10))
    assert (long_day.push.row, long_day.push.why) == (Row.NORMAL, Why.SAME)


@pytest.mark.parametrize(
    ("standings", "last_cut", "sets"),
    [
        pytest.param((push(15), pull(10)), None, (3, 3), id="a day that fits is left alone"),
        pytest.param((push(21), pull(9)), None, (3, 2), id="push-ups first"),
        pytest.param((push(21), pull(9)), PUSH, (2, 3), id="then pull-ups"),
        pytest.param((push(21), pull(9)), PULL, (3, 2), id="then push-ups again"),
        pytest.param((push(21), pull(11, "negative_pull_up")), None, (3, 1), id="two sets if need be"),
        pytest.param(
            (push(21), pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED})),
            None,
            (2, 3),
            id="rather what isn't graded: pulls",
        ),
        pytest.param(
            (push(21, since_variation=1), pull(11, "negative_pull_up")),
            PUSH,
            (3, 2),
            id="rather what isn't graded: push-ups",
        ),
    ],
)
def test_a_long_day_loses_a_set(
    catalogue: Catalogue, standings: tuple[Standing, ...], last_cut: Family | None, sets: tuple[int, int]
) -> None:
    found = plan(catalogue, *standings, last_cut=last_cut)
    assert (len(found.pull.sets), len(found.push.sets)) == sets
    cut = {why for why in whys(found) if why in {Why.CUT, Why.CUT_TWO}}
    assert cut == ({Why.CUT_TWO} if 1 in sets else {Why.CUT} if 2 in sets else set())


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="on a normal day"),
        pytest.param({"graded_since_open": 5}, id="with an open set"),
        pytest.param({"since_variation": 1}, id="with other hands"),
        pytest.param({"deload_left": 1}, id="in a lighter spell"),
        pytest.param({"last_day": YESTERDAY - timedelta(days=9)}, id="on the first day back"),
        pytest.param(
            {"offers": {Offer.TRY_PULL_UP: ACCEPTED, Offer.PUSH_UP: ACCEPTED}}, id="on a day of trying"
        ),
    ],
)
def test_every_pair_of_levels_fits_into_three_minutes(
    catalogue: Catalogue, changes: dict[str, object]
) -> None:
    """Knees and assisted lowering have the same levels as push-ups and negatives."""
    rungs = {rung: range(catalogue.rung(rung).top + 1) for rung in ("negative_pull_up", "pull_up", "push_up")}
    pushes = [push(level, "push_up", stepped_up=True, **changes) for level in rungs.pop("push_up")]
    pulls = [pull(level, rung, **changes) for rung, levels in rungs.items() for level in levels]
    plans = [plan(catalogue, one, other) for one in pulls for other in pushes]
    assert all(found.pull.sets and found.push.sets and found.seconds <= CAP_SECONDS for found in plans)
