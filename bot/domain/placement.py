"""Where somebody starts on a ladder, from what they say they can do in one go."""

from datetime import date

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.events import Placed
from bot.domain.exercise import Family
from bot.domain.standing import BREAK_DAYS, Life, Standing

UNSURE_LEVEL = 1
STARTING_LEVELS = {Family.PUSH: ("knee_push_up", UNSURE_LEVEL), Family.PULL: ("negative_pull_up", 0)}
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


def start_of_life() -> Life:
    """Before anybody has said anything: knees, slow lowering, and no word of a bar."""
    return Life(
        standings={
            family: Standing(rung=rung, level=level) for family, (rung, level) in STARTING_LEVELS.items()
        }
    )


def place(life: Life, event: Placed, catalogue: Catalogue) -> None:
    level = placement_level(catalogue, event.rung, event.stated_max)
    _stand(life, event.family, rung=event.rung, level=level, day=event.day)


def start_over(life: Life, day: date) -> None:
    for family, (rung, level) in STARTING_LEVELS.items():
        _stand(life, family, rung=rung, level=level, day=day)


def _stand(life: Life, family: Family, *, rung: str, level: int, day: date) -> None:
    """A fresh start, but for what keeps arms safe: light days, days between, the gentle way back.

    A long break is in the numbers that were just told.
    """
    old = life.standings[family]
    recent = old.gap(day) < BREAK_DAYS
    life.standings[family] = Standing(
        rung=rung,
        level=level,
        tough_on=old.tough_on,
        extra_on=old.extra_on,
        back_from_pain=old.back_from_pain,
        gentle_left=old.gentle_left,
        last_day=old.last_day if recent else None,
        absent=old.absent if recent else 0,
    )
