"""No token leaves the process: not at DEBUG, not when it is rejected, not when the network breaks."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.cli.process import PATIENCE, coach, end_of, started

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"
WRONG = "987654321:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"
ANNA = 11


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as api:
        yield api


async def test_a_rejected_token_is_nowhere_in_the_output(api: BotApi, tmp_path: Path) -> None:
    given = {"TELEGRAM_API_URL": api.url, "LOG_LEVEL": "DEBUG"}
    ended = await coach(tmp_path, "run", TELEGRAM_TOKEN=WRONG, **given)

    assert ended.code == 2
    assert WRONG.split(":")[1] not in ended.out + ended.err


async def test_a_good_token_and_a_persons_words_are_nowhere_in_the_output(
    api: BotApi, tmp_path: Path
) -> None:
    for method in ("getUpdates", "sendMessage"):
        api.fail_next(method, Fault(FaultKind.DROPPED_BEFORE))
    given = {"TELEGRAM_API_URL": api.url, "LOG_LEVEL": "DEBUG"}
    async with started(tmp_path, "run", TELEGRAM_TOKEN=TOKEN, **given) as process:
        api.says(ANNA, "my very own words", first_name="Annabel")
        await api.sent(ANNA, timeout=PATIENCE)
        process.terminate()
        ended = await end_of(process)

    output = ended.out + ended.err
    assert "coach_started" in output
    assert [word for word in (TOKEN.split(":")[1], "very own", "Annabel") if word in output] == []
