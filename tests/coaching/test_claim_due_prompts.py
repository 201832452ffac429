"""What is due becomes stubs, and the next prompt is planned; what comes too late is left out."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.coaching.mail import Lane, OutboxKind
from bot.coaching.ports import Due, DueKind
from tests.coaching.life import Life, moment
from tests.makers import day, did, placed


@pytest.fixture
async def waiting(life: Life) -> Life:
    """Day 2 is due at seven in Berlin."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life


async def test_before_its_hour_nothing_is_due(waiting: Life) -> None:
    assert await waiting.on(2, time(6, 59)).claims() == []


async def test_at_its_hour_the_prompt_is_a_stub_and_tomorrow_is_planned(waiting: Life) -> None:
    (stub,) = await waiting.on(2, time(7)).claims()

    assert (stub.kind, stub.lane, stub.day) == (OutboxKind.PROMPT, Lane.BULK, day(2))
    assert stub.expires_at == moment(2, time(10))
    assert await waiting.due_at() == "3 03-04T07:00"


async def test_it_is_claimed_once(waiting: Life) -> None:
    await waiting.on(2, time(7)).claims()

    assert await waiting.later(minutes=1).claims() == []


async def test_a_little_late_it_still_comes(waiting: Life) -> None:
    (stub,) = await waiting.on(2, time(9, 59)).claims()

    assert stub.day == day(2)


async def test_too_late_it_is_left_out(waiting: Life) -> None:
    assert await waiting.on(2, time(10)).claims() == []
    assert await waiting.due_at() == "3 03-04T07:00"


async def test_after_days_of_being_down_only_todays_comes(waiting: Life) -> None:
    (stub,) = await waiting.on(6, time(8)).claims()

    assert stub.day == day(6)
    assert await waiting.due_at() == "7 03-08T07:00"


async def test_after_days_of_being_down_in_the_evening_none_comes(waiting: Life) -> None:
    assert await waiting.on(6, time(20)).claims() == []
    assert await waiting.due_at() == "7 03-08T07:00"


async def test_who_has_blocked_the_chat_is_planned_but_not_prompted(waiting: Life) -> None:
    await waiting.asks(waiting.coach.hush)

    assert await waiting.on(2, time(7)).claims() == []
    assert await waiting.due_at() == "3 03-04T07:00"


async def test_a_reminder_comes_at_once_and_is_gone(waiting: Life) -> None:
    await waiting.on(2, time(8)).claims()
    await waiting.says("remind me in 20 minutes")

    (stub,) = await waiting.on(2, time(8, 20)).claims()

    assert (stub.day, stub.lane) == (day(2), Lane.INTERACTIVE)
    assert await waiting.due(DueKind.SNOOZE) is None


async def test_a_second_reminder_on_one_day_is_another_one(waiting: Life) -> None:
    reminders = []
    for clock in (time(11), time(12)):
        await waiting.on(2, clock).says("remind me in 20 minutes")
        reminders += await waiting.later(minutes=20).claims()

    assert [stub.lane for stub in reminders] == [Lane.INTERACTIVE, Lane.INTERACTIVE]


async def test_when_clocks_go_forward_the_prompt_comes_at_seven(waiting: Life) -> None:
    async with waiting.units() as work:
        due = Due(waiting.athlete_id, DueKind.MORNING, day(27), moment(27, time(7)))
        await work.due.plan(due)
        await work.commit()

    await waiting.on(27, time(7)).claims()

    assert await waiting.due_at() == "28 03-29T07:00"
    found = await waiting.due()
    assert found is not None
    assert found.due_at - due.due_at == timedelta(hours=23)
    assert replace(due, day=found.day, due_at=found.due_at) == found
