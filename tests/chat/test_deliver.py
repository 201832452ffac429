"""What leaves the outbox, in which order, and what becomes of what Telegram won't take."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from bot.chat.deliver import Delivery, back_off
from bot.chat.pacing import Pacing
from bot.coaching.actions import Open, ToggleFreeDay, Topic
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import UnitOfWork, UnitsOfWork
from tests.chat.breaking import Breaking
from tests.chat.scene import START, FixedClock, Saying, Scene, draft, saying, scene
from tests.chat.updates import ATHLETE, GROUP

OTHER = 77
TODAY = date(2026, 3, 2)


def refused(code: int, description: str, **parameters: object) -> tuple[int, bytes]:
    answer = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, json.dumps(answer).encode()


def unsure() -> TimedOut:
    """It may have arrived."""
    error = TimedOut()
    error.__cause__ = httpx.ReadTimeout("")
    return error


def unsent() -> NetworkError:
    error = NetworkError("")
    error.__cause__ = httpx.ConnectError("")
    return error


def stub(**more: object) -> Draft:
    settings = {"chat_id": ATHLETE, "lane": Lane.BULK, "day": TODAY, "key": "p:42:2026-03-02", **more}
    return Draft(kind=OutboxKind.PROMPT, **settings)  # type: ignore[arg-type]


def states(stage: Scene) -> list[str | None]:
    return [state for (state,) in stage.query("SELECT state FROM outbox ORDER BY outbox_id")]


async def deliver(stage: Scene, *, minutes: int) -> None:
    """Settle again and again while this time passes."""
    for _ in range(minutes * 60):
        await stage.delivery.settle()
        stage.clock.move(seconds=1)


# -- what is sent -------------------------------------------------------------------------------------


async def test_a_message_goes_as_plain_text_with_its_buttons(stage: Scene) -> None:
    buttons = ((Button("Today", Open(Topic.TODAY)), Button("Stats", Open(Topic.STATS))),)
    words = Message("<b>2 & 3</b> example.org", buttons, silent=True)
    await stage.put(Draft(chat_id=ATHLETE, kind=OutboxKind.MESSAGE, message=words))
    await stage.delivery.settle()

    params = stage.calls[-1].params
    assert (params["chat_id"], params["text"]) == (ATHLETE, "<b>2 & 3</b> example.org")
    assert params["reply_markup"]["inline_keyboard"] == [
        [{"text": "Today", "callback_data": "g|today"}, {"text": "Stats", "callback_data": "g|stats"}]
    ]
    assert params["disable_notification"] is True
    assert params["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in params


async def test_a_sent_row_knows_its_message(stage: Scene) -> None:
    await stage.put(draft("one"), draft("two"))
    await stage.delivery.settle()

    assert stage.query("SELECT state, sent_message_id FROM outbox") == [("sent", 100), ("sent", 101)]
    await stage.delivery.settle()
    assert stage.said() == ["one", "two"]


async def test_an_edit_without_buttons_takes_them_off(stage: Scene) -> None:
    await stage.put(Draft(chat_id=ATHLETE, kind=OutboxKind.EDIT, message=Message("done"), edits=7))
    await stage.delivery.settle()

    (call,) = [call for call in stage.calls if call.method == "editMessageText"]
    assert call.params["message_id"] == 7
    assert "reply_markup" not in call.params


async def test_an_edit_that_changes_nothing_is_fine(stage: Scene) -> None:
    edit = Draft(chat_id=ATHLETE, kind=OutboxKind.EDIT, message=Message("same"), edits=7)
    await stage.put(edit, edit)
    await stage.delivery.settle()

    assert states(stage) == ["sent", "sent"]
    assert stage.methods() == ["editMessageText"]


async def test_a_chats_rows_go_in_order_while_other_chats_go_on(stage: Scene) -> None:
    stage.api.trouble = [unsent()]
    await stage.put(draft("first"), draft("second"), draft("elsewhere", OTHER))
    await stage.delivery.settle()
    assert stage.said() == ["elsewhere"]

    stage.clock.move(seconds=1)
    await stage.delivery.settle()
    assert stage.said() == ["elsewhere", "first", "second"]


async def test_no_more_than_16_are_in_flight(stage: Scene) -> None:
    in_flight: list[int] = []

    async def look() -> None:
        in_flight.append(len(stage.delivery._busy))
        await asyncio.sleep(0)

    stage.api.before = look
    await stage.put(*(draft("hi", chat) for chat in range(1, 40)))
    await stage.delivery.settle()

    assert len(stage.said()) == 39
    assert max(in_flight) == 16


async def test_what_waits_for_its_hour_or_is_too_late_is_not_said_now(stage: Scene) -> None:
    later = draft("later")
    await stage.put(
        Draft(chat_id=1, kind=later.kind, message=later.message, not_before=START + timedelta(hours=1)),
        Draft(chat_id=2, kind=later.kind, message=later.message, expires_at=START),
    )
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == ([], [None, "expired"])
    assert (await stage.delivery._pause()).total_seconds() == 30
    stage.clock.move(hours=1)
    await stage.delivery.settle()
    assert stage.said() == ["later"]


# -- prompts ------------------------------------------------------------------------------------------


def prepared(outcome: Outcome) -> Callable[..., Awaitable[Outcome]]:
    async def prepare(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        return outcome

    return prepare


async def test_a_stub_gets_its_words_when_its_place_comes(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("2 x 5 knee push-ups", "By the way"))
    await stage.put(stub())
    await stage.delivery.settle()

    assert stage.said() == ["2 x 5 knee push-ups", "By the way"]
    assert states(stage) == ["sent", "sent"]


async def test_a_stub_with_nothing_to_say_stays_quiet(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(Quiet())
    await stage.put(stub(), draft("next"))
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == (["next"], ["quiet", "sent"])


async def test_an_expired_stub_is_not_even_prepared(stage: Scene) -> None:
    await stage.put(stub(expires_at=START - timedelta(minutes=1)))
    await stage.delivery.settle()

    assert (stage.recorder.names(), states(stage)) == ([], ["expired"])


async def test_a_prompts_words_are_stored_before_they_are_said(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    stage.api.trouble = [unsent()]
    await stage.put(stub())
    await stage.delivery.settle()

    assert stage.query("SELECT kind, state FROM outbox") == [("message", None)]
    stage.recorder.instead["prepare_prompt"] = prepared(saying("other words"))
    stage.clock.move(seconds=1)
    await stage.delivery.settle()
    assert stage.said() == ["prompt"]


async def test_a_prompt_that_cannot_be_prepared_does_not_block_its_chat(stage: Scene) -> None:
    async def fail(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        raise RuntimeError("no plan")

    stage.recorder.instead["prepare_prompt"] = fail
    await stage.put(stub(), draft("next"))
    await deliver(stage, minutes=1)

    assert (stage.said(), states(stage)) == (["next"], ["failed", "sent"])
    assert stage.delivery.failed == 5


async def test_a_prompt_outlasts_an_outage_of_the_database(stage: Scene) -> None:
    async def fail(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        raise OSError("disk")

    stage.recorder.instead["prepare_prompt"] = fail
    await stage.put(stub())
    await deliver(stage, minutes=1)
    assert states(stage) == [None]

    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    await deliver(stage, minutes=1)
    assert stage.said() == ["prompt"]


# -- what Telegram won't take -------------------------------------------------------------------------


async def test_what_did_not_leave_is_sent_until_it_is_accepted(stage: Scene) -> None:
    stage.api.trouble = [unsent() for _ in range(12)]
    await stage.put(draft("patience"))
    await deliver(stage, minutes=8)

    assert (stage.said(), states(stage)) == (["patience"], ["sent"])


async def test_a_server_in_trouble_is_asked_again(stage: Scene) -> None:
    stage.api.trouble = [(502, b"<html>"), refused(500, "Internal Server Error")]
    await stage.put(draft("hello"))
    await deliver(stage, minutes=1)

    assert stage.said() == ["hello"]


async def test_a_429_holds_its_lane_and_not_the_other(stage: Scene) -> None:
    stage.api.trouble = [refused(429, "Too Many Requests", retry_after=7)]
    await stage.put(draft("bulk", 1, Lane.BULK))
    await stage.delivery.settle()
    await stage.put(draft("more bulk", 2, Lane.BULK), draft("reply", 3))
    await stage.delivery.settle()
    assert stage.said() == ["reply"]
    assert (await stage.delivery._pause()).total_seconds() == 7

    stage.clock.move(seconds=7)
    await stage.delivery.settle()
    assert sorted(stage.said()) == ["bulk", "more bulk", "reply"]


@pytest.mark.parametrize(("row", "tries"), [(draft("reply"), 5), (stub(), 2)])
async def test_what_may_have_arrived_is_repeated_only_a_few_times(
    stage: Scene, row: Draft, tries: int
) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    stage.api.trouble = [unsent(), *(unsure() for _ in range(9))]
    await stage.put(row)
    await deliver(stage, minutes=3)

    assert (len(stage.api.tried), states(stage)) == (1 + tries, ["unknown"])


async def test_whoever_blocked_the_bot_is_hushed(stage: Scene) -> None:
    stage.api.trouble = [refused(403, "Forbidden: bot was blocked by the user")]
    await stage.put(draft("hello?"))
    await stage.delivery.settle()

    ((name, incoming, _),) = stage.recorder.asked
    assert (name, incoming.athlete_id, incoming.source) == ("hush", ATHLETE, "o:1")
    assert states(stage) == ["refused"]


async def test_a_group_that_threw_the_bot_out_is_nobody_to_hush(stage: Scene) -> None:
    stage.api.trouble = [refused(400, "Bad Request: chat not found")]
    await stage.put(draft("hello?", GROUP))
    await stage.delivery.settle()

    assert (stage.recorder.names(), states(stage)) == ([], ["refused"])


async def test_a_message_telegram_finds_wrong_is_dropped_and_the_next_one_goes(stage: Scene) -> None:
    await stage.put(draft("x" * 5000), draft("next"))
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == (["next"], ["refused", "sent"])
    assert stage.delivery.failed == 1


async def test_a_button_that_fits_no_64_bytes_is_given_up(stage: Scene) -> None:
    buttons = ((Button("?", ToggleFreeDay(99)),),)
    wrong = Draft(chat_id=ATHLETE, kind=OutboxKind.MESSAGE, message=Message("words", buttons))
    await stage.put(wrong, draft("next"))
    await deliver(stage, minutes=1)

    assert (stage.said(), states(stage)) == (["next"], ["failed", "sent"])


async def test_what_telegram_has_is_not_said_again_while_the_database_is_away(stage: Scene) -> None:
    broken = Breaking(stage.units)
    delivery = Delivery(
        stage.application.bot,
        broken,
        stage.clock,
        pacing=Pacing.unlimited(),
        speech=stage.delivery._speech,
    )
    await stage.put(draft("once"))
    broken.in_uses = 2
    await delivery.settle()
    assert states(stage) == [None]

    stage.clock.move(seconds=5)
    await delivery.settle()
    assert (stage.said(), states(stage)) == (["once"], ["sent"])


def test_back_off_grows_to_a_minute() -> None:
    assert [back_off(attempts).total_seconds() for attempts in (0, 1, 2, 5, 6, 5000)] == [1, 2, 4, 32, 60, 60]


# -- lanes --------------------------------------------------------------------------------------------


async def test_a_reply_overtakes_a_morning_of_prompts(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock, pacing=Pacing(rate=1, burst=2, reserve=1)) as stage:
        await stage.put(*(draft("prompt", chat, Lane.BULK) for chat in range(1, 9)))
        await stage.delivery.settle()
        await stage.put(draft("reply"))
        await stage.delivery.settle()
        assert stage.said() == ["prompt", "reply"]

        for _ in range(9):
            clock.move(seconds=1)
            await stage.delivery.settle()
        assert stage.said().count("prompt") == 8


async def test_a_prompt_that_is_not_said_costs_no_place(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock, pacing=Pacing(rate=1, burst=1, reserve=0)) as stage:
        stage.recorder.instead["prepare_prompt"] = prepared(Quiet())
        await stage.put(stub(chat_id=1, key="a"), stub(chat_id=2, key="b"), draft("said", 3, Lane.BULK))
        await stage.delivery.settle()

        assert (stage.said(), states(stage)) == (["said"], ["quiet", "quiet", "sent"])


async def test_the_loop_sends_what_a_turn_leaves(stage: Scene) -> None:
    sent = asyncio.Event()
    stage.recorder.instead["hush"] = prepared(Quiet())

    async def before() -> None:
        sent.set()

    stage.api.before = before
    running = asyncio.create_task(stage.delivery.run())
    await stage.put(draft("hi"))
    stage.delivery.wake()
    await sent.wait()
    stage.delivery.stop()
    await running

    assert states(stage) == ["sent"]


async def test_one_message_of_a_prompt_is_said_once_ever(stage: Scene) -> None:
    once = Saying((Message("plan"), Message("a hint", once="hint")))
    stage.recorder.instead["prepare_prompt"] = prepared(once)
    await stage.put(stub(), stub(key="tomorrow", day=TODAY + timedelta(days=1)))
    await stage.delivery.settle()

    assert stage.said().count("a hint") == 1
