"""How long a day's sets take, and keeping them under the cap."""

from collections.abc import Sequence

from bot.domain.catalogue import Catalogue
from bot.domain.plan import PlannedSet

CAP_SECONDS = 180
CHANGEOVER_SECONDS = 8
REST_SECONDS = 20


def seconds_of(pull: Sequence[PlannedSet], push: Sequence[PlannedSet], catalogue: Catalogue) -> int:
    """Families alternate set by set, pull first; an open set counts at its maximum (docs/coaching.md, 4)."""
    work = 0
    for one in (*pull, *push):
        work += one.most * (catalogue.exercises[one.exercise].rep_seconds + one.lowering)
    return work + _pauses(len(pull), len(push))


def _pauses(pulls: int, pushes: int) -> int:
    """The family with more sets ends with some of its own behind each other."""
    if not pulls or not pushes:
        return REST_SECONDS * max(0, pulls + pushes - 1)
    rests = pulls - pushes - 1 if pulls > pushes else pushes - pulls
    return REST_SECONDS * rests + CHANGEOVER_SECONDS * (pulls + pushes - 1 - rests)
