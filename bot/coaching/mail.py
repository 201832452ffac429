"""The two tables between the loops: what arrived (inbox) and what is to be said (outbox)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.coaching.actions import Action

# -- what is said -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Message:
    """Words and buttons for one chat message, plain text.

    `in_place` asks to edit the tapped message instead of sending a new one, where there is one.
    `once` is a key under which this is said once and never again.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    in_place: bool = False
    silent: bool = False
    once: str | None = None


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


def reference_of(update_id: int) -> str:
    """What an athlete can quote, and an operator finds the row by: the update's id in hexadecimal."""
    return f"{update_id:X}"


class Inbox(Protocol):
    """What arrived, each once; a done row stays as a tombstone with its payload emptied."""

    async def accept(self, updates: Sequence[RawUpdate], received_at: datetime) -> int:
        """Store what is new; give the number of rows that were."""
        ...

    async def chats_waiting(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int, newest_first: bool = False
    ) -> Sequence[int]:
        """Chats whose lowest open row is ripe (`retry_at` unset or past), by that row's `update_id`."""
        ...

    async def next_of(self, chat_id: int, now: datetime) -> InboxRow | None:
        """The chat's lowest open row, if it is ripe: later rows wait for an earlier one."""
        ...

    async def claim(self, update_id: int) -> bool:
        """Inside a turn: lock row and chat; False if it isn't open any more, or another process is at it."""
        ...

    async def mark(self, update_id: int, result: str, done_at: datetime) -> None:
        """Close the row (`done`, `ignored`, `set_aside`, …); the payload stays only if set aside."""
        ...

    async def note_failure(self, update_id: int, error: str, retry_at: datetime, *, counts: bool) -> int:
        """Keep the row open until `retry_at`; give its attempts (raised only if `counts`)."""
        ...

    async def next_retry_at(self) -> datetime | None: ...

    async def forget_chat(self, chat_id: int) -> None:
        """Remove its closed rows, those that were set aside too."""
        ...

    async def prune(self, done_before: datetime) -> int:
        """Remove old tombstones."""
        ...

    async def largest_update_id(self) -> int:
        """0 when empty. The console's ids continue above it."""
        ...


# -- the outbox ---------------------------------------------------------------------------------------


class Lane(StrEnum):
    """A chat's rows go in order within a lane, and none goes before an earlier one of a quicker lane.

    Nobody waits for what is idle: it goes when nothing else does, and holds up nothing.
    """

    INTERACTIVE = "interactive"
    BULK = "bulk"
    IDLE = "idle"


class OutboxKind(StrEnum):
    """A message or an edit holds its words; a prompt or a notice is a stub, rendered when its place comes.

    A receipt holds its words too, until more logs join it: then it is told anew from all of them.
    Stripping takes the day's buttons off a card, closing leaves what its day asked for and one button.
    """

    MESSAGE = "message"
    EDIT = "edit"
    RECEIPT = "receipt"
    PROMPT = "prompt"
    NOTICE = "notice"
    STRIPPING = "stripping"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row for the outbox. `key` makes it unique for good (a prompt's athlete and day, a once-only word).

    `answers` is the source of what it answers, `edits` the message id that an edit changes, `edits_row`
    the row whose message it changes, once that was delivered; `day` is a prompt's training day, `sources`
    are the messages whose sets a receipt tells of.
    """

    chat_id: int
    kind: OutboxKind
    lane: Lane = Lane.INTERACTIVE
    message: Message | None = None
    key: str | None = None
    answers: str | None = None
    edits: int | None = None
    edits_row: int | None = None
    sources: tuple[str, ...] = ()
    day: date | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    outbox_id: int
    draft: Draft
    attempts: int


@dataclass(frozen=True, slots=True)
class SentCard:
    """A day's card as it was delivered."""

    outbox_id: int
    chat_id: int
    day: date
    message_id: int
    sent_at: datetime


class Outbox(Protocol):
    """What is to be said; each chat's rows of one lane go out in the order of their ids."""

    async def add(self, draft: Draft) -> bool:
        """False if a row with this key was ever added."""
        ...

    async def add_many(self, drafts: Sequence[Draft]) -> int:
        """In this order, without those whose key was ever added; give the number of the others."""
        ...

    async def join_receipt(self, chat_id: int, source: str) -> bool:
        """Let the chat's newest receipt tell of this source too; False where none can.

        One can that nobody has begun to send, while nothing but what follows from it comes behind.
        """
        ...

    async def ready(
        self, now: datetime, *, besides: frozenset[int] = frozenset(), limit: int
    ) -> Sequence[OutboxRow]:
        """Unsent rows of chats not in `besides` that wait for no other one, if their `not_before` has come.

        Interactive rows come before bulk ones, those before idle ones, then by id; one row a chat.
        """
        ...

    async def look_again(self, outbox_id: int) -> Draft | None:
        """Inside a transaction: lock an unsent row and give it as it is now, since it may have grown."""
        ...

    async def render(self, outbox_id: int, message: Message) -> None:
        """Fill in the words as they will be said; a receipt is a message row from then on."""
        ...

    async def sent(self, outbox_id: int, message_id: int, sent_at: datetime) -> None: ...

    async def retry(self, outbox_id: int, not_before: datetime, error: str) -> None:
        """Count an attempt and keep the row, not before then."""
        ...

    async def drop(self, outbox_id: int, state: str, reason: str) -> None:
        """Close a row that won't be sent.

        It is `expired`, `quiet`, `unreachable`, or stuck: `refused`, `failed`, `unknown`.
        """
        ...

    async def hush(self, chat_id: int) -> None:
        """Nothing that still waits for this chat is said."""
        ...

    async def answered_source(self, chat_id: int, message_id: int) -> str | None:
        """The source that a sent message answered."""
        ...

    async def is_replaced(self, chat_id: int, message_id: int) -> bool:
        """Whether other words stand, or will stand, in place of those that were sent."""
        ...

    async def live_cards(self, chat_id: int) -> Sequence[SentCard]:
        """The delivered cards that are neither answered nor closed, the oldest first."""
        ...

    async def close_cards(self, chat_ids: Sequence[int], *, before: date) -> None:
        """Have these chats' live cards of days before that one closed; they are live no more."""
        ...

    async def card(self, outbox_id: int) -> SentCard | None:
        """None if it was never delivered, as far as is known."""
        ...

    async def words_of(self, outbox_id: int) -> Message | None:
        """None if it has none yet, or they are forgotten."""
        ...

    async def retire(self, outbox_ids: Sequence[int]) -> None:
        """These cards are live no more."""
        ...

    async def waiting(self, lane: Lane) -> int:
        """How many unsent rows the lane has."""
        ...

    async def next_not_before(self, now: datetime) -> datetime | None:
        """The earliest later moment at which some chat's first row becomes ready."""
        ...

    async def forget(self, sent_before: datetime) -> int:
        """Empty the words of what was sent long ago; keys, ids and what was answered stay."""
        ...

    async def forget_chat(self, chat_id: int) -> None:
        """Remove its rows, sent or not."""
        ...

    async def largest_message_id(self) -> int: ...
