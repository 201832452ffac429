"""Today's plan: the first row of the day's table that fits each family, under the cap."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.plan import Plan, Prescription, Row, Why
from bot.domain.rows import Case, ease, first_row, normal
from bot.domain.standing import Life
from bot.domain.timing import CAP_SECONDS, seconds_of


def prescribe(life: Life, day: date, catalogue: Catalogue) -> Plan:
    """The plan of a day from what stood at its start; never over the cap of 180 seconds."""
    cases = {family: Case(life, family, life.standings[family], day, catalogue) for family in Family}
    pull, push = first_row(cases[Family.PULL]), first_row(cases[Family.PUSH])
    seconds = seconds_of(pull.sets, push.sets, catalogue)
    if seconds > CAP_SECONDS:
        pull, push = _without_open_set(cases, pull), _without_open_set(cases, push)
        pull, push = _cut(life, pull, push, catalogue)
        seconds = seconds_of(pull.sets, push.sets, catalogue)
    return Plan(day, pull, push, seconds)


def ease_plan(plan: Plan, life: Life, wishes: Mapping[Family, Why], catalogue: Catalogue) -> Plan:
    """The day's plan with what some families are still to do made light."""
    parts = {part.family: part for part in plan}
    for family, why in wishes.items():
        if parts[family].sets:
            parts[family] = ease(Case(life, family, life.standings[family], plan.day, catalogue), why)
    pull, push = parts[Family.PULL], parts[Family.PUSH]
    return Plan(plan.day, pull, push, seconds_of(pull.sets, push.sets, catalogue))


def _without_open_set(cases: dict[Family, Case], prescription: Prescription) -> Prescription:
    """An open set waits for a shorter day."""
    return normal(cases[prescription.family]) if prescription.row is Row.OPEN else prescription


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
    if min(len(pull.sets), len(push.sets)) == 1:
        return Family.PULL if len(pull.sets) > 1 else Family.PUSH
    if push.is_graded is not pull.is_graded:
        return Family.PULL if push.is_graded else Family.PUSH
    return Family.PULL if life.last_cut is Family.PUSH else Family.PUSH
