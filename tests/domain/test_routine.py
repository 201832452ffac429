from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, Plan, PlannedSet, Row, Why
from bot.domain.routine import prescribe
from bot.domain.standing import Life, Lowering, OfferState, Pain, Standing
from bot.domain.timing import CAP_SECONDS
from tests.makers import at, day

PULL, PUSH = Family.PULL, Family.PUSH
TODAY, YESTERDAY = day(30), day(29)
USED_TO_LOWERING = Lowering(new_since=day(1), sessions=9)
ACCEPTED = OfferState(accepted_at=at(YESTERDAY))


def push(level: int = 12, rung: str = "push_up", **changes: object) -> Standing:
    fields = {"last_day": YESTERDAY, "sessions": 10, "last_planned": (rung, level), **changes}
    return Standing(rung=rung, level=level, **fields)  # type: ignore[arg-type] # any field


def pull(level: int = 5, rung: str = "pull_up", **changes: object) -> Standing:
    return push(level, rung, **{"last_day": day(28), **changes})


def plan(catalogue: Catalogue, *standings: Standing, **changes: object) -> Plan:
    families: Mapping[Family, Standing] = {
        catalogue.family_of(standing.rung): standing for standing in (push(), pull(), *standings)
    }
    fields = {"bar": True, "lowering": USED_TO_LOWERING, **changes}
    return prescribe(Life(standings=families, **fields), TODAY, catalogue)  # type: ignore[arg-type] # any field


def shown(sets: tuple[PlannedSet, ...]) -> list[tuple[str, int]]:
    return [(one.exercise, one.reps) for one in sets]


def rows(found: Plan) -> tuple[Row, Row]:
    return found.pull.row, found.push.row


def whys(found: Plan) -> tuple[Why, Why]:
    return found.pull.why, found.push.why


def test_a_normal_day_is_the_level_of_each_ladder(catalogue: Catalogue) -> None:
    found = plan(catalogue)
    assert rows(found) == (Row.NORMAL, Row.NORMAL)
    assert shown(found.sets) == [("pull_up", 3)] * 3 + [("push_up", 10)] * 2


@pytest.mark.parametrize(
    ("last_planned", "why"),
    [
        pytest.param(None, Why.FIRST, id="the first time"),
        pytest.param(("push_up", 12), Why.SAME, id="as last time"),
        pytest.param(("push_up", 11), Why.STEP_UP, id="a step up"),
        pytest.param(("knee_push_up", 14), Why.STEP_UP, id="a rung up"),
        pytest.param(("push_up", 13), Why.STEP_DOWN, id="a step down"),
    ],
)
def test_a_normal_day_is_compared_with_the_last(
    catalogue: Catalogue, last_planned: tuple[str, int] | None, why: Why
) -> None:
    assert plan(catalogue, push(last_planned=last_planned)).push.why is why


@pytest.mark.parametrize(
    ("pain", "expected"),
    [
        pytest.param(Pain({PULL: at(YESTERDAY)}), (Row.PAUSED, Row.PAUSED), id="both, to begin with"),
        pytest.param(
            Pain({PULL: at(YESTERDAY)}, fine=frozenset({PUSH})),
            (Row.PAUSED, Row.NORMAL),
            id="only what hurts",
        ),
    ],
)
def test_what_hurts_rests(catalogue: Catalogue, pain: Pain, expected: tuple[Row, Row]) -> None:
    assert rows(plan(catalogue, pain=pain)) == expected


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"running": 6}, Why.SIX_IN_A_ROW, id="after six days running"),
        pytest.param({"free_weekdays": frozenset({TODAY.weekday()})}, Why.FREE_DAY, id="on a free weekday"),
    ],
)
def test_a_day_off(catalogue: Catalogue, changes: dict[str, object], why: Why) -> None:
    found = plan(catalogue, **changes)
    assert (found.is_rest, found.seconds, whys(found)) == (True, 0, (why, why))


@pytest.mark.parametrize("bar", [None, False])
def test_without_a_bar_push_ups_are_the_whole_day(catalogue: Catalogue, bar: bool | None) -> None:  # noqa: FBT001
    found = plan(catalogue, bar=bar)
    assert whys(found) == (Why.NO_BAR, Why.SAME)


