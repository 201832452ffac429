from datetime import date

import pytest

from bot.domain.exercise import Family
from bot.domain.plan import Plan, Prescription, Row, Why
from bot.domain.standing import Life, Lowering, Pain, Standing
from tests.makers import at, day

PULL, PUSH = Family.PULL, Family.PUSH


def after(lowering: Lowering, on: date, *, row: Row = Row.NORMAL, days_off: int = 0) -> Lowering:
    """A day with negatives."""
    pull, push = (
        Prescription(family=family, row=row, why=Why.SAME, rung="pull_up", level=0, days_off=days_off)
        for family in Family
    )
    return lowering.after(Plan(on, pull, push, 0))


@pytest.mark.parametrize(
    ("last_day", "absent", "gap"),
    [
        pytest.param(None, 3, 0, id="who never trained has no break"),
        pytest.param(day(29), 0, 1, id="yesterday"),
        pytest.param(day(20), 4, 6, id="free days are no break"),
        pytest.param(day(16), 10, 4, id="two weeks, mostly not to be had"),
        pytest.param(day(15), 10, 15, id="from fifteen days on the calendar counts"),
    ],
)
def test_the_gap(last_day: date | None, absent: int, gap: int) -> None:
    standing = Standing(rung="push_up", level=3, last_day=last_day, absent=absent)
    assert standing.gap(day(30)) == gap


def test_a_week_of_lowering_is_remembered() -> None:
    lowering = after(Lowering(day(1), 2, (day(1), day(4))), day(8))
    assert lowering == Lowering(day(1), 3, (day(4), day(8)))
    assert [lowering.was_on(day(number)) for number in (1, 4, 8)] == [False, True, True]


@pytest.mark.parametrize(
    ("row", "days_off", "new_since"),
    [
        pytest.param(Row.NORMAL, 0, day(1), id="a normal day"),
        pytest.param(Row.RETURN, 14, day(1), id="back after two weeks"),
        pytest.param(Row.RETURN, 15, day(30), id="back after more: new again"),
    ],
)
def test_a_long_break_makes_lowering_new_again(row: Row, days_off: int, new_since: date) -> None:
    assert after(Lowering(day(1), 9), day(30), row=row, days_off=days_off).new_since == new_since


@pytest.mark.parametrize(
    ("lowering", "new"),
    [
        pytest.param(Lowering(), True, id="never done"),
        pytest.param(Lowering(day(17), 9), True, id="for thirteen days"),
        pytest.param(Lowering(day(16), 4), True, id="for two weeks, but four times only"),
        pytest.param(Lowering(day(16), 5), False, id="for two weeks and five times"),
    ],
)
def test_how_long_lowering_is_new(lowering: Lowering, *, new: bool) -> None:
    assert lowering.is_new(day(30)) is new


def test_lately_is_the_six_days_before() -> None:
    lowering = Lowering(day(1), 9, tuple(map(day, (23, 24, 27, 29, 30))))
    assert lowering.lately(day(30)) == 3


@pytest.mark.parametrize(
    ("pain", "paused"),
    [
        pytest.param(Pain(), set(), id="nothing hurts"),
        pytest.param(Pain({PULL: at(day(1))}), {PULL, PUSH}, id="one hurts, of the other nobody knows"),
        pytest.param(Pain({PULL: at(day(1))}, fine=frozenset({PUSH})), {PULL}, id="the other is fine"),
    ],
)
def test_what_pain_pauses(pain: Pain, paused: set[Family]) -> None:
    assert {family for family in Family if pain.pauses(family)} == paused


@pytest.mark.parametrize(
    ("life", "has"),
    [
        pytest.param(Life(standings={}), {PUSH}, id="nobody has said a word about a bar"),
        pytest.param(Life(standings={}, bar=True), {PULL, PUSH}, id="with a bar"),
        pytest.param(Life(standings={}, bar=True, free_weekdays=frozenset({0})), set(), id="on a free day"),
        pytest.param(Life(standings={}, bar=True, pain=Pain({PULL: at(day(1))})), set(), id="in pain"),
    ],
)
def test_what_is_to_be_had(life: Life, has: set[Family]) -> None:
    assert {family for family in Family if life.has(family, day(1))} == has
