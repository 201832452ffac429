from datetime import date

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event
from bot.domain.exercise import Family
from bot.domain.plan import Why
from bot.domain.standing import Life, Lowering, Pain, Standing
from bot.domain.state import train
from tests.makers import at, cleared, day, did, free, has_bar, hurts, placed

PULL, PUSH = Family.PULL, Family.PUSH


@pytest.mark.parametrize(
    ("last_day", "absent", "gap"),
    [
        pytest.param(None, 3, 0, id="who never trained has no break"),
        pytest.param(day(29), 0, 1, id="yesterday"),
        pytest.param(day(20), 4, 6, id="free days are no break"),
        pytest.param(day(16), 10, 4, id="two weeks, mostly not to be had"),
        pytest.param(day(15), 10, 15, id="from fifteen days on the calendar counts"),
    ],
)
def test_the_gap(last_day: date | None, absent: int, gap: int) -> None:
    standing = Standing(rung="push_up", level=3, last_day=last_day, absent=absent)
    assert standing.gap(day(30)) == gap


def test_a_week_of_lowering_is_remembered() -> None:
    lowering = Lowering(day(1), 2, (day(1), day(4)), day(4)).after(day(8), lowered=True)
    assert lowering == Lowering(day(1), 3, (day(4), day(8)), day(8))
    assert [lowering.was_on(day(number)) for number in (1, 4, 8)] == [False, True, True]


@pytest.mark.parametrize(
    ("last_pull", "lowered", "new_since"),
    [
        pytest.param(29, True, day(1), id="a usual day"),
        pytest.param(16, True, day(1), id="two weeks after the last pull"),
        pytest.param(15, True, day(30), id="a day later: new again"),
        pytest.param(15, False, None, id="from the first negatives on"),
    ],
)
def test_a_long_break_makes_lowering_new_again(
    last_pull: int, *, lowered: bool, new_since: date | None
) -> None:
    lowering = Lowering(day(1), 9, last_pull=day(last_pull))
    assert lowering.after(day(30), lowered=lowered).new_since == new_since


MONTH = [one for number in range(1, 40, 2) for one in did("negative_pull_up", 1, 1, on=day(number))]


@pytest.mark.parametrize(
    ("events", "back"),
    [
        pytest.param([], (74,), id="as the plan asked"),
        pytest.param([placed("negative_pull_up", on=day(74))], (74,), id="placed anew before it"),
        pytest.param([free({day(74).weekday()}, on=day(60))], (74, 76), id="the first one on a free weekday"),
    ],
)
def test_after_a_long_break_nobody_lowers_two_days_running(
    catalogue: Catalogue, events: list[Event], back: tuple[int, ...]
) -> None:
    """Done as planned from then on; one rep where nothing was asked."""
    log, told = list(MONTH), [placed("negative_pull_up"), has_bar(), *events]
    for number in back:
        asked = [one.reps for one in train(catalogue, log, told, day(number)).plan.pull.sets]
        log += did("negative_pull_up", *(asked or [1]), on=day(number))
    plan = train(catalogue, log, told, day(back[-1] + 1)).plan
    assert not any(catalogue.is_lowered(one.exercise) for one in plan.sets)


@pytest.mark.parametrize(
    ("lowering", "new"),
    [
        pytest.param(Lowering(), True, id="never done"),
        pytest.param(Lowering(day(17), 9), True, id="for thirteen days"),
        pytest.param(Lowering(day(16), 4), True, id="for two weeks, but four times only"),
        pytest.param(Lowering(day(16), 5), False, id="for two weeks and five times"),
    ],
)
def test_how_long_lowering_is_new(lowering: Lowering, *, new: bool) -> None:
    assert lowering.is_new(day(30)) is new


def test_lately_is_the_six_days_before() -> None:
    lowering = Lowering(day(1), 9, tuple(map(day, (23, 24, 27, 29, 30))))
    assert lowering.lately(day(30)) == 3


@pytest.mark.parametrize(
    ("pain", "paused"),
    [
        pytest.param(Pain(), set(), id="nothing hurts"),
        pytest.param(Pain({PULL: at(day(1))}), {PULL, PUSH}, id="one hurts, of the other nobody knows"),
        pytest.param(Pain({PULL: at(day(1))}, fine=frozenset({PUSH})), {PULL}, id="the other is fine"),
    ],
)
def test_what_pain_pauses(pain: Pain, paused: set[Family]) -> None:
    assert {family for family in Family if pain.pauses(family)} == paused


@pytest.mark.parametrize(
    ("life", "has"),
    [
        pytest.param(Life(standings={}), {PUSH}, id="nobody has said a word about a bar"),
        pytest.param(Life(standings={}, bar=True), {PULL, PUSH}, id="with a bar"),
        pytest.param(Life(standings={}, bar=True, free_weekdays=frozenset({0})), set(), id="on a free day"),
        pytest.param(Life(standings={}, bar=True, pain=Pain({PULL: at(day(1))})), set(), id="in pain"),
    ],
)
def test_what_is_to_be_had(life: Life, has: set[Family]) -> None:
    assert {family for family in Family if life.has(family, day(1))} == has


def test_who_pulls_every_day_while_push_ups_rest_is_not_frozen(catalogue: Catalogue) -> None:
    """The seventh day running, against the advice, starts the count anew on that side alone, too."""
    start = [placed("pull_up", 20), has_bar(), hurts(PUSH, on=day(1)), cleared(PULL, on=day(1))]
    log = [one for number in range(2, 9) for one in did("pull_up", 3, 3, 3, on=day(number))]
    why = [train(catalogue, log, start, day(number)).plan.pull.why for number in (8, 9)]
    assert (why[0] is Why.SIX_IN_A_ROW, why[1] is Why.SIX_IN_A_ROW) == (True, False)
