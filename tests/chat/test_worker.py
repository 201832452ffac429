"""Order and speed: what the worker promises whoever writes; and how its loop begins and ends."""

import asyncio
from pathlib import Path

import pytest

from bot.chat.context import CoachContext
from bot.chat.worker import Worker
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork, UnitsOfWork
from tests.chat.breaking import Breaking, Stumbling
from tests.chat.scene import FixedClock, Saying, Scene, saying, scene
from tests.chat.updates import wrote

OTHER = 77


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


async def test_who_writes_now_does_not_wait_for_a_whole_backlog(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock, cap=1) as stage:
        await stage.receive(*(wrote(number, f"{number}", number) for number in range(1, 9)))

    assert stage.said() == [f"hear {number}" for number in (1, 2, 3, 8, 4, 5, 6, 7)]


async def test_a_restart_finds_what_was_left(path: Path, units: UnitsOfWork, clock: FixedClock) -> None:
    async with scene(path, units, clock) as first:
        await first.intake.accept([wrote(1, "a"), wrote(2, "b")])
        await first.worker.settle()
    async with scene(path, units, clock) as second:
        await second.intake.accept([wrote(2, "b"), wrote(3, "c")])
        await second.settle()

    assert second.said() == ["hear a", "hear b", "hear c"]


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