@pytest.mark.parametrize(
    ("standing", "lowering", "row"),
    [
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(20), 8, (YESTERDAY,)),
            Row.SPACING,
            id="lowered yesterday, and for less than two weeks",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 4, (YESTERDAY,)),
            Row.SPACING,
            id="lowered yesterday, and fewer than five times",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 8, (YESTERDAY,)),
            Row.NORMAL,
            id="lowered yesterday, and used to it",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(20), 3, (day(28),)),
            Row.NORMAL,
            id="new to it, but not yesterday",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 20, tuple(map(day, (24, 25, 26, 28, 29)))),
            Row.SPACING,
            id="lowered on five of the last six days",
        ),
        pytest.param(
            pull(4, "negative_pull_up"),
            Lowering(day(1), 20, tuple(map(day, (23, 25, 26, 28, 29)))),
            Row.NORMAL,
            id="the seventh day before doesn't count",
        ),
        pytest.param(
            pull(2, last_day=YESTERDAY), USED_TO_LOWERING, Row.SPACING, id="the first pull-ups yesterday"
        ),
        pytest.param(
            pull(3, last_day=YESTERDAY),
            USED_TO_LOWERING,
            Row.NORMAL,
            id="pull-ups yesterday, and used to them",
        ),
        pytest.param(pull(2), USED_TO_LOWERING, Row.NORMAL, id="the first pull-ups the day before yesterday"),
        pytest.param(
            pull(5, last_day=YESTERDAY),
            Lowering(day(28), 1, (YESTERDAY,)),
            Row.NORMAL,
            id="lowered yesterday, but nothing to lower today",
        ),
        pytest.param(
            pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED}),
            Lowering(day(20), 8, (YESTERDAY,)),
            Row.SPACING,
            id="a first pull-up waits, too",
        ),
        pytest.param(
            pull(5, last_day=YESTERDAY, back_from_pain=True),
            Lowering(YESTERDAY, 3, (YESTERDAY,)),
            Row.SPACING,
            id="so does lowering that only the way back from pain brings",
        ),
    ],
)
def test_lowering_needs_its_days_off(
    catalogue: Catalogue, standing: Standing, lowering: Lowering, row: Row
) -> None:
    assert plan(catalogue, standing, lowering=lowering).pull.row is row


@pytest.mark.parametrize(
    ("standing", "level", "days_off"),
    [
        pytest.param(push(last_day=day(22)), 11, 8, id="eight days off"),
        pytest.param(push(last_day=day(12)), 7, 18, id="eighteen days off"),
        pytest.param(push(last_day=YESTERDAY, back_from_pain=True), 7, 1, id="after pain"),
    ],
)
def test_coming_back(catalogue: Catalogue, standing: Standing, level: int, days_off: int) -> None:
    part = plan(catalogue, standing).push
    assert (part.row, part.why, part.level, part.days_off) == (Row.RETURN, Why.RETURN, level, days_off)


@pytest.mark.parametrize(
    ("last_day", "absent"),
    [
        pytest.param(day(23), 0, id="seven days are no break"),
        pytest.param(day(18), 5, id="nor are twelve with five free ones"),
    ],
)
def test_no_break_yet(catalogue: Catalogue, last_day: object, absent: int) -> None:
    assert plan(catalogue, push(last_day=last_day, absent=absent)).push.row is Row.NORMAL


def test_a_lighter_spell(catalogue: Catalogue) -> None:
    part = plan(catalogue, push(deload_left=2)).push
    assert (part.row, shown(part.sets)) == (Row.DELOAD, [("push_up", 6)] * 2)


@pytest.mark.parametrize(
    ("standing", "sets"),
    [
        pytest.param(push(), [("push_up", 6)] * 2, id="push-ups are fewer"),
        pytest.param(push(4, stepped_up=True), [("push_up", 3), ("knee_push_up", 5)], id="knees too"),
        pytest.param(pull(1), [("pull_up", 1)], id="the back-off is left out"),
        pytest.param(pull(9, "negative_pull_up"), [], id="negatives are left out"),
    ],
)
def test_after_a_tough_day(catalogue: Catalogue, standing: Standing, sets: list[tuple[str, int]]) -> None:
    family = catalogue.family_of(standing.rung)
    tough = {"tough_on": YESTERDAY}
    changed = Standing(**{**_fields(standing), **tough})  # type: ignore[arg-type] # any field
    part = plan(catalogue, changed).of(family)
    assert (part.row, part.why, shown(part.sets)) == (Row.LIGHT, Why.LIGHT, sets)


