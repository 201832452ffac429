"""Urgent signs get their one message, and nothing else is said beside it."""

import pytest

from tests.chat.updates import ATHLETE, wrote
from tests.conversations.chats import Chats


@pytest.fixture
async def begun(telegram: Chats) -> Chats:
    for text in ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin"):
        await telegram.writes(text)
    telegram.clock.move(hours=23)
    await telegram.receive()
    return telegram


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["did 2 knee pushups, chest pain now"], id="with a log"),
        pytest.param(["did 2 knee pushups", "and chest pain"], id="right after a log"),
        pytest.param(["my elbow hurts", "and I feel faint"], id="right after a pain"),
        pytest.param(["/stats", "I feel faint"], id="right after a page"),
    ],
)
async def test_nothing_is_said_beside_it(begun: Chats, texts: list[str]) -> None:
    before = len(begun.calls)
    await begun.receive(*(wrote(begun.next(), text, ATHLETE) for text in texts))

    (call,) = begun.calls[before:]
    assert call.params["text"].startswith("Please stop exercising.")
    assert not (call.params.get("reply_markup") or {}).get("inline_keyboard")


async def test_the_sets_told_with_it_are_in_the_book(begun: Chats) -> None:
    await begun.writes("did 3 knee pushups, chest pain now")

    assert "Knee push-ups: 5" in (await begun.writes("/stats"))[0]
