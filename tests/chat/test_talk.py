"""What arrives, and which use case it reaches."""

import pytest

from bot.chat.buttons import encode
from bot.chat.incoming import incoming_of
from bot.coaching.actions import Open, TapUndo, Topic
from tests.chat.scene import START, Scene
from tests.chat.updates import ATHLETE, GROUP, Json, edited, joined, parsed, person, tapped, wrote


def written_by(sender: Json | None) -> Json:
    update = wrote(1)
    update["message"]["from"] = sender
    return update


@pytest.mark.parametrize(
    ("update", "use_case"),
    [
        pytest.param(wrote(1, "/start"), "start", id="/start"),
        pytest.param(wrote(1, "/start tmc"), "start", id="/start from a link"),
        pytest.param(wrote(1, "/today"), "show_today", id="/today"),
        pytest.param(wrote(1, "/stats@two_minute_coach_bot"), "show_stats", id="/stats with the bot's name"),
        pytest.param(wrote(1, "/undo"), "undo", id="/undo"),
        pytest.param(wrote(1, "/settings"), "show_settings", id="/settings"),
        pytest.param(wrote(1, "/why"), "show_why", id="/why"),
        pytest.param(wrote(1, "/how negatives"), "show_how", id="/how"),
        pytest.param(wrote(1, "/about"), "show_about", id="/about"),
        pytest.param(wrote(1, "/help"), "show_help", id="/help"),
        pytest.param(wrote(1, "/privacy"), "show_privacy", id="/privacy"),
        pytest.param(wrote(1, "/stop"), "stop", id="/stop"),
        pytest.param(wrote(1, "/forget"), "ask_forget", id="/forget"),
        pytest.param(wrote(1, "/dance"), "show_help", id="a command nobody knows"),
        pytest.param(wrote(1, "did 2 knee pushups"), "hear", id="words"),
        pytest.param(wrote(1, " "), "hear", id="only a space"),
        pytest.param(edited(1, 5, "did 3"), "hear_edit", id="edited words"),
        pytest.param(
            wrote(
                1,
                None,
                sticker={
                    "file_id": "s",
                    "file_unique_id": "s",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                    "type": "regular",
                },
            ),
            "point_to_text",
            id="a sticker",
        ),
        pytest.param(
            wrote(1, None, voice={"file_id": "v", "file_unique_id": "v", "duration": 1}),
            "point_to_text",
            id="a voice note",
        ),
        pytest.param(wrote(1, None, photo=[], caption="10 push-ups"), "point_to_text", id="a photo"),
        pytest.param(wrote(1, None, dice={"emoji": "🎲", "value": 1}), "point_to_text", id="a die"),
        pytest.param(wrote(1, None, some_future_kind={}), "point_to_text", id="what Telegram invents next"),
        pytest.param(wrote(1, "hello", GROUP), "greet_group", id="words in a group"),
        pytest.param(wrote(1, "/start", GROUP), "greet_group", id="a command in a group"),
        pytest.param(joined(1, "member", GROUP), "greet_group", id="taken into a group"),
        pytest.param(joined(1, "kicked"), "hush", id="blocked"),
        pytest.param(joined(1, "member"), "unhush", id="unblocked"),
    ],
)
async def test_each_update_reaches_its_use_case(stage: Scene, update: Json, use_case: str) -> None:
    await stage.receive(update)

    assert stage.recorder.names() == [use_case]
    assert stage.result_of(1) == "done"


@pytest.mark.parametrize(
    "update",
    [
        pytest.param(edited(1, 5, "/undo"), id="an edited command doesn't run again"),
        pytest.param(edited(1, 5, "hello", GROUP), id="an edit in a group"),
        pytest.param(joined(1, "left", GROUP), id="taken out of a group"),
        pytest.param(joined(1, "left"), id="some other standing"),
        pytest.param(wrote(1, None, pinned_message=wrote(2)["message"]), id="a message was pinned"),
        pytest.param(written_by(None), id="nobody wrote it"),
        pytest.param(written_by(person(is_bot=True)), id="a bot wrote it"),
        pytest.param(tapped(1, "g|today", chat_id=GROUP), id="a tap in a group"),
        pytest.param({"update_id": 1, "poll_of_tomorrow": {}}, id="something unheard of"),
        pytest.param({"update_id": 1}, id="nothing at all"),
    ],
)
async def test_what_needs_no_answer_is_ignored(stage: Scene, update: Json) -> None:
    await stage.receive(update)

    assert stage.recorder.names() == []
    assert stage.said() == []
    assert stage.result_of(1) == "ignored"


