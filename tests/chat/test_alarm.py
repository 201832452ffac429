"""What the operators are told: each trouble once, by the reference that the athlete has, and not too much."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.alarm import MOST_AN_HOUR
from bot.coaching.ports import UnitsOfWork
from tests.chat.breaking import Stumbling
from tests.chat.outgoing import deliver, refused
from tests.chat.scene import OPERATOR, FixedClock, Scene, draft, scene
from tests.chat.updates import wrote


@pytest.fixture
async def stage(path: Path, units: UnitsOfWork, clock: FixedClock) -> AsyncIterator[Scene]:
    async with scene(path, units, clock, operators=(OPERATOR,)) as opened:
        yield opened


async def fail_for_good(stage: Scene, *update_ids: int) -> None:
    stage.recorder.instead["hear"] = Stumbling(9999)
    await stage.intake.accept([wrote(number, "a", chat_id) for chat_id, number in enumerate(update_ids, 100)])
    for seconds in (0, 1, 5, 15, 30):
        stage.clock.move(seconds=seconds)
        await stage.settle()


async def test_an_update_that_is_set_aside_is_told_by_the_athletes_reference(stage: Scene) -> None:
    await fail_for_good(stage, 0x2A5)

    assert stage.said() == ["sorry (2A5)"]
    (told,) = stage.said(to_operators=True)
    assert "SetAside(reference='2A5', error='RuntimeError at breaking.py:" in told


async def test_what_cannot_be_read_is_told(stage: Scene) -> None:
    await stage.receive({"update_id": 0x2A5, "message": {"no": "date"}})

    assert stage.said(to_operators=True) == [
        "alarm: SetAside(reference='2A5', error='unparseable', has_apology=False)"
    ]


async def test_a_message_that_telegram_finds_wrong_is_told(stage: Scene) -> None:
    stage.api.trouble = [refused(400, "Bad Request: message text is empty")]
    await stage.put(draft("hello"))
    await stage.settle()

    assert stage.said(to_operators=True) == [
        "alarm: Undeliverable(reference='out-1', error='Message text is empty')"
    ]


async def test_what_cannot_be_told_an_operator_is_not_told_them_again(stage: Scene) -> None:
    stage.api.trouble = [refused(400, "Bad Request: message text is empty")]
    await stage.put(draft("an alarm", OPERATOR))
    await deliver(stage, minutes=1)

    assert stage.said(to_operators=True) == []


async def test_of_many_troubles_some_are_told_and_then_that_there_are_more(stage: Scene) -> None:
    await fail_for_good(stage, *range(1, 41))

    *single, last = stage.said(to_operators=True)
    assert (len(single), last) == (MOST_AN_HOUR, "alarm: ManyTroubles()")
    assert len(stage.said()) == 40

    stage.clock.move(hours=1)
    await fail_for_good(stage, 50)
    assert "reference='32'" in stage.said(to_operators=True)[-1]
