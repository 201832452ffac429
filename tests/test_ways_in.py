"""Both ways in, wired as `coach run` wires them: a webhook, polling, and from one to the other."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tornado.testing import bind_unused_port

from bot.serve import run_on_telegram
from bot.settings import SettingsError
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.console.echo import echo
from tests.test_bootstrap import ANNA, TOKEN, free_port, hooked, running, settings


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN, webhook_pause=0) as api:
        yield api


def heard(api: BotApi) -> list[str]:
    return [one.text for one in api.messages(ANNA)]


async def test_who_writes_is_answered_through_a_webhook(api: BotApi, tmp_path: Path) -> None:
    api.says(ANNA, "before it started")
    async with running(hooked(settings(api.url, tmp_path))):
        await api.sent(ANNA)
        api.says(ANNA, "later")
        await api.sent(ANNA, count=2)

    (call,) = await api.called("setWebhook")
    assert heard(api) == ["heard before it started", "heard later"]
    assert not call.params.get("drop_pending_updates")
    assert call.params["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert api.refused == ()


async def test_from_polling_to_a_webhook_and_back_nothing_is_lost_or_doubled(
    api: BotApi, tmp_path: Path
) -> None:
    polled = settings(api.url, tmp_path)
    for number, given in enumerate([polled, hooked(polled), polled, hooked(polled)], start=1):
        api.says(ANNA, f"{number} while away")
        async with running(given):
            api.says(ANNA, f"{number} at work")
            await api.sent(ANNA, count=2 * number)

    assert heard(api) == [
        f"heard {number} {when}" for number in range(1, 5) for when in ("while away", "at work")
    ]
    assert [call for call in api.calls if call.params.get("drop_pending_updates")] == []


@pytest.mark.parametrize(
    ("second", "calls"),
    [
        pytest.param("s-1", 1, id="the same"),
        pytest.param("s-2", 2, id="a new secret, which Telegram doesn't tell"),
    ],
)
async def test_a_webhook_is_set_only_when_it_differs(
    api: BotApi, tmp_path: Path, second: str, calls: int
) -> None:
    port = free_port()
    for number, secret in enumerate(("s-1", second), start=1):
        async with running(hooked(settings(api.url, tmp_path), secret=secret, port=port)):
            api.says(ANNA, "8")
            await api.sent(ANNA, count=number)

    assert len(await api.called("setWebhook")) == calls


async def test_processes_that_set_it_at_once_wait_their_turn(api: BotApi, tmp_path: Path) -> None:
    api.fail_next("setWebhook", Fault(FaultKind.TOO_MANY_REQUESTS, seconds=1), times=2)
    async with running(hooked(settings(api.url, tmp_path))):
        api.says(ANNA, "8")
        await api.sent(ANNA)

    assert len(await api.called("setWebhook")) == 3


async def test_a_webhook_that_telegram_refuses_is_named(api: BotApi, tmp_path: Path) -> None:
    given = hooked(settings(api.url, tmp_path)).model_copy(update={"webhook_url": "http://coach.example"})

    with pytest.raises(SettingsError, match=r"refused the webhook .*: WEBHOOK_URL must be an https address"):
        await run_on_telegram(given, echo(), asyncio.Event())


async def test_a_port_that_is_taken_is_named(api: BotApi, tmp_path: Path) -> None:
    taken, port = bind_unused_port()

    with pytest.raises(SettingsError, match=r"WEBHOOK_LISTEN .* WEBHOOK_PORT to a free port"):
        await run_on_telegram(hooked(settings(api.url, tmp_path), port=port), echo(), asyncio.Event())

    taken.close()


async def test_an_address_that_is_not_ours_is_named(api: BotApi, tmp_path: Path) -> None:
    given = hooked(settings(api.url, tmp_path)).model_copy(update={"webhook_listen": "no.such.host.invalid"})

    with pytest.raises(SettingsError, match="WEBHOOK_LISTEN"):
        await run_on_telegram(given, echo(), asyncio.Event())
