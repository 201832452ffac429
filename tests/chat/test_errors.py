"""What fails is tried again, and set aside in the end."""

import sqlite3
from collections.abc import MutableMapping
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.chat.context import CoachContext
from bot.chat.errors import whereabouts
from bot.chat.worker import Worker
from tests.chat.breaking import Breaking, Stumbling
from tests.chat.scene import Scene
from tests.chat.updates import GROUP, wrote

OTHER = 77


async def test_a_failed_turn_leaves_nothing_and_is_tried_again(stage: Scene) -> None:
    stage.recorder.instead["hear"] = Stumbling(1)
    await stage.receive(wrote(1, "a"), wrote(2, "b"))

    assert (stage.said(), stage.worker.failed) == ([], 1)
    assert stage.query("SELECT attempts FROM inbox WHERE update_id = 1") == [(1,)]

    stage.clock.move(seconds=1)
    await stage.settle()

    assert stage.said() == ["at last", "at last"]


async def test_other_chats_go_on_while_one_waits_for_its_retry(stage: Scene) -> None:
    stage.recorder.instead["start"] = Stumbling(1)
    await stage.receive(wrote(1, "/start"), wrote(2, "waits"), wrote(3, "goes on", OTHER))

    assert stage.said() == ["hear goes on"]


async def test_what_fails_five_times_is_set_aside_with_one_apology(stage: Scene) -> None:
    stage.recorder.instead["start"] = Stumbling(99)
    await stage.intake.accept([wrote(0x2A5, "/start"), wrote(0x2A6, "after")])
    for seconds in (0, 1, 5, 15, 30):
        stage.clock.move(seconds=seconds)
        assert stage.result_of(0x2A5) is None
        await stage.settle()

    assert stage.result_of(0x2A5) == "set_aside"
    assert stage.said() == ["sorry (2A5)", "hear after"]
    assert stage.worker.failed == 5
    ((payload, error),) = stage.query("SELECT payload, last_error FROM inbox WHERE update_id = ?", 0x2A5)
    assert "/start" in payload
    assert error.startswith("RuntimeError at breaking.py:")


async def test_a_group_gets_no_apology(stage: Scene) -> None:
    stage.recorder.instead["greet_group"] = Stumbling(99)
    await stage.intake.accept([wrote(1, "hi", GROUP)])
    for _ in range(5):
        await stage.settle()
        stage.clock.move(seconds=30)

    assert stage.result_of(1) == "set_aside"
    assert stage.said() == []


@pytest.mark.parametrize("error", [NetworkError("down"), OSError("disk")])
async def test_an_outage_is_no_fault_of_the_message(stage: Scene, error: Exception) -> None:
    stage.recorder.instead["hear"] = Stumbling(9, error)
    await stage.intake.accept([wrote(1, "a")])
    for _ in range(10):
        await stage.settle()
        stage.clock.move(seconds=5)

    assert stage.said() == ["at last"]
    assert stage.query("SELECT attempts FROM inbox WHERE update_id = 1") == [(0,)]


@pytest.mark.parametrize(
    "payload",
    [
        '{"update_id": 1, "message": {"no": "date"}}',
        '{"update_id": 1, "message": "words"}',
        "[" * 100_000,
        "[]",
        "{",
        "",
    ],
)
async def test_what_cannot_be_read_is_set_aside_and_the_queue_goes_on(stage: Scene, payload: str) -> None:
    await stage.intake.accept([wrote(1), wrote(2, "next")])
    await change_payload(stage, payload)
    await stage.settle()

    assert stage.result_of(1) == "set_aside"
    assert stage.query("SELECT payload, last_error FROM inbox WHERE update_id = 1") == [
        (payload, "unparseable")
    ]
    assert stage.said() == ["hear next"]
    assert stage.worker.failed == 1


async def change_payload(stage: Scene, payload: str) -> None:
    with sqlite3.connect(stage.path) as connection:
        connection.execute("UPDATE inbox SET payload = ? WHERE update_id = 1", (payload,))
    connection.close()


async def test_a_row_left_open_has_failed_even_if_nothing_was_raised(stage: Scene) -> None:
    async def forget(_update: object, _context: CoachContext) -> None:
        pass

    stage.application.handlers[0][0].callback = forget
    await stage.receive(wrote(1, "/start"))

    assert stage.worker.failed == 1
    assert stage.query("SELECT attempts, last_error FROM inbox") == [(1, "left open")]


async def test_a_database_that_cannot_be_written_lets_the_chat_rest(stage: Scene) -> None:
    broken = Breaking(stage.units)
    worker = Worker(stage.application, broken, stage.clock, failures=stage.worker._failures)
    await stage.intake.accept([wrote(1, "a")])
    broken.in_uses = 2

    await worker.settle()
    assert (stage.recorder.names(), worker.failed) == ([], 1)

    stage.clock.move(seconds=5)
    await worker.settle()
    assert stage.recorder.names() == ["hear"]


async def test_errors_of_jobs_and_tasks_touch_no_row(stage: Scene) -> None:
    await stage.intake.accept([wrote(1)])
    await stage.application.process_error(None, RuntimeError("a job's"))
    await stage.settle()

    assert stage.said() == ["hear hi"]
    assert stage.worker.failed == 0


async def test_an_error_is_logged_without_its_words(
    stage: Scene, logged: list[MutableMapping[str, Any]]
) -> None:
    stage.recorder.instead["hear"] = Stumbling(1, ValueError("couldn't read 'my very own words'"))
    await stage.receive(wrote(1, "my very own words"))

    assert [entry["event"] for entry in logged] == ["turn_failed"]
    assert "very own" not in str(logged)


def test_an_error_is_kept_without_its_words() -> None:
    assert whereabouts(ValueError("secret words")) == "ValueError"
    assert whereabouts(None) == "left open"
