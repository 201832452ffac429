"""After an update of the time zones: the prompts of changed zones are planned by their new rules."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.coaching.athlete import Athlete
from bot.coaching.ports import Away, Due, DueKind, Everywhere, InZone, UnitOfWork, Where

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """So many prompts of a batch have moved, and it went up to that id; None where nobody was left."""

    moved: int
    up_to: int | None


class ReplanZones:
    """The day that is prompted next stays the same; only the instant moves, so nobody hears twice."""

    async def changed(self, work: UnitOfWork, rules: Mapping[str, str]) -> Sequence[Where]:
        """Everybody the first time; later those in a zone whose rules are new, and who will be home there."""
        known = await work.zones.known()
        if not known:
            return [Everywhere()]
        zones = [InZone(zone) for zone, digest in rules.items() if known.get(zone) != digest]
        return [*zones, Away()] if zones else []

    async def batch(self, work: UnitOfWork, where: Where, *, after: int) -> Progress:
        athletes = await work.athletes.who(where, after=after, limit=AT_ONCE)
        by_id = {athlete.athlete_id: athlete for athlete in athletes}
        moved = [due async for due in _moved(work, by_id)]
        await work.due.plan_many(moved)
        return Progress(len(moved), max(by_id, default=None))


async def _moved(work: UnitOfWork, athletes: Mapping[int, Athlete]) -> AsyncIterator[Due]:
    """A reminder keeps its instant: it was asked for by the old clock, today."""
    for due in await work.due.of(list(athletes)):
        athlete = athletes[due.athlete_id]
        match due.kind:
            case DueKind.MORNING:
                due_at = athlete.due_at(due.day)
            case DueKind.JOURNEY:
                due_at = athlete.home_again_at() or due.due_at
            case _:
                due_at = due.due_at
        if due_at != due.due_at:
            yield replace(due, due_at=due_at)
