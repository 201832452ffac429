"""What the operators are told of: something needs a person's eyes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """An update that can't be worked on; `reference` is the one in the athlete's apology."""

    reference: str
    error: str


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
