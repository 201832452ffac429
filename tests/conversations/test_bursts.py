"""Several messages in a row: every set is written down, and one receipt tells of them all."""

import pytest

from bot.bootstrap import Voice
from tests.chat.updates import ATHLETE, content, wrote
from tests.conversations.chats import Chats, chats

BEN = 43


@pytest.fixture
async def settled(telegram: Chats) -> Chats:
    """With an athlete whose first log is a day old, and who has had today's prompt."""
    for text in ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin"):
        await telegram.writes(text)
    telegram.clock.move(hours=23)
    await telegram.receive()
    return telegram


async def burst(telegram: Chats, *texts: str, chat_id: int = ATHLETE) -> list[str]:
    before, now = len(telegram.calls), int(telegram.clock().timestamp())
    await telegram.receive(*(wrote(telegram.next(), text, chat_id, date=now) for text in texts))
    return [call.params["text"] for call in telegram.calls[before:] if "text" in call.params]


async def test_a_burst_gets_one_receipt(settled: Chats) -> None:
    (receipt,) = await burst(settled, "1 knee pushup", "another 2", "and 3 negatives")

    assert receipt.startswith("1 and 2 knee push-ups and 3 negatives.")
    assert "2 days in a row" in receipt
    assert "Knee push-ups: 5" in (await settled.writes("/stats"))[0]


async def test_every_chat_gets_its_own(settled: Chats) -> None:
    logs = ((text, who) for text in ("1 knee pushup", "2 knee pushups") for who in (ATHLETE, BEN))
    before = len(settled.calls)
    await settled.receive(*(wrote(settled.next(), text, who) for text, who in logs))

    said = [(call.params["chat_id"], call.params["text"]) for call in settled.calls[before:]]
    told = [who for who, text in said if text.startswith("1 and 2 knee push-ups")]
    assert sorted(told) == [ATHLETE, BEN]


async def test_what_was_asked_in_between_parts_a_burst(settled: Chats) -> None:
    said = await burst(settled, "1 knee pushup", "/stats", "2 knee pushups")

    first, third = (one.split(".")[0] for one in (said[0], said[2]))
    assert (first, third) == ("1 knee push-up, first today", "2 knee push-ups, 3 today")
    assert "Knee push-ups: 3" in said[1]


async def test_what_was_taken_back_meanwhile_is_not_told_again(settled: Chats) -> None:
    said = await burst(settled, "1 knee pushup", "2 knee pushups", "undo", "3 knee pushups")

    assert said[0].startswith("1 knee push-up, ")
    assert said[1].startswith("Taken back: 2 knee push-ups.")
    assert said[2].startswith("3 knee push-ups, ")


async def test_what_comes_behind_is_not_counted_yet(settled: Chats) -> None:
    said = await burst(settled, "1 knee pushup", "2 knee pushups", "undo", "5 knee pushups")

    assert "6 today" not in said[0]
    assert "6 today" in said[2]


async def test_a_burst_that_was_all_taken_back_is_answered_by_that(settled: Chats) -> None:
    said = await burst(settled, "1 knee pushup", "2 knee pushups", "undo", "undo")

    assert [one.partition(":")[0] for one in said] == ["Taken back", "Taken back"]


async def test_the_first_logs_ever_still_lead_to_the_hour(telegram: Chats) -> None:
    for text in ("/start", "knees"):
        await telegram.writes(text)

    receipt, question = await burst(telegram, "1 knee pushup", "2 knee pushups")

    assert receipt.startswith("1 and 2 knee push-ups. First one in the book!")
    assert question.startswith("When shall I write each morning?")


async def test_pain_told_in_a_burst_leaves_no_praise(settled: Chats) -> None:
    receipt, pain = await burst(settled, "1 knee pushup", "2 knee pushups but my wrist hurts")

    assert receipt == "1 and 2 knee push-ups."
    assert "Stop that exercise for now" in pain


async def test_a_number_far_out_is_asked_back(settled: Chats) -> None:
    (receipt,) = await burst(settled, "120 knee pushups", "2 knee pushups")
    assert "120?" in receipt

    (corrected,) = await settled.taps("Make it 12")
    assert "12 knee push-ups" in corrected
    assert "Knee push-ups: 16" in (await settled.writes("/stats"))[0]


async def test_its_button_takes_back_the_last(settled: Chats) -> None:
    await burst(settled, "1 knee pushup", "2 knee pushups")

    (undone,) = await settled.taps("Undo the last")

    assert undone.startswith("Taken back: 2 knee push-ups.")


async def test_a_reply_to_it_speaks_of_the_last(settled: Chats) -> None:
    await burst(settled, "1 knee pushup", "2 knee pushups")
    told = [call for call in settled.calls if call.method == "sendMessage"]
    receipt = content(told[-1].result["message_id"], text="receipt")

    (corrected,) = await settled.sends(wrote(settled.next(), "make that 4", reply_to_message=receipt))

    assert "4 knee push-ups" in corrected
    assert "Knee push-ups: 7" in (await settled.writes("/stats"))[0]


async def test_a_restart_in_the_middle_still_gives_one(database: str, voice: Voice) -> None:
    async with chats(database, voice) as first:
        await first.house.intake.accept([wrote(1, "/start"), wrote(2, "1 knee pushup")])
        await first.house.worker.settle()
    async with chats(database, voice, first=3) as second:
        await second.house.intake.accept([wrote(3, "2 knee pushups")])
        await second.receive()

    said = [call.params["text"].split(".")[0] for call in second.calls if "text" in call.params]
    assert [one for one in said if one.endswith("knee push-ups")] == ["1 and 2 knee push-ups"]
