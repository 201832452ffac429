"""Illness, pauses, races, sore and light days, and days without a bar: what they make of the plan."""

from datetime import time

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import Circumstances, changed_by
from bot.domain.events import (
    BarAway,
    BetterSaid,
    Event,
    LightAsked,
    PauseEnded,
    PauseSaid,
    RaceSaid,
    SickSaid,
    SoreSaid,
    TaperSaid,
)
from bot.domain.exercise import Family
from bot.domain.plan import Row, Why
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import Training, train
from tests.makers import cleared, day, did, event, has_bar, hurts, placed

PULL, PUSH = Family.PULL, Family.PUSH
START = [placed("push_up", 20), placed("pull_up", 14), has_bar()]
EVENING = time(20, 0)


def trained(*days: int) -> list[LoggedSet]:
    """Push-ups on these days, as planned at the start."""
    return [one for number in days for one in did("push_up", 10, 10, on=day(number))]


def on(catalogue: Catalogue, number: int, *events: Event, log: tuple[int, ...] = ()) -> Training:
    return train(catalogue, trained(*log), [*START, *events], day(number))


def whys(training: Training) -> tuple[Why, Why]:
    return training.plan.pull.why, training.plan.push.why


def reps(training: Training, family: Family = PUSH) -> list[int]:
    return [one.reps for one in training.plan.of(family).sets]


@pytest.mark.parametrize(
    ("events", "resting"),
    [
        pytest.param([event(SickSaid, on=day(3), fever=True)], {3, 4, 5, 6}, id="a fever, until it is over"),
        pytest.param([event(SickSaid, on=day(3))], {3, 4, 5, 6}, id="ill, and nobody knows how"),
        pytest.param([event(SickSaid, on=day(3), fever=False)], set(), id="a head cold stops nothing"),
        pytest.param(
            [event(SickSaid, on=day(3)), event(BetterSaid, on=day(4))],
            {3, 4},
            id="better: a day without symptoms comes first",
        ),
        pytest.param(
            [event(SickSaid, on=day(3)), event(BetterSaid, on=day(4), for_a_day=True)],
            {3},
            id="well since yesterday",
        ),
        pytest.param(
            [
                event(SickSaid, on=day(3)),
                event(BetterSaid, on=day(4)),
                event(BetterSaid, on=day(5)),
            ],
            {3, 4},
            id="better said twice is no later",
        ),
        pytest.param(
            [event(SickSaid, on=day(3)), event(BetterSaid, on=day(4)), event(SickSaid, on=day(5))],
            {3, 4, 5, 6},
            id="ill again",
        ),
        pytest.param([event(BetterSaid, on=day(3))], set(), id="better, but never ill"),
        pytest.param([event(PauseSaid, on=day(3))], {3, 4, 5, 6}, id="a pause without an end"),
        pytest.param([event(PauseSaid, on=day(3), until=day(5))], {3, 4}, id="a pause with its end"),
        pytest.param(
            [event(PauseSaid, on=day(3)), event(PauseEnded, on=day(5))], {3, 4}, id="back from a pause"
        ),
        pytest.param([event(RaceSaid, on=day(3), race_day=day(5))], {5}, id="a race"),
        pytest.param(
            [
                event(RaceSaid, on=day(3), race_day=day(5)),
                event(RaceSaid, on=day(4), race_day=day(5), off=True),
            ],
            set(),
            id="a race that is off",
        ),
    ],
)
def test_days_that_are_held(catalogue: Catalogue, events: list[Event], resting: set[int]) -> None:
    held = {number for number in range(2, 7) if on(catalogue, number, *events).diary[-1].held}
    planned = {number for number in range(2, 7) if not on(catalogue, number, *events).plan.is_rest}
    assert (held, planned) == (resting, set(range(2, 7)) - resting)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param(event(SickSaid, on=day(3)), Why.SICK, id="ill"),
        pytest.param(event(PauseSaid, on=day(3)), Why.PAUSE, id="paused"),
        pytest.param(event(RaceSaid, on=day(3), race_day=day(3)), Why.RACE, id="a race"),
    ],
)
def test_why_a_day_is_held(catalogue: Catalogue, said: Event, why: Why) -> None:
    assert whys(on(catalogue, 3, said)) == (why, why)


