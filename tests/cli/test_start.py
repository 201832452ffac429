"""`coach start`, which is what `make run` does: Telegram with a token, else this terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import coach
from tests.cli.process import coach as coach_process

TOKEN = f"123456789:{'A' * 35}"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    return tmp_path


def start(typed: str = "", **settings: str) -> Result:
    return CliRunner(env=settings).invoke(coach, ["start"], input=typed)


def test_without_a_token_it_says_so_and_chats() -> None:
    result = start("/start\n")

    first, second, *_ = result.output.splitlines()
    assert "TELEGRAM_TOKEN is not set" in first
    assert second == "> /start"
    assert result.exit_code == 0


def test_an_empty_token_is_none() -> None:
    assert "TELEGRAM_TOKEN is not set" in start(":quit\n", TELEGRAM_TOKEN="").output


def test_with_a_token_it_runs_on_telegram(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\n")

    result = start(TELEGRAM_API_URL="http://127.0.0.1:1")

    assert "127.0.0.1:1 can't be reached" in result.stderr
    assert result.exit_code == 2


async def test_a_refused_line_shows_in_the_exit_code_of_the_process(elsewhere: Path) -> None:
    ended = await coach_process(elsewhere, "start", typed=":press 1\n")

    assert ended.code == 1
