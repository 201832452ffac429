import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.grading import grade
from bot.domain.plan import Mode, PlannedSet, Prescription, Row, Why
from bot.domain.session import Session, close_session
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import OfferState, Standing
from tests.makers import at, day, did

TODAY = day(30)
P5, P6 = PlannedSet("push_up", 5), PlannedSet("push_up", 6)


def prescribed(row: Row, *sets: PlannedSet, why: Why = Why.SAME, rung: str = "push_up") -> Prescription:
    family = Family.PUSH if "push" in rung else Family.PULL
    return Prescription(family=family, row=row, why=why, rung=rung, level=8, sets=sets)


def standing(**changes: object) -> Standing:
    return Standing(rung="push_up", level=8, sessions=10, last_day=day(29), **changes)  # type: ignore[arg-type] # any field


def after(
    catalogue: Catalogue,
    before: Standing,
    part: Prescription,
    done: list[LoggedSet],
    *,
    effort: Effort | None = None,
    available: bool = True,
) -> Standing:
    graded = grade(part, done, effort, catalogue)
    standing = before.copy()
    close_session(standing, Session(part, done, graded, TODAY, available), catalogue)
    return standing


def test_a_day_without_a_session_changes_nothing(catalogue: Catalogue) -> None:
    before = standing()
    assert after(catalogue, before, prescribed(Row.NORMAL, P6), []) == before


def test_a_day_on_which_it_was_not_to_be_had_is_no_gap(catalogue: Catalogue) -> None:
    part = prescribed(Row.REST, why=Why.FREE_DAY)
    assert after(catalogue, standing(absent=2), part, [], available=False).absent == 3


def test_a_session_ends_the_gap(catalogue: Catalogue) -> None:
    now = after(catalogue, standing(absent=2), prescribed(Row.NORMAL, P6), did("push_up", 6))
    assert (now.last_day, now.absent, now.sessions) == (TODAY, 0, 11)


@pytest.mark.parametrize("row", [Row.PAUSED, Row.REST, Row.SPACING])
def test_what_nobody_asked_for_is_not_graded(catalogue: Catalogue, row: Row) -> None:
    now = after(catalogue, standing(points=4), prescribed(row), did("push_up", 1), effort=Effort.FAILED)
    assert (now.level, now.points, now.misses, now.last_day) == (8, 4, 0, TODAY)


@pytest.mark.parametrize(
    ("done", "misses"),
    [
        pytest.param(did("push_up", 5, 5), 0, id="done"),
        pytest.param(did("push_up", 5, 3), 0, id="80 % is enough"),
        pytest.param(did("push_up", 5, 2), 1, id="70 % is a miss"),
        pytest.param(did("knee_push_up", 3), 0, id="on the knees they have shown up"),
    ],
)
def test_a_light_day(catalogue: Catalogue, done: list[LoggedSet], misses: int) -> None:
    now = after(catalogue, standing(points=4), prescribed(Row.LIGHT, P5, P5), done)
    assert now.misses == misses
    assert now.level == 8


def test_something_harder_on_a_light_day_is_no_miss(catalogue: Catalogue) -> None:
    before = Standing(rung="knee_push_up", level=8)
    part = prescribed(Row.LIGHT, PlannedSet("knee_push_up", 5), rung="knee_push_up")
    assert after(catalogue, before, part, did("push_up", 3)).misses == 0


def test_each_session_of_a_lighter_spell_counts_down(catalogue: Catalogue) -> None:
    part = prescribed(Row.DELOAD, P5, P5)
    assert after(catalogue, standing(deload_left=3), part, did("push_up", 5, 5)).deload_left == 2
    missed = after(catalogue, standing(deload_left=3), part, did("push_up", 5))
    assert (missed.deload_left, missed.misses) == (2, 1)


@pytest.mark.parametrize(
    ("done", "met_running"),
    [
        pytest.param(did("wide_push_up", 6), 4, id="a met one counts towards the sixth"),
        pytest.param(did("wide_push_up", 3), 0, id="a short one ends the row, and is no miss"),
    ],
)
def test_new_hand_positions_give_no_points(
    catalogue: Catalogue, done: list[LoggedSet], met_running: int
) -> None:
    before = standing(points=4, met_running=3, since_variation=1, variations=2)
    now = after(catalogue, before, prescribed(Row.VARIATION, PlannedSet("wide_push_up", 6)), done)
    assert (now.points, now.misses, now.met_running) == (4, 0, met_running)
    assert (now.since_variation, now.variations) == (0, 3)


@pytest.mark.parametrize(
    ("ramp_to", "since"),
    [
        pytest.param(None, 1, id="every second session"),
        pytest.param(10, 0, id="but not on the way back from a break"),
    ],
)
def test_when_hand_positions_change(catalogue: Catalogue, ramp_to: int | None, since: int) -> None:
    before = standing(since_variation=0, ramp_to=ramp_to)
    assert after(catalogue, before, prescribed(Row.NORMAL, P6), did("push_up", 6)).since_variation == since


def test_a_day_cut_short_gives_no_points_and_no_miss(catalogue: Catalogue) -> None:
    part = prescribed(Row.NORMAL, P6, why=Why.CUT)
    met = after(catalogue, standing(points=4), part, did("push_up", 6), effort=Effort.EASY)
    short = after(catalogue, standing(points=4), part, did("push_up", 5))
    assert (met.level, met.points, met.met_running) == (8, 4, 1)
    assert (short.level, short.points, short.misses) == (8, 4, 0)


