"""Coming back: where to start after a break or pain, and how the way up goes from there."""

from bot.domain.catalogue import Catalogue
from bot.domain.plan import Why
from bot.domain.standing import BREAK_DAYS, RESTART_DAYS, Standing

GENTLE_SESSIONS = 2


def return_level(catalogue: Catalogue, standing: Standing, gap: int) -> int:
    """8 to 10 days off: one level down; to 14: two; to 28: half the volume at most; then a third.

    Cleared pain and illness start at half the volume at most, whatever the gap; the second session after
    an illness is as the first.
    """
    if gap >= 29:
        return _level_with(catalogue, standing, percent=33)
    if gap >= RESTART_DAYS or standing.back_from_pain or standing.gentle_left == GENTLE_SESSIONS:
        return _level_with(catalogue, standing, percent=50)
    if gap < BREAK_DAYS:
        return standing.level
    return max(0, standing.level - (1 if gap <= 10 else 2))


def comes_back(standing: Standing, gap: int) -> bool:
    """Whether the next session is one of return."""
    return gap >= BREAK_DAYS or standing.back_from_pain or standing.gentle_left > 0


def why_back(standing: Standing) -> Why:
    return Why.AFTER_SICK if standing.gentle_left and not standing.back_from_pain else Why.RETURN


def come_back(standing: Standing, level: int) -> None:
    """The first session back, on this level; from there it climbs to where the athlete stood."""
    goal = max(standing.level, standing.ramp_to or 0)
    lower = level < goal
    standing.level = level
    standing.ramp_to = goal if lower else None
    standing.points = 0 if lower else standing.points
    standing.back_from_pain = False
    standing.gentle_left = max(0, standing.gentle_left - 1)


def _level_with(catalogue: Catalogue, standing: Standing, percent: int) -> int:
    levels = catalogue.rung(standing.rung).levels
    most = levels[standing.level].volume * percent
    below = range(standing.level)
    return max((level for level in below if levels[level].volume * 100 <= most), default=0)
