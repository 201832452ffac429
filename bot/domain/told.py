"""What is known of each day: its sets and events, put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from bot.domain.catalogue import Catalogue
from bot.domain.events import EffortSaid, Event, Said
from bot.domain.exercise import Family
from bot.domain.sets import Effort, LoggedSet

GRADED_DAYS_BACK, KEPT_DAYS_BACK = 7, 31


@dataclass(slots=True)
class Told:
    """What is known of one day, in the order in which it was said.

    `graded` are the sets of each family that were told in time to be graded.
    """

    sets: list[LoggedSet] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    graded: dict[Family, list[LoggedSet]] = field(default_factory=lambda: {family: [] for family in Family})

    @property
    def shown_up(self) -> bool:
        """A log up to 31 days late still keeps its day."""
        return any((one.said_at.date() - one.day).days <= KEPT_DAYS_BACK for one in self.sets)

    def effort(self, family: Family) -> Effort | None:
        """The effort said last, with the sets or apart from them."""
        said = [(one.said_at, one.effort) for one in self.graded[family] if one.effort is not None]
        if self.events:
            apart = (event for event in self.events if isinstance(event, EffortSaid))
            said += [(event.said_at, event.effort) for event in apart if event.family is family]
        return max(said)[1] if said else None


NOTHING_TOLD = Told()
_SAID = attrgetter("said_at", "source", "position")


def by_day(
    log: Sequence[LoggedSet], events: Sequence[Event], today: date, catalogue: Catalogue
) -> dict[date, Told]:
    sets_of: dict[date, list[LoggedSet]] = {}
    events_of: dict[date, list[Event]] = {}
    for one in log:
        if one.day <= today and one.exercise in catalogue.exercises:
            sets_of.setdefault(one.day, []).append(one)
    for event in events:
        if event.day <= today and not isinstance(event, Said):
            events_of.setdefault(event.day, []).append(event)
    return {
        day: tell(sets_of.get(day, ()), events_of.get(day, ()), catalogue)
        for day in sets_of.keys() | events_of.keys()
    }


def tell(sets: Sequence[LoggedSet], events: Sequence[Event], catalogue: Catalogue) -> Told:
    """A day's sets and events, put in order."""
    told = Told(sorted(sets, key=_SAID), sorted(events, key=_order))
    for one in told.sets:
        if (one.said_at.date() - one.day).days <= GRADED_DAYS_BACK:
            told.graded[catalogue.family_of(one.exercise)].append(one)
    return told


def _order(event: Event) -> tuple[object, ...]:
    """Of two messages in one second the later has the higher number: message 10 comes after message 9."""
    source = event.source
    return (event.said_at, len(source), source, type(event).__name__, event.position)
