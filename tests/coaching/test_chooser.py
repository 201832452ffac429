"""Chance with a seed."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.chooser import Chooser
from tests.makers import day


@given(st.integers(1), st.dates(), st.lists(st.integers(), min_size=1))
def test_it_is_one_of_them_and_always_the_same(athlete_id: int, on: date, options: list[int]) -> None:
    first, second = (Chooser(athlete_id, on).choose(options, "words") for _ in range(2))

    assert first == second
    assert first in options


@pytest.mark.parametrize(
    "lots",
    [
        pytest.param([Chooser(athlete, day(1)) for athlete in range(4000)], id="athletes"),
        pytest.param([Chooser(1, day(number)) for number in range(4000)], id="days"),
    ],
)
def test_lots_fall_evenly(lots: list[Chooser]) -> None:
    fallen = Counter(lot.choose(range(4), "words") for lot in lots)

    assert all(900 < times < 1100 for times in fallen.values())
    assert len(fallen) == 4


def test_another_purpose_draws_another_lot() -> None:
    chooser = Chooser(1, day(1))

    assert len({chooser.choose(range(1000), str(number)) for number in range(5)}) > 1
