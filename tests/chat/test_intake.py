"""What is stored of what Telegram sends."""

import json

import pytest

from bot.chat.intake import Intake, chat_of, raw_update
from bot.coaching.ports import UnitsOfWork
from tests.chat.scene import START, FixedClock
from tests.chat.updates import ATHLETE, GROUP, Json, edited, joined, tapped, wrote


@pytest.mark.parametrize(
    ("update", "chat_id"),
    [
        (wrote(1), ATHLETE),
        (wrote(1, "hi", GROUP), GROUP),
        (edited(1, 5, "hi"), ATHLETE),
        (tapped(1, "z"), ATHLETE),
        (joined(1, "member", GROUP), GROUP),
        ({"update_id": 1}, 0),
        ({"update_id": 1, "message": None}, 0),
        ({"update_id": 1, "message": {"chat": {"id": "42"}}}, 0),
        ({"update_id": 1, "message": {"chat": {"id": 2**63}}}, 0),
        ({"update_id": 1, "callback_query": {"message": 7}}, 0),
    ],
)
def test_an_update_keeps_its_chats_order(update: Json, chat_id: int) -> None:
    assert chat_of(update) == chat_id


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"update_id": "1"},
        {"update_id": True},
        {"update_id": -1},
        {"update_id": 2**63},
        [],
        None,
        "update",
    ],
)
def test_what_has_no_number_is_skipped(update: object) -> None:
    assert raw_update(update) is None


def test_the_payload_is_what_telegram_sent() -> None:
    update = wrote(1, "💪 \ud83d ü")
    stored = raw_update(update)

    assert stored is not None
    assert stored.payload.isascii()
    assert json.loads(stored.payload) == update


async def test_what_is_accepted_is_stored_before_the_worker_wakes(
    units: UnitsOfWork, clock: FixedClock
) -> None:
    woken: list[int] = []
    intake = Intake(units, clock, lambda: woken.append(1))

    assert await intake.accept([wrote(1), {"no": "number"}, wrote(2), wrote(1)]) == 2
    assert await intake.accept([wrote(2), wrote(3)]) == 1
    assert await intake.accept([{"no": "number"}]) == 0
    assert await intake.accept([]) == 0

    assert woken == [1, 1]
    async with units() as work:
        row = await work.inbox.next_of(ATHLETE, START)
    assert row is not None
    assert (row.update_id, row.received_at) == (1, START)
