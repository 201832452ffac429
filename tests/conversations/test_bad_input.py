"""Whatever arrives is answered, and nothing fails."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.bootstrap import Voice
from tests.chat.updates import GROUP, joined, wrote
from tests.conversations.chats import Chats, chats

BEGIN = ("/start", "knees", "did 2 knee pushups", "7:00", "Berlin")
WORDS = ("did", "10", "3x10", "push-ups", "negatives", "yesterday", "no,", "undo", "at 7", "skip", "0", "?")

PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}
POLL = {
    "id": "1",
    "question": "Knees or toes?",
    "options": [
        {"persistent_id": "1", "text": "knees", "voter_count": 0},
        {"persistent_id": "2", "text": "toes", "voter_count": 0},
    ],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


async def begin(database: str, voice: Voice) -> None:
    async with chats(database, voice) as telegram:
        for text in BEGIN:
            await telegram.writes(text)


@pytest.fixture(scope="session")
def begun_once(migrated: Path, voice: Voice) -> Path:
    """An athlete who has begun, made once and copied."""
    file = Path(shutil.copy(migrated, migrated.with_name("begun.db")))
    asyncio.run(begin(f"sqlite:///{file}", voice))
    return file


@pytest.fixture
async def begun(begun_once: Path, voice: Voice, tmp_path: Path) -> AsyncIterator[Chats]:
    file = shutil.copy(begun_once, tmp_path / "begun.db")
    async with chats(f"sqlite:///{file}", voice, first=100) as telegram:
        yield telegram


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("did 2 knee pushups " * 215, id="4,085 characters of sets"),
        pytest.param("a" * 4096, id="4,096 letters"),
        pytest.param("7" * 4096, id="4,096 digits"),
        pytest.param("💪🏽🔥👩‍👩‍👧‍👦🇩🇪", id="emoji"),
        pytest.param("עשיתי 10 שכיבות סמיכה", id="right to left"),
        pytest.param("\u202edid 10 pushups", id="turned around"),
        pytest.param("\u200b\u200d\ufeff", id="zero width"),
        pytest.param("   ", id="spaces alone"),
        pytest.param("\n\n\t", id="empty lines"),
        pytest.param("\x00\x01\x7f", id="control characters"),
        pytest.param("{plan} {0} %s %(n)s", id="holes"),
        pytest.param("'; DROP TABLE athletes; --", id="SQL"),
        pytest.param("<b>did</b> *10* _push_ups_", id="markup"),
        pytest.param("/nonsense", id="an unknown command"),
        pytest.param("/", id="a slash"),
        pytest.param("did -5 pushups", id="less than none"),
        pytest.param("did 99999999999999999999 pushups", id="more than anybody can"),
        pytest.param("did 1e9 knee pushups", id="a number of machines"),
    ],
)
async def test_any_words_are_answered_at_once(begun: Chats, text: str) -> None:
    assert len(await begun.writes(text)) == 1


@pytest.mark.parametrize("text", ["   ", "\u200b", "💪", "9" * 4096, "hello", "/nonsense"])
async def test_a_stranger_is_answered_too(telegram: Chats, text: str) -> None:
    assert len(await telegram.writes(text)) == 1


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("did 501 knee pushups", "1 to 500 reps a set"),
        ("did 21x10 knee pushups", "20 sets a message"),
        ("did 10-12 knee pushups", "Which was it?"),
        ("did 5 knee pushups 40 days ago", "31 days back"),
    ],
)
async def test_numbers_out_of_bounds_are_asked_again(begun: Chats, text: str, asks: str) -> None:
    (answer,) = await begun.writes(text)

    assert asks in answer
    assert "Knee push-ups: 2 (best set 2)" in (await begun.writes("/stats"))[0]


@pytest.mark.parametrize(
    ("kind", "content"), [("photo", PHOTO), ("sticker", STICKER), ("voice", VOICE), ("poll", POLL)]
)
async def test_what_is_no_text_gets_one_friendly_line(begun: Chats, kind: str, content: object) -> None:
    (answer,) = await begun.shows(kind, content)

    assert answer.startswith("I only read words so far.")


async def test_a_group_is_told_once_where_the_coach_is(telegram: Chats) -> None:
    await telegram.receive(joined(900, "member", GROUP))
    await telegram.receive(wrote(901, "did 10 pushups", GROUP), wrote(902, "/stats", GROUP))

    said = [call.params for call in telegram.calls if "text" in call.params]
    assert [one["chat_id"] for one in said] == [GROUP]
    assert "https://t.me/two_minute_coach_bot" in said[0]["text"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300) | st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join))
async def test_no_text_stays_without_an_answer(telegram: Chats, text: str) -> None:
    """One conversation, into which all these are written one after the other."""
    assert 1 <= len(await telegram.writes(text)) <= 2
