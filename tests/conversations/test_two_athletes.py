"""Two athletes with one coach never see each other's data."""

import re

from tests.conversations.chats import Chats

ANNA, BEN = 42, 43


async def test_each_sees_their_own_numbers(telegram: Chats) -> None:
    for who, reps in ((ANNA, 3), (BEN, 17)):
        await telegram.writes("/start", who)
        await telegram.writes(f"did {reps} knee pushups", who)

    (of_anna,), (of_ben,) = await telegram.writes("/stats", ANNA), await telegram.writes("/stats", BEN)

    assert re.findall(r"Knee push-ups: (\d+)", of_anna + of_ben) == ["3", "17"]


async def test_undo_takes_back_ones_own(telegram: Chats) -> None:
    await telegram.writes("did 3 knee pushups", ANNA)
    await telegram.writes("did 17 knee pushups", BEN)

    (undone,) = await telegram.writes("undo", ANNA)

    assert undone.startswith("Taken back: 3 knee push-ups.")
    assert "Knee push-ups: 17" in (await telegram.writes("/stats", BEN))[0]


async def test_a_question_is_open_for_the_one_who_was_asked(telegram: Chats) -> None:
    for who in (ANNA, BEN):
        await telegram.writes("/start", who)
    await telegram.writes("did 2 knee pushups", ANNA)

    assert "it is" in (await telegram.writes("6:30", ANNA))[0]
    assert "it is" not in (await telegram.writes("6:30", BEN))[0]


async def test_each_is_prompted_at_their_own_hour(telegram: Chats) -> None:
    for who, hour, place in ((ANNA, "6:30", "Berlin"), (BEN, "7:00", "Tokyo")):
        for text in ("/start", "knees", "did 2 knee pushups", hour, place):
            await telegram.writes(text, who)
    telegram.calls.clear()

    moments = []
    for hours in (14.75, 0.25, 7.25, 0.25):
        telegram.clock.move(hours=hours)
        await telegram.receive()
        moments += [(call.params["chat_id"], f"{telegram.clock.now:%d %H:%M}") for call in telegram.calls]
        telegram.calls.clear()

    assert moments == [(BEN, "02 22:00"), (ANNA, "03 05:30")]
