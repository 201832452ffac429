"""The one milestone that a log reaches: said once ever, one a day."""

from collections.abc import Sequence
from dataclasses import replace

from bot.coaching.log_outcomes import Logged
from bot.coaching.situation import Situation
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Placed, Said
from bot.domain.look_back import minutes_of
from bot.domain.milestones import Milestone, reached, to_celebrate
from bot.domain.sets import LoggedSet

MILESTONE = "milestone:"


def milestone_of(
    before: Situation, after: Situation, sets: Sequence[LoggedSet], catalogue: Catalogue
) -> Milestone | None:
    """What these sets reached; a second one on a day passes unsaid."""
    told = [event for event in after.events if isinstance(event, Said) and event.key.startswith(MILESTONE)]
    if any(event.day == after.today for event in told):
        return None
    days = {one.day for one in sets}
    now = reached(after.log, after.training.diary, _placements(after), catalogue)
    if days.isdisjoint(now.values()):
        return None
    then = reached(before.log, before.training.diary, _placements(before), catalogue)
    return to_celebrate(then, now, {milestone for milestone in map(said_milestone, told) if milestone})


def said_milestone(event: Event) -> Milestone | None:
    """The milestone that was told, if that is what the event says."""
    if not isinstance(event, Said) or not event.key.startswith(MILESTONE):
        return None
    name = event.key.removeprefix(MILESTONE)
    return Milestone(name) if name in set(Milestone) else None


def _placements(situation: Situation) -> list[Placed]:
    return [event for event in situation.events if isinstance(event, Placed)]


def with_milestone(
    logged: Logged, milestone: Milestone | None, log: Sequence[LoggedSet], catalogue: Catalogue
) -> Logged:
    """The receipt that celebrates it, with the minutes that all came to."""
    if milestone is None:
        return logged
    return replace(logged, milestone=milestone, minutes=minutes_of(log, catalogue))
