"""Mornings of somebody who is used to training, and what is planned for them."""

from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.plan import Plan, PlannedSet, Row, Why
from bot.domain.routine import prescribe
from bot.domain.standing import Life, Lowering, OfferState, Standing
from tests.makers import at, day

PULL, PUSH = Family.PULL, Family.PUSH
TODAY, YESTERDAY = day(30), day(29)
USED_TO_LOWERING = Lowering(new_since=day(1), sessions=9)
ACCEPTED = OfferState(accepted_at=at(YESTERDAY))


def push(level: int = 12, rung: str = "push_up", **changes: object) -> Standing:
    fields = {"last_day": YESTERDAY, "sessions": 10, "last_planned": (rung, level), **changes}
    return Standing(rung=rung, level=level, **fields)  # type: ignore[arg-type] # any field


def pull(level: int = 5, rung: str = "pull_up", **changes: object) -> Standing:
    return push(level, rung, **{"last_day": day(28), **changes})


def plan(catalogue: Catalogue, *standings: Standing, **changes: object) -> Plan:
    families: dict[Family, Standing] = {
        catalogue.family_of(standing.rung): standing for standing in (push(), pull(), *standings)
    }
    fields = {"bar": True, "lowering": USED_TO_LOWERING, **changes}
    return prescribe(Life(standings=families, **fields), TODAY, catalogue)  # type: ignore[arg-type] # any field


def shown(sets: tuple[PlannedSet, ...]) -> list[tuple[str, int]]:
    return [(one.exercise, one.reps) for one in sets]


def rows(found: Plan) -> tuple[Row, Row]:
    return found.pull.row, found.push.row


def whys(found: Plan) -> tuple[Why, Why]:
    return found.pull.why, found.push.why
