"""Delivery over real HTTP: what Telegram's and the network's moods make of a message."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.chat.alarm import Alarm
from bot.chat.deliver import Delivery
from bot.chat.pacing import Pacing
from bot.chat.speech import Speech
from bot.coaching.mail import Draft, Message, OutboxKind
from bot.coaching.ports import UnitsOfWork
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.chat.scene import FixedClock, Recorder, alarm, draft, render
from tests.chat.updates import ATHLETE

TOKEN = "123456:TEST"


@dataclass
class Line:
    """A delivery, and the server that it speaks to."""

    units: UnitsOfWork
    clock: FixedClock
    recorder: Recorder
    api: BotApi
    delivery: Delivery

    async def say(self, text: str) -> None:
        async with self.units() as work:
            await work.outbox.add(draft(text))
            await work.commit()

    async def passes(self, seconds: int) -> None:
        for _ in range(seconds):
            await self.delivery.settle()
            self.clock.move(seconds=1)

    def heard(self) -> list[str]:
        return [posted.text for posted in self.api.messages(ATHLETE)]


@pytest.fixture
async def line(units: UnitsOfWork, clock: FixedClock) -> AsyncIterator[Line]:
    async with BotApi(token=TOKEN) as api:
        bot = ExtBot(TOKEN, base_url=f"{api.url}/bot", request=HTTPXRequest(read_timeout=0.2))
        recorder = Recorder()
        speech = Speech(units, clock, recorder.coach(), render, Alarm((), clock, alarm))
        delivery = Delivery(bot, units, clock, pacing=Pacing.unlimited(), speech=speech)
        async with bot:
            api.meets(ATHLETE)
            yield Line(units, clock, recorder, api, delivery)


@pytest.mark.parametrize(
    ("kind", "times", "heard"),
    [
        pytest.param(FaultKind.TOO_MANY_REQUESTS, 3, 1, id="asked to wait"),
        pytest.param(FaultKind.SERVER_ERROR, 3, 1, id="a server in trouble"),
        pytest.param(FaultKind.BAD_GATEWAY, 3, 1, id="a page instead of an answer"),
        pytest.param(FaultKind.DROPPED_BEFORE, 2, 1, id="hung up on before it arrived"),
        pytest.param(FaultKind.DROPPED_AFTER, 2, 3, id="hung up on after it arrived"),
        pytest.param(FaultKind.MALFORMED_JSON, 2, 3, id="half an answer"),
        pytest.param(FaultKind.DROPPED_AFTER, 9, 5, id="never an answer"),
    ],
)
async def test_a_message_arrives_at_least_once(line: Line, kind: FaultKind, times: int, heard: int) -> None:
    line.api.fail_next("sendMessage", Fault(kind, seconds=2), times)
    await line.say("hello")
    await line.passes(seconds=40)

    assert line.heard() == ["hello"] * heard
    assert line.api.refused == ()


async def test_an_answer_that_comes_too_late_is_one_more_try(line: Line) -> None:
    line.api.fail_next("sendMessage", Fault(FaultKind.SLOW_ANSWER, seconds=1))
    await line.say("hello")
    await line.passes(seconds=3)

    assert line.heard() == ["hello", "hello"]


async def test_who_blocked_the_bot_is_hushed_and_hears_nothing(line: Line) -> None:
    line.api.blocks(ATHLETE)
    await line.say("hello")
    await line.passes(seconds=3)

    assert (line.heard(), line.recorder.names()) == ([], ["hush"])


async def test_a_server_that_is_away_is_waited_for(line: Line) -> None:
    await line.api.stop()
    await line.say("hello")
    await line.passes(seconds=3)
    await line.api.start()
    await line.passes(seconds=10)

    assert line.heard() == ["hello"]


async def test_what_can_not_be_edited_any_more_is_said_anew(line: Line) -> None:
    edit = Draft(chat_id=ATHLETE, kind=OutboxKind.EDIT, message=Message("taken back"), edits=4711)
    async with line.units() as work:
        await work.outbox.add(edit)
        await work.commit()
    await line.passes(seconds=1)

    assert line.heard() == ["taken back"]
