"""Where somebody starts on a ladder, from what they say they can do in one go."""

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.exercise import Family

UNSURE_LEVEL = 1
FULL_PUSH_UPS_FOR_TOES = 5
_VOLUME_BONUS_FROM = {Family.PUSH: 20, Family.PULL: 6}


def placement_level(catalogue: Catalogue, rung: str, stated_max: int | None) -> int:
    """The highest level with sets of at most half the stated maximum and a volume that fits it.

    A volume fits up to the maximum plus what that exceeds 20 by (pull-ups 6). Negatives always start at
    level 0; knee push-ups of somebody who isn't sure at 1 x 2.
    """
    if catalogue.exercises[rung].lowered:
        return 0
    if stated_max is None:
        return UNSURE_LEVEL if catalogue.hardness(rung) == 0 else 0
    bonus = max(0, stated_max - _VOLUME_BONUS_FROM[catalogue.family_of(rung)])
    return max(
        (
            level
            for level, dose in enumerate(catalogue.rung(rung).levels)
            if dose.reps <= (stated_max + 1) // 2 and _volume(dose) <= stated_max + bonus
        ),
        default=0,
    )


def _volume(dose: Dose) -> int:
    return dose.sets * dose.reps
