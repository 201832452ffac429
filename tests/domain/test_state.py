from datetime import date, time

import pytest
from hypothesis import given

from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, OfferAnswered
from bot.domain.exercise import Family
from bot.domain.plan import Row
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import DiaryDay, train
from tests.domain.lives import Story, lives
from tests.makers import cleared, day, did, felt, free, has_bar, hurts, placed, skipped

PULL, PUSH = Family.PULL, Family.PUSH
START = [placed("push_up", 12), placed("pull_up", 4), has_bar()]


def test_before_a_word_is_said_the_plan_is_two_on_the_knees(catalogue: Catalogue) -> None:
    training = train(catalogue, [], [], day(1))
    assert [(one.exercise, one.reps) for one in training.plan.sets] == [("knee_push_up", 2)]
    assert (training.day, len(training.diary)) == (day(1), 1)


def test_what_is_left_today(catalogue: Catalogue) -> None:
    training = train(catalogue, did("push_up", 6), START, day(1))
    assert len(training.left[PUSH]) == 1
    assert training.left[PULL] == training.plan.pull.sets
    assert not training.is_done(PUSH)


def test_a_family_is_done_when_its_plan_is_met(catalogue: Catalogue) -> None:
    training = train(catalogue, did("push_up", 6, 6), START, day(1))
    assert [training.is_done(family) for family in (PULL, PUSH)] == [False, True]


def test_nobody_is_done_who_has_done_nothing(catalogue: Catalogue) -> None:
    training = train(catalogue, [], [placed("push_up", 12), free({0})], day(1))
    assert training.left[PUSH] == ()
    assert not training.is_done(PUSH)


@pytest.mark.parametrize(
    ("reps", "effort", "points", "misses"),
    [
        pytest.param((6, 6), Effort.OK, 3, 0, id="a plan that is met counts at once"),
        pytest.param((6,), Effort.OK, 0, 0, id="a part of it is progress, and never short today"),
        pytest.param((6,), Effort.FAILED, 0, 1, id="unless they say that they failed"),
    ],
)
def test_what_today_has_changed(
    catalogue: Catalogue, reps: tuple[int, ...], effort: Effort, points: int, misses: int
) -> None:
    now = train(catalogue, did("push_up", *reps, effort=effort), START, day(1)).now.standings[PUSH]
    assert (now.points, now.misses) == (points, misses)


def test_nothing_is_left_after_work_on_a_harder_rung(catalogue: Catalogue) -> None:
    training = train(catalogue, did("push_up", 2), [placed("knee_push_up", 12)], day(1))
    assert training.is_done(PUSH)


def test_of_what_hurts_nothing_is_left(catalogue: Catalogue) -> None:
    training = train(catalogue, did("push_up", 6), [*START, hurts(PUSH, on=day(1))], day(1))
    assert training.left[PUSH] == ()
    assert not training.is_done(PUSH)


def test_what_pain_broke_off_is_no_miss(catalogue: Catalogue) -> None:
    events = [*START, hurts(PUSH, on=day(1))]
    assert train(catalogue, did("push_up", 6), events, day(2)).morning.standings[PUSH].misses == 0


def test_a_part_is_short_once_the_day_is_over(catalogue: Catalogue) -> None:
    assert train(catalogue, did("push_up", 6), START, day(2)).plan.push.row is Row.LIGHT


@pytest.mark.parametrize(
    ("said", "points"),
    [
        pytest.param([], 2, id="nobody has said how it felt"),
        pytest.param([felt(Effort.OK, PUSH, on=day(1))], 3, id="said later"),
        pytest.param([felt(Effort.OK, PULL, on=day(1))], 2, id="said of the other family"),
    ],
)
def test_effort_told_apart_from_the_sets(catalogue: Catalogue, said: list[Event], points: int) -> None:
    training = train(catalogue, did("push_up", 6, 6), [*START, *said], day(2))
    assert training.now.standings[PUSH].points == points


def test_the_effort_said_last_wins(catalogue: Catalogue) -> None:
    said = felt(Effort.OK, PUSH, on=day(1))
    training = train(catalogue, did("push_up", 6, 6, effort=Effort.EASY), [*START, said], day(2))
    assert training.now.standings[PUSH].points == 3


@pytest.mark.parametrize(
    ("said", "graded"),
    [
        pytest.param(day(1), True, id="told the same day"),
        pytest.param(day(8), True, id="told a week later"),
        pytest.param(day(9), False, id="told later, it only counts as shown up"),
    ],
)
def test_a_late_log(catalogue: Catalogue, said: date, *, graded: bool) -> None:
    log = did("push_up", 6, 6, effort=Effort.EASY, said=said)
    training = train(catalogue, log, START, day(9))
    assert training.now.standings[PUSH].sessions == (1 if graded else 0)
    assert training.diary[0].kept


def test_what_nobody_knows_is_left_out(catalogue: Catalogue) -> None:
    assert not train(catalogue, did("burpee", 10), START, day(1)).diary[0].kept


def test_the_future_is_not_known(catalogue: Catalogue) -> None:
    log, events = did("push_up", 6, on=day(2)), [*START, free({0, 1}, on=day(2))]
    assert train(catalogue, log, events, day(1)) == train(catalogue, [], START, day(1))


@pytest.mark.parametrize(
    ("log", "events", "expected"),
    [
        pytest.param(did("push_up", 1), [], {"kept", "planned"}, id="kept"),
        pytest.param([], [], {"planned"}, id="planned, and not kept"),
        pytest.param([], [skipped(on=day(1))], {"planned", "skipped"}, id="skipped"),
        pytest.param([], [free({0})], {"free"}, id="free"),
        pytest.param([], [hurts(None, on=day(1))], {"held"}, id="held by pain"),
        pytest.param(
            [],
            [hurts(PULL, on=day(1)), cleared(PUSH, on=day(1))],
            {"planned"},
            id="planned, though the other hurts",
        ),
    ],
)
def test_the_diary(
    catalogue: Catalogue, log: list[LoggedSet], events: list[Event], expected: set[str]
) -> None:
    entry = train(catalogue, log, [*START, *events], day(1)).diary[0]
    fields = DiaryDay.__dataclass_fields__.keys() - {"day"}
    assert {name for name in fields if getattr(entry, name)} == expected


def test_the_diary_has_every_day(catalogue: Catalogue) -> None:
    diary = train(catalogue, did("push_up", 6, on=day(3)), START, day(9)).diary
    assert [entry.day for entry in diary] == [day(number) for number in range(1, 10)]


def test_lowering_that_pain_broke_off_was_lowering(catalogue: Catalogue) -> None:
    fine = [cleared(family, on=day(3), clock=time(9, 5)) for family in Family]
    events = [placed("negative_pull_up"), has_bar(), hurts(None, on=day(3)), *fine]
    log = did("negative_pull_up", 1, on=day(1), effort=Effort.EASY) + did("negative_pull_up", 1, on=day(3))
    assert train(catalogue, log, events, day(4)).plan.pull.row is Row.SPACING


@given(lives())
def test_what_is_done_today_never_changes_todays_plan(story: Story) -> None:
    """But for the first pulls where nobody knew of a bar, and an answer that is given after them."""
    today = story.days[-1]
    without_today = [one for one in story.log if one.day < today.day]
    before = train(load_catalogue(), without_today, story.events, today.day)
    told_of_bar = before.morning.bar != today.morning.bar
    answered = any(isinstance(event, OfferAnswered) for event in today.events)
    assert told_of_bar or answered or today.plan == before.plan
