"""The part of an athlete's history that is settled for now, so that a turn reads and folds only the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import Event
from bot.domain.sets import LoggedSet
from bot.domain.state import Checkpoint, train

# Days that are still told of and graded anew; how old a past may grow; how many sets make one worth it.
OPEN_DAYS, RENEWED_AFTER = timedelta(days=8), timedelta(days=22)
WORTH_KEEPING = 40
_IN_ORDER = attrgetter("said_at", "source")


@dataclass(frozen=True, slots=True)
class Past:
    """All that was told of the days up to the checkpoint's, in the order in which histories come."""

    log: Sequence[LoggedSet] = ()
    events: Sequence[Event] = ()
    checkpoint: Checkpoint | None = None

    @property
    def day(self) -> date | None:
        return self.checkpoint.day if self.checkpoint else None

    def is_old(self, today: date) -> bool:
        return self.day is None or today - self.day > RENEWED_AFTER

    def with_later(
        self, log: Sequence[LoggedSet], events: Sequence[Event]
    ) -> tuple[Sequence[LoggedSet], Sequence[Event]]:
        """The whole history, if that is what was told of the days after; late words come in between."""
        if self.checkpoint is None:
            return log, events
        both = [*self.events, *events]
        told_late = self.events and events and events[0].said_at <= self.events[-1].said_at
        return [*self.log, *log], sorted(both, key=_IN_ORDER) if told_late else both


NO_PAST = Past()


def settle(log: Sequence[LoggedSet], events: Sequence[Event], today: date, catalogue: Catalogue) -> Past:
    """The past as of today, if there is enough of it."""
    day = today - OPEN_DAYS
    settled = [one for one in log if one.day <= day]
    if len(settled) < WORTH_KEEPING:
        return NO_PAST
    told = [event for event in events if event.day <= day]
    return Past(settled, told, train(catalogue, settled, told, day + ONE_DAY).before)
