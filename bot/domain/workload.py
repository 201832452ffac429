"""Making sets: those of a level, lighter ones, open ones, varied ones."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.plan import Mode, PlannedSet
from bot.domain.standing import Lowering, Standing

NEW_ARMS_SESSIONS = 5
NEW_ARMS_REPS = 4


def sets_at(catalogue: Catalogue, standing: Standing, level: int) -> tuple[PlannedSet, ...]:
    """A level's sets on the standing's rung, with the back-off that belongs to it."""
    rung = catalogue.rung(standing.rung)
    sets = _sets(exercise=rung.exercise, dose=rung.levels[level])
    back_off = rung.back_off
    if back_off is None or level >= len(back_off.doses):
        return sets
    if back_off.only_after_step_up and not standing.stepped_up:
        return sets
    return sets + _sets(exercise=back_off.exercise, dose=back_off.doses[level])


def _sets(exercise: str, dose: Dose) -> tuple[PlannedSet, ...]:
    return _repeated(exercise, dose.sets, dose.reps, dose.lowering)


@cache
def _repeated(exercise: str, sets: int, reps: int, lowering: int) -> tuple[PlannedSet, ...]:
    return (PlannedSet(exercise, reps, lowering),) * sets


def light(sets: Sequence[PlannedSet]) -> tuple[PlannedSet, ...]:
    """Reps x 0.6, rounded up; without the last set of three or more, or of two that open with a single."""
    drop_last = len(sets) >= 3 or (len(sets) == 2 and sets[0].reps == 1)
    kept = sets[:-1] if drop_last else sets
    return tuple(replace(one, reps=-(-one.reps * 6 // 10)) for one in kept)


def open_last(sets: Sequence[PlannedSet], rung: str) -> tuple[PlannedSet, ...]:
    """The last set of the rung becomes open; a back-off behind it stays as it is."""
    last = max(place for place, one in enumerate(sets) if one.exercise == rung)
    return tuple(replace(one, mode=Mode.OPEN) if place == last else one for place, one in enumerate(sets))


def varied(dose: Dose, exercise: str) -> tuple[PlannedSet, ...]:
    """The same sets in another hand position: 70 % of the reps, rounded down, at least three."""
    return (PlannedSet(exercise, max(3, dose.reps * 7 // 10)),) * dose.sets


def spare_new_arms(
    sets: Sequence[PlannedSet], lowering: Lowering, catalogue: Catalogue
) -> tuple[PlannedSet, ...]:
    """At most four negatives a day in the first five sessions with them, back-off included."""
    if lowering.sessions >= NEW_ARMS_SESSIONS:
        return tuple(sets)
    if not any(catalogue.is_lowered(one.exercise) for one in sets):
        return tuple(sets)
    kept, left = [], NEW_ARMS_REPS
    for one in sets:
        reps = min(one.reps, left) if catalogue.is_lowered(one.exercise) else one.reps
        left -= reps if catalogue.is_lowered(one.exercise) else 0
        if reps:
            kept.append(replace(one, reps=reps))
    return tuple(kept)
