"""One receipt for several messages in a row, told when its place comes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.coaching.celebrate import said_milestone, with_milestone
from bot.coaching.log_outcomes import Logged
from bot.coaching.log_sets import receipt
from bot.coaching.mail import Draft
from bot.coaching.outcomes import Quiet
from bot.coaching.ports import UnitOfWork
from bot.coaching.situation import Situation, load_situation, situation_at
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, PainSaid
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True)
class TellReceipt:
    """What these messages changed together; what was taken back meanwhile, or told later, isn't spoken of."""

    catalogue: Catalogue

    async def __call__(self, work: UnitOfWork, draft: Draft) -> Logged | Quiet:
        athlete = await work.athletes.get(draft.chat_id)
        sets = _told_by(draft.sources, await work.sets.history(draft.chat_id))
        if athlete is None or not sets:
            return Quiet()
        today = athlete.day_of(max(one.said_at for one in sets))
        now = await load_situation(work, athlete, today=today, catalogue=self.catalogue)
        later = {one.source for one in now.log if _when(one) > max(map(_when, sets))}
        after = self._without(now, later) if later else now
        before = self._without(after, draft.sources)
        hurts = any(isinstance(one, PainSaid) and one.source in draft.sources for one in after.events)
        milestone = next(filter(None, map(said_milestone, _own(draft.sources, now))), None)
        told = replace(receipt(before, after, sets, self.catalogue), pain=hurts)
        return with_milestone(told, milestone, after.log, self.catalogue)

    def _without(self, situation: Situation, sources: Collection[str]) -> Situation:
        """As if these messages hadn't come."""
        log = [one for one in situation.log if one.source not in sources]
        own = _own(sources, situation)
        events = [event for event in situation.events if event not in own]
        return situation_at(situation.athlete, log, events, today=situation.today, catalogue=self.catalogue)


def _own(sources: Collection[str], situation: Situation) -> list[Event]:
    """What they told and led to: an event's source may go on behind the message's own."""
    return [
        event
        for event in situation.events
        if any(f"{event.source}:".startswith(f"{source}:") for source in sources)
    ]


def _when(one: LoggedSet) -> tuple[datetime, int]:
    """Of one second, by the number of the message."""
    number = one.source.split(":")[2:3]
    return one.said_at, int(number[0]) if one.source.startswith("m:") and number else 0


def _told_by(sources: Sequence[str], log: Sequence[LoggedSet]) -> list[LoggedSet]:
    """Their sets in the order of the messages."""
    own = [one for one in log if one.source in sources]
    return sorted(own, key=lambda one: (sources.index(one.source), one.position))
