from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer
from bot.domain.exercise import Family
from bot.domain.plan import Row
from bot.domain.standing import OfferState, Pain
from bot.domain.state import Training, train
from tests.makers import answer, at, cleared, day, did, free, has_bar, hurts, placed

PULL, PUSH = Family.PULL, Family.PUSH
ELEVEN = time(11, 0)
START = [placed("push_up", 12), placed("pull_up", 4), has_bar()]


def told(catalogue: Catalogue, *events: Event, today: date, log_until: int = 0) -> Training:
    """Somebody who trained with the arms' own strength for so many days, and then said this."""
    log = [one for number in range(1, log_until + 1) for one in did("push_up", 6, 6, on=day(number))]
    log += [one for number in range(1, log_until + 1, 2) for one in did("pull_up", 1, 1, on=day(number))]
    return train(catalogue, log, [*START, *events], today)


def resting(training: Training) -> set[Family]:
    return {part.family for part in training.plan if part.row is Row.PAUSED}


def test_an_athlete_stands_where_they_were_placed(catalogue: Catalogue) -> None:
    standing = train(catalogue, [], [placed("push_up", 12)], day(1)).morning.standings[PUSH]
    assert (standing.rung, catalogue.dose(standing.rung, standing.level).reps) == ("push_up", 6)


def test_free_days_are_free_from_that_day_on(catalogue: Catalogue) -> None:
    events = [placed("push_up", 12), free({0}, on=day(3))]
    assert [train(catalogue, [], events, day(number)).plan.is_rest for number in (1, 8)] == [False, True]


@pytest.mark.parametrize(
    ("said", "pulled", "bar"),
    [
        pytest.param((), False, None, id="nobody has said a word"),
        pytest.param((), True, True, id="a set of pulls is a bar"),
        pytest.param((has_bar(available=False),), False, False, id="no bar"),
        pytest.param((has_bar(available=False),), True, True, id="no bar, and then a pull-up"),
        pytest.param((has_bar(available=False, on=day(2)),), True, False, id="no bar from the next day on"),
        pytest.param((has_bar(), has_bar(available=False, on=day(2))), False, False, id="a bar no more"),
    ],
)
def test_whether_there_is_a_bar(
    catalogue: Catalogue, said: tuple[Event, ...], *, pulled: bool, bar: bool | None
) -> None:
    log = did("pull_up", 1) if pulled else []
    assert train(catalogue, log, said, day(2)).now.bar is bar


def test_a_bar_denied_after_the_days_pulls_is_gone(catalogue: Catalogue) -> None:
    log = did("pull_up", 1)
    late = [has_bar(available=False, clock=ELEVEN)]
    assert train(catalogue, log, late, day(1)).now.bar is False


@pytest.mark.parametrize(
    ("events", "families"),
    [
        pytest.param([hurts(PULL, on=day(3))], {PULL, PUSH}, id="both, until the other is fine"),
        pytest.param(
            [hurts(PULL, on=day(3)), cleared(PUSH, on=day(3))],
            {PULL},
            id="what hurts, once the other is fine",
        ),
        pytest.param([hurts(None, on=day(3))], {PULL, PUSH}, id="both, while nobody knows which"),
        pytest.param(
            [hurts(None, on=day(3)), cleared(PUSH, on=day(3))], {PULL}, id="the one that isn't called fine"
        ),
        pytest.param(
            [hurts(None, on=day(3)), hurts(PULL, on=day(3), clock=ELEVEN)],
            {PULL, PUSH},
            id="both, once the one is named",
        ),
        pytest.param(
            [hurts(PULL, on=day(3)), hurts(PUSH, on=day(3), clock=ELEVEN), cleared(PULL, on=day(5))],
            {PUSH},
            id="the second, once the first is cleared",
        ),
        pytest.param(
            [hurts(PULL, on=day(3)), cleared(PUSH, on=day(3)), hurts(PUSH, on=day(4))],
            {PULL, PUSH},
            id="both, if the other begins to hurt",
        ),
        pytest.param(
            [cleared(PUSH, on=day(2)), hurts(PULL, on=day(3))],
            {PULL, PUSH},
            id="both, whatever was fine before the pain",
        ),
    ],
)
def test_what_rests(catalogue: Catalogue, events: list[Event], families: set[Family]) -> None:
    assert resting(told(catalogue, *events, today=day(6))) == families


