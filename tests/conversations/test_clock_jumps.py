"""A server's clock that jumps by hours: one prompt a day all the same, and never a storm."""

from collections import Counter

import pytest

from tests.conversations.chats import Chats

BEGIN = ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin")
FLOCK = (42, 43, 44)


@pytest.fixture
async def flock(telegram: Chats) -> Chats:
    """Three who are prompted at seven in Berlin; it is Monday, eight in the morning."""
    for chat_id in FLOCK:
        for words in BEGIN:
            await telegram.writes(words, chat_id)
    return telegram


async def prompts(telegram: Chats, *, hours: int) -> Counter[int]:
    """How many each of them gets in that time."""
    heard = await telegram.passes(hours)
    return Counter(int(call.params["chat_id"]) for call in heard)


def each(number: int) -> Counter[int]:
    return Counter(dict.fromkeys(FLOCK, number))


async def test_set_back_after_the_prompt_nobody_hears_twice(flock: Chats) -> None:
    assert await prompts(flock, hours=24) == each(1)

    flock.clock.move(hours=-5)

    assert await prompts(flock, hours=6) == Counter()
    assert await prompts(flock, hours=24) == each(1)


async def test_set_forward_over_the_hour_the_prompt_comes_once(flock: Chats) -> None:
    assert await prompts(flock, hours=20) == Counter()

    flock.clock.move(hours=4)
    assert await prompts(flock, hours=1) == each(1)
    flock.clock.move(hours=-5)

    assert await prompts(flock, hours=8) == Counter()
    assert await prompts(flock, hours=24) == each(1)


async def test_set_forward_by_days_brings_one_prompt_and_no_storm(flock: Chats) -> None:
    flock.clock.move(hours=5 * 24)

    assert await prompts(flock, hours=1) == each(1)
    assert await prompts(flock, hours=24) == each(1)


async def test_to_and_fro_through_the_night_there_is_one_a_day(flock: Chats) -> None:
    before = len(flock.calls)
    for hours in (13, -4, 9, 6, -7, 6, -3, 8, -5):
        flock.clock.move(hours=hours)
        await flock.house.settle()

    sent = [call for call in flock.calls[before:] if call.method == "sendMessage"]
    assert sorted(int(call.params["chat_id"]) for call in sent) == list(FLOCK)