@pytest.mark.parametrize(
    ("effort", "tough_on"),
    [
        pytest.param(Effort.HARD, TODAY, id="hard"),
        pytest.param(Effort.FAILED, TODAY, id="failed"),
        pytest.param(Effort.OK, None, id="but not an ok one"),
    ],
)
def test_a_tough_day_with_other_hands_makes_the_next_light(
    catalogue: Catalogue, effort: Effort, tough_on: object
) -> None:
    part = prescribed(Row.VARIATION, PlannedSet("wide_push_up", 6))
    now = after(catalogue, standing(since_variation=1), part, did("wide_push_up", 6), effort=effort)
    assert now.tough_on == tough_on


def test_an_easier_rung_costs_the_points_only(catalogue: Catalogue) -> None:
    now = after(catalogue, standing(points=4), prescribed(Row.NORMAL, P6), did("knee_push_up", 20))
    assert (now.level, now.points, now.misses, now.last_planned) == (8, 0, 0, None)


def test_what_was_planned_is_remembered_for_the_next_reason(catalogue: Catalogue) -> None:
    now = after(catalogue, standing(), prescribed(Row.NORMAL, P6), did("push_up", 6), effort=Effort.EASY)
    assert (now.level, now.last_planned) == (9, ("push_up", 8))


def test_the_first_day_back_starts_the_way_up(catalogue: Catalogue) -> None:
    before = standing(points=4, back_from_pain=True)
    part = Prescription(
        family=Family.PUSH, row=Row.RETURN, why=Why.RETURN, rung="push_up", level=5, sets=(P5,)
    )
    now = after(catalogue, before, part, did("push_up", 5))
    assert (now.level, now.ramp_to, now.points, now.back_from_pain) == (6, 8, 0, False)


def test_at_the_bottom_there_is_no_way_up(catalogue: Catalogue) -> None:
    before = Standing(rung="push_up", level=0, sessions=5, points=4)
    part = Prescription(
        family=Family.PUSH, row=Row.RETURN, why=Why.RETURN, rung="push_up", level=0, sets=(P5,)
    )
    now = after(catalogue, before, part, did("push_up", 5))
    assert (now.level, now.ramp_to, now.points) == (1, None, 0)


@pytest.mark.parametrize(
    ("reps", "rung", "level"),
    [
        pytest.param((3,), "push_up", 2, id="three on the toes are level two"),
        pytest.param((1, 2), "push_up", 1, id="the best of two goes"),
        pytest.param((9,), "push_up", 4, id="level four at most"),
        pytest.param((), "knee_push_up", 13, id="no number: not yet"),
    ],
)
def test_the_first_day_on_the_toes(
    catalogue: Catalogue, reps: tuple[int, ...], rung: str, level: int
) -> None:
    accepted = {Offer.PUSH_UP: OfferState(accepted_at=at(day(29)))}
    before = Standing(rung="knee_push_up", level=13, offers=accepted)
    up_to = PlannedSet("push_up", 5, mode=Mode.UP_TO)
    part = prescribed(Row.CALIBRATE, up_to, PlannedSet("knee_push_up", 8), rung="knee_push_up")
    now = after(catalogue, before, part, did("push_up", *reps) + did("knee_push_up", 8))
    assert (now.rung, now.level) == (rung, level)


@pytest.mark.parametrize(
    ("tries", "asks_again"),
    [
        pytest.param(0, True, id="the next session asks again"),
        pytest.param(1, False, id="the second time it waits two weeks"),
    ],
)
def test_a_first_day_on_the_toes_without_a_number(
    catalogue: Catalogue, tries: int, *, asks_again: bool
) -> None:
    accepted = {Offer.PUSH_UP: OfferState(accepted_at=at(day(29)), tries=tries)}
    before = Standing(rung="knee_push_up", level=13, offers=accepted)
    up_to = PlannedSet("push_up", 5, mode=Mode.UP_TO)
    part = prescribed(Row.CALIBRATE, up_to, PlannedSet("knee_push_up", 8), rung="knee_push_up")
    state = after(catalogue, before, part, did("knee_push_up", 8)).offer(Offer.PUSH_UP)
    assert (state.accepted_at is not None, state.quiet_until) == (asks_again, None if asks_again else day(44))


@pytest.mark.parametrize(
    ("done", "rung"),
    [
        pytest.param(did("pull_up", 1), "pull_up", id="a pull-up is the next rung"),
        pytest.param(did("chin_up", 2), "pull_up", id="so is a chin-up"),
        pytest.param(did("negative_pull_up", 3, 3), "negative_pull_up", id="lowering only is not yet"),
    ],
)
def test_the_first_pull_up(catalogue: Catalogue, done: list[LoggedSet], rung: str) -> None:
    accepted = {Offer.TRY_PULL_UP: OfferState(accepted_at=at(day(29)))}
    before = Standing(rung="negative_pull_up", level=10, offers=accepted)
    one = PlannedSet("pull_up", 1, mode=Mode.UP_TO)
    now = after(catalogue, before, prescribed(Row.TRY, one, rung="negative_pull_up"), done)
    assert now.rung == rung
    assert (now.level == 0) is (rung == "pull_up")
