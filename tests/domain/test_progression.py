from datetime import timedelta

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.grading import Grade, Result
from bot.domain.plan import Prescription, Row, Why
from bot.domain.progression import advance, miss
from bot.domain.sets import Effort
from bot.domain.standing import Graded, OfferState, Standing
from tests.makers import MONDAY, at, day

EASY, OK, UNRATED, HARD = (
    Grade(Result.MET, effort) for effort in (Effort.EASY, Effort.OK, None, Effort.HARD)
)
SHORT = Grade(Result.SHORT, None)
TODAY = day(30)


def used_to_it(level: int = 8, rung: str = "push_up", **changes: object) -> Standing:
    """Somebody beyond the first sessions."""
    return Standing(rung=rung, level=level, sessions=10, last_day=day(29), **changes)  # type: ignore[arg-type] # any field


def prescribed(standing: Standing, row: Row = Row.NORMAL) -> Prescription:
    family = Family.PUSH if "push" in standing.rung else Family.PULL
    return Prescription(family=family, row=row, why=Why.SAME, rung=standing.rung, level=standing.level)


def after(catalogue: Catalogue, standing: Standing, *grades: Grade, every: int = 1) -> Standing:
    """These days one after the other, from the thirtieth on."""
    standing = standing.copy()
    for number, grade in enumerate(grades):
        on = TODAY + timedelta(days=every * number)
        advance(standing, prescribed(standing), grade, day=on, catalogue=catalogue)
    return standing


@pytest.mark.parametrize(
    ("before", "grade", "level", "points"),
    [
        pytest.param(0, EASY, 9, 0, id="one easy day is a step"),
        pytest.param(0, OK, 8, 3, id="one ok day is half a step"),
        pytest.param(3, OK, 9, 0, id="two ok days are a step"),
        pytest.param(0, UNRATED, 8, 2, id="one unrated day is a third of a step"),
        pytest.param(4, UNRATED, 9, 0, id="three unrated days are a step"),
        pytest.param(5, HARD, 8, 3, id="a hard day takes two points"),
        pytest.param(1, HARD, 8, 0, id="but never below none"),
        pytest.param(2, Grade(Result.MET, None, surplus=True), 9, 0, id="two more in the last set: two more"),
        pytest.param(5, SHORT, 8, 0, id="a short day takes all points"),
        pytest.param(5, Grade(Result.FAILED, Effort.FAILED), 8, 0, id="a failed one too"),
    ],
)
def test_points(catalogue: Catalogue, before: int, grade: Grade, level: int, points: int) -> None:
    standing = after(catalogue, used_to_it(points=before), grade)
    assert (standing.level, standing.points) == (level, points)


@pytest.mark.parametrize(
    ("sessions", "rung", "grade", "level"),
    [
        pytest.param(0, "knee_push_up", EASY, 3, id="an easy first day is two steps"),
        pytest.param(2, "push_up", EASY, 3, id="so is an easy third"),
        pytest.param(3, "push_up", EASY, 2, id="the fourth is one"),
        pytest.param(0, "negative_pull_up", EASY, 2, id="lowering moves one at a time"),
        pytest.param(0, "pull_up", EASY, 3, id="pull-ups move two"),
        pytest.param(0, "push_up", OK, 1, id="an ok day isn't an easy one"),
    ],
)
def test_the_first_sessions(catalogue: Catalogue, sessions: int, rung: str, grade: Grade, level: int) -> None:
    standing = Standing(rung=rung, level=1, sessions=sessions)
    assert after(catalogue, standing, grade).level == level


def test_at_most_three_steps_a_week(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(level=1), EASY, EASY, EASY, EASY, EASY).level == 4


def test_the_fourth_step_comes_once_the_first_is_a_week_ago(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(level=1), *[EASY] * 8).level == 5


def test_the_first_steps_do_not_count_for_the_week(catalogue: Catalogue) -> None:
    standing = after(catalogue, Standing(rung="push_up", level=0), EASY)
    assert (standing.level, standing.steps) == (2, ())


def test_points_wait_at_the_cap(catalogue: Catalogue) -> None:
    standing = used_to_it(level=1, steps=(day(27), day(28), day(29)))
    assert after(catalogue, standing, EASY, EASY).points == 6


@pytest.mark.parametrize(
    ("rung", "top"),
    [
        pytest.param("knee_push_up", 21, id="on the knees"),
        pytest.param("push_up", 21, id="on the toes"),
        pytest.param("negative_pull_up", 11, id="lowering"),
        pytest.param("pull_up", 10, id="pulling up"),
    ],
)
def test_nobody_climbs_above_the_top(catalogue: Catalogue, rung: str, top: int) -> None:
    assert after(catalogue, used_to_it(top, rung), EASY).level == top
    assert after(catalogue, Standing(rung=rung, level=top - 1), EASY).level == top


def test_the_third_hard_day_running_is_a_step(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(), HARD, HARD).level == 8
    assert after(catalogue, used_to_it(), HARD, HARD, HARD).level == 9


def test_a_short_day_ends_the_hard_ones_running(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(), HARD, HARD, SHORT, HARD).level == 8


@pytest.mark.parametrize("third", [pytest.param(OK, id="ok"), pytest.param(UNRATED, id="unrated")])
def test_after_two_hard_days_an_easier_third_is_no_less_of_a_step(catalogue: Catalogue, third: Grade) -> None:
    assert after(catalogue, used_to_it(), HARD, HARD, third).level == 9
    assert after(catalogue, used_to_it(), HARD, third, HARD).level == 8


