"""Logging: one handler for all, and no token in its final text."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import TelegramError
from telegram.request import BaseRequest

from bot.observe import configure_logging, counts, redact

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the root handler writes; everything is as before afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield io.StringIO()
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.mark.parametrize("as_json", [False, True])
def test_an_event_shows_its_facts(written: io.StringIO, as_json: bool) -> None:  # noqa: FBT001 - a column
    configure_logging("INFO", as_json=as_json, stream=written)

    structlog.get_logger("bot.chat").info("sets_logged", athlete=7, sets=3)

    line = written.getvalue()
    assert "sets_logged" in line
    assert "athlete" in line


def test_json_is_one_object_a_line(written: io.StringIO) -> None:
    configure_logging("INFO", as_json=True, stream=written)

    logging.getLogger("anything").warning("first %s\nsecond", "line")

    (line,) = written.getvalue().splitlines()
    assert json.loads(line)["event"] == "first line\nsecond"
    assert json.loads(line)["level"] == "warning"


def test_an_answer_that_is_no_json_is_not_quoted(written: io.StringIO) -> None:
    configure_logging("DEBUG", as_json=False, stream=written)

    with pytest.raises(TelegramError):
        BaseRequest.parse_json_payload(b'{"ok": true, "result": [{"message": {"text": "my very own words')

    assert written.getvalue() == ""


def test_warnings_and_errors_are_counted_by_their_event(written: io.StringIO) -> None:
    configure_logging("INFO", as_json=False, stream=written)
    before = counts["logged", "poll_failed"]

    for told in (structlog.get_logger().warning, structlog.get_logger().info):
        told("poll_failed")

    assert counts["logged", "poll_failed"] == before + 1


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("before", ["", "bot", "https://api.telegram.org/bot", "file/bot"])
def test_no_token_survives(written: io.StringIO, as_json: bool, before: str) -> None:  # noqa: FBT001 - a column
    configure_logging("DEBUG", as_json=as_json, stream=written)
    secret = before + TOKEN

    structlog.get_logger("bot.chat").error("poll_failed", url=secret, exc_info=ConnectionError(secret))
    logging.getLogger("httpx").warning("HTTP Request: POST %s/getMe", secret)
    logging.getLogger("any").error("%r", {"url": secret.replace(":", "%3A")}, exc_info=ValueError(secret))

    assert "ConnectionError" in written.getvalue()
    assert TOKEN.split(":")[1] not in written.getvalue()


@given(st.text(), st.from_regex(r"[0-9]{5,12}(:|%3A)[A-Za-z0-9_-]{30,50}", fullmatch=True), st.text())
def test_redacting_takes_the_token_wherever_it_stands(before: str, token: str, after: str) -> None:
    assert token.replace("%3A", ":").split(":")[1] not in redact(f"{before}/bot{token}/{after}")


def test_other_numbers_stay() -> None:
    line = "update 123456789: 12:30:00 athlete=9007199254740993"

    assert redact(line) == line


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore", "telegram.Bot", "telegram.ext.Application", "aiosqlite"]
)
def test_libraries_that_tell_too_much_stay_quiet_at_debug(written: io.StringIO, name: str) -> None:
    configure_logging("DEBUG", as_json=False, stream=written)

    logging.getLogger(name).debug("a message's own words")

    assert written.getvalue() == ""
