"""Logs that aren't the plan: far above it, another rung, one side only, late; and steps that are undone."""

from datetime import date

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer, StepDownUndone
from bot.domain.exercise import Family
from bot.domain.plan import Mode, Row, Why
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import OfferState
from bot.domain.state import Training, train
from tests.makers import answer, day, did, event, has_bar, hurts, placed

PULL, PUSH = Family.PULL, Family.PUSH
TOMORROW = day(2)
TOES = [placed("push_up", 12)]  # 2 x 6, level 8


def after(catalogue: Catalogue, log: list[LoggedSet], *, on: date = TOMORROW) -> Training:
    return train(catalogue, log, TOES, on)


@pytest.mark.parametrize(
    ("done", "effort", "level"),
    [
        pytest.param((6, 6), Effort.EASY, 10, id="as planned, and easy: the usual two steps"),
        pytest.param((6, 9), None, 8, id="nine are not four more"),
        pytest.param((6, 10), None, 8, id="ten are, but place no higher"),
        pytest.param((6, 16), None, 10, id="sixteen place at 2 x 8: two levels more"),
        pytest.param((6, 18), None, 11, id="eighteen are three levels more"),
        pytest.param((6, 40), None, 11, id="never more than three"),
        pytest.param((6, 18), Effort.HARD, 8, id="none if it was hard"),
        pytest.param((5, 18), Effort.FAILED, 8, id="none if it failed"),
    ],
)
def test_a_set_far_above_the_plan(
    catalogue: Catalogue, done: tuple[int, ...], effort: Effort | None, level: int
) -> None:
    standing = after(catalogue, did("push_up", *done, effort=effort)).morning.standings[PUSH]
    assert standing.level == level


def test_a_far_level_starts_its_points_anew(catalogue: Catalogue) -> None:
    log = did("push_up", 6, 18, effort=Effort.OK)
    standing = after(catalogue, log).morning.standings[PUSH]
    assert (standing.points, standing.met_running, standing.still_since) == (0, 0, day(1))


def test_slow_lowering_never_leaps(catalogue: Catalogue) -> None:
    events = [placed("negative_pull_up"), has_bar()]
    log = did("negative_pull_up", 9)
    assert train(catalogue, log, events, day(2)).morning.standings[PULL].level == 0


def test_on_the_way_back_nobody_leaps(catalogue: Catalogue) -> None:
    log = did("push_up", 6, 6) + did("push_up", 5, 25, on=day(10))
    standing = after(catalogue, log, on=day(11)).morning.standings[PUSH]
    assert (standing.level, standing.ramp_to) == (8, None)


@pytest.mark.parametrize(
    ("done", "row"),
    [
        pytest.param((12, 12), Row.NORMAL, id="twice the plan is fine"),
        pytest.param((12, 13), Row.LIGHT, id="more makes tomorrow light"),
    ],
)
def test_twice_the_plan(catalogue: Catalogue, done: tuple[int, ...], row: Row) -> None:
    part = after(catalogue, did("push_up", *done)).plan.push
    assert part.row is row
    assert row is Row.NORMAL or part.why is Why.EXTRA


def test_an_open_set_may_be_filled(catalogue: Catalogue) -> None:
    """Six in a set of two are within what was asked for."""
    log = [one for number in range(1, 6) for one in did("push_up", 2, effort=Effort.HARD, on=day(2 * number))]
    events = [placed("push_up", 3)]
    opened = train(catalogue, log, events, day(12)).plan.push
    assert opened.sets[-1].mode is Mode.OPEN
    log += did("push_up", opened.sets[-1].most, on=day(12))
    assert train(catalogue, log, events, day(13)).plan.push.row is not Row.LIGHT


def test_a_light_day_overdone_brings_no_second_one(catalogue: Catalogue) -> None:
    log = did("push_up", 12, 14) + did("push_up", 12, 14, on=day(2))
    assert after(catalogue, log, on=day(3)).plan.push.row is not Row.LIGHT


@pytest.mark.parametrize(
    ("log", "offer"),
    [
        pytest.param(did("push_up", 5), Offer.PUSH_UP, id="five on the toes"),
        pytest.param(did("wide_push_up", 5), Offer.PUSH_UP, id="wide ones, too"),
        pytest.param(did("push_up", 3, 3), None, id="not three and three"),
        pytest.param(did("pull_up", 1), Offer.TRY_PULL_UP, id="one pull-up"),
        pytest.param(did("chin_up", 1), Offer.TRY_PULL_UP, id="or chin-up"),
    ],
)
def test_a_harder_rung_brings_its_offer(
    catalogue: Catalogue, log: list[LoggedSet], offer: Offer | None
) -> None:
    events = [placed("knee_push_up", 6), placed("negative_pull_up"), has_bar()]
    now = train(catalogue, log, events, day(1)).now
    opened = [one for standing in now.standings.values() for one in standing.offers]
    assert opened == ([offer] if offer else [])


def test_while_it_hurts_a_harder_rung_brings_none(catalogue: Catalogue) -> None:
    events = [placed("knee_push_up", 6), hurts(PUSH, on=day(1))]
    log = did("push_up", 8, on=day(3))
    assert not train(catalogue, log, events, day(4)).now.standings[PUSH].offers


