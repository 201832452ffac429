"""`coach run` as a process: bad starts in one line, clean ends, and a conversation over real HTTP."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import coach as coach_command
from tests.bot_api.server import BotApi
from tests.cli.process import PATIENCE, coach, end_of, serving, started

TOKEN = "123456789:" + "A" * 35
WRONG = "987654321:" + "B" * 35
ANNA = 11


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as api:
        yield api


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        pytest.param({}, "TELEGRAM_TOKEN is not set", id="no token"),
        pytest.param({"TELEGRAM_TOKEN": "secret-words"}, "TELEGRAM_TOKEN is malformed", id="malformed"),
        pytest.param({"TELEGRAM_TOKEN": TOKEN, "DATABASE_URL": "coach.db"}, "DATABASE_URL", id="no address"),
        pytest.param({"TELEGRAM_TOKEN": TOKEN, "LOG_LEVEL": "loud"}, "LOG_LEVEL must be", id="no level"),
        pytest.param(
            {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:1"},
            "can't be reached: check TELEGRAM_API_URL",
            id="unreachable",
        ),
    ],
)
def test_a_bad_start_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], remedy: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    result = CliRunner(env=settings).invoke(coach_command, ["run"])

    (line,) = result.stderr.splitlines()
    assert remedy in line
    assert TOKEN not in line
    assert "secret-words" not in line
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        pytest.param({}, "TELEGRAM_TOKEN is not set", id="no token"),
        pytest.param({"TELEGRAM_TOKEN": WRONG}, "TELEGRAM_TOKEN was rejected", id="rejected"),
        pytest.param(
            {"TELEGRAM_TOKEN": TOKEN, "DATABASE_URL": "sqlite:////proc/coach.db"},
            "DATABASE_URL",
            id="unwritable database",
        ),
    ],
)
async def test_a_bad_start_ends_the_process(
    api: BotApi, tmp_path: Path, settings: dict[str, str], remedy: str
) -> None:
    ended = await coach(tmp_path, "run", TELEGRAM_API_URL=api.url, **settings)

    (line,) = ended.err.splitlines()
    assert remedy in line
    assert [secret for secret in (TOKEN, WRONG) if secret in line] == []
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_cleanly(api: BotApi, tmp_path: Path, number: signal.Signals) -> None:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
    async with started(tmp_path, "run", **given) as process:
        begun = await serving(process)
        process.send_signal(number)
        ended = await end_of(process)

    assert ended.code == 0
    assert "two_minute_coach_bot" in begun
    assert "coach_stopped" in ended.err
    assert "Traceback" not in begun + ended.err
    assert (tmp_path / "var" / "coach.db").exists()


async def test_who_writes_is_coached(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\nTELEGRAM_API_URL={api.url}\n")
    async with started(tmp_path, "run") as process:
        api.says(ANNA, "/start")
        await api.sent(ANNA, timeout=PATIENCE)
        api.says(ANNA, "did 2 knee pushups")
        *_, receipt = await api.sent(ANNA, count=2)
        process.terminate()
        ended = await end_of(process)

    assert "2 knee push-ups" in receipt.text
    assert api.refused == ()
    assert ended.code == 0


async def test_two_cannot_serve_one_database(api: BotApi, tmp_path: Path) -> None:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
    async with started(tmp_path, "run", **given) as first:
        await serving(first)
        second = await coach(tmp_path, "run", **given)

    assert second.code == 2
    (line,) = second.err.splitlines()
    assert "DATABASE_URL" in line
