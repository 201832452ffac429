"""A large morning is told of in the log, a small one isn't."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from bot.chat.pacing import Pacing
from bot.chat.progress import Progress
from bot.coaching.mail import Lane
from bot.coaching.ports import UnitsOfWork
from tests.chat.scene import FixedClock, draft, scene

Logged = list[MutableMapping[str, Any]]


async def test_a_line_every_ten_seconds_and_one_at_the_end(
    path: Path, units: UnitsOfWork, clock: FixedClock, logged: Logged
) -> None:
    async with scene(path, units, clock, pacing=Pacing(rate=10, burst=2, reserve=1)) as stage:
        await stage.put(*(draft("prompt", chat, Lane.BULK) for chat in range(1, 151)))
        for _ in range(250):
            await stage.delivery.settle()
            clock.move(seconds=0.1)

    told = [one for one in logged if one["event"].startswith("prompts")]
    assert [(one["event"], one["left"]) for one in told] == [
        ("prompts_going_out", 50),
        ("prompts_gone_out", 0),
    ]
    assert [one["sent"] for one in told] == [100, 150]
    assert {round(one["a_second"]) for one in told} == {10}


def test_a_small_morning_and_none_at_all_are_not_told_of(clock: FixedClock, logged: Logged) -> None:
    progress = Progress()
    progress.tell(0, clock())
    assert not progress.is_due(clock())
    for _ in range(99):
        progress.count(clock())
    clock.move(seconds=10)
    assert progress.is_due(clock())
    progress.tell(0, clock())

    assert (logged, progress.is_due(clock())) == ([], False)