@pytest.mark.parametrize(
    ("log", "left_out"),
    [
        pytest.param([(1, "push_up"), (3, "push_up"), (5, "push_up")], (PULL, 3), id="three times no pulls"),
        pytest.param([(1, "push_up"), (3, "pull_up"), (5, "push_up")], (PULL, 1), id="not running"),
        pytest.param([(1, "push_up"), (3, "both"), (5, "push_up")], (PULL, 1), id="both in between"),
        pytest.param([(1, "push_up"), (3, "both")], (None, 0), id="none is left out"),
    ],
)
def test_one_side_only(
    catalogue: Catalogue, log: list[tuple[int, str]], left_out: tuple[Family | None, int]
) -> None:
    events = [placed("push_up", 12), placed("pull_up", 20), has_bar()]
    sets = [
        one
        for number, what in log
        for exercise in (("push_up", "pull_up") if what == "both" else (what,))
        for one in did(exercise, 6, 6, on=day(number))
    ]
    life = train(catalogue, sets, events, day(7)).now
    assert (life.left_out, life.left_out_days) == left_out


def test_without_a_bar_nothing_is_left_out(catalogue: Catalogue) -> None:
    log = [one for number in (1, 3, 5) for one in did("push_up", 6, 6, on=day(number))]
    assert after(catalogue, log, on=day(7)).now.left_out_days == 0


@pytest.mark.parametrize(
    ("late", "kept", "sessions"),
    [
        pytest.param(7, True, 1, id="a week late it is graded"),
        pytest.param(8, True, 0, id="later it keeps its day"),
        pytest.param(31, True, 0, id="up to 31 days"),
        pytest.param(32, False, 0, id="then it only adds to the totals"),
    ],
)
def test_late_logs(catalogue: Catalogue, late: int, *, kept: bool, sessions: int) -> None:
    training = after(catalogue, did("push_up", 6, 6, said=day(1 + late)), on=day(40))
    assert (training.diary[0].kept, training.morning.standings[PUSH].sessions) == (kept, sessions)


def test_what_is_told_too_late_to_be_graded_moves_no_day_of_rest(catalogue: Catalogue) -> None:
    log = [one for number in range(1, 7) for one in did("push_up", 6, 6, on=day(number), said=day(20))]
    assert after(catalogue, log, on=day(7)).plan.push.why is not Why.SIX_IN_A_ROW


def stepped_down(*more: Event) -> tuple[list[LoggedSet], list[Event]]:
    """Twice short on the lowest level of the toes."""
    log = [one for number in (1, 3) for one in did("push_up", 1, effort=Effort.FAILED, on=day(number))]
    return log, [placed("push_up", 1), *more]


@pytest.mark.parametrize(
    ("undone", "rung"),
    [
        pytest.param([], "knee_push_up", id="nobody minds"),
        pytest.param([event(StepDownUndone, on=day(4), family=PUSH)], "push_up", id="they would rather stay"),
        pytest.param([event(StepDownUndone, on=day(10), family=PUSH)], "push_up", id="after a week"),
        pytest.param([event(StepDownUndone, on=day(11), family=PUSH)], "knee_push_up", id="too late"),
        pytest.param([event(StepDownUndone, on=day(2), family=PUSH)], "knee_push_up", id="before it"),
    ],
)
def test_a_step_down_undone(catalogue: Catalogue, undone: list[Event], rung: str) -> None:
    log, events = stepped_down(*undone)
    standing = train(catalogue, log, events, day(11)).morning.standings[PUSH]
    assert (standing.rung, standing.level) == (rung, 0 if rung == "push_up" else 10)
    assert standing.misses == 0


def test_an_undone_step_down_leaves_that_days_session_as_it_was(catalogue: Catalogue) -> None:
    undo = event(StepDownUndone, on=day(5), family=PUSH)
    log, events = stepped_down()
    log += did("knee_push_up", 8, 8, on=day(5))
    late = type(undo)(said_at=undo.said_at.replace(hour=22), day=undo.day, source="late", family=PUSH)
    plans = [train(catalogue, log, [*events, late], day(number)).plan.push.rung for number in (5, 6)]
    assert plans == ["knee_push_up", "push_up"]


def test_an_undone_step_down_withdraws_what_was_offered_below_it(catalogue: Catalogue) -> None:
    """Else the first day on the toes would come to somebody who stands on them."""
    log, events = stepped_down()
    log += did("push_up", 5, on=day(5))
    yes = answer(Offer.PUSH_UP, accepted=True, on=day(6))
    undo = event(StepDownUndone, on=day(7), family=PUSH)
    rows = [train(catalogue, log, [*events, *more], day(7)).plan.push.row for more in ([yes], [yes, undo])]
    assert rows == [Row.CALIBRATE, Row.NORMAL]


def stalled() -> list[LoggedSet]:
    """Three misses running, two times within a fortnight."""
    return [
        one
        for number in (1, 3, 5, 7, 9, 11)
        for one in did("push_up", 1, effort=Effort.FAILED, on=day(number))
    ]


def test_a_second_lighter_spell_offers_every_other_day(catalogue: Catalogue) -> None:
    standing = train(catalogue, stalled(), [placed("push_up", 40)], day(12)).now.standings[PUSH]
    assert standing.offer(Offer.EVERY_OTHER_PUSH).open_since == standing.deload_on == day(11)


def test_one_lighter_spell_offers_nothing(catalogue: Catalogue) -> None:
    standing = train(catalogue, stalled()[:4], [placed("push_up", 40)], day(8)).now.standings[PUSH]
    assert (standing.deload_on, standing.offer(Offer.EVERY_OTHER_PUSH)) == (day(5), OfferState())


def test_every_other_day_for_two_weeks(catalogue: Catalogue) -> None:
    yes = answer(Offer.EVERY_OTHER_PUSH, accepted=True, on=day(12))
    log, trained = stalled(), []
    for number in range(12, 30):
        part = train(catalogue, log, [placed("push_up", 40), yes], day(number)).plan.push
        trained += [number] if part.sets else []
        for place, one in enumerate(part.sets):
            log += did(one.exercise, one.reps, on=day(number), source=f"p:{number}:{place}")
    assert trained == [13, 15, 17, 19, 21, 23, 25, 26, 27, 28, 29]
