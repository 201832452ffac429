"""One of several processes: what another is at, or has to do, is left to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.context import CoachContext
from bot.coaching.ports import UnitsOfWork
from bot.store.engine import make_engine
from bot.store.unit_of_work import units_of_work
from tests.chat.breaking import Breaking
from tests.chat.outgoing import states
from tests.chat.scene import FixedClock, Scene, draft, scene
from tests.chat.updates import wrote
from tests.databases import fresh_database


@pytest.fixture
async def shared(server: str, template: str) -> AsyncIterator[UnitsOfWork]:
    """Units on a PostgreSQL database."""
    engine = make_engine(fresh_database(server, template=template))
    yield units_of_work(engine)
    await engine.dispose()


async def test_a_chat_that_another_process_is_at_is_no_failure(
    path: Path, shared: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, shared, clock) as stage:
        await stage.intake.accept([wrote(1, "a"), wrote(2, "b")])
        async with shared() as elsewhere:
            assert await elsewhere.inbox.claim(1)
            await stage.settle()
            assert (stage.said(), stage.worker.failed) == ([], 0)
            assert (await stage.worker._pause()).total_seconds() == 1
        clock.move(seconds=1)
        await stage.settle()

    assert stage.said() == ["hear a", "hear b"]


async def test_what_another_process_has_done_is_passed_over(
    path: Path, shared: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, shared, clock) as stage:

        async def too_late(_update: object, context: CoachContext) -> None:
            async with shared() as elsewhere:
                await elsewhere.inbox.mark(1, "done", clock())
                await elsewhere.commit()
            await context.turn(context.coach.start)

        stage.application.handlers[0][0].callback = too_late
        await stage.receive(wrote(1, "/start"), wrote(2, "b"))

    assert (stage.said(), stage.worker.failed) == (["hear b"], 0)


async def test_only_the_leader_delivers(stage: Scene) -> None:
    leading = False

    async def leads() -> bool:
        return leading

    stage.delivery.ask_first(leads)
    await stage.put(draft("hi"))
    await stage.delivery.settle()
    assert stage.said() == []
    assert (await stage.delivery._pause()).total_seconds() == 30

    leading = True
    await stage.delivery.settle()
    assert stage.said() == ["hi"]


async def test_who_leads_no_more_writes_down_what_telegram_has(stage: Scene) -> None:
    leading = True

    async def leads() -> bool:
        return leading

    async def no_more() -> None:
        nonlocal leading
        leading = False
        broken.in_uses = 1

    broken = Breaking(stage.units)
    stage.delivery._units = broken
    stage.delivery.ask_first(leads)
    stage.api.before = no_more
    await stage.put(draft("hi"), draft("for the next leader"))
    await stage.delivery.settle()
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == (["hi"], ["sent", None])
