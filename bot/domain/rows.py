"""The rows of the day's table, one function each (docs/coaching.md, 4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY, Hold
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, PlannedSet, Prescription, Row, Why
from bot.domain.returning import comes_back, return_level, why_back
from bot.domain.seasons import is_test_due, season_sets, test_sets
from bot.domain.standing import Life, Standing
from bot.domain.workload import light, open_last, sets_at, spare_new_arms, varied

TRAINING_DAYS_IN_A_ROW = 6
OPEN_SET_AFTER = 5
FIRST_PULL_UPS = 2
_PAUSES = {Hold.SICK: Why.SICK, Hold.PAUSE: Why.PAUSE}


@dataclass(slots=True)
class Case:
    """One family on one day, before its row is found."""

    life: Life
    family: Family
    standing: Standing
    day: date
    catalogue: Catalogue

    def pending(self, offer: Offer) -> bool:
        return self.standing.offer(offer).accepted_at is not None

    def prescribe(self, row: Row, why: Why, sets: tuple[PlannedSet, ...] = ()) -> Prescription:
        kept = spare_new_arms(sets, self.life.lowering, self.catalogue)
        return Prescription(
            family=self.family,
            row=row,
            why=why,
            rung=self.standing.rung,
            level=self.standing.level,
            sets=kept,
        )

    def usual(self) -> tuple[PlannedSet, ...]:
        """What a light day is made of: the season's part while there is one."""
        run = self.standing.season
        return season_sets(self.standing, run, self.day, self.catalogue) if run else self.at_level()

    def at_level(self) -> tuple[PlannedSet, ...]:
        return sets_at(self.catalogue, self.standing, self.standing.level)


def first_row(case: Case) -> Prescription:
    for row in _ROWS:
        prescription = row(case)
        if prescription is not None:
            return prescription
    return normal(case)


def _paused(case: Case) -> Prescription | None:
    if case.life.pain.pauses(case.family):
        return case.prescribe(Row.PAUSED, Why.PAIN)
    hold = case.life.circumstances.hold(case.day)
    return case.prescribe(Row.PAUSED, _PAUSES[hold]) if hold in _PAUSES else None


def _rest(case: Case) -> Prescription | None:
    if case.life.running >= TRAINING_DAYS_IN_A_ROW:
        return case.prescribe(Row.REST, Why.SIX_IN_A_ROW)
    if case.life.is_free(case.day):
        return case.prescribe(Row.REST, Why.FREE_DAY)
    if case.life.circumstances.hold(case.day) is Hold.RACE:
        return case.prescribe(Row.REST, Why.RACE)
    if case.family in case.life.left_off:
        return case.prescribe(Row.REST, Why.LEFT_OFF)
    if not case.life.has(case.family, case.day):
        return case.prescribe(Row.REST, Why.NO_BAR)
    until = case.standing.every_other_until
    if until and case.day < until and case.standing.last_day == case.day - ONE_DAY:
        return case.prescribe(Row.REST, Why.EVERY_OTHER)
    return None


def _spacing(case: Case) -> Prescription | None:
    if case.family is Family.PUSH:
        return None
    planned = _return(case) or _try(case) or normal(case)
    lowering, yesterday = case.life.lowering, case.day - ONE_DAY
    if not any(case.catalogue.is_lowered(one.exercise) for one in planned.sets):
        return None
    new_to_it = lowering.was_on(yesterday) and lowering.is_new(case.day)
    often = lowering.lately(case.day) >= 5
    first_pulls = (
        case.standing.last_day == yesterday
        and planned.level <= FIRST_PULL_UPS
        and not case.catalogue.is_lowered(planned.rung)
    )
    if new_to_it:
        return case.prescribe(Row.SPACING, Why.SPACING)
    return case.prescribe(Row.SPACING, Why.LOWERING_RESTS) if often or first_pulls else None


def _return(case: Case) -> Prescription | None:
    gap = case.standing.gap(case.day)
    if not comes_back(case.standing, gap):
        return None
    level = return_level(case.catalogue, case.standing, gap)
    sets, why = sets_at(case.catalogue, case.standing, level), why_back(case.standing)
    easing = _easing(case)
    if easing:
        sets, why = _lightened(case, sets, level), easing
    return replace(case.prescribe(Row.RETURN, why, sets), level=level, days_off=gap) if sets else None


