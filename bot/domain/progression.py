"""How a graded day moves an athlete: points, steps up and down, lighter spells (docs/coaching.md, 5)."""

from dataclasses import replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.grading import Grade
from bot.domain.offers import without_open_offers
from bot.domain.plan import Prescription, Row
from bot.domain.sets import Effort
from bot.domain.standing import Graded, Standing

POINTS_A_STEP = 6
POINTS = {Effort.EASY: 6, Effort.OK: 3, None: 2, Effort.HARD: -2}
SURPLUS_POINTS = 2
FIRST_SESSIONS = 3
STEPS_A_WEEK = 3
MET_RUNNING_FOR_A_STEP = 6
HARD_RUNNING_FOR_A_STEP = 3
DELOAD_SESSIONS = 3
STILL_GRADED_DAYS = 8
STILL_DAYS = 14


def advance(
    standing: Standing, prescription: Prescription, grade: Grade, *, day: date, catalogue: Catalogue
) -> Standing:
    """A graded day's effect: `met` earns points or, while ramping, a level; anything less is a miss."""
    graded = Graded(standing.level, grade.met, grade.effort)
    standing = replace(
        standing,
        recent=(*standing.recent, graded)[-2:],
        graded_since_open=0 if prescription.row is Row.OPEN else standing.graded_since_open + 1,
        graded_since_step=standing.graded_since_step + 1,
        still_since=standing.still_since or day,
        tough_on=day if grade.tough else standing.tough_on,
    )
    if not grade.met:
        return missed(standing, day, catalogue)
    if standing.ramp_to is not None:
        return _climb_back(standing, grade, day)
    return _settle_plateau(_earn(standing, grade, day, catalogue), day, catalogue)


def _earn(standing: Standing, grade: Grade, day: date, catalogue: Catalogue) -> Standing:
    points = POINTS[grade.effort] + (SURPLUS_POINTS if grade.surplus else 0)
    hard_running = standing.hard_running + 1 if grade.met_and_hard else 0
    standing = replace(
        standing,
        misses=0,
        points=max(0, standing.points + points),
        met_running=standing.met_running + 1,
        hard_running=hard_running % HARD_RUNNING_FOR_A_STEP,
    )
    earned = (
        standing.points >= POINTS_A_STEP
        or standing.met_running >= MET_RUNNING_FOR_A_STEP
        or hard_running == HARD_RUNNING_FOR_A_STEP
    )
    return _step_up(standing, grade, day, catalogue) if earned else standing


def _step_up(standing: Standing, grade: Grade, day: date, catalogue: Catalogue) -> Standing:
    """One level, two for an easy day among a family's first three sessions (negatives: one).

    At most three steps in any seven days, those first ones excepted; never above the rung's top.
    """
    rung = catalogue.rung(standing.rung)
    placing = standing.sessions < FIRST_SESSIONS and grade.effort is Effort.EASY
    recent = tuple(step for step in standing.steps if (day - step).days < 7)
    if standing.level == rung.top or (not placing and len(recent) >= STEPS_A_WEEK):
        return replace(standing, points=min(standing.points, POINTS_A_STEP))
    steps = 2 if placing and not catalogue.is_lowered(rung.exercise) else 1
    stepped = replace(
        standing,
        level=min(rung.top, standing.level + steps),
        points=0,
        met_running=0,
        graded_since_step=0,
        still_since=day,
        steps=recent if placing else (*recent, day),
    )
    return _end_detour(stepped, catalogue)


def _end_detour(standing: Standing, catalogue: Catalogue) -> Standing:
    ends_at = catalogue.rung(standing.rung).ends_at
    if ends_at is None or standing.level < ends_at:
        return standing
    return replace(standing, rung=catalogue.rung_above(standing.rung).exercise, level=0, recent=())


def _climb_back(standing: Standing, grade: Grade, day: date) -> Standing:
    """After a break any met day that wasn't hard is a level, until the old one; no points meanwhile."""
    if grade.met_and_hard or standing.ramp_to is None:
        return replace(standing, misses=0)
    level = standing.level + 1
    done = level >= standing.ramp_to
    return replace(
        standing,
        misses=0,
        level=level,
        ramp_to=None if done else standing.ramp_to,
        graded_since_step=0,
        still_since=day,
    )


def _settle_plateau(standing: Standing, day: date, catalogue: Catalogue) -> Standing:
    """Eight graded days and fourteen days without a step, below the top: a lighter spell."""
    still = standing.still_since is not None and (day - standing.still_since).days >= STILL_DAYS
    below_top = standing.level < catalogue.rung(standing.rung).top
    if not (still and below_top and standing.graded_since_step >= STILL_GRADED_DAYS):
        return standing
    return replace(standing, deload_left=DELOAD_SESSIONS, graded_since_step=0, still_since=day)


def missed(standing: Standing, day: date, catalogue: Catalogue) -> Standing:
    """A miss takes the points; the second running a level, the third two and a lighter spell."""
    misses = standing.misses + 1
    standing = replace(standing, points=0, met_running=0, hard_running=0, misses=misses)
    if misses == 2:
        return _step_down(standing, 1, day, catalogue)
    if misses >= 3:
        lower = _step_down(standing, 2, day, catalogue)
        return replace(lower, misses=0, deload_left=DELOAD_SESSIONS)
    return standing


def _step_down(standing: Standing, steps: int, day: date, catalogue: Catalogue) -> Standing:
    """Levels down, or from level 0 a rung, with which its offers and variations end."""
    standing = replace(standing, graded_since_step=0, still_since=day)
    if standing.level > 0:
        return replace(standing, level=max(0, standing.level - steps))
    below = catalogue.rung(standing.rung).below
    if below is None:
        return standing
    rung, level = below
    return replace(
        without_open_offers(standing),
        rung=rung,
        level=level,
        stepped_up=False,
        ramp_to=None,
        since_variation=None,
        recent=(),
        misses=0,
    )
