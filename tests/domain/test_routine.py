from dataclasses import replace

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.plan import Mode, PlannedSet, Row, Why
from bot.domain.standing import Lowering, Standing
from tests.domain.mornings import (
    ACCEPTED,
    YESTERDAY,
    plan,
    pull,
    push,
    rows,
    shown,
)
from tests.makers import day


def test_a_normal_day_is_the_level_of_each_ladder(catalogue: Catalogue) -> None:
    found = plan(catalogue)
    assert rows(found) == (Row.NORMAL, Row.NORMAL)
    assert shown(found.sets) == [("pull_up", 3)] * 3 + [("push_up", 10)] * 2


@pytest.mark.parametrize(
    ("last_planned", "why"),
    [
        pytest.param(None, Why.FIRST, id="the first time"),
        pytest.param(("push_up", 12), Why.SAME, id="as last time"),
        pytest.param(("push_up", 11), Why.STEP_UP, id="a step up"),
        pytest.param(("knee_push_up", 14), Why.STEP_UP, id="a rung up"),
        pytest.param(("push_up", 13), Why.STEP_DOWN, id="a step down"),
    ],
)
def test_a_normal_day_is_compared_with_the_last(
    catalogue: Catalogue, last_planned: tuple[str, int] | None, why: Why
) -> None:
    assert plan(catalogue, push(last_planned=last_planned)).push.why is why


@pytest.mark.parametrize(
    ("standing", "level", "days_off"),
    [
        pytest.param(push(last_day=day(22)), 11, 8, id="eight days off"),
        pytest.param(push(last_day=day(12)), 7, 18, id="eighteen days off"),
        pytest.param(push(last_day=YESTERDAY, back_from_pain=True), 7, 1, id="after pain"),
    ],
)
def test_coming_back(catalogue: Catalogue, standing: Standing, level: int, days_off: int) -> None:
    part = plan(catalogue, standing).push
    assert (part.row, part.why, part.level, part.days_off) == (Row.RETURN, Why.RETURN, level, days_off)


@pytest.mark.parametrize(
    ("last_day", "absent"),
    [
        pytest.param(day(23), 0, id="seven days are no break"),
        pytest.param(day(18), 5, id="nor are twelve with five free ones"),
    ],
)
def test_no_break_yet(catalogue: Catalogue, last_day: object, absent: int) -> None:
    assert plan(catalogue, push(last_day=last_day, absent=absent)).push.row is Row.NORMAL


def test_a_lighter_spell(catalogue: Catalogue) -> None:
    part = plan(catalogue, push(deload_left=2)).push
    assert (part.row, shown(part.sets)) == (Row.DELOAD, [("push_up", 6)] * 2)


@pytest.mark.parametrize(
    ("standing", "sets"),
    [
        pytest.param(push(), [("push_up", 6)] * 2, id="push-ups are fewer"),
        pytest.param(push(4, stepped_up=True), [("push_up", 3), ("knee_push_up", 5)], id="knees too"),
        pytest.param(pull(1), [("pull_up", 1)], id="the back-off is left out"),
        pytest.param(pull(9, "negative_pull_up"), [], id="negatives are left out"),
    ],
)
def test_after_a_tough_day(catalogue: Catalogue, standing: Standing, sets: list[tuple[str, int]]) -> None:
    part = plan(catalogue, replace(standing, tough_on=YESTERDAY)).of(catalogue.family_of(standing.rung))
    assert (part.row, part.why, shown(part.sets)) == (Row.LIGHT, Why.LIGHT, sets)


def test_a_tough_day_before_yesterday_is_over(catalogue: Catalogue) -> None:
    assert plan(catalogue, push(tough_on=day(28))).push.row is Row.NORMAL


def test_the_first_day_on_the_toes(catalogue: Catalogue) -> None:
    standing = push(13, "knee_push_up", offers={Offer.PUSH_UP: ACCEPTED})
    part = plan(catalogue, standing).push
    assert (part.row, part.rung) == (Row.CALIBRATE, "knee_push_up")
    assert part.sets == (PlannedSet("push_up", 5, mode=Mode.UP_TO), PlannedSet("knee_push_up", 8))


@pytest.mark.parametrize(
    ("sessions", "negatives"),
    [pytest.param(9, [3, 3], id="with two sets of lowering"), pytest.param(4, [3, 1], id="new arms: four")],
)
def test_the_first_pull_up(catalogue: Catalogue, sessions: int, negatives: list[int]) -> None:
    standing = pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED})
    part = plan(catalogue, standing, lowering=Lowering(day(1), sessions)).pull
    assert part.row is Row.TRY
    assert part.sets[0] == PlannedSet("pull_up", 1, mode=Mode.UP_TO)
    assert [one.reps for one in part.sets[1:]] == negatives


@pytest.mark.parametrize(
    ("since", "variations", "ramp_to", "exercise"),
    [
        pytest.param(1, 0, None, "wide_push_up", id="wide first"),
        pytest.param(1, 1, None, "narrow_push_up", id="then narrow"),
        pytest.param(2, 2, None, "wide_push_up", id="then wide again"),
        pytest.param(0, 1, None, "push_up", id="every second session"),
        pytest.param(None, 0, None, "push_up", id="not before a yes"),
        pytest.param(1, 0, 14, "push_up", id="not on the way back"),
    ],
)
def test_hand_positions(
    catalogue: Catalogue, since: int | None, variations: int, ramp_to: int | None, exercise: str
) -> None:
    standing = push(since_variation=since, variations=variations, ramp_to=ramp_to)
    assert plan(catalogue, standing).push.sets[0].exercise == exercise


@pytest.mark.parametrize(
    ("graded", "ramp_to", "mode"),
    [
        pytest.param(5, None, Mode.OPEN, id="after five graded days"),
        pytest.param(4, None, Mode.FIXED, id="not after four"),
        pytest.param(5, 14, Mode.FIXED, id="not on the way back"),
    ],
)
def test_the_last_set_is_open(catalogue: Catalogue, graded: int, ramp_to: int | None, mode: Mode) -> None:
    part = plan(catalogue, push(6, graded_since_open=graded, ramp_to=ramp_to)).push
    assert [one.mode for one in part.sets] == [Mode.FIXED, mode]


def test_pulls_are_never_open(catalogue: Catalogue) -> None:
    assert plan(catalogue, pull(graded_since_open=9)).pull.row is Row.NORMAL


ALL_AT_ONCE = {
    "back_from_pain": True,
    "deload_left": 2,
    "tough_on": YESTERDAY,
    "offers": {Offer.PUSH_UP: ACCEPTED},
    "since_variation": 1,
    "graded_since_open": 5,
}


@pytest.mark.parametrize(
    ("gone", "row"),
    [
        pytest.param(0, Row.RETURN, id="coming back before all that follows"),
        pytest.param(1, Row.DELOAD, id="then a lighter spell"),
        pytest.param(2, Row.LIGHT, id="then a light day"),
        pytest.param(3, Row.CALIBRATE, id="then the toes"),
        pytest.param(4, Row.VARIATION, id="then hand positions"),
        pytest.param(5, Row.OPEN, id="then an open set"),
        pytest.param(6, Row.NORMAL, id="and else the ladder"),
    ],
)
def test_the_first_row_wins(catalogue: Catalogue, gone: int, row: Row) -> None:
    left = dict(list(ALL_AT_ONCE.items())[gone:])
    assert plan(catalogue, push(6, "push_up", **left)).push.row is row