def _eased(case: Case) -> Prescription | None:
    why = _easing(case)
    return ease(case, why) if why else None


def _easing(case: Case) -> Why | None:
    if case.family in case.life.eased:
        return case.life.eased[case.family]
    return Why.RUNNING if case.life.circumstances.spares_legs(case.day) else None


def ease(case: Case, why: Why) -> Prescription:
    return case.prescribe(Row.EASED, why, _lightened(case, case.usual(), case.standing.level))


def _lightened(case: Case, sets: Sequence[PlannedSet], level: int) -> tuple[PlannedSet, ...]:
    """Half pace; lowering and the first pull-ups are left out."""
    unsure = case.family is Family.PULL and level <= FIRST_PULL_UPS
    if unsure or case.catalogue.is_lowered(case.standing.rung):
        return ()
    return light(_without_lowering(sets, case.catalogue))


def _deload(case: Case) -> Prescription | None:
    if not case.standing.deload_left:
        return None
    return case.prescribe(Row.DELOAD, Why.DELOAD, light(case.usual()))


def _light(case: Case) -> Prescription | None:
    yesterday, standing = case.day - ONE_DAY, case.standing
    if yesterday not in {standing.tough_on, standing.extra_on}:
        return None
    sets = light(_without_lowering(case.usual(), case.catalogue))
    return case.prescribe(Row.LIGHT, Why.LIGHT if standing.tough_on == yesterday else Why.EXTRA, sets)


def _without_lowering(sets: Sequence[PlannedSet], catalogue: Catalogue) -> list[PlannedSet]:
    return [one for one in sets if not catalogue.is_lowered(one.exercise)]


def _calibrate(case: Case) -> Prescription | None:
    if case.family is not Family.PUSH or not case.pending(Offer.PUSH_UP):
        return None
    sets = (PlannedSet("push_up", 5, mode=Mode.UP_TO), PlannedSet("knee_push_up", 8))
    return case.prescribe(Row.CALIBRATE, Why.CALIBRATE, sets)


def _try(case: Case) -> Prescription | None:
    if case.family is not Family.PULL or not case.pending(Offer.TRY_PULL_UP):
        return None
    lowering = PlannedSet("negative_pull_up", 3, lowering=5)
    return case.prescribe(Row.TRY, Why.TRY, (PlannedSet("pull_up", 1, mode=Mode.UP_TO), lowering, lowering))


def _test(case: Case) -> Prescription | None:
    if not is_test_due(case.standing, case.day, case.catalogue):
        return None
    return case.prescribe(Row.TEST, Why.TEST, test_sets(case.standing, case.catalogue))


def _season(case: Case) -> Prescription | None:
    run = case.standing.season
    if run is None:
        return None
    sets = season_sets(case.standing, run, case.day, case.catalogue)
    week = run.week_on(case.day)
    return replace(case.prescribe(Row.SEASON, Why.SEASON, sets), season=run.season, week=week)


def _variation(case: Case) -> Prescription | None:
    standing = case.standing
    if not standing.since_variation or standing.ramp_to is not None:
        return None
    exercise = "wide_push_up" if standing.variations % 2 == 0 else "narrow_push_up"
    dose = case.catalogue.dose(standing.rung, standing.level)
    return case.prescribe(Row.VARIATION, Why.VARIATION, varied(dose, exercise))


def _open(case: Case) -> Prescription | None:
    standing = case.standing
    if case.family is not Family.PUSH or standing.ramp_to is not None:
        return None
    if standing.graded_since_open < OPEN_SET_AFTER:
        return None
    return case.prescribe(Row.OPEN, Why.OPEN, open_last(case.at_level(), standing.rung))


def normal(case: Case) -> Prescription:
    return case.prescribe(Row.NORMAL, _whynormal(case), case.at_level())


def _whynormal(case: Case) -> Why:
    standing = case.standing
    if standing.last_planned is None:
        return Why.FIRST
    rung, level = standing.last_planned
    before = (case.catalogue.hardness(rung), level)
    now = (case.catalogue.hardness(standing.rung), standing.level)
    if now == before:
        return Why.SAME
    return Why.STEP_UP if now > before else Why.STEP_DOWN


_ROWS: tuple[Callable[[Case], Prescription | None], ...] = (
    _paused,
    _rest,
    _spacing,
    _return,
    _eased,
    _deload,
    _light,
    _calibrate,
    _try,
    _test,
    _season,
    _variation,
    _open,
)
