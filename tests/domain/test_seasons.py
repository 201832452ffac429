"""Four weeks of something else: when it is offered, what it plans, how it ends; and tests."""

from datetime import date, time

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer, SeasonLeft, StartedOver, TestAsked
from bot.domain.exercise import Family
from bot.domain.offers import answer as answer_offer
from bot.domain.plan import Mode, PlannedSet, Row, Season, Why
from bot.domain.seasons import ORDER, is_season_earned, season_sets
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import Graded, OfferState, SeasonRun, Standing
from bot.domain.state import Training, train
from tests.domain.mornings import plan, pull, push
from tests.makers import answer, at, cleared, day, did, event, has_bar, hurts, placed

PULL, PUSH = Family.PULL, Family.PUSH
START = day(30)
TOP = (Graded(21, met=True, effort=None),) * 2
AT_TOP = placed("push_up", 60)  # 3 x 15
AGREED = [AT_TOP, answer(Offer.SEASON_PUSH, accepted=True, on=day(2))]


@pytest.mark.parametrize(
    ("standing", "earned"),
    [
        pytest.param(Standing(rung="push_up", level=21, recent=TOP), True, id="twice met at the top"),
        pytest.param(Standing(rung="push_up", level=21, recent=TOP[:1]), False, id="once isn't enough"),
        pytest.param(Standing(rung="push_up", level=12, risen_on=day(2)), True, id="no step for four weeks"),
        pytest.param(Standing(rung="push_up", level=12, risen_on=day(3)), False, id="a day less"),
        pytest.param(Standing(rung="push_up", level=11, risen_on=day(2)), False, id="too low"),
        pytest.param(Standing(rung="knee_push_up", level=12, risen_on=day(2)), True, id="on the knees, too"),
        pytest.param(Standing(rung="pull_up", level=5, risen_on=day(2)), True, id="pull-ups from level five"),
        pytest.param(Standing(rung="negative_pull_up", level=11, risen_on=day(2)), False, id="no lowering"),
        pytest.param(
            Standing(rung="push_up", level=12, risen_on=day(29), season_done=True), True, id="the next"
        ),
        pytest.param(
            Standing(rung="push_up", level=12, risen_on=day(2), ramp_to=14), False, id="on the way back"
        ),
        pytest.param(
            Standing(rung="push_up", level=12, risen_on=day(2), season=SeasonRun(Season.SLOW)),
            False,
            id="one at a time",
        ),
    ],
)
def test_what_earns_a_season(catalogue: Catalogue, standing: Standing, *, earned: bool) -> None:
    assert is_season_earned(standing, START, catalogue) is earned


