"""Health: what has been silent too long is unhealthy, a start has its time, and metrics tell the same."""

from datetime import datetime, timedelta

from bot.coaching.trouble import Backlog
from bot.ops.health import Health, Pulse, is_healthy, told
from bot.ops.metrics import rendered
from tests.chat.scene import START, FixedClock

MINUTE = timedelta(minutes=1)


class Database:
    """Answers, until it doesn't."""

    def __init__(self) -> None:
        self.trouble: Exception | None = None

    async def __call__(self) -> None:
        if self.trouble:
            raise self.trouble


class Loop:
    def __init__(self) -> None:
        self.last: datetime | None = None

    def last_at(self) -> datetime | None:
        return self.last


async def healthy(health: Health) -> dict[str, bool]:
    return {beat.name: beat.is_well for beat in await health.beats()}


async def test_a_loop_that_is_silent_too_long_is_unhealthy() -> None:
    clock, polling = FixedClock(), Loop()
    health = Health(clock, [Pulse("polling", polling.last_at, MINUTE)], Database())
    assert await healthy(health) == {"polling": True, "database": True}

    clock.move(minutes=2)
    assert await healthy(health) == {"polling": False, "database": True}

    polling.last = clock()
    assert await healthy(health) == {"polling": True, "database": True}


async def test_a_database_has_half_a_minute_to_come_back() -> None:
    clock, database = FixedClock(), Database()
    health = Health(clock, [], database)
    await health.beats()
    database.trouble = OSError("locked")

    clock.move(seconds=20)
    assert await healthy(health) == {"database": True}
    clock.move(seconds=20)
    assert await healthy(health) == {"database": False}

    database.trouble = None
    assert await healthy(health) == {"database": True}


async def test_what_is_told_names_each_silence() -> None:
    clock = FixedClock()
    health = Health(clock, [Pulse("polling", lambda: START - MINUTE, timedelta(seconds=10))], Database())
    beats = await health.beats()

    assert not is_healthy(beats)
    assert told(beats) == {
        "healthy": False,
        "polling": {"healthy": False, "silent_seconds": 60.0},
        "database": {"healthy": True, "silent_seconds": 0.0},
    }


async def test_the_metrics_hold_counts_queues_and_silences() -> None:
    clock = FixedClock()
    beats = await Health(clock, [], Database()).beats()
    counted = {("updates", ""): 3.0, ("turns", "ended"): 2.0, ("turns", "failed"): 1.0}
    backlog = Backlog(arrived=4, oldest_at=START - MINUTE, set_aside=1, unsent=5, stuck={"unknown": 2})
    lines = rendered(counted, backlog, beats, clock()).decode().splitlines()

    assert {
        "coach_updates_total 3.0",
        'coach_turns_total{result="failed"} 1.0',
        "coach_inbox_open 4.0",
        "coach_inbox_oldest_seconds 60.0",
        'coach_outbox_stuck{state="unknown"} 2.0',
        'coach_silent_seconds{what="database"} 0.0',
    } <= set(lines)


async def test_without_a_database_the_metrics_tell_the_rest() -> None:
    clock = FixedClock()
    text = rendered({}, None, await Health(clock, [], Database()).beats(), clock()).decode()

    assert "coach_silent_seconds" in text
    assert "coach_inbox_open" not in text
