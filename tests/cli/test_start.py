"""`coach start`, which is what `make run` does: Telegram with a token, else this terminal."""

from pathlib import Path

from tests.cli.process import coach


async def test_without_a_token_it_says_so_and_chats(tmp_path: Path) -> None:
    ended = await coach(tmp_path, "start", typed="/start\n")

    first, second, *_ = ended.out.splitlines()
    assert "TELEGRAM_TOKEN is not set" in first
    assert second == "> /start"
    assert ended.code == 0


async def test_with_a_token_it_runs_on_telegram(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN=123456789:{'A' * 35}\n")
    ended = await coach(tmp_path, "start", TELEGRAM_API_URL="http://127.0.0.1:1")

    assert "127.0.0.1:1 can't be reached" in ended.err
    assert ended.code == 2


async def test_an_empty_token_is_none(tmp_path: Path) -> None:
    ended = await coach(tmp_path, "start", typed=":quit\n", TELEGRAM_TOKEN="")

    assert "TELEGRAM_TOKEN is not set" in ended.out
