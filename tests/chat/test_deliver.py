"""What leaves the outbox, in which order, and how fast."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.chat.pacing import Pacing
from bot.coaching.actions import Open, Topic
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind
from bot.coaching.outcomes import Quiet
from bot.coaching.ports import UnitsOfWork
from tests.chat.outgoing import prepared, states, stub, unsent
from tests.chat.scene import START, FixedClock, Scene, draft, scene
from tests.chat.updates import ATHLETE

OTHER = 77


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


async def test_what_was_begun_apart_does_not_leave_at_once(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    pacing = Pacing(rate=1, burst=2, reserve=0)
    async with scene(path, units, clock, pacing=pacing) as stage:
        for _ in range(2):
            assert pacing.leave(Lane.BULK, clock()) == timedelta(0)
            pacing.answered(clock())
        await stage.put(draft("waits"))
        settling = asyncio.create_task(stage.delivery.settle())
        while not settling.done():
            clock.move(seconds=0.01)
            await asyncio.sleep(0)

    assert stage.said() == ["waits"]
    assert clock() >= START + timedelta(seconds=1)


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
