"""Today's plan: the day's table of the policy, first matching row per family (docs/coaching.md, 4)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, Plan, PlannedSet, Prescription, Row, Why
from bot.domain.returning import BREAK_DAYS, return_level
from bot.domain.standing import ONE_DAY, Life, Standing
from bot.domain.timing import CAP_SECONDS, seconds_of
from bot.domain.workload import light, open_last, sets_at, spare_new_arms, varied

TRAINING_DAYS_IN_A_ROW = 6
OPEN_SET_AFTER = 5


@dataclass(slots=True)
class _Case:
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

    def at_level(self) -> tuple[PlannedSet, ...]:
        return sets_at(self.catalogue, self.standing, self.standing.level)


def prescribe(life: Life, day: date, catalogue: Catalogue) -> Plan:
    """The plan of a day from what stood at its start; never over the cap of 180 seconds."""
    cases = {family: _Case(life, family, life.standings[family], day, catalogue) for family in Family}
    pull, push = _first_row(cases[Family.PULL]), _first_row(cases[Family.PUSH])
    seconds = seconds_of(pull.sets, push.sets, catalogue)
    if seconds > CAP_SECONDS:
        pull, push = _without_open_set(cases, pull), _without_open_set(cases, push)
        pull, push = _cut(life, pull, push, catalogue)
        seconds = seconds_of(pull.sets, push.sets, catalogue)
    return Plan(day, pull, push, seconds)


def _first_row(case: _Case) -> Prescription:
    for row in _ROWS:
        prescription = row(case)
        if prescription is not None:
            return prescription
    return _normal(case)


def _paused(case: _Case) -> Prescription | None:
    return case.prescribe(Row.PAUSED, Why.PAIN) if case.life.pain.pauses(case.family) else None


def _rest(case: _Case) -> Prescription | None:
    if case.life.running >= TRAINING_DAYS_IN_A_ROW:
        return case.prescribe(Row.REST, Why.SIX_IN_A_ROW)
    if case.life.is_free(case.day):
        return case.prescribe(Row.REST, Why.FREE_DAY)
    if not case.life.has(case.family, case.day):
        return case.prescribe(Row.REST, Why.NO_BAR)
    return None


def _spacing(case: _Case) -> Prescription | None:
    if case.family is Family.PUSH:
        return None
    planned = _return(case) or _try(case) or _normal(case)
    lowering, yesterday = case.life.lowering, case.day - ONE_DAY
    if not any(case.catalogue.is_lowered(one.exercise) for one in planned.sets):
        return None
    new_to_it = lowering.was_on(yesterday) and lowering.is_new(case.day)
    often = lowering.lately(case.day) >= 5
    first_pulls = (
        case.standing.last_day == yesterday
        and planned.level <= 2
        and not case.catalogue.is_lowered(planned.rung)
    )
    return case.prescribe(Row.SPACING, Why.SPACING) if new_to_it or often or first_pulls else None


def _return(case: _Case) -> Prescription | None:
    gap = case.standing.gap(case.day)
    if gap < BREAK_DAYS and not case.standing.back_from_pain:
        return None
    level = return_level(case.catalogue, case.standing, gap)
    sets = sets_at(case.catalogue, case.standing, level)
    return replace(case.prescribe(Row.RETURN, Why.RETURN, sets), level=level, days_off=gap)


def _deload(case: _Case) -> Prescription | None:
    if not case.standing.deload_left:
        return None
    return case.prescribe(Row.DELOAD, Why.DELOAD, light(case.at_level()))


def _light(case: _Case) -> Prescription | None:
    if case.standing.tough_on != case.day - ONE_DAY:
        return None
    without_lowering = tuple(
        one for one in case.at_level() if not case.catalogue.exercises[one.exercise].lowered
    )
    return case.prescribe(Row.LIGHT, Why.LIGHT, light(without_lowering))


def _calibrate(case: _Case) -> Prescription | None:
    if case.family is not Family.PUSH or not case.pending(Offer.PUSH_UP):
        return None
    sets = (PlannedSet("push_up", 5, mode=Mode.UP_TO), PlannedSet("knee_push_up", 8))
    return case.prescribe(Row.CALIBRATE, Why.CALIBRATE, sets)


def _try(case: _Case) -> Prescription | None:
    if case.family is not Family.PULL or not case.pending(Offer.TRY_PULL_UP):
        return None
    lowering = PlannedSet("negative_pull_up", 3, lowering=5)
    return case.prescribe(Row.TRY, Why.TRY, (PlannedSet("pull_up", 1, mode=Mode.UP_TO), lowering, lowering))


def _variation(case: _Case) -> Prescription | None:
    standing = case.standing
    if not standing.since_variation or standing.ramp_to is not None:
        return None
    exercise = "wide_push_up" if standing.variations % 2 == 0 else "narrow_push_up"
    dose = case.catalogue.dose(standing.rung, standing.level)
    return case.prescribe(Row.VARIATION, Why.VARIATION, varied(dose, exercise))


def _open(case: _Case) -> Prescription | None:
    standing = case.standing
    if case.family is not Family.PUSH or standing.ramp_to is not None:
        return None
    if standing.graded_since_open < OPEN_SET_AFTER:
        return None
    return case.prescribe(Row.OPEN, Why.OPEN, open_last(case.at_level(), standing.rung))


def _normal(case: _Case) -> Prescription:
    return case.prescribe(Row.NORMAL, _why_normal(case), case.at_level())


def _why_normal(case: _Case) -> Why:
    standing = case.standing
    if standing.last_planned is None:
        return Why.FIRST
    rung, level = standing.last_planned
    before = (case.catalogue.hardness(rung), level)
    now = (case.catalogue.hardness(standing.rung), standing.level)
    if now == before:
        return Why.SAME
    return Why.STEP_UP if now > before else Why.STEP_DOWN


_ROWS: tuple[Callable[[_Case], Prescription | None], ...] = (
    _paused,
    _rest,
    _spacing,
    _return,
    _deload,
    _light,
    _calibrate,
    _try,
    _variation,
    _open,
)


def _without_open_set(cases: dict[Family, _Case], prescription: Prescription) -> Prescription:
    """An open set waits for a shorter day."""
    return _normal(cases[prescription.family]) if prescription.row is Row.OPEN else prescription


def _cut(
    life: Life, pull: Prescription, push: Prescription, catalogue: Catalogue
) -> tuple[Prescription, Prescription]:
    """One family loses its last set, two if needed, while the day is over the cap."""
    shorter = _family_to_cut(life, pull, push)
    for why in (Why.CUT, Why.CUT_TWO):
        if seconds_of(pull.sets, push.sets, catalogue) <= CAP_SECONDS:
            break
        if shorter is Family.PULL:
            pull = replace(pull, sets=pull.sets[:-1], why=why)
        else:
            push = replace(push, sets=push.sets[:-1], why=why)
    return pull, push


def _family_to_cut(life: Life, pull: Prescription, push: Prescription) -> Family:
    if push.is_graded is not pull.is_graded:
        return Family.PULL if push.is_graded else Family.PUSH
    return Family.PULL if life.last_cut is Family.PUSH else Family.PUSH
