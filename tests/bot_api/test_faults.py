"""What goes wrong by script: who sees what, and whether the call was carried out."""

import asyncio

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.bot_api.conftest import ANNA
from tests.bot_api.faults import ANY_METHOD, Fault, FaultKind
from tests.bot_api.server import BotApi


@pytest.mark.filterwarnings("ignore:.*retry_after:DeprecationWarning")
@pytest.mark.parametrize(
    ("kind", "error", "carried_out"),
    [
        (FaultKind.TOO_MANY_REQUESTS, RetryAfter, 0),
        (FaultKind.SERVER_ERROR, NetworkError, 0),
        (FaultKind.BAD_GATEWAY, NetworkError, 0),
        (FaultKind.BLOCKED, Forbidden, 0),
        (FaultKind.DROPPED_BEFORE, NetworkError, 0),
        (FaultKind.DROPPED_AFTER, NetworkError, 1),
        (FaultKind.MALFORMED_JSON, TelegramError, 1),
    ],
)
async def test_a_fault_happens_once_then_all_is_well(
    api: BotApi, bot: Bot, kind: FaultKind, error: type[TelegramError], carried_out: int
) -> None:
    api.meets(ANNA)
    api.fail_next("sendMessage", Fault(kind))
    with pytest.raises(error) as seen:
        await bot.send_message(ANNA, "Now?")
    assert not isinstance(seen.value, BadRequest)
    assert len(api.messages(ANNA)) == carried_out
    await bot.send_message(ANNA, "Now?")
    assert len(api.messages(ANNA)) == carried_out + 1
    assert not api.refused


async def test_too_many_requests_say_when_to_come_back(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.fail_next("getMe", Fault(FaultKind.TOO_MANY_REQUESTS, seconds=7))
    response = await raw.get("/getMe")
    assert response.status_code == 429
    assert response.json()["parameters"] == {"retry_after": 7}


async def test_a_bad_gateway_answers_with_a_page(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.fail_next("getMe", Fault(FaultKind.BAD_GATEWAY))
    response = await raw.get("/getMe")
    assert (response.status_code, response.headers["Content-Type"]) == (502, "text/html")
    assert response.text.startswith("<html>")


async def test_a_slow_answer_comes_too_late_for_the_impatient(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    api.fail_next("sendMessage", Fault(FaultKind.SLOW_ANSWER, seconds=30))
    with pytest.raises(TimedOut):
        await bot.send_message(ANNA, "Now?", read_timeout=0.05)
    assert [posted.text for posted in await api.sent(ANNA)] == ["Now?"]


async def test_faults_wait_in_line_and_may_hit_any_method(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.fail_next(ANY_METHOD, Fault(FaultKind.SERVER_ERROR), times=2)
    api.fail_next("getMe", Fault(FaultKind.BAD_GATEWAY))
    statuses = [(await raw.get("/getMe")).status_code for _ in range(4)]
    assert statuses == [502, 500, 500, 200]


async def test_a_fault_needs_a_method_that_exists(api: BotApi) -> None:
    with pytest.raises(ValueError, match="sendMesage"):
        api.fail_next("sendMesage", Fault(FaultKind.SERVER_ERROR))


async def test_failed_calls_are_recorded_with_what_they_asked(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.fail_next("sendMessage", Fault(FaultKind.SERVER_ERROR))
    await raw.post("/sendMessage", data={"chat_id": ANNA, "text": "Now?"})
    (call,) = api.calls
    assert (call.status, call.params) == (500, {"chat_id": str(ANNA), "text": "Now?"})
    assert not call.is_refused


async def test_who_waits_for_what_never_comes_is_told_what_did(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    await raw.post("/sendMessage", data={"chat_id": ANNA, "text": ""})
    with pytest.raises(TimeoutError, match="sendMessage: Bad Request: message text is empty"):
        await api.sent(ANNA, timeout=0)


async def test_waiting_ends_with_the_message(api: BotApi, bot: Bot) -> None:
    api.meets(ANNA)
    waiting = asyncio.create_task(api.sent(ANNA, count=2))
    await bot.send_message(ANNA, "One")
    assert not waiting.done()
    await bot.send_message(ANNA, "Two")
    assert [posted.text for posted in await waiting] == ["One", "Two"]
