"""Coming back: where to start after a break or pain, and how the way up goes from there."""

from bot.domain.catalogue import Catalogue
from bot.domain.standing import RESTART_DAYS, Standing

BREAK_DAYS = 8


def return_level(catalogue: Catalogue, standing: Standing, gap: int) -> int:
    """8 to 10 days off: one level down; to 14: two; to 28: half the volume at most; then a third.

    Cleared pain starts at half the volume at most, whatever the gap.
    """
    level = standing.level
    if gap >= 29:
        return _level_with(catalogue, standing, percent=33)
    if gap >= RESTART_DAYS or standing.back_from_pain:
        return _level_with(catalogue, standing, percent=50)
    return max(0, level - (1 if gap <= 10 else 2))


def _level_with(catalogue: Catalogue, standing: Standing, percent: int) -> int:
    levels = catalogue.rung(standing.rung).levels
    most = levels[standing.level].volume * percent
    below = range(standing.level)
    return max((level for level in below if levels[level].volume * 100 <= most), default=0)
