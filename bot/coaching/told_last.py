"""Which log a message speaks of: what it replies to, else what was told last; and its single sets."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coaching.ports import Incoming, UnitOfWork
from bot.domain.catalogue import Catalogue
from bot.domain.sets import LoggedSet


async def spoken_of(work: UnitOfWork, incoming: Incoming) -> str | None:
    """The source that a message speaks of: what it replies to, or what that answered; else the newest."""
    athlete_id, chat_id = incoming.athlete_id, incoming.chat_id
    if incoming.replies_to is not None:
        answered = await work.outbox.answered_source(chat_id, incoming.replies_to)
        known = {one.source for one in await work.sets.history(athlete_id)}
        for source in (f"m:{chat_id}:{incoming.replies_to}", answered):
            if source in known:
                return source
    return await work.sets.latest_source(athlete_id)


@dataclass(frozen=True, slots=True)
class ToldLast:
    """The sets that "the second set" counts among.

    Sets that came one at a time, each in a message of its own, are counted over the day, by family.
    """

    catalogue: Catalogue

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, log: Sequence[LoggedSet]
    ) -> tuple[LoggedSet, ...]:
        source = await spoken_of(work, incoming)
        own = sorted((one for one in log if one.source == source), key=lambda one: one.position)
        if len(own) != 1 or incoming.replies_to is not None:
            return tuple(own)
        family = self.catalogue.family_of(own[0].exercise)
        kin = [
            one for one in log if one.day == own[0].day and self.catalogue.family_of(one.exercise) is family
        ]
        return tuple(sorted(kin, key=lambda one: (one.said_at, one.source, one.position)))


def set_at(sets: Sequence[LoggedSet], position: int) -> LoggedSet | None:
    """Counted from 1, or -1 for the last; None if there is no such one."""
    index = len(sets) + position if position < 0 else position - 1
    return sets[index] if 0 <= index < len(sets) else None
