"""What an error of the Bot API says about a message that we tried to send."""

import os
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

# PTB gives `retry_after` as a timedelta to those who ask for it, and warns at each 429 otherwise.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# httpx's errors, by name since httpx is PTB's affair: no byte of the message has left.
NOT_CONNECTED = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
)


class Refusal(StrEnum):
    AS_WISHED = "as_wished"  # the message already looks like that
    NOT_SENT = "not_sent"  # it never reached Telegram
    FOR_NOW = "for_now"
    GONE = "gone"  # the message to edit isn't there any more, or too old to be edited
    UNKNOWN = "unknown"  # it may have arrived
    UNREACHABLE = "unreachable"  # the athlete has blocked us or is gone
    FOR_GOOD = "for_good"  # a fault of ours


@dataclass(frozen=True, slots=True)
class Verdict:
    """`after` is how long Telegram wants to be left alone, where it said so."""

    refusal: Refusal
    after: timedelta | None = None


def classify(error: TelegramError) -> Verdict:
    """`BadRequest` and `TimedOut` are `NetworkError`s, and a full pool is a `TimedOut`: the order matters."""
    match error:
        case RetryAfter():
            return Verdict(Refusal.FOR_NOW, _as_timedelta(error.retry_after))
        case Forbidden():
            return Verdict(Refusal.UNREACHABLE)
        case BadRequest():
            return Verdict(_bad_request(error.message.lower()))
        case NetworkError():
            return Verdict(_network(error))
        case InvalidToken() | Conflict():
            return Verdict(Refusal.FOR_NOW)
        case ChatMigrated():
            return Verdict(Refusal.FOR_GOOD)
        case _:
            return Verdict(Refusal.UNKNOWN)


def _as_timedelta(after: float | timedelta) -> timedelta:
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _bad_request(words: str) -> Refusal:
    if "message is not modified" in words:
        return Refusal.AS_WISHED
    if "message to edit not found" in words or "message can't be edited" in words:
        return Refusal.GONE
    return Refusal.UNREACHABLE if "chat not found" in words else Refusal.FOR_GOOD


def _network(error: NetworkError) -> Refusal:
    """An HTTP status that PTB has no name for (5xx above all) comes without a cause of httpx's."""
    cause = error.__cause__
    if cause is None or isinstance(cause, TelegramError):
        return Refusal.UNKNOWN if isinstance(error, TimedOut) else Refusal.FOR_NOW
    names = {kind.__name__ for kind in type(cause).__mro__}
    return Refusal.NOT_SENT if names & NOT_CONNECTED else Refusal.UNKNOWN
