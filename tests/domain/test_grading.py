import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.grading import Grade, Result, grade, remaining, share_done
from bot.domain.plan import Mode, PlannedSet, Prescription, Row, Why
from bot.domain.sets import Effort, LoggedSet
from tests.makers import did


def planned(exercise: str, *reps: int, mode: Mode = Mode.FIXED) -> tuple[PlannedSet, ...]:
    return tuple(PlannedSet(exercise, count, mode=mode) for count in reps)


def prescription(*sets: PlannedSet, rung: str = "push_up") -> Prescription:
    family = Family.PULL if "pull" in rung or "negative" in rung else Family.PUSH
    return Prescription(family=family, row=Row.NORMAL, why=Why.SAME, rung=rung, level=5, sets=sets)


@pytest.mark.parametrize(
    ("asked", "done", "left"),
    [
        pytest.param((10, 10), (10, 10), (), id="as planned"),
        pytest.param((10, 10), (), (10, 10), id="nothing yet"),
        pytest.param((10, 10), (10,), (10,), id="one of two"),
        pytest.param((10, 10), (20,), (), id="twenty in one go stand for two tens"),
        pytest.param((10, 10), (12, 8), (10,), id="twelve and eight don't"),
        pytest.param((10, 10), (25, 3), (), id="more than enough"),
        pytest.param((3, 1), (1, 3), (), id="in any order"),
        pytest.param((3, 1), (4,), (), id="unequal sets in one go"),
        pytest.param((3, 1), (2, 2), (3,), id="two twos are no three"),
    ],
)
def test_what_is_left_of_a_plan(
    catalogue: Catalogue, asked: tuple[int, ...], done: tuple[int, ...], left: tuple[int, ...]
) -> None:
    rest = remaining(planned("push_up", *asked), did("push_up", *done), catalogue)
    assert rest == planned("push_up", *left)


@pytest.mark.parametrize(
    ("asked", "done", "is_left"),
    [
        pytest.param("pull_up", "chin_up", False, id="a chin-up stands for a pull-up"),
        pytest.param("wide_push_up", "push_up", False, id="a push-up for a wide one"),
        pytest.param("push_up", "knee_push_up", True, id="a knee push-up doesn't for a push-up"),
        pytest.param("knee_push_up", "push_up", True, id="nor the other way round"),
    ],
)
def test_what_stands_for_what(catalogue: Catalogue, asked: str, done: str, *, is_left: bool) -> None:
    assert bool(remaining(planned(asked, 5), did(done, 5), catalogue)) is is_left


@pytest.mark.parametrize(
    ("done", "left"),
    [
        pytest.param((1,), 0, id="one is a try"),
        pytest.param((7,), 0, id="so are seven"),
        pytest.param((), 1, id="none is not"),
    ],
)
def test_up_to_five_asks_for_one(catalogue: Catalogue, done: tuple[int, ...], left: int) -> None:
    up_to = planned("push_up", 5, mode=Mode.UP_TO)
    assert len(remaining(up_to, did("push_up", *done), catalogue)) == left


@pytest.mark.parametrize(
    ("done", "effort", "expected"),
    [
        pytest.param(did("push_up", 6, 6), None, Grade(Result.MET, None), id="every set reached its target"),
        pytest.param(did("push_up", 6, 5), None, Grade(Result.SHORT, None), id="one rep less is short"),
        pytest.param(
            did("push_up", 6, 6), Effort.FAILED, Grade(Result.FAILED, Effort.FAILED), id="they said failed"
        ),
        pytest.param(
            did("knee_push_up", 20), Effort.EASY, Grade(Result.EASIER_RUNG, Effort.EASY), id="on the knees"
        ),
        pytest.param(
            did("push_up", 6) + did("knee_push_up", 6),
            None,
            Grade(Result.SHORT, None),
            id="half on the knees is short",
        ),
        pytest.param(did("wide_push_up", 6, 6), None, Grade(Result.MET, None), id="with wide hands"),
    ],
)
def test_a_day_of_push_ups_is_graded(
    catalogue: Catalogue, done: list[LoggedSet], effort: Effort | None, expected: Grade
) -> None:
    assert grade(prescription(*planned("push_up", 6, 6)), done, effort, catalogue) == expected


