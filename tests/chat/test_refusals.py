"""What each error of the Bot API says about a message."""

from datetime import timedelta

import httpx
import pytest
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

from bot.chat.refusals import Refusal, Verdict, classify


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (caused(TimedOut(), httpx.ConnectTimeout("")), Refusal.NOT_SENT),
        (caused(TimedOut(), httpx.PoolTimeout("")), Refusal.NOT_SENT),
        (caused(NetworkError(""), httpx.ConnectError("")), Refusal.NOT_SENT),
        (caused(NetworkError(""), httpx.ProxyError("")), Refusal.NOT_SENT),
        (caused(TimedOut(), httpx.ReadTimeout("")), Refusal.UNKNOWN),
        (caused(TimedOut(), httpx.WriteTimeout("")), Refusal.UNKNOWN),
        (caused(NetworkError(""), httpx.ReadError("")), Refusal.UNKNOWN),
        (caused(NetworkError(""), httpx.RemoteProtocolError("")), Refusal.UNKNOWN),
        (caused(NetworkError(""), RuntimeError("not initialized")), Refusal.UNKNOWN),
        (TimedOut(), Refusal.UNKNOWN),
        (TelegramError("Invalid server response"), Refusal.UNKNOWN),
        (NetworkError("Internal Server Error (500)"), Refusal.FOR_NOW),
        (caused(NetworkError("Bad Gateway (502)"), TelegramError("html")), Refusal.FOR_NOW),
        (InvalidToken(), Refusal.FOR_NOW),
        (Conflict(""), Refusal.FOR_NOW),
        (Forbidden("bot was blocked by the user"), Refusal.UNREACHABLE),
        (BadRequest("Chat not found"), Refusal.UNREACHABLE),
        (BadRequest("Message is not modified: specified new message content…"), Refusal.AS_WISHED),
        (BadRequest("Message to edit not found"), Refusal.GONE),
        (BadRequest("Message can't be edited"), Refusal.GONE),
        (BadRequest("Message text is empty"), Refusal.FOR_GOOD),
        (ChatMigrated(-100), Refusal.FOR_GOOD),
    ],
)
def test_each_error_has_its_verdict(error: TelegramError, refusal: Refusal) -> None:
    assert classify(error) == Verdict(refusal)


@pytest.mark.parametrize("as_timedelta", ["true", "false"])
@pytest.mark.filterwarnings("ignore:.*retry_after")
def test_a_429_says_for_how_long(as_timedelta: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", as_timedelta)

    assert classify(RetryAfter(7)) == Verdict(Refusal.FOR_NOW, timedelta(seconds=7))
