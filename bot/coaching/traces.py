"""What became of a message's sets after it was told: so that an edit can say which word wins.

A trace is kept as *said* events, which move no level: its key names the message, its own source the
message or tap that changed it, its position its place in the row of changes.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from bot.coaching.ports import Incoming, UnitOfWork
from bot.domain.events import Event, Said


class Change(StrEnum):
    """The newest one counts."""

    UNDONE = "undone"
    CORRECTED = "corrected"
    COMPLETED = "completed"
    EDITED = "edited"


async def note(work: UnitOfWork, incoming: Incoming, change: Change, source: str, *, day: date) -> None:
    """The sets of `source` were changed by this message or tap."""
    told = await work.events.history(incoming.athlete_id)
    event = Said(
        said_at=incoming.said_at,
        day=day,
        source=f"{incoming.source}:{change}",
        position=sum(1 for _ in _of(told, source)),
        key=f"{change}:{source}",
    )
    await work.events.add(incoming.athlete_id, [event])


def latest(told: Iterable[Event], source: str) -> Change | None:
    """What happened last to what a message told."""
    newest = max(_of(told, source), key=lambda event: event.position, default=None)
    return Change(newest.key.partition(":")[0]) if newest else None


def completed_by(told: Iterable[Event], source: str) -> tuple[str, ...]:
    """The messages and taps that completed what a message had left open."""
    suffix = f":{Change.COMPLETED}"
    return tuple(
        event.source.removesuffix(suffix)
        for event in _of(told, source)
        if event.source.endswith(suffix) and event.source != f"{source}{suffix}"
    )


def corrected_by(told: Iterable[Event], source: str) -> str | None:
    """The message whose sets this one has corrected, if it was a correction."""
    by = f"{source}:{Change.CORRECTED}"
    corrected = (event.key for event in told if isinstance(event, Said) and event.source == by)
    return next((key.partition(":")[2] for key in corrected), None)


def _of(told: Iterable[Event], source: str) -> Iterator[Said]:
    keys = {f"{change}:{source}" for change in Change}
    return (event for event in told if isinstance(event, Said) and event.key in keys)
