"""How long a day's sets take, and keeping them under the cap."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from bot.domain.catalogue import Catalogue
from bot.domain.plan import PlannedSet

CAP_SECONDS = 180
CHANGEOVER_SECONDS = 8
REST_SECONDS = 20


def seconds_of(pull: Sequence[PlannedSet], push: Sequence[PlannedSet], catalogue: Catalogue) -> int:
    """Families alternate set by set, pull first; an open set counts at its maximum (docs/coaching.md, 4)."""
    order = [planned for pair in zip_longest(pull, push) for planned in pair if planned is not None]
    work = sum(_work(planned, catalogue) for planned in order)
    pauses = sum(
        REST_SECONDS
        if catalogue.family_of(one.exercise) is catalogue.family_of(other.exercise)
        else CHANGEOVER_SECONDS
        for one, other in pairwise(order)
    )
    return work + pauses


def _work(planned: PlannedSet, catalogue: Catalogue) -> int:
    return planned.most * (catalogue.exercises[planned.exercise].rep_seconds + planned.lowering)
