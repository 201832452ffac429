"""Buttons that were forged or are somebody else's change nothing, and a flood drowns nobody."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from bot.chat.loopback import Call
from bot.store.queue import counted
from tests.chat.updates import person, tapped, wrote
from tests.conversations.chats import Chats
from tests.databases import content

ANNA, BEN = 42, 43
FLOOD = 100


@pytest.fixture
async def both(telegram: Chats) -> Chats:
    for text in (
        "/start",
        "knees",
        "did 2 knee pushups",
        "7:00",
        "Berlin",
        "and 3 negatives",
        "/settings",
        "/today",
    ):
        await telegram.writes(text, ANNA)
    for text in ("/start", "knees"):
        await telegram.writes(text, BEN)
    return telegram


def of_anna(url: str) -> list[dict[str, Any]]:
    tables = ("athletes", "sets", "events", "due")
    held = content(url)
    return [row for name in tables for row in held[name] if row["athlete_id"] == ANNA]


def buttons(calls: list[Call], chat_id: int) -> list[str]:
    keyboards = [call.params.get("reply_markup") for call in calls if call.params.get("chat_id") == chat_id]
    rows = [row for keyboard in keyboards if keyboard for row in keyboard["inline_keyboard"]]
    return [button["callback_data"] for row in rows for button in row]


async def test_a_button_of_anothers_message_changes_nothing_of_theirs(
    both: Chats, either_database: str
) -> None:
    before, data = of_anna(either_database), buttons(both.calls, ANNA)
    assert {one.split("|")[0] for one in data} >= {"u", "d", "g", "m"}

    for one in data:
        update = tapped(both.next(), one, chat_id=BEN)
        update["callback_query"]["from"] = person(BEN)
        await both.receive(update)

    assert of_anna(either_database) == before


@pytest.mark.parametrize(
    "data",
    [
        "u|m:42:3'; DELETE FROM sets; --",
        "u|m:43:1",
        "u|%",
        "d|2026-03-02|easy|42",
        "d|1999-01-01|easy",
        "fg|42",
        "y|Mars/Base",
        "x|../../etc/passwd",
        "\x00",
        "?" * 64,
    ],
)
async def test_a_forged_button_changes_nothing(both: Chats, either_database: str, data: str) -> None:
    before = of_anna(either_database)
    await both.receive(tapped(both.next(), data, chat_id=ANNA))

    assert of_anna(either_database) == before


async def test_a_flood_loses_nothing_and_holds_up_nobody(both: Chats, either_database: str) -> None:
    """Ben is answered while most of what Anna wrote still waits."""
    both.calls.clear()
    answered, said = asyncio.Event(), both.calls

    def look() -> None:
        if any(call.params.get("chat_id") == BEN for call in said):
            answered.set()

    both.house.delivery.tell(look)
    loops = (both.house.worker, both.house.delivery)
    running = [asyncio.create_task(loop.run()) for loop in loops]
    await both.house.intake.accept([wrote(both.next(), "1 knee pushup", ANNA) for _ in range(FLOOD)])
    await both.house.intake.accept([wrote(both.next(), "did 5 knee pushups", BEN)])
    await answered.wait()
    waiting = counted(either_database).arrived
    await both.receive()
    for loop in loops:
        loop.stop()
    await asyncio.gather(*running)

    assert waiting > FLOOD / 2
    assert Counter(one["athlete_id"] for one in content(either_database)["sets"]) == {ANNA: FLOOD + 2, BEN: 1}
    assert sum(call.params.get("chat_id") == ANNA for call in said) < FLOOD / 10
