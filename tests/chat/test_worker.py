"""Order, speed, failures: what the worker promises whoever writes."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.chat.context import CoachContext
from bot.chat.errors import whereabouts
from bot.chat.worker import Worker
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork, UnitsOfWork
from tests.chat.breaking import Breaking
from tests.chat.scene import FixedClock, Saying, Scene, draft, saying, scene
from tests.chat.updates import GROUP, wrote

OTHER = 77


def texts(stage: Scene) -> list[str]:
    return [incoming.text for _, incoming, _ in stage.recorder.asked]


class Stumbling:
    """A use case that fails the first times, or always."""

    def __init__(self, times: int, error: Exception | None = None) -> None:
        self.times = times
        self.error = error or RuntimeError("no such luck")

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        if self.times > 0:
            self.times -= 1
            await work.outbox.add(draft("leaves no trace", incoming.chat_id))
            raise self.error
        return saying("at last")


async def test_a_chats_messages_are_answered_in_order(stage: Scene) -> None:
    await stage.receive(wrote(3, "c"), wrote(1, "a"), wrote(2, "b"))

    assert stage.said() == ["hear a", "hear b", "hear c"]


async def test_an_update_that_comes_twice_counts_once(stage: Scene) -> None:
    await stage.receive(wrote(1, "a"), wrote(1, "a"))
    await stage.receive(wrote(1, "a"))

    assert stage.said() == ["hear a"]


async def test_a_chat_that_takes_long_holds_up_nobody_else(stage: Scene) -> None:
    others_done = asyncio.Event()

    async def hear(_work: UnitOfWork, incoming: Incoming) -> Outcome:
        others_done.set()
        return saying(incoming.text)

    async def think(_update: object, context: CoachContext) -> None:
        await others_done.wait()
        await context.turn(context.coach.hear)

    stage.recorder.instead["hear"] = hear
    stage.application.handlers[0][0].callback = think
    await stage.receive(wrote(1, "/start"), wrote(2, "quick", OTHER))

    assert sorted(stage.said()) == ["/start", "quick"]


async def test_no_more_chats_than_the_cap_are_worked_on_at_once(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock, cap=2) as stage:
        at_once: list[int] = []

        async def think(_update: object, context: CoachContext) -> None:
            at_once.append(len(stage.worker._busy))
            await asyncio.sleep(0)
            await context.turn(context.coach.start)

        stage.application.handlers[0][0].callback = think
        await stage.receive(*(wrote(number, "/start", number) for number in range(1, 8)))

        assert len(stage.said()) == 7
        assert max(at_once) == 2


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
    assert error.startswith("RuntimeError at test_worker.py:")


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
    ['{"update_id": 1, "message": {"no": "date"}}', '{"update_id": 1, "message": "words"}', "[]", "{", ""],
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


async def test_a_restart_finds_what_was_left(path: Path, units: UnitsOfWork, clock: FixedClock) -> None:
    async with scene(path, units, clock) as first:
        await first.intake.accept([wrote(1, "a"), wrote(2, "b")])
        await first.worker.settle()
    async with scene(path, units, clock) as second:
        await second.intake.accept([wrote(2, "b"), wrote(3, "c")])
        await second.settle()

    assert second.said() == ["hear a", "hear b", "hear c"]


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


# -- the loop -----------------------------------------------------------------------------------------


async def test_the_loop_wakes_for_what_arrives_and_ends_when_told(stage: Scene) -> None:
    heard = asyncio.Event()

    async def hear(_work: UnitOfWork, incoming: Incoming) -> Saying:
        if incoming.text == "last":
            heard.set()
        return saying(incoming.text)

    stage.recorder.instead["hear"] = hear
    running = asyncio.create_task(stage.worker.run())
    await stage.intake.accept([wrote(1, "first")])
    await stage.intake.accept([wrote(2, "last")])
    await heard.wait()
    stage.worker.stop()
    await running

    assert [stage.result_of(1), stage.result_of(2)] == ["done", "done"]


async def test_told_to_stop_it_ends_the_turn_in_hand_and_begins_no_other(stage: Scene) -> None:
    async def hear(_work: UnitOfWork, incoming: Incoming) -> Saying:
        stage.worker.stop()
        return saying(incoming.text)

    stage.recorder.instead["hear"] = hear
    await stage.intake.accept([wrote(1, "first"), wrote(2, "left for the next start")])
    await stage.worker.run()

    assert [stage.result_of(1), stage.result_of(2)] == ["done", None]
    await stage.worker.settle()
    assert stage.result_of(2) is None


async def test_cancelled_it_leaves_the_row_open(stage: Scene) -> None:
    begun = asyncio.Event()

    async def hang(_work: UnitOfWork, _incoming: Incoming) -> Saying:
        begun.set()
        await asyncio.Event().wait()
        return saying()

    stage.recorder.instead["hear"] = hang
    await stage.intake.accept([wrote(1)])
    running = asyncio.create_task(stage.worker.run())
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert stage.result_of(1) is None
    assert stage.worker._busy == {}


async def test_a_look_that_fails_ends_no_loop(stage: Scene) -> None:
    broken = Breaking(stage.units)
    broken.in_uses = 1
    worker = Worker(stage.application, broken, stage.clock, failures=stage.worker._failures)

    assert (await worker._round()).total_seconds() == 5
    await stage.intake.accept([wrote(1)])
    assert (await worker._round()).total_seconds() > 0
    await worker.settle()
    assert stage.result_of(1) == "done"


async def test_with_all_hands_full_it_waits_for_one_to_be_free(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock, cap=1) as stage:
        running = asyncio.create_task(stage.worker.run())
        pauses: list[float] = []

        async def hear(_work: UnitOfWork, incoming: Incoming) -> Saying:
            pauses.append((await stage.worker._round()).total_seconds())
            return saying(incoming.text)

        stage.recorder.instead["hear"] = hear
        await stage.intake.accept([wrote(1, "a"), wrote(2, "b", OTHER)])
        await stage.worker.settle()
        stage.worker.stop()
        await running

    assert pauses == [30, 30]


async def test_it_sleeps_until_the_next_retry_or_sweep(stage: Scene) -> None:
    assert (await stage.worker._pause()).total_seconds() == 30

    stage.recorder.instead["hear"] = Stumbling(1)
    await stage.receive(wrote(1))
    assert (await stage.worker._pause()).total_seconds() == 1

    stage.clock.move(seconds=2)
    assert 0 < (await stage.worker._pause()).total_seconds() < 1


# -- errors that belong to no row ---------------------------------------------------------------------


async def test_errors_of_jobs_and_tasks_touch_no_row(stage: Scene) -> None:
    await stage.intake.accept([wrote(1)])
    await stage.application.process_error(None, RuntimeError("a job's"))
    await stage.settle()

    assert stage.said() == ["hear hi"]
    assert stage.worker.failed == 0


def test_an_error_is_kept_without_its_words() -> None:
    assert whereabouts(ValueError("secret words")) == "ValueError"
    assert whereabouts(None) == "left open"
