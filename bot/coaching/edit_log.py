"""An edited message: its newest words win over all that became of the old ones, and the answer says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coaching import traces
from bot.coaching.clarify import Clarify
from bot.coaching.correct_log import CorrectLog
from bot.coaching.log_outcomes import Edited, EditNotUnderstood, EditTakenBack
from bot.coaching.log_sets import LogSets, pain_event, sets_of
from bot.coaching.mark_done import MarkDone
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.coaching.traces import Change
from bot.domain.sets import LoggedSet
from bot.understanding.reading import Intent, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLog:
    """The sets of the edited words take the place of those of the old ones.

    Those that a tap or a second message completed go with them. Without sets in the new words, the old
    ones are taken back; a message that never told of any asks for nothing.
    """

    log_sets: LogSets
    mark_done: MarkDone
    correct_log: CorrectLog
    clarify: Clarify

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        before = told_by(situation, incoming.source)
        match reading.intent:
            case Intent.LOG:
                return await self.replace(work, incoming, situation, reading)
            case Intent.DONE:
                after = await self._without(work, incoming, situation, before)
                return await self.mark_done(work, incoming, after, reading)
            case Intent.CORRECT if reading.position is not None:
                return await self.correct_log(work, incoming, situation, reading)
            case Intent.CORRECT if source := self._corrected(incoming, situation, before):
                return await self.correct_log.of(work, incoming, situation, reading, source=source)
            case Intent.CLARIFY:
                after = await self._without(work, incoming, situation, before)
                question = await self.clarify(work, incoming, after, reading)
                return EditTakenBack(before, situation.today, question) if before else question
            case _ if before:
                await self._without(work, incoming, situation, before)
                return EditTakenBack(before, situation.today)
            case _:
                return EditNotUnderstood()

    async def replace(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome:
        """These sets instead; a message that had told of none is logged like any other."""
        before = told_by(situation, incoming.source)
        change = traces.latest(situation.events, incoming.source)
        if not before and change is None:
            return await self.log_sets(work, incoming, situation, reading)
        await self._remove(work, incoming, before)
        sets = sets_of(reading.sets, incoming, situation.athlete, reading.effort)
        await work.sets.add(incoming.athlete_id, sets)
        await traces.note(work, incoming, Change.EDITED, incoming.source, day=situation.today)
        if reading.pain:
            await work.events.add(incoming.athlete_id, [pain_event(incoming, situation.today)])
        over = change if before else Change.UNDONE
        return Edited(tuple(sets), situation.today, before, over or Change.EDITED, reading.pain)

    def _corrected(self, incoming: Incoming, situation: Situation, before: Sequence[LoggedSet]) -> str | None:
        """What an edited "make that 12" speaks of: the log that it changed, or its own."""
        own = before[0].source if before else None
        return traces.corrected_by(situation.events, incoming.source) or own

    async def _without(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, before: Sequence[LoggedSet]
    ) -> Situation:
        """As it is once these sets are taken back."""
        if not before:
            return situation
        await self._remove(work, incoming, before)
        await traces.note(work, incoming, Change.UNDONE, incoming.source, day=situation.today)
        return await reload(work, situation, self.log_sets.catalogue)

    async def _remove(self, work: UnitOfWork, incoming: Incoming, sets: Sequence[LoggedSet]) -> None:
        for source in {one.source for one in sets}:
            await work.sets.remove(incoming.athlete_id, source)


def told_by(situation: Situation, source: str) -> tuple[LoggedSet, ...]:
    """The sets of a message, and those of the taps and words that completed it."""
    sources = (source, *traces.completed_by(situation.events, source))
    own = [one for one in situation.log if one.source in sources]
    return tuple(sorted(own, key=lambda one: (sources.index(one.source), one.position)))
