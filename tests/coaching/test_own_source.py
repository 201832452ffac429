"""Messages of another bot, taken in by an import, may bear the keys of new ones."""

from datetime import UTC, datetime, timedelta

from bot.coaching.hear import with_own_source
from bot.coaching.ports import Incoming
from tests.makers import MONDAY, did

SAID_AT = datetime(2026, 3, 5, 7, 30, tzinfo=UTC)
MESSAGE = Incoming(athlete_id=1, chat_id=1, source="m:1:1", said_at=SAID_AT)


def test_a_new_message_keeps_its_key() -> None:
    assert with_own_source(MESSAGE, did("knee_push_up", 2, on=MONDAY, source="m:1:2")) == MESSAGE


def test_a_key_that_another_bot_used_is_told_apart() -> None:
    log = did("knee_push_up", 2, on=MONDAY, source="m:1:1")
    assert with_own_source(MESSAGE, log).source == "m:1:1:20260305T073000"


def test_an_edit_finds_its_own_key_again() -> None:
    log = did("knee_push_up", 2, on=SAID_AT.date(), source="m:1:1")
    edited = Incoming(athlete_id=1, chat_id=1, source="m:1:1", said_at=log[0].said_at)
    assert with_own_source(edited, log) == edited
    assert log[0].said_at - SAID_AT == timedelta(0)