@pytest.mark.parametrize(
    ("on", "clock", "families"),
    [
        pytest.param(day(3), time(9, 10), set(), id="within ten minutes it was a slip of the finger"),
        pytest.param(day(3), time(9, 11), {PULL, PUSH}, id="eleven minutes are too soon to be cleared"),
        pytest.param(day(4), time(8, 59), {PULL, PUSH}, id="so are nearly 24 hours"),
        pytest.param(day(4), time(9, 0), set(), id="24 hours are enough"),
    ],
)
def test_when_pain_is_cleared(catalogue: Catalogue, on: date, clock: time, families: set[Family]) -> None:
    events = [hurts(PULL, on=day(3)), cleared(PULL, on=on, clock=clock)]
    assert resting(told(catalogue, *events, today=day(6))) == families


def test_after_pain_an_athlete_comes_back_lower(catalogue: Catalogue) -> None:
    events = [hurts(PUSH, on=day(4)), cleared(PUSH, on=day(5)), cleared(PULL, on=day(5))]
    part = told(catalogue, *events, today=day(5), log_until=3).plan.push
    assert part.row is Row.RETURN
    assert sum(one.reps for one in part.sets) <= 6


def test_after_a_slip_of_the_finger_nothing_has_changed(catalogue: Catalogue) -> None:
    events = [hurts(PUSH, on=day(4)), cleared(PUSH, on=day(4), clock=time(9, 5))]
    after, before = (told(catalogue, *said, today=day(4), log_until=3) for said in (events, []))
    assert after.plan == before.plan


def test_who_never_trained_comes_back_from_pain_as_before(catalogue: Catalogue) -> None:
    events = [hurts(PUSH, on=day(1)), cleared(PUSH, on=day(2))]
    training = told(catalogue, *events, today=day(2))
    assert training.plan.push.row is Row.NORMAL
    assert training.morning.pain == Pain()


def test_cleared_pain_makes_lowering_new_again(catalogue: Catalogue) -> None:
    events = [hurts(PULL, on=day(4)), cleared(PULL, on=day(5))]
    log = did("negative_pull_up", 1, on=day(1))
    assert train(catalogue, log, [*START, *events], day(5)).morning.lowering.new_since == day(5)


def test_pain_withdraws_an_offer(catalogue: Catalogue) -> None:
    log = did("push_up", 10, 10, on=day(1)) + did("push_up", 10, 10, on=day(2))
    events = [placed("push_up", 20)]
    earned, hurt = (
        train(catalogue, log, [*events, *said], day(3)).now.standings[PUSH].offer(Offer.VARIATION).open_since
        for said in ([], [hurts(PUSH, on=day(3))])
    )
    assert (earned, hurt) == (day(2), None)


@pytest.mark.parametrize(
    ("clock", "opened"),
    [
        pytest.param(time(9, 5), day(2), id="a slip of the finger withdraws nothing"),
        pytest.param(time(9, 30), None, id="pain does"),
    ],
)
def test_what_a_slip_of_the_finger_withdraws(catalogue: Catalogue, clock: time, opened: date | None) -> None:
    log = did("push_up", 10, 10, on=day(1)) + did("push_up", 10, 10, on=day(2))
    events = [placed("push_up", 20), hurts(PUSH, on=day(3)), cleared(PUSH, on=day(3), clock=clock)]
    standing = train(catalogue, log, events, day(3)).now.standings[PUSH]
    assert standing.offer(Offer.VARIATION).open_since == opened


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        pytest.param(free({0}, on=day(1)), Row.NORMAL, Row.REST, id="a free weekday"),
        pytest.param(hurts(PUSH, on=day(1)), Row.NORMAL, Row.PAUSED, id="pain"),
        pytest.param(placed("knee_push_up", 4), Row.NORMAL, Row.NORMAL, id="a new placement"),
    ],
)
def test_what_is_said_after_the_session_leaves_the_days_plan(
    catalogue: Catalogue, said: Event, before: Row, after: Row
) -> None:
    later = replace(said, said_at=at(day(1), ELEVEN))
    training = train(catalogue, did("push_up", 6), [placed("push_up", 12), later], day(1))
    next_week = train(catalogue, did("push_up", 6), [placed("push_up", 12), later], day(8))
    assert (training.plan.push.row, training.plan.push.rung) == (before, "push_up")
    assert next_week.plan.push.row is after