@pytest.mark.parametrize(
    ("effort", "counted"),
    [
        pytest.param(None, Effort.OK, id="is worth an ok"),
        pytest.param(Effort.HARD, Effort.HARD, id="unless it was hard"),
    ],
)
def test_a_harder_rung_meets_the_plan(catalogue: Catalogue, effort: Effort | None, counted: Effort) -> None:
    part = prescription(*planned("knee_push_up", 6, 6), rung="knee_push_up")
    assert grade(part, did("push_up", 2), effort, catalogue) == Grade(Result.MET, counted)


@pytest.mark.parametrize(
    ("done", "surplus"),
    [
        pytest.param((6, 8), True, id="two more in the last set"),
        pytest.param((6, 7), False, id="one more isn't enough"),
        pytest.param((8, 6), False, id="the first set doesn't count"),
        pytest.param((6, 8, 2), True, id="a few more afterwards take nothing away"),
        pytest.param((6, 6, 8), True, id="the last of three"),
        pytest.param((12,), False, id="two sets in one go are no more than the two"),
        pytest.param((14,), True, id="two more than two sets in one go"),
    ],
)
def test_two_for_two(catalogue: Catalogue, done: tuple[int, ...], *, surplus: bool) -> None:
    part = prescription(*planned("push_up", 6, 6))
    assert grade(part, did("push_up", *done), None, catalogue).surplus is surplus


def test_the_back_off_is_no_last_set(catalogue: Catalogue) -> None:
    part = prescription(*planned("push_up", 3), *planned("knee_push_up", 8))
    done = did("push_up", 5) + did("knee_push_up", 8)
    assert grade(part, done, None, catalogue).surplus


@pytest.mark.parametrize(
    ("result", "effort", "tough"),
    [
        pytest.param(Result.MET, Effort.HARD, True, id="met and hard"),
        pytest.param(Result.MET, None, False, id="met"),
        pytest.param(Result.SHORT, Effort.EASY, True, id="short, however it felt"),
        pytest.param(Result.FAILED, Effort.FAILED, True, id="failed"),
        pytest.param(Result.EASIER_RUNG, Effort.HARD, False, id="shown up"),
    ],
)
def test_after_which_days_the_next_is_light(result: Result, effort: Effort | None, *, tough: bool) -> None:
    assert Grade(result, effort).tough is tough


@pytest.mark.parametrize(
    ("done", "share"),
    [
        pytest.param(did("push_up", 5, 5), 1.0, id="all"),
        pytest.param(did("push_up", 5, 4), 0.9, id="nine of ten"),
        pytest.param(did("push_up", 9), 0.9, id="nine in one go"),
        pytest.param(did("push_up", 20), 1.0, id="never more than all"),
        pytest.param(did("knee_push_up", 10), 0.0, id="of something else"),
        pytest.param([], 0.0, id="nothing"),
    ],
)
def test_the_share_of_a_light_day(catalogue: Catalogue, done: list[LoggedSet], share: float) -> None:
    part = prescription(*planned("push_up", 5, 5))
    assert share_done(part, done, catalogue) == pytest.approx(share)


def test_of_two_exercises_none_makes_up_for_the_other(catalogue: Catalogue) -> None:
    part = prescription(*planned("push_up", 2), *planned("knee_push_up", 8))
    assert share_done(part, did("knee_push_up", 20), catalogue) == pytest.approx(0.8)


def test_of_a_day_without_a_plan_all_is_done(catalogue: Catalogue) -> None:
    assert share_done(prescription(), did("push_up", 1), catalogue) == 1.0