def _fields(standing: Standing) -> dict[str, object]:
    return {name: getattr(standing, name) for name in standing.__dataclass_fields__}


def test_a_tough_day_before_yesterday_is_over(catalogue: Catalogue) -> None:
    assert plan(catalogue, push(tough_on=day(28))).push.row is Row.NORMAL


def test_the_first_day_on_the_toes(catalogue: Catalogue) -> None:
    standing = push(13, "knee_push_up", offers={Offer.PUSH_UP: ACCEPTED})
    part = plan(catalogue, standing).push
    assert (part.row, part.rung) == (Row.CALIBRATE, "knee_push_up")
    assert part.sets == (PlannedSet("push_up", 5, mode=Mode.UP_TO), PlannedSet("knee_push_up", 8))


@pytest.mark.parametrize(
    ("sessions", "negatives"),
    [pytest.param(9, [3, 3], id="with two sets of lowering"), pytest.param(4, [3, 1], id="new arms: four")],
)
def test_the_first_pull_up(catalogue: Catalogue, sessions: int, negatives: list[int]) -> None:
    standing = pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED})
    part = plan(catalogue, standing, lowering=Lowering(day(1), sessions)).pull
    assert part.row is Row.TRY
    assert part.sets[0] == PlannedSet("pull_up", 1, mode=Mode.UP_TO)
    assert [one.reps for one in part.sets[1:]] == negatives


@pytest.mark.parametrize(
    ("since", "variations", "ramp_to", "exercise"),
    [
        pytest.param(1, 0, None, "wide_push_up", id="wide first"),
        pytest.param(1, 1, None, "narrow_push_up", id="then narrow"),
        pytest.param(2, 2, None, "wide_push_up", id="then wide again"),
        pytest.param(0, 1, None, "push_up", id="every second session"),
        pytest.param(None, 0, None, "push_up", id="not before a yes"),
        pytest.param(1, 0, 14, "push_up", id="not on the way back"),
    ],
)
def test_hand_positions(
    catalogue: Catalogue, since: int | None, variations: int, ramp_to: int | None, exercise: str
) -> None:
    standing = push(since_variation=since, variations=variations, ramp_to=ramp_to)
    assert plan(catalogue, standing).push.sets[0].exercise == exercise


@pytest.mark.parametrize(
    ("graded", "ramp_to", "mode"),
    [
        pytest.param(5, None, Mode.OPEN, id="after five graded days"),
        pytest.param(4, None, Mode.FIXED, id="not after four"),
        pytest.param(5, 14, Mode.FIXED, id="not on the way back"),
    ],
)
def test_the_last_set_is_open(catalogue: Catalogue, graded: int, ramp_to: int | None, mode: Mode) -> None:
    part = plan(catalogue, push(6, graded_since_open=graded, ramp_to=ramp_to)).push
    assert [one.mode for one in part.sets] == [Mode.FIXED, mode]


def test_pulls_are_never_open(catalogue: Catalogue) -> None:
    assert plan(catalogue, pull(graded_since_open=9)).pull.row is Row.NORMAL


ALL_AT_ONCE = {
    "back_from_pain": True,
    "deload_left": 2,
    "tough_on": YESTERDAY,
    "offers": {Offer.PUSH_UP: ACCEPTED},
    "since_variation": 1,
    "graded_since_open": 5,
}


