"""The same sets once more: those of the last log, yesterday's, or one more set like the last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.coaching.log_outcomes import Logged, NothingToRepeat
from bot.coaching.log_sets import LogSets
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.coaching.told_last import spoken_of
from bot.domain.sets import LoggedSet
from bot.understanding.reading import Again, Reading


@dataclass(frozen=True, slots=True)
class LogAgain:
    """They are sets of today, told by this message; how they felt the last time isn't repeated."""

    log_sets: LogSets

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Logged | NothingToRepeat:
        again = reading.again or Again.LAST
        before = await self._before(work, incoming, situation, again)
        catalogue = self.log_sets.catalogue
        named = [
            one
            for one in before
            if not reading.families or catalogue.family_of(one.exercise) in reading.families
        ]
        if not named:
            return NothingToRepeat(again)
        sets = [
            replace(
                one,
                day=situation.today,
                said_at=incoming.said_at,
                source=incoming.source,
                position=position,
                effort=reading.effort,
            )
            for position, one in enumerate(named[-1:] if again is Again.SET else named)
        ]
        return await self.log_sets.write(work, incoming, situation, sets)

    async def _before(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, again: Again
    ) -> Sequence[LoggedSet]:
        """Yesterday is the training day before this one, also after midnight."""
        if again is Again.YESTERDAY:
            yesterday = situation.today - timedelta(days=1)
            return [one for one in situation.log if one.day == yesterday]
        source = await spoken_of(work, incoming)
        return [one for one in situation.log if one.source == source]