def test_after_three_hard_days_the_count_restarts(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(), *[HARD] * 5).level == 9


def test_the_sixth_day_met_running_is_a_step(catalogue: Catalogue) -> None:
    days = [HARD, UNRATED, HARD, UNRATED, HARD, HARD]
    assert after(catalogue, used_to_it(), *days[:5]).level == 8
    assert after(catalogue, used_to_it(), *days).level == 9


def test_one_miss_leaves_the_level(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(), SHORT)
    assert (standing.level, standing.misses, standing.tough_on) == (8, 1, TODAY)


def test_two_misses_running_are_a_level_down(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(), SHORT, SHORT)
    assert (standing.level, standing.deload_left) == (7, 0)


def test_three_misses_running_are_two_more_levels_down_and_a_lighter_spell(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(), SHORT, SHORT, SHORT)
    assert (standing.level, standing.deload_left, standing.misses) == (5, 3, 0)


def test_a_day_met_forgives_a_miss(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(), SHORT, UNRATED, SHORT).level == 8


@pytest.mark.parametrize(
    ("rung", "below", "level"),
    [
        pytest.param("push_up", "knee_push_up", 10, id="from the toes to the knees"),
        pytest.param("pull_up", "negative_pull_up", 7, id="from pulling up to lowering"),
        pytest.param("negative_pull_up", "assisted_negative", 0, id="from lowering to one foot on the bench"),
        pytest.param("knee_push_up", "knee_push_up", 0, id="from the knees nowhere"),
    ],
)
def test_two_misses_at_the_bottom_are_a_rung_down(
    catalogue: Catalogue, rung: str, below: str, level: int
) -> None:
    standing = after(catalogue, used_to_it(0, rung, stepped_up=True), SHORT, SHORT)
    assert (standing.rung, standing.level) == (below, level)


def test_a_rung_down_begins_afresh(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(0, since_variation=1, ramp_to=4, misses=1), SHORT)
    assert (standing.misses, standing.ramp_to, standing.since_variation, standing.recent) == (
        0,
        None,
        None,
        (),
    )


def test_a_rung_down_withdraws_what_was_offered_on_it(catalogue: Catalogue) -> None:
    offered = {Offer.TRY_PULL_UP: OfferState(accepted_at=at(day(20)), refusals=1)}
    standing = after(catalogue, used_to_it(0, "negative_pull_up", misses=1, offers=offered), SHORT)
    assert standing.offer(Offer.TRY_PULL_UP) == OfferState(refusals=1)


def test_one_foot_on_the_bench_ends_at_level_three(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(2, "assisted_negative"), EASY)
    assert (standing.rung, standing.level, standing.recent) == ("negative_pull_up", 0, ())


def test_eight_days_and_two_weeks_without_a_step_are_a_lighter_spell(catalogue: Catalogue) -> None:
    grades = [HARD, HARD, SHORT, HARD, HARD, SHORT, HARD, HARD]
    assert after(catalogue, used_to_it(), *grades[:7], every=2).deload_left == 0
    standing = after(catalogue, used_to_it(), *grades, every=2)
    assert (standing.level, standing.deload_left) == (8, 3)


def test_eight_days_within_two_weeks_are_none(catalogue: Catalogue) -> None:
    grades = [HARD, HARD, SHORT, HARD, HARD, SHORT, HARD, HARD]
    assert after(catalogue, used_to_it(), *grades).deload_left == 0


def test_at_the_top_nobody_stalls(catalogue: Catalogue) -> None:
    assert after(catalogue, used_to_it(21), *[UNRATED] * 12, every=2).deload_left == 0


@pytest.mark.parametrize(
    ("grade", "level", "ramp_to"),
    [
        pytest.param(UNRATED, 6, 9, id="a day met is a level"),
        pytest.param(EASY, 6, 9, id="an easy one is no more"),
        pytest.param(HARD, 5, 9, id="a hard one is none"),
        pytest.param(SHORT, 5, 9, id="nor is a short one"),
    ],
)
def test_the_way_back_up(catalogue: Catalogue, grade: Grade, level: int, ramp_to: int) -> None:
    standing = after(catalogue, used_to_it(5, ramp_to=9), grade)
    assert (standing.level, standing.ramp_to) == (level, ramp_to)


def test_three_hard_days_running_are_a_level_on_the_way_back_up_too(catalogue: Catalogue) -> None:
    levels = [after(catalogue, used_to_it(5, ramp_to=9), *[HARD] * days).level for days in range(1, 7)]
    assert levels == [5, 5, 6, 6, 6, 7]


def test_the_way_back_ends_at_the_old_level(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(5, ramp_to=7, points=0), UNRATED, UNRATED, UNRATED)
    assert (standing.level, standing.ramp_to, standing.points) == (7, None, 2)


def test_an_open_set_waits_for_five_graded_days(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(), UNRATED, HARD, SHORT)
    assert standing.graded_since_open == 3
    advance(standing, prescribed(standing, Row.OPEN), OK, day=day(35), catalogue=catalogue)
    assert standing.graded_since_open == 0


def test_the_last_two_graded_days_are_remembered(catalogue: Catalogue) -> None:
    standing = after(catalogue, used_to_it(), UNRATED, OK, HARD)
    assert standing.recent == (Graded(8, met=True, effort=Effort.OK), Graded(8, met=True, effort=Effort.HARD))


def test_a_miss_on_a_light_day_counts_too(catalogue: Catalogue) -> None:
    standing = used_to_it(misses=1)
    miss(standing, MONDAY, catalogue)
    assert standing.level == 7