@pytest.mark.parametrize(
    ("gone", "row"),
    [
        pytest.param(0, Row.RETURN, id="coming back before all that follows"),
        pytest.param(1, Row.DELOAD, id="then a lighter spell"),
        pytest.param(2, Row.LIGHT, id="then a light day"),
        pytest.param(3, Row.CALIBRATE, id="then the toes"),
        pytest.param(4, Row.VARIATION, id="then hand positions"),
        pytest.param(5, Row.OPEN, id="then an open set"),
        pytest.param(6, Row.NORMAL, id="and else the ladder"),
    ],
)
def test_the_first_row_wins(catalogue: Catalogue, gone: int, row: Row) -> None:
    left = dict(list(ALL_AT_ONCE.items())[gone:])
    assert plan(catalogue, push(6, "push_up", **left)).push.row is row


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        pytest.param({"pain": Pain({PUSH: at(YESTERDAY)}), "running": 6}, Why.PAIN, id="pain before all"),
        pytest.param({"running": 6, "bar": False}, Why.SIX_IN_A_ROW, id="six in a row before no bar"),
        pytest.param({"bar": False}, Why.NO_BAR, id="no bar before spacing"),
        pytest.param({}, Why.SPACING, id="spacing before a light day"),
    ],
)
def test_the_first_reason_to_rest_is_given(
    catalogue: Catalogue, changes: dict[str, object], why: Why
) -> None:
    lowered = Lowering(day(28), 1, (YESTERDAY,))
    negatives = pull(4, "negative_pull_up", tough_on=YESTERDAY)
    assert plan(catalogue, negatives, **{"lowering": lowered, **changes}).pull.why is why


def test_an_open_set_waits_for_a_shorter_day(catalogue: Catalogue) -> None:
    long_day = plan(catalogue, push(15, graded_since_open=5), pull(10))
    assert (long_day.push.row, long_day.push.why) == (Row.NORMAL, Why.SAME)


@pytest.mark.parametrize(
    ("standings", "last_cut", "sets"),
    [
        pytest.param((push(15), pull(10)), None, (3, 3), id="a day that fits is left alone"),
        pytest.param((push(21), pull(9)), None, (3, 2), id="push-ups first"),
        pytest.param((push(21), pull(9)), PUSH, (2, 3), id="then pull-ups"),
        pytest.param((push(21), pull(9)), PULL, (3, 2), id="then push-ups again"),
        pytest.param((push(21), pull(11, "negative_pull_up")), None, (3, 1), id="two sets if need be"),
        pytest.param(
            (push(21), pull(10, "negative_pull_up", offers={Offer.TRY_PULL_UP: ACCEPTED})),
            None,
            (2, 3),
            id="rather what isn't graded: pulls",
        ),
        pytest.param(
            (push(21, since_variation=1), pull(11, "negative_pull_up")),
            PUSH,
            (3, 2),
            id="rather what isn't graded: push-ups",
        ),
    ],
)
def test_a_long_day_loses_a_set(
    catalogue: Catalogue, standings: tuple[Standing, ...], last_cut: Family | None, sets: tuple[int, int]
) -> None:
    found = plan(catalogue, *standings, last_cut=last_cut)
    assert (len(found.pull.sets), len(found.push.sets)) == sets
    cut = {why for why in whys(found) if why in {Why.CUT, Why.CUT_TWO}}
    assert cut == ({Why.CUT_TWO} if 1 in sets else {Why.CUT} if 2 in sets else set())


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="on a normal day"),
        pytest.param({"graded_since_open": 5}, id="with an open set"),
        pytest.param({"since_variation": 1}, id="with other hands"),
        pytest.param({"deload_left": 1}, id="in a lighter spell"),
        pytest.param({"last_day": YESTERDAY - timedelta(days=9)}, id="on the first day back"),
        pytest.param(
            {"offers": {Offer.TRY_PULL_UP: ACCEPTED, Offer.PUSH_UP: ACCEPTED}}, id="on a day of trying"
        ),
    ],
)
def test_every_pair_of_levels_fits_into_three_minutes(
    catalogue: Catalogue, changes: dict[str, object]
) -> None:
    """Knees and assisted lowering have the same levels as push-ups and negatives."""
    rungs = {rung: range(catalogue.rung(rung).top + 1) for rung in ("negative_pull_up", "pull_up", "push_up")}
    pushes = [push(level, "push_up", stepped_up=True, **changes) for level in rungs.pop("push_up")]
    pulls = [pull(level, rung, **changes) for rung, levels in rungs.items() for level in levels]
    plans = [plan(catalogue, one, other) for one in pulls for other in pushes]
    assert all(found.pull.sets and found.push.sets and found.seconds <= CAP_SECONDS for found in plans)
