"""The heartbeat: looks, claims, wakes; late beats still come."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs
from telegram.ext import Application, ApplicationBuilder

from bot.chat.loopback import Loopback
from bot.coaching.mail import RawUpdate
from bot.coaching.ports import Claimed, UnitOfWork, UnitsOfWork
from bot.schedule.heartbeat import Heartbeat
from tests.chat.scene import START, FixedClock

EVERY = timedelta(seconds=20)


class Claims:
    """Stands in for the claim: so many rows in each batch. Each leaves a mark that only a commit keeps."""

    def __init__(self, *batches: int) -> None:
        self.batches = list(batches)
        self.too_late = 0
        self.asked_at: list[datetime] = []

    async def __call__(self, work: UnitOfWork, now: datetime) -> Claimed:
        self.asked_at.append(now)
        if not self.batches:
            raise RuntimeError("the database is away")
        await work.inbox.accept([RawUpdate(len(self.asked_at), 1, "{}")], now)
        return Claimed(self.batches.pop(0), self.too_late)


class Woken:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


async def test_it_claims_until_nothing_is_due_and_then_wakes_the_loops(units: UnitsOfWork) -> None:
    claims, delivery, worker = Claims(500, 500, 3, 0), Woken(), Woken()
    heartbeat = Heartbeat(units, FixedClock(), claims, [delivery, worker])

    assert await heartbeat.tick() == 1003
    assert claims.asked_at == [START] * 4
    assert (delivery.times, worker.times) == (1, 1)
    async with units() as work:
        assert await work.inbox.largest_update_id() == 4


@pytest.mark.parametrize("leading", [True, False])
async def test_of_several_processes_the_leader_claims(units: UnitsOfWork, *, leading: bool) -> None:
    async def leads() -> bool:
        return leading

    claims = Claims(0)
    heartbeat = Heartbeat(units, FixedClock(), claims, [], leads=leads)
    await heartbeat._beat(None)  # type: ignore[arg-type]

    assert claims.asked_at == ([START] if leading else [])
    assert heartbeat.last_good_beat_at == START


async def test_it_wakes_the_loops_even_when_the_claim_fails(units: UnitsOfWork) -> None:
    delivery = Woken()
    with pytest.raises(RuntimeError):
        await Heartbeat(units, FixedClock(), Claims(), [delivery]).tick()

    assert delivery.times == 1


async def test_what_came_too_late_is_noted(units: UnitsOfWork) -> None:
    claims = Claims(500, 3, 0)
    claims.too_late = 2
    with capture_logs() as logged:
        await Heartbeat(units, FixedClock(), claims, []).tick()

    assert logged == [{"event": "prompts_too_late", "log_level": "warning", "prompts": 4}]


async def test_old_tombstones_are_pruned_now_and_then(units: UnitsOfWork) -> None:
    clock = FixedClock()
    heartbeat = Heartbeat(units, clock, Claims(0, 0, 0, 0), [])
    await heartbeat.tick()
    async with units() as work:
        await work.inbox.mark(1, "done", clock())
        await work.commit()

    assert await is_forgotten(units) is False
    clock.move(minutes=59)
    await heartbeat.tick()
    clock.move(hours=47)
    await heartbeat.tick()
    assert await is_forgotten(units) is False
    clock.move(hours=1, minutes=2)
    await heartbeat.tick()
    assert await is_forgotten(units) is True


async def is_forgotten(units: UnitsOfWork) -> bool:
    """Whether the first update would count as new again."""
    async with units() as work:
        return await work.inbox.accept([RawUpdate(1, 1, "{}")], START) == 1


@pytest.fixture
async def application() -> AsyncIterator[Application]:  # type: ignore[type-arg]
    api = Loopback(lambda _call: None, FixedClock())
    builder = ApplicationBuilder().token("1:x").updater(None).request(api).get_updates_request(api)
    async with builder.build() as built:
        yield built


async def test_one_job_that_comes_late_rather_than_not_at_all(
    units: UnitsOfWork,
    application: Application,  # type: ignore[type-arg]
) -> None:
    claims = Claims(0)
    assert application.job_queue is not None
    Heartbeat(units, FixedClock(), claims, []).start(application.job_queue, EVERY)
    (job,) = application.job_queue.jobs()

    # APScheduler fills in its defaults when the scheduler starts.
    await application.start()
    scheduled = job.job
    assert (scheduled.misfire_grace_time, scheduled.coalesce, scheduled.max_instances) == (None, True, 1)
    assert scheduled.trigger.interval == EVERY
    await job.run(application)
    await application.stop()
    assert claims.asked_at == [START]


async def test_a_clock_that_is_set_back_does_not_stop_the_heartbeat(
    units: UnitsOfWork,
    application: Application,  # type: ignore[type-arg]
) -> None:
    assert application.job_queue is not None
    clock = FixedClock()
    heartbeat = Heartbeat(units, clock, Claims(*[0] * 9), [])
    heartbeat.start(application.job_queue, EVERY)
    await application.start()
    (job,) = application.job_queue.jobs()
    assert job.next_t is not None

    clock.now = job.next_t
    heartbeat.mend()
    assert job.next_t == clock.now
    clock.move(hours=-3)
    heartbeat.mend()

    assert job.next_t == clock.now
    await application.stop()


async def test_without_a_job_there_is_nothing_to_mend(units: UnitsOfWork) -> None:
    heartbeat = Heartbeat(units, FixedClock(), Claims(), [])
    watching = asyncio.create_task(heartbeat.run())
    heartbeat.stop()

    await watching


async def test_a_clock_that_is_set_back_leaves_nothing_unswept(units: UnitsOfWork) -> None:
    clock, delivery = FixedClock(), Woken()
    heartbeat = Heartbeat(units, clock, Claims(0, 0, 0), [delivery])
    await heartbeat.tick()
    clock.move(hours=-3)
    await heartbeat.tick()

    assert delivery.times == 2
