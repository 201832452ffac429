"""Journeys as an athlete sees them, message by message, with real time zones."""

from tests.conversations.chats import Chats
from tests.conversations.console import Console

BEGIN = ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin")


async def test_the_prompts_move_with_a_journey_and_back_again(console: Console) -> None:
    heard = await console.talk(*BEGIN, "I'm travelling to Tokyo until Wednesday", ":wait 4d")

    told = next(one for one in heard if "Tokyo time." in one.text)
    assert told.text == (
        "7:00 it is, Tokyo time. After Wed 4 March it's Berlin time again by itself. "
        "Next prompt: Tue 3 March at 7:00."
    )
    assert told.labels == ["Quiet till then"]
    later = [(one.at, one.text) for one in heard if one.at > told.at and not one.is_edit]
    assert [at for at, _ in later] == [
        "2026-03-03T07:00:00+09:00",
        "2026-03-04T07:00:00+09:00",
        "2026-03-05T03:00:00+01:00",
        "2026-03-05T07:00:00+01:00",
    ]
    assert later[2][1] == "It's Berlin time again, as you said. Next prompt: Thu 5 March at 7:00."


async def test_nothing_but_the_card_makes_a_sound(telegram: Chats) -> None:
    for words in (*BEGIN, "I'm travelling to Tokyo until Wednesday"):
        await telegram.writes(words)

    heard = await telegram.passes(hours=4 * 24)

    assert [call.params["disable_notification"] for call in heard] == [False, False, True, False, False]
    assert heard[2].params["text"].startswith("It's Berlin time again")
