"""The model athletes do what a body can, live the same days whoever coaches them, and stay under the cap."""

import pytest

from benchmarks.coaching.body import Arms, Asked, felt
from benchmarks.coaching.coaches import Linear, Policy
from benchmarks.coaching.lived import live, seconds_of
from benchmarks.coaching.people import people


def arms(strength: float) -> Arms:
    return Arms(strength, gain=0.3, ceiling=40)


def test_a_set_ends_where_strength_does() -> None:
    sets = arms(10).train([Asked("push_up", 8), Asked("push_up", 8)], form=1.0)
    assert [(one.reps, one.left) for one in sets] == [(8, 2), (8, 0)]
    assert felt(sets) == "hard"


@pytest.mark.parametrize(
    ("mode", "reps"),
    [
        pytest.param(0, 5, id="as asked"),
        pytest.param(1, 5, id="up to, with one in hand"),
        pytest.param(2, 20, id="as many as possible"),
        pytest.param(3, 7, id="two more"),
        pytest.param(4, 10, id="open, two in hand"),
    ],
)
def test_how_a_mode_is_taken(mode: int, reps: int) -> None:
    assert arms(20).train([Asked("push_up", 5, mode=mode)], form=1.0)[0].reps == reps


def test_training_makes_stronger_and_tired_and_rest_takes_both_away() -> None:
    trained = arms(10)
    trained.train([Asked("push_up", 9)] * 3, form=1.0)
    assert trained.strength > 10
    assert trained.tired > 0
    stronger = trained.strength
    for _ in range(60):
        trained.sleep()
    assert trained.strength < stronger
    assert trained.tired < 0.001


def test_the_time_of_a_day_is_counted_by_the_policy_s_words() -> None:
    pull, push = [Asked("pull_up", 3)] * 3, [Asked("push_up", 12)] * 2
    assert seconds_of(pull, push) == 27 + 48 + 4 * 8
    assert seconds_of([], [Asked("push_up", 10, mode=4)] * 2) == 40 + 40 + 20


def test_the_same_days_whoever_coaches() -> None:
    person = people(3, seed=1, days=40)[1]
    assert person == people(3, seed=1, days=40)[1]
    with Policy() as policy:
        coached = live(policy, 0, person)
    alone = live(Linear(), 0, person)
    assert max(coached.seconds) <= 180
    assert coached.gained.keys() == alone.gained.keys()
    assert sum(map(len, coached.sessions.values())) > 0
