"""The day on paper: each prompt is sent once, in its turn, never before it is due."""

from datetime import time
from itertools import pairwise

import pytest

from benchmarks.prompts.on_paper import ORDERS, SEVEN, Prompt, a_day, sent


def due(at: float, trains_after: float = 3600) -> Prompt:
    return Prompt(at, at + trains_after, SEVEN, "Europe/Berlin")


@pytest.mark.parametrize("order", ORDERS)
def test_each_is_sent_once_and_not_before_it_is_due(order: str) -> None:
    prompts = a_day(2000)

    told = list(sent(prompts, 5, ORDERS[order]))

    assert sorted(id(one.prompt) for one in told) == sorted(map(id, prompts))
    assert all(one.late >= 0 for one in told)
    gaps = [after.at - before.at for before, after in pairwise(told)]
    assert min(gaps) >= 0.2 - 1e-9


def test_who_trains_soonest_goes_first_only_among_those_who_wait() -> None:
    prompts = [due(0, 100), due(0, 5), due(0.5, 1)]

    first_come = [one.prompt for one in sent(prompts, 1, ORDERS["first come"])]
    early_first = [one.prompt for one in sent(prompts, 1, ORDERS["early first"])]

    assert first_come == prompts
    assert early_first == [prompts[1], prompts[2], prompts[0]]


def test_a_day_has_the_hours_and_zones_of_the_world() -> None:
    prompts = a_day(5000)

    assert {prompt.hour for prompt in prompts} >= {time(6), SEVEN, time(20)}
    assert len({prompt.zone for prompt in prompts}) > 100
