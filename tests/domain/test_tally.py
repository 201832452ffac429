from bot.domain.tally import best_sets, totals
from tests.makers import MONDAY, day, did

LOG = [
    *did("pull_up", 2, 1),
    *did("push_up", 8, 10),
    *did("push_up", 9, on=day(2)),
    *did("chin_up", 3, on=day(3)),
]


def test_totals_name_the_most_first_and_equals_by_name() -> None:
    assert list(totals(LOG).items()) == [("push_up", 27), ("chin_up", 3), ("pull_up", 3)]


def test_the_best_set_is_the_longest_single_one() -> None:
    assert best_sets(LOG) == {"pull_up": 2, "push_up": 10, "chin_up": 3}


def test_nobody_has_done_anything_yet() -> None:
    assert (totals([]), best_sets([])) == ({}, {})


def test_a_day_is_told_in_any_order() -> None:
    log = did("push_up", 1, 2, 3, on=MONDAY)
    assert (totals(log[::-1]), best_sets(log[::-1])) == (totals(log), best_sets(log))
