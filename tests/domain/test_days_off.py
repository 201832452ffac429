import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.plan import Row, Why
from bot.domain.standing import Lowering, Pain, Standing
from tests.domain.mornings import (
    ACCEPTED,
    PULL,
    PUSH,
    TODAY,
    USED_TO_LOWERING,
    YESTERDAY,
    plan,
    pull,
    rows,
    whys,
)
from tests.makers import at, day


@pytest.mark.parametrize(
    ("pain", "expected"),
    [
        pytest.param(Pain({PULL: at(YESTERDAY)}), (Row.PAUSED, Row.PAUSED), id="both, to begin with"),
        pytest.param(
            Pain({PULL: at(YESTERDAY)}, fine=frozenset({PUSH})),
            (Row.PAUSED, Row.NORMAL),
            id="only what hurts",
        ),
    ],
)
def test_what_hurts_rests(catalogue: Catalogue, pain: Pain, expected: tuple[Row, Row]) -> None:
    assert rows(plan(catalogue, pain=pain)) == expected


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"running": 6}, Why.SIX_IN_A_ROW, id="after six days running"),
        pytest.param({"free_weekdays": frozenset({TODAY.weekday()})}, Why.FREE_DAY, id="on a free weekday"),
    ],
)
def test_a_day_off(catalogue: Catalogue, changes: dict[str, object], why: Why) -> None:
    found = plan(catalogue, **changes)
    assert (found.is_rest, found.seconds, whys(found)) == (True, 0, (why, why))


@pytest.mark.parametrize("bar", [None, False])
def test_without_a_bar_push_ups_are_the_whole_day(catalogue: Catalogue, bar: bool | None) -> None:  # noqa: FBT001
    found = plan(catalogue, bar=bar)
    assert whys(found) == (Why.NO_BAR, Why.SAME)


@pytest.mark.parametrize(
    ("standing", "lowering", "row"),
    [
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(20), 8, (YESTERDAY,)),
            Row.SPACING,
            id="lowered yesterday, and for less than two weeks",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 4, (YESTERDAY,)),
            Row.SPACING,
            id="lowered yesterday, and fewer than five times",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 8, (YESTERDAY,)),
            Row.NORMAL,
            id="lowered yesterday, and used to it",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(20), 3, (day(28),)),
            Row.NORMAL,
            id="new to it, but not yesterday",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 20, tuple(map(day, (24, 25, 26, 28, 29)))),
            Row.SPACING,
            id="lowered on five of the last six days",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 20, tuple(map(day, (23, 25, 26, 28, 29)))),
            Row.NORMAL,
            id="the seventh day before doesn't count",
        ),
        pytest.param(
            pull(2, last_day=YESTERDAY), USED_TO_LOWERING, Row.SPACING, id="the first pull-ups yesterday"
        ),
        pytest.param(
            pull(3, last_day=YESTERDAY),
            USED_TO_LOWERING,
            Row.NORMAL,
            id="pull-ups yesterday, and used to them",
        ),
        pytest.param(pull(2), USED_TO_LOWERING, Row.NORMAL, id="the first pull-ups the day before yesterday"),
        pytest.param(
            pull(5, last_day=YESTERDAY),
            Lowering(day(28), 1, (YESTERDAY,)),
            Row.NORMAL,
            id="lowered yesterday, but nothing to lower today",
        ),
        pytest.param(
            pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED}),
            Lowering(day(20), 8, (YESTERDAY,)),
            Row.SPACING,
            id="a first pull-up waits, too",
        ),
        pytest.param(
            pull(5, last_day=YESTERDAY, back_from_pain=True),
            Lowering(YESTERDAY, 3, (YESTERDAY,)),
            Row.SPACING,
            id="so does lowering that only the way back from pain brings",
        ),
    ],
)
def test_lowering_needs_its_days_off(
    catalogue: Catalogue, standing: Standing, lowering: Lowering, row: Row
) -> None:
    assert plan(catalogue, standing, lowering=lowering).pull.row is row


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"pain": Pain({PUSH: at(YESTERDAY)}), "running": 6}, Why.PAIN, id="pain before all"),
        pytest.param({"running": 6, "bar": False}, Why.SIX_IN_A_ROW, id="six in a row before no bar"),
        pytest.param({"bar": False}, Why.NO_BAR, id="no bar before spacing"),
        pytest.param({}, Why.SPACING, id="spacing before a light day"),
    ],
)
def test_the_first_reason_to_rest_is_given(
    catalogue: Catalogue, changes: dict[str, object], why: Why
) -> None:
    lowered = Lowering(day(28), 1, (YESTERDAY,))
    negatives = pull(4, "negative_pull_up", tough_on=YESTERDAY)
    assert plan(catalogue, negatives, **{"lowering": lowered, **changes}).pull.why is why