def test_whoever_trains_in_a_pause_without_end_is_back(catalogue: Catalogue) -> None:
    pause, dated = (event(PauseSaid, on=day(3), until=until) for until in (None, day(9)))
    assert not on(catalogue, 5, pause, log=(4,)).plan.is_rest
    assert on(catalogue, 5, dated, log=(4,)).plan.is_rest


def test_held_days_are_no_break(catalogue: Catalogue) -> None:
    pause = event(PauseSaid, on=day(2), until=day(13))
    assert on(catalogue, 13, pause, log=(1,)).plan.push.row is Row.NORMAL
    assert on(catalogue, 13, log=(1,)).plan.push.row is Row.RETURN


def test_a_fortnight_of_pause_is_a_break_all_the_same(catalogue: Catalogue) -> None:
    pause = event(PauseSaid, on=day(2), until=day(16))
    assert on(catalogue, 16, pause, log=(1,)).plan.push.days_off == 15


def ill(*more: Event) -> list[Event]:
    return [event(SickSaid, on=day(4)), event(BetterSaid, on=day(6)), *more]


def test_after_an_illness_two_sessions_are_at_half(catalogue: Catalogue) -> None:
    """And easy days don't change that; from the third on a day met is a step again."""
    log, plans = trained(1, 2, 3), []
    for number in range(7, 11):
        training = train(catalogue, log, [*START, *ill()], day(number))
        plans.append((training.plan.push.row, training.plan.push.why, reps(training)))
        log += did("push_up", *reps(training), on=day(number), effort=Effort.EASY)
    assert plans == [
        (Row.RETURN, Why.AFTER_SICK, [5, 5]),
        (Row.RETURN, Why.AFTER_SICK, [5, 5]),
        (Row.NORMAL, Why.STEP_UP, [6, 6]),
        (Row.NORMAL, Why.STEP_UP, [7, 7]),
    ]


def test_at_the_bottom_illness_leaves_the_level(catalogue: Catalogue) -> None:
    events = [placed("push_up", 1), *ill()]
    log = did("push_up", 1, on=day(3)) + did("push_up", 1, on=day(7), effort=Effort.EASY)
    assert reps(train(catalogue, log, events, day(8))) == [1]


def test_who_never_trained_starts_as_before(catalogue: Catalogue) -> None:
    assert on(catalogue, 7, *ill()).plan.push.row is Row.NORMAL


def test_a_long_illness_is_a_long_break_too(catalogue: Catalogue) -> None:
    events: list[Event] = [event(SickSaid, on=day(4)), event(BetterSaid, on=day(40), for_a_day=True)]
    training = on(catalogue, 40, *events, log=(3,))
    assert reps(training) == [3, 3]


@pytest.mark.parametrize(
    ("said", "light"),
    [
        pytest.param(event(RaceSaid, on=day(2), race_day=day(6)), {4, 5, 7}, id="around a race"),
        pytest.param(event(RaceSaid, on=day(7), race_day=day(6)), {7}, id="told of the day after"),
        pytest.param(event(TaperSaid, on=day(3), race_day=day(8)), {3, 4, 5, 6, 7, 9}, id="a taper"),
        pytest.param(event(TaperSaid, on=day(3), race_day=day(22)), {8, 9, 10}, id="two weeks of it at most"),
        pytest.param(event(SoreSaid, on=day(4)), {4}, id="sore, that day"),
        pytest.param(event(LightAsked, on=day(4)), {4}, id="light, as asked for"),
    ],
)
def test_light_days(catalogue: Catalogue, said: Event, light: set[int]) -> None:
    eased = {n for n in range(2, 11) if on(catalogue, n, said).plan.push.row is Row.EASED}
    assert eased == light
    assert reps(on(catalogue, min(light), said)) == [6, 6]


