"""What the operators are told of: something needs a person's eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SetAside:
    """An update that can't be worked on; `reference` is that of the apology, if there was one."""

    reference: str
    error: str
    has_apology: bool = True


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """A message that Telegram won't take, or that can't be rendered."""

    reference: str
    error: str


@dataclass(frozen=True, slots=True)
class ManyTroubles:
    """There is more than is told one by one."""


@dataclass(frozen=True, slots=True)
class BackupFailed:
    error: str


Trouble = SetAside | Undeliverable | ManyTroubles | BackupFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What lies in inbox and outbox: open, or left for somebody to look at.

    `oldest_at` is when the oldest open message came in; `stuck` are the outbox's rows by state.
    """

    arrived: int
    oldest_at: datetime | None
    set_aside: int
    unsent: int
    stuck: Mapping[str, int]
