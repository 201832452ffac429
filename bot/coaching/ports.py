"""What the use cases and the loops need from the rooms around them: values and protocols."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.coaching.actions import Action
from bot.coaching.athlete import Athlete
from bot.domain.events import Event
from bot.domain.sets import LoggedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One thing that an athlete wrote, tapped or shared, as the use cases see it.

    `source` is the key under which it is written down: `m:<chat>:<message>` for a message, `t:<update>`
    for a tap. `said_at` (UTC) is a message's date, and a tap's arrival in the inbox.
    """

    athlete_id: int
    chat_id: int
    source: str
    said_at: datetime
    name: str = ""
    text: str = ""


# -- what is said -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Message:
    """Words and buttons for one chat message, plain text.

    `in_place` asks to edit the tapped message instead of sending a new one, where there is one.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    in_place: bool = False
    silent: bool = False


# -- the inbox ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """Telegram's own JSON; `chat_id` is the chat whose order it keeps (0 if it has none)."""

    update_id: int
    chat_id: int
    payload: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    update_id: int
    chat_id: int
    received_at: datetime
    payload: str
    attempts: int


class Inbox(Protocol):
    """What arrived, each once; a done row stays as a tombstone with its payload emptied."""

    async def accept(self, updates: Sequence[RawUpdate], received_at: datetime) -> int:
        """Store what is new; give the number of rows that were."""
        ...

    async def chats_waiting(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int
    ) -> Sequence[int]:
        """Chats whose lowest open row is ripe (`retry_at` unset or past), lowest `update_id` first."""
        ...

    async def next_of(self, chat_id: int, now: datetime) -> InboxRow | None:
        """The chat's lowest open row, if it is ripe: later rows wait for an earlier one."""
        ...

    async def claim(self, update_id: int) -> bool:
        """Inside a turn: lock the row; False if it isn't open any more."""
        ...

    async def mark(self, update_id: int, result: str, done_at: datetime) -> None:
        """Close the row (`done`, `ignored`, `set_aside`, …); the payload stays only if set aside."""
        ...

    async def note_failure(self, update_id: int, error: str, retry_at: datetime, *, counts: bool) -> int:
        """Keep the row open until `retry_at`; give its attempts (raised only if `counts`)."""
        ...

    async def next_retry_at(self) -> datetime | None: ...

    async def prune(self, done_before: datetime) -> int:
        """Remove old tombstones."""
        ...

    async def largest_update_id(self) -> int:
        """0 when empty. The console's ids continue above it."""
        ...


# -- the outbox ---------------------------------------------------------------------------------------


class Lane(StrEnum):
    INTERACTIVE = "interactive"
    BULK = "bulk"


class OutboxKind(StrEnum):
    """A message or an edit holds its words; a prompt is a stub, rendered when its place comes."""

    MESSAGE = "message"
    EDIT = "edit"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row for the outbox. `key` makes it unique for good (a prompt's athlete and day, a once-only word).

    `answers` is the source of what it answers, `edits` the message id that an edit changes,
    `day` a prompt's training day.
    """

    chat_id: int
    kind: OutboxKind
    lane: Lane = Lane.INTERACTIVE
    message: Message | None = None
    key: str | None = None
    answers: str | None = None
    edits: int | None = None
    day: date | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    outbox_id: int
    draft: Draft
    attempts: int


class Outbox(Protocol):
    """What is to be said; each chat's rows go out in the order of their ids."""

    async def add(self, draft: Draft) -> bool:
        """False if a row with this key was ever added."""
        ...

    async def ready(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int
    ) -> Sequence[OutboxRow]:
        """The first unsent row of each chat not in `besides`, if its `not_before` has come.

        Interactive rows come before bulk ones, then by id.
        """
        ...

    async def render(self, outbox_id: int, message: Message) -> None:
        """Fill a stub with its words; it is a message row from then on."""
        ...

    async def sent(self, outbox_id: int, message_id: int, sent_at: datetime) -> None: ...

    async def retry(self, outbox_id: int, not_before: datetime, error: str) -> None:
        """Count an attempt and keep the row, not before then."""
        ...

    async def drop(self, outbox_id: int, state: str, reason: str) -> None:
        """Close a row that won't be sent (`expired`, `quiet`, `refused`, `unknown`)."""
        ...

    async def answered_source(self, chat_id: int, message_id: int) -> str | None:
        """The source that a sent message answered."""
        ...

    async def next_not_before(self, now: datetime) -> datetime | None:
        """The earliest later moment at which some chat's first row becomes ready."""
        ...

    async def largest_message_id(self) -> int: ...


# -- the athlete, the log, the events -----------------------------------------------------------------


class Athletes(Protocol):
    async def get(self, athlete_id: int) -> Athlete | None: ...

    async def get_many(self, athlete_ids: Sequence[int]) -> Mapping[int, Athlete]: ...

    async def save(self, athlete: Athlete) -> None:
        """Insert or replace."""
        ...


class SetLog(Protocol):
    async def history(self, athlete_id: int) -> Sequence[LoggedSet]:
        """All sets, by day, moment, source and position."""
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
    async def history(self, athlete_id: int) -> Sequence[Event]:
        """All events, by moment, source, kind and position."""
        ...

    async def add(self, athlete_id: int, events: Sequence[Event]) -> int:
        """Append what isn't there yet (by key); give the number of new events."""
        ...


# -- due work -----------------------------------------------------------------------------------------


class DueKind(StrEnum):
    MORNING = "morning"
    SNOOZE = "snooze"


@dataclass(frozen=True, slots=True)
class Due:
    """One row an athlete and kind: the prompt of `day` falls due at `due_at` (UTC)."""

    athlete_id: int
    kind: DueKind
    day: date
    due_at: datetime


class DueWork(Protocol):
    async def plan(self, due: Due) -> None:
        """Insert or move the athlete's row of this kind."""
        ...

    async def cancel(self, athlete_id: int, kind: DueKind) -> None: ...

    async def get(self, athlete_id: int, kind: DueKind) -> Due | None: ...

    async def claim(self, now: datetime, limit: int) -> Sequence[Due]:
        """Due rows, the oldest first, locked for this transaction; they stay until planned or cancelled."""
        ...

    async def next_at(self) -> datetime | None: ...


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
    def due(self) -> DueWork: ...
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


class Chooser(Protocol):
    """Varied phrases: the same athlete and day always give the same choice."""

    def __call__(self, athlete_id: int, day: date, options: int) -> int:
        """A number from 0 below `options`."""
        ...


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