def test_a_taper_ends_with_its_race_called_off(catalogue: Catalogue) -> None:
    taper = event(TaperSaid, on=day(3), race_day=day(8))
    off = event(RaceSaid, on=day(5), race_day=day(8), off=True)
    assert [on(catalogue, n, taper, off).plan.push.row for n in (4, 5, 8)] == [
        Row.EASED,
        Row.NORMAL,
        Row.NORMAL,
    ]


def test_a_race_named_again_keeps_its_taper() -> None:
    now = Circumstances()
    for one in (
        event(TaperSaid, on=day(5), race_day=day(20)),
        event(RaceSaid, on=day(7), race_day=day(20)),
        event(TaperSaid, on=day(8), race_day=day(20)),
        event(RaceSaid, on=day(9), race_day=day(12)),
    ):
        now = changed_by(now, one)
    assert (now.races, now.tapers) == ((day(12), day(20)), ((day(20), day(5)),))


def test_races_long_gone_are_forgotten() -> None:
    now = changed_by(Circumstances(races=(day(3), day(8))), event(RaceSaid, on=day(9), race_day=day(20)))
    assert now.races == (day(8), day(20))


@pytest.mark.parametrize(
    ("rung", "stated", "sets"),
    [
        pytest.param("negative_pull_up", None, [], id="lowering is left out"),
        pytest.param("pull_up", 1, [], id="so are the first pull-ups"),
        pytest.param("pull_up", 6, [2, 2], id="others are fewer"),
    ],
)
def test_sore_arms(catalogue: Catalogue, rung: str, stated: int | None, sets: list[int]) -> None:
    events = [placed("push_up", 20), placed(rung, stated), has_bar(), event(SoreSaid, on=day(1), family=PULL)]
    training = train(catalogue, [], events, day(1))
    assert (training.plan.pull.row, training.plan.pull.why) == (Row.EASED, Why.SORE)
    assert reps(training, PULL) == sets
    assert training.plan.push.row is Row.NORMAL


@pytest.mark.parametrize(
    ("done", "misses"), [pytest.param((6, 6), 0, id="done"), pytest.param((6,), 1, id="half of it is a miss")]
)
def test_a_light_day_gives_no_points(catalogue: Catalogue, done: tuple[int, ...], misses: int) -> None:
    log = did("push_up", *done, on=day(1), effort=Effort.EASY)
    now = train(catalogue, log, [*START, event(LightAsked, on=day(1))], day(2)).morning.standings[PUSH]
    assert (now.points, now.misses, now.level) == (0, misses, 12)


def test_a_light_first_day_back(catalogue: Catalogue) -> None:
    """It lowers the level as any, and is light on top; it isn't graded."""
    log = trained(1) + did("push_up", 6, 6, on=day(10), effort=Effort.EASY)
    events = [*START, event(SoreSaid, on=day(10))]
    training = train(catalogue, log, events, day(10))
    assert (training.plan.push.row, training.plan.push.why, reps(training)) == (Row.RETURN, Why.SORE, [6, 6])
    after = train(catalogue, log, events, day(11)).morning.standings[PUSH]
    assert (after.level, after.ramp_to, after.points) == (11, 12, 0)


def test_a_sore_first_day_back_at_the_bar_waits(catalogue: Catalogue) -> None:
    events = [placed("negative_pull_up"), has_bar(), event(SoreSaid, on=day(12))]
    log = did("negative_pull_up", 1, on=day(1))
    assert [train(catalogue, log, events, day(n)).plan.pull.row for n in (12, 13)] == [Row.EASED, Row.RETURN]


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        pytest.param(event(SoreSaid, on=day(1), clock=EVENING), ([2, 2], [10, 10]), id="both"),
        pytest.param(event(LightAsked, on=day(1), clock=EVENING), ([2, 2], [10, 10]), id="light"),
        pytest.param(
            event(SoreSaid, on=day(1), clock=EVENING, family=PUSH), ([2, 2, 2], [10, 10]), id="arms"
        ),
    ],
)
def test_a_wish_after_the_push_ups_eases_what_is_still_to_do(
    catalogue: Catalogue, said: Event, plan: tuple[list[int], list[int]]
) -> None:
    events = [placed("push_up", 20), placed("pull_up", 6), has_bar(), said]
    training = train(catalogue, trained(1), events, day(1))
    assert (reps(training, PULL), reps(training)) == plan


