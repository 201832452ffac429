"""How a graded day moves an athlete: points, steps up and down, lighter spells (docs/coaching.md, 5)."""

from datetime import date, timedelta

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.grading import Grade
from bot.domain.offers import open_offer, withdraw_open_offers
from bot.domain.plan import Prescription, Row
from bot.domain.sets import Effort
from bot.domain.standing import Graded, Standing, SteppedDown

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
DELOADS_NEAR = timedelta(days=60)
UNDO_WITHIN = timedelta(days=7)
EVERY_OTHER = {Family.PUSH: Offer.EVERY_OTHER_PUSH, Family.PULL: Offer.EVERY_OTHER_PULL}


def advance(
    standing: Standing, prescription: Prescription, grade: Grade, *, day: date, catalogue: Catalogue
) -> None:
    """A graded day's effect: `met` earns points or, while ramping, a level; anything less is a miss."""
    standing.recent = (*standing.recent[-1:], Graded(standing.level, grade.met, grade.effort))
    standing.graded_since_open = 0 if prescription.row is Row.OPEN else standing.graded_since_open + 1
    standing.graded_since_step += 1
    standing.still_since = standing.still_since or day
    standing.risen_on = standing.risen_on or day
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
    after_two_hard = standing.hard_running == HARD_RUNNING_FOR_A_STEP - 1
    hard_running = standing.hard_running + 1 if grade.met_and_hard else 0
    standing.misses = 0
    standing.points = max(0, standing.points + points)
    standing.met_running += 1
    standing.hard_running = hard_running % HARD_RUNNING_FOR_A_STEP
    if standing.points >= POINTS_A_STEP or standing.met_running >= MET_RUNNING_FOR_A_STEP or after_two_hard:
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
    standing.still_since = standing.risen_on = day
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
    standing.still_since = standing.risen_on = day


def _settle_plateau(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """Eight graded days and fourteen days without a step, below the top: a lighter spell."""
    if standing.graded_since_step < STILL_GRADED_DAYS or standing.level == catalogue.rung(standing.rung).top:
        return
    if standing.still_since is not None and (day - standing.still_since).days >= STILL_DAYS:
        _begin_deload(standing, day, catalogue)
        standing.plateau_on = day
        standing.graded_since_step = 0
        standing.still_since = day


def _begin_deload(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """A second lighter spell within 60 days also offers two weeks of every other day."""
    standing.deload_left = DELOAD_SESSIONS
    earlier, standing.deload_on = standing.deload_on, day
    if earlier is not None and day - earlier <= DELOADS_NEAR:
        open_offer(standing, EVERY_OTHER[catalogue.family_of(standing.rung)], day)


def miss(standing: Standing, day: date, catalogue: Catalogue) -> None:
    """A miss takes the points; the second running a level, the third two and a lighter spell."""
    standing.points = standing.met_running = standing.hard_running = 0
    standing.misses += 1
    if standing.misses == 2:
        _step_down(standing, 1, day, catalogue)
    elif standing.misses > 2:
        _step_down(standing, 2, day, catalogue)
        standing.misses = 0
        _begin_deload(standing, day, catalogue)


def may_undo(standing: Standing, day: date) -> bool:
    """Whether the rung that was left is to be had again: for a week, as long as the easier one stands."""
    left = standing.stepped_down
    return left is not None and left.rung != standing.rung and day - left.day <= UNDO_WITHIN


def undo_step_down(standing: Standing, day: date) -> None:
    """Back to the lowest level of the rung that was left, within a week; the misses are forgotten.

    What was offered on the easier rung ends with it.
    """
    left = standing.stepped_down
    if left is None or not may_undo(standing, day):
        return
    withdraw_open_offers(standing)
    standing.rung, standing.level = left.rung, 0
    standing.stepped_up, standing.since_variation = left.stepped_up, left.since_variation
    standing.points = standing.misses = 0
    standing.ramp_to = standing.stepped_down = None
    standing.recent = ()


def leap(standing: Standing, level: int, day: date) -> None:
    """A level that a log far above the plan showed; never down."""
    if level > standing.level:
        standing.level = level
        standing.points = standing.met_running = standing.graded_since_step = 0
        standing.still_since = standing.risen_on = day


def _step_down(standing: Standing, steps: int, day: date, catalogue: Catalogue) -> None:
    """Levels down, or from level 0 a rung, with which its offers and variations end."""
    standing.graded_since_step = 0
    standing.still_since = day
    below = catalogue.rung(standing.rung).below
    if standing.level > 0:
        standing.level = max(0, standing.level - steps)
    elif below is not None:
        standing.stepped_down = SteppedDown(day, standing.rung, standing.stepped_up, standing.since_variation)
        withdraw_open_offers(standing)
        standing.season = None
        standing.rung, standing.level = below
        standing.stepped_up = False
        standing.ramp_to = standing.since_variation = None
        standing.recent = ()
        standing.misses = 0