@pytest.mark.parametrize(
    ("on", "clock", "today", "row"),
    [
        pytest.param(day(2), time(20, 0), day(3), Row.CALIBRATE, id="after the session that earned it"),
        pytest.param(day(3), time(6, 30), day(3), Row.CALIBRATE, id="before the next one"),
        pytest.param(day(3), time(20, 0), day(3), Row.NORMAL, id="after the next one: its plan stays"),
        pytest.param(
            day(3), time(20, 0), day(4), Row.CALIBRATE, id="and the one after it begins on the toes"
        ),
    ],
)
def test_an_offer_taken(catalogue: Catalogue, on: date, clock: time, today: date, row: Row) -> None:
    log = [one for number in (1, 2, 3) for one in did("knee_push_up", 10, 10, on=day(number))]
    events = [placed("knee_push_up", 20), answer(Offer.PUSH_UP, accepted=True, on=on, clock=clock)]
    assert train(catalogue, log, events, today).plan.push.row is row


@pytest.mark.parametrize(
    ("on", "clock"),
    [
        pytest.param(day(2), time(20, 0), id="told on the evening that earned it"),
        pytest.param(day(3), time(6, 30), id="told the morning after"),
    ],
)
@pytest.mark.parametrize("reps", [(10, 9), ()])
def test_a_log_corrected_afterwards_takes_no_accepted_rung_back(
    catalogue: Catalogue, on: date, clock: time, reps: tuple[int, ...]
) -> None:
    """One rep fewer, or no set at all, on the day that earned the toes."""
    events = [placed("knee_push_up", 20), answer(Offer.PUSH_UP, accepted=True, on=on, clock=clock)]
    log = did("knee_push_up", 10, 10) + did("knee_push_up", *reps, on=day(2))
    calibrated = did("push_up", 4, on=day(3), source="toes") + did("knee_push_up", 8, on=day(3))
    standing = train(catalogue, log + calibrated, events, day(4)).morning.standings[Family.PUSH]
    assert (standing.rung, standing.level) == ("push_up", 3)


def test_a_yes_to_what_pain_withdrew_before_is_none(catalogue: Catalogue) -> None:
    log = [one for number in (1, 2) for one in did("knee_push_up", 10, 10, on=day(number))]
    pain = hurts(Family.PUSH, on=day(3), clock=time(6, 0))
    yes = answer(Offer.PUSH_UP, accepted=True, on=day(3), clock=time(7, 0))
    standing = train(catalogue, log, [placed("knee_push_up", 20), pain, yes], day(4)).now.standings
    assert standing[Family.PUSH].offer(Offer.PUSH_UP) == OfferState()


def test_an_unnamed_pain_beside_a_known_one_waits_its_day(catalogue: Catalogue) -> None:
    known, unnamed = hurts(Family.PULL, on=day(1)), hurts(None, on=day(2))
    too_soon = cleared(Family.PULL, on=day(2), clock=time(12, 0))

    training = told(catalogue, has_bar(), known, unnamed, too_soon, today=day(2))

    assert resting(training) == {Family.PUSH}
    early = cleared(Family.PUSH, on=day(2), clock=time(12, 0))
    assert resting(told(catalogue, has_bar(), known, unnamed, early, today=day(2))) == set(Family)
