from datetime import date

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Placed
from bot.domain.milestones import Milestone, reached, to_celebrate
from bot.domain.sets import LoggedSet
from bot.domain.state import train
from tests.makers import day, did, free, has_bar, placed

M = Milestone
KNEES = [placed("knee_push_up", 2), placed("negative_pull_up"), has_bar()]


def all_of(
    catalogue: Catalogue, log: list[LoggedSet], events: list[Event], *, until: int = 40
) -> dict[Milestone, date]:
    diary = train(catalogue, log, events, day(until)).diary
    placements = [event for event in events if isinstance(event, Placed)]
    return dict(reached(log, diary, placements, catalogue))


def slow(seconds: int | None) -> list[LoggedSet]:
    return [
        LoggedSet(
            day=one.day,
            exercise=one.exercise,
            reps=one.reps,
            said_at=one.said_at,
            source=one.source,
            position=one.position,
            seconds=seconds,
        )
        for one in did("negative_pull_up", 1)
    ]


@pytest.mark.parametrize(
    ("log", "found"),
    [
        pytest.param([], set(), id="nothing yet"),
        pytest.param(did("knee_push_up", 2), set(), id="the first log only"),
        pytest.param(did("knee_push_up", 10), {M.KNEE_10}, id="ten on the knees"),
        pytest.param(did("knee_push_up", 10, 11), {M.KNEE_10, M.KNEE_2X10}, id="twice"),
        pytest.param(did("knee_push_up", 15, 15, 15), {M.KNEE_10, M.KNEE_2X10, M.KNEE_3X15}, id="the top"),
        pytest.param(did("push_up", 1), {M.FIRST_PUSH_UP}, id="a push-up"),
        pytest.param(did("wide_push_up", 10), {M.FIRST_PUSH_UP, M.PUSH_10}, id="ten wide ones"),
        pytest.param(
            did("push_up", 15, 15, 15),
            {M.FIRST_PUSH_UP, M.PUSH_10, M.PUSH_2X10, M.PUSH_3X15},
            id="the top of the toes",
        ),
        pytest.param(did("chin_up", 5), {M.FIRST_PULL_UP, M.PULL_UPS_5}, id="five chin-ups"),
        pytest.param(did("pull_up", 10), {M.FIRST_PULL_UP, M.PULL_UPS_5, M.PULL_UPS_10}, id="ten pull-ups"),
        pytest.param(slow(5), {M.LOWERING_5}, id="five slow seconds"),
        pytest.param(slow(4), set(), id="four aren't"),
        pytest.param(slow(None), set(), id="nor untold ones"),
        pytest.param(did("burpee", 10), set(), id="what nobody knows"),
    ],
)
def test_what_a_log_reaches(catalogue: Catalogue, log: list[LoggedSet], found: set[Milestone]) -> None:
    assert all_of(catalogue, log, KNEES).keys() - {M.FIRST_LOG} == found


@pytest.mark.parametrize(
    ("placement", "unsaid"),
    [
        pytest.param(placed("knee_push_up", 9), set(), id="nine on the knees"),
        pytest.param(placed("knee_push_up", 10), {M.KNEE_10}, id="ten on the knees"),
        pytest.param(placed("knee_push_up", 20), {M.KNEE_10, M.KNEE_2X10}, id="twenty: 2 x 10"),
        pytest.param(
            placed("push_up", None),
            {M.KNEE_10, M.KNEE_2X10, M.KNEE_3X15, M.FIRST_PUSH_UP},
            id="on the toes, not sure how many",
        ),
        pytest.param(placed("pull_up", 5), {M.LOWERING_5, M.FIRST_PULL_UP, M.PULL_UPS_5}, id="five pull-ups"),
        pytest.param(placed("negative_pull_up"), set(), id="slow lowering"),
    ],
)
def test_what_an_athlete_could_do_to_begin_with(
    catalogue: Catalogue, placement: Event, unsaid: set[Milestone]
) -> None:
    log = [
        *did("knee_push_up", 15, 15, 15),
        *did("push_up", 15, 15, 15, on=day(2)),
        *did("pull_up", 10, on=day(3)),
        *slow(6),
    ]
    everything = all_of(catalogue, log, []).keys()
    assert everything - all_of(catalogue, log, [placement]).keys() == unsaid


@pytest.mark.parametrize(
    ("late", "found"),
    [
        pytest.param(31, {M.FIRST_LOG, M.KNEE_10}, id="a month late"),
        pytest.param(32, set(), id="later it only adds to the totals"),
    ],
)
def test_what_is_told_too_late_reaches_nothing(
    catalogue: Catalogue, late: int, found: set[Milestone]
) -> None:
    log = did("knee_push_up", 10, said=day(1 + late))
    assert all_of(catalogue, log, KNEES).keys() == found


def shown_up(*numbers: int) -> list[LoggedSet]:
    return [one for number in numbers for one in did("knee_push_up", 1, on=day(number))]


def test_days_shown_up(catalogue: Catalogue) -> None:
    found = all_of(catalogue, shown_up(*range(1, 101)), KNEES, until=101)
    assert found == {
        M.FIRST_LOG: day(1),
        M.SHOWN_UP_7: day(7),
        M.SHOWN_UP_30: day(30),
        M.SHOWN_UP_100: day(100),
    }


@pytest.mark.parametrize(
    ("events", "back"),
    [
        pytest.param([], True, id="after eight days"),
        pytest.param([free({1, 2})], False, id="less those that were free"),
    ],
)
def test_back_after_a_break(catalogue: Catalogue, events: list[Event], *, back: bool) -> None:
    found = all_of(catalogue, shown_up(1, 9), [*KNEES, *events])
    assert (found.get(M.BACK) == day(9)) is back


def test_who_waits_before_the_first_log_is_not_back(catalogue: Catalogue) -> None:
    assert all_of(catalogue, shown_up(20), KNEES).keys() == {M.FIRST_LOG}


@pytest.mark.parametrize(
    ("before", "now", "said", "celebrated"),
    [
        pytest.param([], [], [], None, id="nothing new"),
        pytest.param([], [M.KNEE_10, M.FIRST_LOG], [], M.FIRST_LOG, id="one a day: the first log"),
        pytest.param([M.KNEE_10], [M.KNEE_10, M.KNEE_2X10], [], M.KNEE_2X10, id="the new one"),
        pytest.param([], [M.FIRST_PUSH_UP], [M.FIRST_PUSH_UP], None, id="said already, and undone since"),
    ],
)
def test_what_is_celebrated(
    before: list[Milestone], now: list[Milestone], said: list[Milestone], celebrated: Milestone | None
) -> None:
    then, after = (dict.fromkeys(some, day(1)) for some in (before, now))
    assert to_celebrate(then, after, set(said)) is celebrated
