"""Takes an archive in: a new athlete with all that is theirs, a known one's sets and events."""

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.exchange import Archive
from bot.coaching.ports import UnitOfWork
from bot.coaching.situation import plan_next_prompt, plan_way_home


@dataclass(frozen=True, slots=True)
class Joined:
    """How many sets and events weren't there before."""

    sets: int
    events: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class AthleteMissing:
    """Nobody is known by that id, and the archive holds no athlete."""


async def join_archive(
    work: UnitOfWork, archive: Archive, athlete_id: int, *, now: datetime
) -> Joined | AthleteMissing:
    """What is there already stays: settings, and each set and event of the same key.

    A new athlete's first prompt is that of the next training day.
    """
    is_new = await work.athletes.get(athlete_id) is None
    if is_new:
        if archive.profile is None:
            return AthleteMissing()
        athlete = archive.profile.as_athlete(athlete_id)
        await work.athletes.save(athlete)
        await plan_next_prompt(work, athlete, now, after=athlete.day_of(now))
        await plan_way_home(work, athlete)
    sets = await work.sets.add(athlete_id, archive.sets)
    events = await work.events.add(athlete_id, archive.events)
    return Joined(sets, events, is_new)