def sets_of(
    catalogue: Catalogue, season: Season, days: int, *, standing: Standing | None = None, reps: int = 0
) -> list[int]:
    """So many days after the season's first, with so many reps done that week."""
    run = SeasonRun(season, start=START, week=days // 7 + 1, reps=reps)
    there = standing or Standing(rung="push_up", level=14)  # 2 x 12
    return [one.reps for one in season_sets(there, run, day(30 + days), catalogue)]


@pytest.mark.parametrize(
    ("season", "weeks"),
    [
        pytest.param(Season.SLOW, [[5, 5], [6, 6], [6, 6], [7, 7]], id="slow"),
        pytest.param(Season.PAUSE, [[5, 5], [6, 6], [6, 6], [7, 7]], id="pauses"),
        pytest.param(Season.LADDER, [[3, 6, 9], [3, 6, 9, 6], [3, 6, 9, 12], [3, 6, 9, 12]], id="ladders"),
    ],
)
def test_the_weeks_of_a_season(catalogue: Catalogue, season: Season, weeks: list[list[int]]) -> None:
    assert [sets_of(catalogue, season, 7 * week) for week in range(4)] == weeks


def test_no_rung_of_a_ladder_is_above_a_set(catalogue: Catalogue) -> None:
    low = Standing(rung="pull_up", level=5)  # 3 x 3
    assert sets_of(catalogue, Season.LADDER, 21, standing=low) == [1, 2, 3, 3]


@pytest.mark.parametrize(
    ("days", "reps", "sets"),
    [
        pytest.param(0, 0, [9, 8], id="a sixth of it on the first day"),
        pytest.param(2, 50, [7, 6], id="a quarter of what is left with four days to go"),
        pytest.param(5, 40, [12, 12], id="never more than the level"),
        pytest.param(6, 99, [1], id="the last one on the last day"),
        pytest.param(4, 100, [], id="done is done"),
    ],
)
def test_a_hundred_a_week(catalogue: Catalogue, days: int, reps: int, sets: list[int]) -> None:
    assert sets_of(catalogue, Season.HUNDRED, days, reps=reps) == sets


def test_thirty_pull_ups_a_week(catalogue: Catalogue) -> None:
    assert sets_of(catalogue, Season.HUNDRED, 0, standing=Standing(rung="pull_up", level=7)) == [2, 2, 1]


def test_a_new_week_counts_anew(catalogue: Catalogue) -> None:
    run = SeasonRun(Season.HUNDRED, start=START, week=1, reps=100)
    standing = Standing(rung="push_up", level=14)
    assert sum(one.reps for one in season_sets(standing, run, day(37), catalogue)) == 17


def live(
    catalogue: Catalogue,
    until: int,
    *events: Event,
    skip: frozenset[int] = frozenset(),
    part: float = 1,
) -> list[Training]:
    """Each day as it is planned, from the first on; an open set goes far above."""
    log: list[LoggedSet] = []
    told = [*AGREED, *events]
    days = []
    for number in range(1, until + 1):
        days.append(train(catalogue, log, told, day(number)))
        for place, one in enumerate(days[-1].plan.push.sets if number not in skip else ()):
            reps = one.most if one.mode is Mode.OPEN else max(1, int(one.reps * (part if number > 3 else 1)))
            log += did(one.exercise, reps, on=day(number), source=f"p:{number}:{place}")
    return days


def test_a_season_from_its_offer_to_the_next(catalogue: Catalogue) -> None:
    days = live(catalogue, 40)
    rows = [(training.plan.push.row, training.plan.push.week) for training in days]
    assert rows[:3] == [(Row.NORMAL, 0)] * 2 + [(Row.SEASON, 1)]
    assert [week for row, week in rows if row is Row.SEASON] == [1] * 6 + [2] * 6 + [3] * 6 + [4] * 5
    assert [number for number, (row, _) in enumerate(rows, 1) if row is Row.TEST] == [24]
    assert rows[30][0] in {Row.NORMAL, Row.OPEN}
    offered = [one.now.standings[PUSH].offer(Offer.SEASON_PUSH).open_since for one in days]
    assert next(number for number, since in enumerate(offered, 1) if number > 3 and since) == 39
    standing = days[-1].now.standings[PUSH]
    assert (standing.tests, standing.season_done, standing.seasons) == ((30,), True, 1)


def test_the_seasons_come_in_their_order() -> None:
    standing = Standing(rung="push_up", level=12)
    begun = []
    for _ in range(5):
        standing.offers[Offer.SEASON_PUSH] = OfferState(open_since=START)
        answer_offer(standing, Offer.SEASON_PUSH, accepted=True, said_at=at(START), day=START)
        assert standing.season is not None
        begun.append(standing.season.season)
    assert begun == [*ORDER, Season.SLOW]


def test_not_yet_waits_four_weeks() -> None:
    standing = Standing(rung="push_up", level=12, offers={Offer.SEASON_PUSH: OfferState(open_since=START)})
    answer_offer(standing, Offer.SEASON_PUSH, accepted=False, said_at=at(START), day=START)
    assert standing.offer(Offer.SEASON_PUSH).quiet_until == day(58)


@pytest.mark.parametrize(
    ("events", "skip", "part"),
    [
        pytest.param([event(SeasonLeft, on=day(6), family=PUSH)], (), 1, id="left"),
        pytest.param([], range(5, 14), 1, id="ended by a break"),
        pytest.param([], (), 0.5, id="ended by two days that were too much"),
        pytest.param([hurts(PUSH, on=day(5)), cleared(PUSH, on=day(7))], (), 1, id="ended by pain"),
    ],
)
def test_a_season_that_ends_early(
    catalogue: Catalogue, events: list[Event], skip: range | tuple[int, ...], part: float
) -> None:
    last = live(catalogue, 15, *events, skip=frozenset(skip), part=part)[-1].now.standings[PUSH]
    assert (last.season, last.season_done) == (None, False)
    quiet = last.offer(Offer.SEASON_PUSH).quiet_until
    assert quiet is not None
    assert quiet > day(32)


def test_one_low_day_ends_nothing(catalogue: Catalogue) -> None:
    log = [one for number in (1, 2) for one in did("push_up", 15, 15, 15, on=day(number))]
    log += did("push_up", 2, 2, on=day(3)) + did("push_up", 6, 6, on=day(4))
    season = train(catalogue, log, AGREED, day(5)).morning.standings[PUSH].season
    assert season is not None
    assert (season.start, season.low_days, season.reps) == (day(3), 0, 16)


def test_leaving_no_season_changes_nothing(catalogue: Catalogue) -> None:
    training = train(catalogue, [], [AT_TOP, event(SeasonLeft, on=day(1), family=PUSH)], day(1))
    assert training.now.standings[PUSH].offers == {}


def test_a_light_day_is_made_of_the_season(catalogue: Catalogue) -> None:
    run = SeasonRun(Season.SLOW, start=day(28))
    part = plan(catalogue, push(14, season=run, tough_on=day(29))).push
    assert part.sets == (PlannedSet("push_up", 3, 2, season=Season.SLOW),) * 2


def test_why_in_a_season(catalogue: Catalogue) -> None:
    part = plan(catalogue, push(14, season=SeasonRun(Season.PAUSE, start=day(20)))).push
    assert (part.row, part.why, part.season, part.week) == (Row.SEASON, Why.SEASON, Season.PAUSE, 2)


def test_once_the_hundred_is_done_the_week_is_free(catalogue: Catalogue) -> None:
    part = plan(catalogue, push(14, season=SeasonRun(Season.HUNDRED, start=day(28), reps=100))).push
    assert (part.row, part.sets) == (Row.SEASON, ())


def trial(catalogue: Catalogue, rung: str, stated: int | None, *, on: date) -> Training:
    family = catalogue.family_of(rung)
    events = [placed(rung, stated), has_bar(), event(TestAsked, on=day(1), clock=time(7), family=family)]
    return train(catalogue, did(rung, 16, on=day(1), effort=Effort.OK), events, on)


def test_a_test_that_was_asked_for(catalogue: Catalogue) -> None:
    part = trial(catalogue, "push_up", 12, on=day(1)).plan.push
    assert (part.row, part.sets) == (Row.TEST, (PlannedSet("push_up", 6, mode=Mode.OPEN),))
    standing = trial(catalogue, "push_up", 12, on=day(2)).morning.standings[PUSH]
    assert (standing.level, standing.points, standing.tests, standing.test_asked) == (10, 0, (16,), False)


def test_lowering_is_not_tested(catalogue: Catalogue) -> None:
    assert trial(catalogue, "negative_pull_up", None, on=day(1)).plan.pull.row is Row.NORMAL


def test_nobody_is_tested_on_the_way_back(catalogue: Catalogue) -> None:
    assert plan(catalogue, push(10, test_asked=True, ramp_to=14)).push.row is Row.NORMAL


def test_a_long_day_leaves_the_test_whole(catalogue: Catalogue) -> None:
    found = plan(catalogue, push(21, test_asked=True), pull(11, "negative_pull_up"))
    assert (len(found.push.sets), len(found.pull.sets), found.pull.why) == (1, 2, Why.CUT)
    other = plan(catalogue, push(21), pull(10, test_asked=True))
    assert (len(other.pull.sets), other.seconds <= 180) == (1, True)


@pytest.mark.parametrize("season", Season)
@pytest.mark.parametrize("days", [28, 21, 14, 7, 0])
def test_every_season_fits_into_three_minutes(catalogue: Catalogue, season: Season, days: int) -> None:
    run = SeasonRun(season, start=day(30 - days) if days else None, week=days // 7 + 1, tested=True)
    pushes = [
        push(level, rung, season=run) for rung in ("push_up", "knee_push_up") for level in range(12, 22)
    ]
    pulls = [pull(level, season=run) for level in range(5, 11)]
    pulls += [pull(level) for level in range(11)] + [pull(level, "negative_pull_up") for level in range(12)]
    plans = [plan(catalogue, one, other) for one in pulls for other in pushes]
    assert all(found.pull.sets and found.push.sets and found.seconds <= 180 for found in plans)


def test_starting_over(catalogue: Catalogue) -> None:
    events = [AT_TOP, placed("pull_up", 20), has_bar(), event(StartedOver, on=day(3))]
    log = did("push_up", 15, 15, 15, on=day(1), effort=Effort.HARD)
    standings = train(catalogue, log, events, day(3)).morning.standings
    assert {one.rung: one.level for one in standings.values()} == {"knee_push_up": 1, "negative_pull_up": 0}


def test_a_new_placement_reaches_the_top(catalogue: Catalogue) -> None:
    events = [placed("knee_push_up", 4), placed("push_up", 60, on=day(3))]
    standing = train(catalogue, did("knee_push_up", 2, on=day(1)), events, day(3)).morning.standings[PUSH]
    assert (standing.rung, standing.level) == ("push_up", 21)


def test_a_new_placement_keeps_the_gentle_way_back_from_pain(catalogue: Catalogue) -> None:
    events = [
        placed("push_up", 12),
        hurts(PUSH, on=day(2)),
        cleared(PUSH, on=day(4)),
        cleared(PULL, on=day(4)),
        placed("push_up", 60, on=day(5)),
    ]
    part = train(catalogue, did("push_up", 6, 6, on=day(1)), events, day(5)).plan.push
    assert (part.row, part.level < 21) == (Row.RETURN, True)


def test_after_a_long_break_the_new_numbers_count(catalogue: Catalogue) -> None:
    events = [placed("push_up", 12), placed("push_up", 20, on=day(50))]
    part = train(catalogue, did("push_up", 6, 6, on=day(1)), events, day(50)).plan.push
    assert (part.row, part.level) == (Row.NORMAL, 12)
