import pytest

from bot.domain.exercise import Family
from bot.domain.plan import Mode, Plan, PlannedSet, Prescription, Row, Why
from tests.makers import MONDAY


def prescription(family: Family, row: Row, why: Why, *sets: PlannedSet) -> Prescription:
    return Prescription(family=family, row=row, why=why, rung="push_up", level=3, sets=sets)


@pytest.mark.parametrize(
    ("reps", "mode", "most"),
    [
        pytest.param(6, Mode.FIXED, 6, id="so many"),
        pytest.param(5, Mode.UP_TO, 5, id="up to so many"),
        pytest.param(3, Mode.OPEN, 7, id="a short open set ends four above"),
        pytest.param(6, Mode.OPEN, 12, id="a long open set ends at the double"),
    ],
)
def test_the_most_of_a_set(reps: int, mode: Mode, most: int) -> None:
    assert PlannedSet("push_up", reps, mode=mode).most == most


@pytest.mark.parametrize(
    ("row", "why", "graded"),
    [
        pytest.param(Row.NORMAL, Why.SAME, True, id="a normal day is graded"),
        pytest.param(Row.OPEN, Why.OPEN, True, id="an open set is graded on its target"),
        pytest.param(Row.RETURN, Why.RETURN, True, id="the first day back is graded"),
        pytest.param(Row.NORMAL, Why.CUT, False, id="a day cut short is not"),
        pytest.param(Row.RETURN, Why.CUT_TWO, False, id="nor is one that lost two sets"),
        pytest.param(Row.LIGHT, Why.LIGHT, False, id="a light day is not"),
        pytest.param(Row.VARIATION, Why.VARIATION, False, id="new hand positions are not"),
    ],
)
def test_which_days_are_graded(row: Row, why: Why, *, graded: bool) -> None:
    assert prescription(Family.PUSH, row, why).is_graded is graded


def test_a_plan_names_the_pull_first() -> None:
    pull = prescription(Family.PULL, Row.NORMAL, Why.SAME, PlannedSet("pull_up", 1))
    push = prescription(Family.PUSH, Row.NORMAL, Why.SAME, PlannedSet("push_up", 4))
    plan = Plan(MONDAY, pull, push, 20)
    assert list(plan) == [plan.of(Family.PULL), plan.of(Family.PUSH)]
    assert [one.exercise for one in plan.sets] == ["pull_up", "push_up"]
    assert not plan.is_rest


def test_a_plan_without_sets_is_a_rest() -> None:
    pull, push = (prescription(family, Row.REST, Why.FREE_DAY) for family in Family)
    assert Plan(MONDAY, pull, push, 0).is_rest
