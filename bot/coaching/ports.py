"""What the use cases and the loops need from the rooms around them: values and protocols."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from bot.coaching.athlete import Athlete
from bot.coaching.mail import Inbox, Outbox
from bot.coaching.past import Past
from bot.domain.events import Event
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One thing that an athlete wrote, tapped or shared, as the use cases see it.

    `source` is the key under which it is written down: `m:<chat>:<message>` for a message,
    `t:<update>:<moment>` for a tap. `said_at` (UTC) is a message's date, and a tap's arrival in the
    inbox. `replies_to` is the id of the message that it replies to.
    """

    athlete_id: int
    chat_id: int
    source: str
    said_at: datetime
    name: str = ""
    text: str = ""
    replies_to: int | None = None


# -- the athlete, the log, the events -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Everywhere:
    """All athletes."""


@dataclass(frozen=True, slots=True)
class Away:
    """Those on a journey."""


@dataclass(frozen=True, slots=True)
class InZone:
    """Those whose clock is that zone's now."""

    zone: str


Where = Everywhere | Away | InZone


class Athletes(Protocol):
    async def get(self, athlete_id: int) -> Athlete | None: ...

    async def get_many(self, athlete_ids: Sequence[int]) -> Mapping[int, Athlete]: ...

    async def who(self, where: "Where", *, after: int, limit: int) -> Sequence[Athlete]:
        """Those who are there, with ids above `after`, by their ids."""
        ...

    async def save(self, athlete: Athlete) -> None:
        """Insert or replace."""
        ...

    async def forget(self, athlete_id: int) -> None:
        """With the sets, events and due work."""
        ...


class SetLog(Protocol):
    async def history(self, athlete_id: int, *, after: date | None = None) -> Sequence[LoggedSet]:
        """All sets, or those of the days after one, by day, moment, source and position."""
        ...

    async def latest_source(self, athlete_id: int) -> str | None:
        """Where the newest sets were told."""
        ...

    async def add(self, athlete_id: int, sets: Sequence[LoggedSet]) -> int:
        """Write down what isn't there yet (by key); give the number of new sets."""
        ...

    async def replace(self, athlete_id: int, source: str, sets: Sequence[LoggedSet]) -> None:
        """These are now the sets of that source, and no others."""
        ...

    async def remove(self, athlete_id: int, source: str) -> Sequence[LoggedSet]:
        """Take back a source's sets; give what was removed."""
        ...


class EventLog(Protocol):
    async def history(self, athlete_id: int, *, after: date | None = None) -> Sequence[Event]:
        """All events, or those of the days after one, by moment, source, kind and position."""
        ...

    async def add(self, athlete_id: int, events: Sequence[Event]) -> int:
        """Append what isn't there yet (by key); give the number of new events."""
        ...


class Memory(Protocol):
    """Pasts that needn't be read and folded again."""

    async def recall(self, athlete_id: int) -> Past:
        """What was kept, unless something has been written of its days since; else no past."""
        ...

    async def keep(self, athlete_id: int, past: Past) -> None: ...


# -- due work -----------------------------------------------------------------------------------------


class DueKind(StrEnum):
    MORNING = "morning"
    SNOOZE = "snooze"
    JOURNEY = "journey"


@dataclass(frozen=True, slots=True)
class Due:
    """One row an athlete and kind: the prompt of `day`, or the first day home, is due at `due_at` (UTC)."""

    athlete_id: int
    kind: DueKind
    day: date
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """So many rows were due; `too_late` of them fell due too long ago to be said."""

    rows: int
    too_late: int = 0


class DueWork(Protocol):
    async def plan(self, due: Due) -> None:
        """Insert or move the athlete's row of this kind."""
        ...

    async def plan_many(self, rows: Sequence[Due]) -> None:
        """At most one row an athlete and kind."""
        ...

    async def cancel(self, athlete_id: int, kind: DueKind) -> None: ...

    async def cancel_many(self, athlete_ids: Sequence[int], kind: DueKind) -> None: ...

    async def get(self, athlete_id: int, kind: DueKind) -> Due | None: ...

    async def of(self, athlete_ids: Sequence[int]) -> Sequence[Due]:
        """All rows of these athletes."""
        ...

    async def claim(self, now: datetime, limit: int) -> Sequence[Due]:
        """Due rows, the oldest first, locked for this transaction; they stay until planned or cancelled."""
        ...

    async def next_at(self) -> datetime | None: ...


class ZoneBook(Protocol):
    """By which rules, as digests, the due work of each zone was planned."""

    async def known(self) -> Mapping[str, str]: ...

    async def note(self, digests: Mapping[str, str]) -> None: ...


# -- one transaction ----------------------------------------------------------------------------------


class UnitOfWork(Protocol):
    """One transaction over all repositories; leaving it without a commit rolls all back."""

    @property
    def athletes(self) -> Athletes: ...
    @property
    def sets(self) -> SetLog: ...
    @property
    def events(self) -> EventLog: ...
    @property
    def memory(self) -> Memory: ...
    @property
    def due(self) -> DueWork: ...
    @property
    def zones(self) -> ZoneBook: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...

    async def commit(self) -> None: ...


UnitsOfWork = Callable[[], AbstractAsyncContextManager[UnitOfWork]]


# -- surroundings -------------------------------------------------------------------------------------


class Clock(Protocol):
    """For scheduling and sending only; what counts when is said by the messages themselves."""

    def __call__(self) -> datetime:
        """The present instant (UTC)."""
        ...


class Leads(Protocol):
    async def __call__(self) -> bool:
        """Whether this process is the one that polls, claims what is due and delivers, right now."""
        ...


async def always() -> bool:
    """Leads where there is only one process."""
    return True


@dataclass(frozen=True, slots=True)
class Place:
    """A city as it was found; `region` tells it from its namesakes, `zone` is its IANA name."""

    name: str
    region: str
    zone: str


class Places(Protocol):
    def find(self, name: str) -> tuple[Place, ...]:
        """Best first; nothing if nothing fits; several if they differ in zone and none dominates."""
        ...

    def zone_at(self, latitude: float, longitude: float) -> str | None:
        """None at sea, or where the numbers are no place on Earth."""
        ...

    def showing(self, times: Sequence[time], at: datetime) -> tuple[Place, ...]:
        """The largest cities, one a zone, whose clocks show one of these times now, to a few minutes."""
        ...