def test_a_late_wish_changes_no_day_of_rest(catalogue: Catalogue) -> None:
    events = [placed("push_up", 20), event(SoreSaid, on=day(1), clock=EVENING)]
    assert train(catalogue, trained(1), events, day(1)).plan.pull.why is Why.NO_BAR


@pytest.mark.parametrize(
    ("events", "without"),
    [
        pytest.param([event(BarAway, on=day(2), until=day(3))], {2}, id="no bar today"),
        pytest.param([event(BarAway, on=day(2), until=day(5))], {2, 3, 4}, id="no bar for a while"),
        pytest.param(
            [event(BarAway, on=day(2), until=day(6)), has_bar(on=day(4))], {2, 3}, id="but one is found"
        ),
        pytest.param(
            [event(BarAway, on=day(2), until=day(4)), has_bar(on=day(3), available=False)],
            {2, 3, 4, 5, 6},
            id="none at all",
        ),
    ],
)
def test_days_without_a_bar(catalogue: Catalogue, events: list[Event], without: set[int]) -> None:
    days = {n for n in range(1, 7) if on(catalogue, n, *events).plan.pull.why is Why.NO_BAR}
    assert days == without
    assert all(on(catalogue, n, *events).plan.push.sets for n in days)


def test_who_pulls_has_a_bar_again(catalogue: Catalogue) -> None:
    events = [*START, event(BarAway, on=day(2), until=day(9))]
    assert train(catalogue, did("pull_up", 1, on=day(4)), events, day(6)).plan.pull.sets


def test_no_bar_after_the_push_ups_takes_the_pulls_off_the_day(catalogue: Catalogue) -> None:
    away = event(BarAway, on=day(1), clock=EVENING, until=day(2))
    training = train(catalogue, trained(1), [*START, away], day(1))
    assert (training.left[PULL], training.plan.push.why) == ((), Why.FIRST)


@pytest.mark.parametrize(
    ("log", "row"),
    [
        pytest.param((1, 2, 3, 4, 5, 6, 7), Row.LIGHT, id="work on the day of rest makes the next one light"),
        pytest.param((1, 2, 3, 4, 5, 6), Row.OPEN, id="and rest doesn't"),
    ],
)
def test_who_never_rests_gets_a_light_day_and_goes_on(
    catalogue: Catalogue, log: tuple[int, ...], row: Row
) -> None:
    training = on(catalogue, 8, log=log)
    assert on(catalogue, 7, log=log).plan.push.why is Why.SIX_IN_A_ROW
    assert training.plan.push.row is row
    assert row is Row.OPEN or training.plan.push.why is Why.EXTRA


def test_the_advice_to_rest_comes_again_after_six_more_days(catalogue: Catalogue) -> None:
    rests = {n for n in range(1, 16) if on(catalogue, n, log=tuple(range(1, n))).plan.is_rest}
    assert rests == {7, 14}


def test_who_comes_back_on_a_day_of_rest_still_comes_back_lower(catalogue: Catalogue) -> None:
    race = event(RaceSaid, on=day(20), race_day=day(20))
    log = trained(1) + did("push_up", 2, on=day(20))
    standing = train(catalogue, log, [*START, race], day(21)).morning.standings[PUSH]
    assert (standing.level < 12, standing.ramp_to) == (True, 12)


def test_a_session_that_pain_broke_off_ends_the_gap(catalogue: Catalogue) -> None:
    """Also the first one ever: the way back from pain begins at half."""
    events = [*START, hurts(PUSH, on=day(1)), cleared(PUSH, on=day(3)), cleared(PULL, on=day(3))]
    part = train(catalogue, did("push_up", 10, on=day(1)), events, day(3)).plan.push
    assert (part.row, [one.reps for one in part.sets]) == (Row.RETURN, [5, 5])


def test_pain_keeps_its_reason_before_illness(catalogue: Catalogue) -> None:
    assert whys(on(catalogue, 3, hurts(PUSH, on=day(2)), event(SickSaid, on=day(2)))) == (Why.PAIN, Why.PAIN)
