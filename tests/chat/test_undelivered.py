"""What becomes of messages that Telegram won't take, or may have taken."""

import pytest

from bot.chat.deliver import Delivery, back_off
from bot.chat.pacing import Pacing
from bot.coaching.actions import ToggleFreeDay
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind
from tests.chat.breaking import Breaking
from tests.chat.outgoing import deliver, prepared, refused, states, stub, unsent, unsure
from tests.chat.scene import Scene, draft, saying
from tests.chat.updates import ATHLETE, GROUP


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
    assert states(stage) == ["unreachable"]


async def test_a_group_that_threw_the_bot_out_is_nobody_to_hush(stage: Scene) -> None:
    stage.api.trouble = [refused(400, "Bad Request: chat not found")]
    await stage.put(draft("hello?", GROUP))
    await stage.delivery.settle()

    assert (stage.recorder.names(), states(stage)) == ([], ["unreachable"])


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