async def test_a_message_counts_when_and_where_it_was_written(stage: Scene) -> None:
    stage.clock.move(hours=5)
    await stage.receive(wrote(1, "did 2"))

    (_, incoming, _), *_ = stage.recorder.asked
    assert (incoming.athlete_id, incoming.source, incoming.text, incoming.name) == (
        ATHLETE,
        f"m:{ATHLETE}:1",
        "did 2",
        "Ada",
    )
    assert incoming.said_at == START


async def test_an_edit_keeps_its_messages_source_and_date(stage: Scene) -> None:
    await stage.receive(edited(9, 5, "did 3"))

    (_, incoming, _), *_ = stage.recorder.asked
    assert (incoming.source, incoming.said_at) == (f"m:{ATHLETE}:5", START)


async def test_a_tap_counts_when_it_arrived(stage: Scene) -> None:
    await stage.intake.accept([tapped(1, encode(Open(Topic.STATS)))])
    stage.clock.move(minutes=3)
    await stage.settle()

    ((name, incoming, more),) = stage.recorder.asked
    assert (name, incoming.source, incoming.said_at, more) == ("tap", TAP, START, (Open(Topic.STATS),))


TAP = "t:1:20260302T070000"


@pytest.mark.parametrize("data", ["", "nonsense", "u", "d|2026-02-30|easy", "w|9", "g|today|x", "|" * 64])
async def test_a_forged_or_outdated_button_opens_today(stage: Scene, data: str) -> None:
    await stage.receive(tapped(1, data))

    assert [more for _, _, more in stage.recorder.asked] == [(Open(Topic.TODAY),)]


async def test_a_tap_on_an_inline_message_is_ignored(stage: Scene) -> None:
    update = tapped(1, "g|today")
    del update["callback_query"]["message"]
    await stage.receive(update)

    assert stage.result_of(1) == "ignored"


async def test_a_taps_spinner_stops_even_if_telegram_says_it_is_too_old(stage: Scene) -> None:
    stage.api.trouble = [(400, b'{"ok": false, "description": "Bad Request: query is too old"}')]
    await stage.receive(tapped(1, encode(TapUndo("m:1:2"))))

    assert stage.api.tried[0] == "answerCallbackQuery"
    assert stage.recorder.names() == ["tap"]
    assert stage.worker.failed == 0


async def test_a_location_arrives_as_degrees(stage: Scene) -> None:
    await stage.receive(wrote(1, None, location={"latitude": 52.5, "longitude": 13.4}))

    ((name, _, more),) = stage.recorder.asked
    assert (name, more) == ("locate", (52.5, 13.4))


async def test_half_a_surrogate_pair_is_stored_and_heard(stage: Scene) -> None:
    await stage.receive(wrote(1, "a\ud83d\x00b"))

    assert [incoming.text for _, incoming, _ in stage.recorder.asked] == ["a?b"]


async def test_membership_counts_when_it_changed(stage: Scene) -> None:
    stage.clock.move(days=1)
    await stage.receive(joined(3, "kicked"))

    ((_, incoming, _),) = stage.recorder.asked
    assert (incoming.source, incoming.said_at) == ("c:3", START)


async def test_what_a_bot_does_is_nobodys(stage: Scene) -> None:
    by_a_bot = joined(1, "kicked")
    by_a_bot["my_chat_member"]["from"]["is_bot"] = True
    tap_by_a_bot = tapped(2, "z")
    tap_by_a_bot["callback_query"]["from"]["is_bot"] = True
    await stage.receive(by_a_bot, tap_by_a_bot)

    assert stage.recorder.names() == []


def test_an_update_of_another_kind_is_nobodys_word() -> None:
    assert incoming_of(parsed({"update_id": 1}), START) is None
