"""One live card: what stands in the chat when a day is answered in words, by a tap, late, or not at all."""

import pytest

from bot.chat.loopback import Call
from tests.chat.updates import ATHLETE, joined, tapped, wrote
from tests.conversations.chats import Chats

TUESDAY, WEDNESDAY = "2026-03-03", "2026-03-04"


@pytest.fixture
async def morning(telegram: Chats) -> Chats:
    """Tuesday, seven in Berlin: the first card has just come."""
    for text in ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin"):
        await telegram.writes(text)
    telegram.clock.move(hours=23)
    await telegram.receive()
    return telegram


def card_of(telegram: Chats, day: str = TUESDAY) -> int:
    """The message in which that day's prompt was sent."""
    (card,) = (call for call in telegram.calls if call.method == "sendMessage" and f"k|{day}" in data(call))
    number: int = card.result["message_id"]
    return number


def data(call: Call) -> list[str]:
    rows = (call.params.get("reply_markup") or {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row]


def shown(telegram: Chats, message: int) -> tuple[str, list[str]]:
    """A message as it stands in the chat now: its words and its buttons' data."""
    calls = [call for call in telegram.calls if isinstance(call.result, dict)]
    last = [call for call in calls if call.result.get("message_id") == message][-1]
    return last.result["text"], data(last)


async def writes(telegram: Chats, text: str) -> None:
    """Said at the clock's now."""
    number = telegram.next()
    await telegram.receive(wrote(number, text, date=int(telegram.clock().timestamp())))


async def taps(telegram: Chats, button: str, message: int) -> list[Call]:
    """What is said to it, the button's own acknowledgement apart."""
    before = len(telegram.calls)
    await telegram.receive(tapped(telegram.next(), button, message=message))
    return [call for call in telegram.calls[before:] if call.method != "answerCallbackQuery"]


async def nights(telegram: Chats, number: int) -> None:
    """Until the same hour so many days later, beat by beat."""
    for _ in range(number * 24):
        telegram.clock.move(hours=1)
        await telegram.receive()


async def reps(telegram: Chats) -> list[tuple[str, int]]:
    async with telegram.house.units() as work:
        return [(f"{one.day}", one.reps) for one in await work.sets.history(ATHLETE)]


async def test_a_tap_turns_the_card_into_its_receipt_and_a_second_one_changes_nothing(morning: Chats) -> None:
    card = card_of(morning)
    receipt, *_ = await taps(morning, f"d|{TUESDAY}|", card)
    assert receipt.params["message_id"] == card
    assert receipt.params["text"].startswith("2 knee push-ups, first today. That's today's plan, all of it.")

    for button in (f"d|{TUESDAY}|", f"d|{TUESDAY}|"):
        assert await taps(morning, button, card) == []
    assert await reps(morning) == [("2026-03-02", 2), (TUESDAY, 2)]


async def test_the_same_word_on_how_it_felt_is_no_news_twice(morning: Chats) -> None:
    card = card_of(morning)
    await taps(morning, f"d|{TUESDAY}|hard", card)
    assert await taps(morning, f"d|{TUESDAY}|hard", card) == []

    morning.clock.move(minutes=1)
    (noted,) = await taps(morning, f"d|{TUESDAY}|easy", card)
    assert noted.params["text"].startswith("Noted: easy.")


@pytest.mark.parametrize(
    "text", ["did 2 knee pushups", "did 1 knee pushup", "skip today", "remind me at 8pm"]
)
async def test_what_is_typed_takes_the_days_buttons_off_the_card(morning: Chats, text: str) -> None:
    card = card_of(morning)
    words, before = shown(morning, card)
    assert before[:5] == [f"d|{TUESDAY}|{felt}" for felt in ("easy", "", "hard")] + [
        f"l|{TUESDAY}",
        f"k|{TUESDAY}",
    ]

    await writes(morning, text)

    assert shown(morning, card) == (words, ["b|y", "b|n"])


async def test_small_talk_leaves_the_card_alone(morning: Chats) -> None:
    before = shown(morning, card_of(morning))
    await writes(morning, "/stats")

    assert shown(morning, card_of(morning)) == before


async def test_what_was_told_before_the_card_leaves_it_alone(morning: Chats) -> None:
    await writes(morning, "done")
    await nights(morning, 1)
    morning.clock.move(hours=-2)
    await writes(morning, "did 1 knee pushup")
    morning.clock.move(hours=2)

    await writes(morning, "/stats")

    assert f"d|{WEDNESDAY}|" in shown(morning, card_of(morning, WEDNESDAY))[1]


async def test_a_question_on_the_card_does_not_cost_the_card(morning: Chats) -> None:
    card = card_of(morning)
    (answer,) = await taps(morning, "h|06:30", card)

    assert answer.method == "sendMessage"
    assert f"d|{TUESDAY}|" in shown(morning, card)[1]


async def test_a_reminder_is_the_one_live_card_then(morning: Chats) -> None:
    card = card_of(morning)
    await taps(morning, f"l|{TUESDAY}", card)
    await nights(morning, 1)

    reminder = next(call for call in morning.calls if call.params.get("text", "").startswith("Here it is"))
    assert shown(morning, card)[1] == ["g|today"]
    assert shown(morning, reminder.result["message_id"]) == ("Tue · 2 knee push-ups", [f"d|{TUESDAY}|"])


async def test_unanswered_it_silently_becomes_what_the_day_asked_for(morning: Chats) -> None:
    card = card_of(morning)
    await nights(morning, 1)

    assert shown(morning, card) == ("Tue · 2 knee push-ups", [f"d|{TUESDAY}|"])
    first, second = (call for call in morning.calls[-2:])
    assert (first.method, second.method) == ("sendMessage", "editMessageText")


@pytest.mark.parametrize("word", ["stop", "not on Wednesdays"])
async def test_it_does_so_even_when_nothing_else_is_sent(morning: Chats, word: str) -> None:
    card = card_of(morning)
    await writes(morning, word)
    sent = len([call for call in morning.calls if call.method == "sendMessage"])
    await nights(morning, 1)

    assert shown(morning, card)[0] == "Tue · 2 knee push-ups"
    assert len([call for call in morning.calls if call.method == "sendMessage"]) == sent


@pytest.mark.parametrize("word", ["my elbow hurts", "pause for two weeks"])
async def test_what_the_day_no_longer_asks_for_only_loses_its_buttons(morning: Chats, word: str) -> None:
    card = card_of(morning)
    words, _ = shown(morning, card)
    await writes(morning, word)
    await nights(morning, 1)

    assert shown(morning, card) == (words, ["b|y", "b|n"])


async def test_a_week_later_it_counts_for_its_own_day_once(morning: Chats) -> None:
    card = card_of(morning)
    await nights(morning, 8)

    (receipt,) = await taps(morning, f"d|{TUESDAY}|", card)
    assert receipt.params["text"].startswith("Tuesday 3 March: 2 knee push-ups.")
    assert await taps(morning, f"d|{TUESDAY}|", card) == []
    assert await reps(morning) == [("2026-03-02", 2), (TUESDAY, 2)]


async def test_after_late_words_its_button_is_answered_in_place(morning: Chats) -> None:
    card = card_of(morning)
    await nights(morning, 1)
    await writes(morning, "did 2 knee pushups yesterday")

    (answer,) = await taps(morning, f"d|{TUESDAY}|", card)
    assert (answer.method, answer.params["message_id"]) == ("editMessageText", card)
    assert answer.params["text"].startswith("That day's plan is in the book already.")


async def test_who_blocked_the_coach_finds_the_card_closed_after_coming_back(morning: Chats) -> None:
    card = card_of(morning)
    await morning.receive(joined(morning.next(), "kicked"))
    await nights(morning, 3)
    assert f"d|{TUESDAY}|" in shown(morning, card)[1]

    await morning.receive(joined(morning.next(), "member"))
    await nights(morning, 1)
    assert shown(morning, card)[0] == "Tue · 2 knee push-ups"
    assert f"d|{WEDNESDAY}|" not in [one for call in morning.calls for one in data(call)]


async def test_only_the_card_may_sound(morning: Chats) -> None:
    await nights(morning, 3)

    sent = [call for call in morning.calls if call.method == "sendMessage"]
    assert [call.params.get("disable_notification") for call in sent[-3:]] == [False] * 3
    assert {call.method for call in morning.calls} <= {
        "getMe",
        "sendMessage",
        "editMessageText",
        "editMessageReplyMarkup",
    }
