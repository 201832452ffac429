"""How a graded day moves an athlete: points, steps up and down, lighter spells (docs/coaching.md, 5)."""

from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.grading import Grade
from bot.domain.offers import withdraw_open_offers
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
) -> None:
    """A graded day's effect: `met` earns points or, while ramping, a level; anything less is a miss."""
    standing.recent = (*standing.recent[-1:], Graded(standing.level, grade.met, grade.effort))
    standing.graded_since_open = 0 if prescription.row is Row.OPEN else standing.graded_since_open + 1
    standing.graded_since_step += 1
    standing.still_since = standing.still_since or day
    if grade.tough:
        standing.tough_on = day
    if not grade.met:
        miss(standing, day, catalogue)
    elif standing.ramp_to is not None or standing.gentle_left:
        _climb_back(standing, grade, day)
    else:
        _earn(standing, grade, day, catalogue)
        _settle_plateau(standing, day, catalogue)


def _earn(standing: Standing, grade: Grade, day: date, catalogue: Catalogue) -> None:
    points = POINTS[grade.effort] + (SURPLUS_POINTS if grade.surplus else 0)
    hard_running = standing.hard_running + 1 if grade.met_and_hard else 0
    standing.misses = 0
    standing.points = max(0, standing.points + points)
    standing.met_running += 1
    standing.hard_running = hard_running % HARD_RUNNING_FOR_A_STEP
    if (
        standing.points >= POINTS_A_STEP
        or standing.met_running >= MET_RUNNING_FOR_A_STEP
        or hard_running == HARD_RUNNING_FOR_A_STEP
    ):
        _step_up(standing, grade, day, catalogue)


def _step_up(standing: Standing, grade: Grade, day: date, catalogue: Catalogue) -> None:
    """One level, two for an easy day among a family's first three sessions (negatives: one).

    At most three steps in any seven days, those first ones excepted; never above the rung's top.
    """
    rung = catalogue.rung(standing.rung)
    placing = standing.sessions < FIRST_SESSIONS and grade.effort is Effort.EASY
    recent = tuple(step for step in standing.steps if (day - step).days < 7)
    if standing.level == rung.top or (not placing and len(recent) >= STEPS_A_WEEK):
        standing.points = min(standing.points, POINTS_A_STEP)
        return
    steps = 2 if placing and not catalogue.is_lowered(rung.exercise) else 1
    standing.level = min(rung.top, standing.level + steps)
    standing.points = standing.met_running = standing.graded_since_step = 0
    standing.still_since = day
    standing.steps = recent if placing else (*recent, day)
    if rung.ends_at is not None and standing.level >= rung.ends_at:
        standing.rung, standing.level = catalogue.rung_above(rung.exercise).exercise, 0
        standing.recent = ()


def _climb_back(standing: Standing, grade: Grade, day: date) -> None:
    """After a break any met day that wasn't hard is a level, until the old one; no points meanwhile.

    The third hard one running is a level, too, so that nobody stays down there. Of the two gentle sessions
    after an illness the first is none.
    """
    hard_running = standing.hard_running + 1 if grade.met_and_hard else 0
    standing.misses = 0
    standing.hard_running = hard_running % HARD_RUNNING_FOR_A_STEP
    if standing.hard_running or standing.gentle_left or standing.ramp_to is None:
        return
    standing.level += 1
    if standing.level >= standing.ramp_to:
        standing.ramp_to = None
    standing.graded_since_step = 0
    standing.still_since = day


def _settle_plateau(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """Eight graded days and fourteen days without a step, below the top: a lighter spell."""
    if standing.graded_since_step < STILL_GRADED_DAYS or standing.level == catalogue.rung(standing.rung).top:
        return
    if standing.still_since is not None and (day - standing.still_since).days >= STILL_DAYS:
        standing.deload_left = DELOAD_SESSIONS
        standing.graded_since_step = 0
        standing.still_since = day


def miss(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """A miss takes the points; the second running a level, the third two and a lighter spell."""
    standing.points = standing.met_running = standing.hard_running = 0
    standing.misses += 1
    if standing.misses == 2:
        _step_down(standing, 1, day, catalogue)
    elif standing.misses > 2:
        _step_down(standing, 2, day, catalogue)
        standing.misses = 0
        standing.deload_left = DELOAD_SESSIONS


def _step_down(standing: Standing, steps: int, day: date, catalogue: Catalogue) -> None:
    """Levels down, or from level 0 a rung, with which its offers and variations end."""
    standing.graded_since_step = 0
    standing.still_since = day
    below = catalogue.rung(standing.rung).below
    if standing.level > 0:
        standing.level = max(0, standing.level - steps)
    elif below is not None:
        withdraw_open_offers(standing)
        standing.rung, standing.level = below
        standing.stepped_up = False
        standing.ramp_to = standing.since_variation = None
        standing.recent = ()
        standing.misses = 0
