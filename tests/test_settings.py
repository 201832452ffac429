"""Settings: what an operator may write, and what a wrong value is answered."""

from pathlib import Path

import pytest

from bot.settings import Hook, Settings, SettingsError, is_zone, load_settings

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def env_file(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / ".env")

    assert settings.telegram_token is None
    assert settings.database_url == "sqlite+aiosqlite:///var/coach.db"


def test_the_example_file_is_valid_as_it_stands() -> None:
    assert load_settings(Path(".env.example")) == load_settings(Path("no-such-file"))


def test_every_setting_is_explained_in_the_example_file() -> None:
    text = Path(".env.example").read_text(encoding="utf-8")

    assert [name for name in Settings.model_fields if f"{name.upper()}=" not in text] == []


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFAULT_ZONE", "Asia/Tokyo")

    assert load_settings(env_file(tmp_path, "DEFAULT_ZONE=Europe/Berlin")).default_zone == "Asia/Tokyo"


def test_a_self_hosted_server_may_end_in_a_slash(tmp_path: Path) -> None:
    path = env_file(tmp_path, "TELEGRAM_API_URL=http://localhost:8081/")

    assert load_settings(path).telegram_api_url == "http://localhost:8081"


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("TELEGRAM_API_URL=localhost:8081", "like https://api.telegram.org"),
        ("TELEGRAM_API_URL=http://localhost:port", "like https://api.telegram.org"),
        ("TELEGRAM_API_URL=http://", "like https://api.telegram.org"),
        ("DEFAULT_ZONE=Berlin", "like Europe/Berlin"),
        ("DEFAULT_ZONE=Europe", "like Europe/Berlin"),
        ("LOG_LEVEL=loud", "DEBUG, INFO, WARNING or ERROR"),
        ("LOG_FORMAT=xml", "console or json"),
        ("BULK_RATE=0", "like 28"),
        ("BURST=many", "like 3"),
        ("BURST=1", "like 3"),
        ("GRACE_HOURS=-1", "like 3"),
        ("WEBHOOK_URL=coach.example.org", "like https://coach.example.org/telegram"),
        ("WEBHOOK_PORT=http", "like 8080"),
    ],
)
def test_a_wrong_value_is_one_line_with_its_name_and_remedy(tmp_path: Path, line: str, remedy: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(env_file(tmp_path, line))

    text = str(refused.value)
    assert text.startswith(line.split("=", maxsplit=1)[0])
    assert remedy in text
    assert "\n" not in text


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe")

    with pytest.raises(SettingsError, match="save it as UTF-8"):
        load_settings(tmp_path / ".env")


@pytest.mark.parametrize("level", ["debug", "Warning"])
def test_a_level_may_be_written_in_small_letters(tmp_path: Path, level: str) -> None:
    assert load_settings(env_file(tmp_path, f"LOG_LEVEL={level}")).log_level == level.upper()


def test_a_token_is_given_out_only_when_asked_for(tmp_path: Path) -> None:
    settings = load_settings(env_file(tmp_path, f"TELEGRAM_TOKEN={TOKEN}"))

    assert settings.require_token() == TOKEN
    assert TOKEN not in repr(settings)


def test_a_missing_token_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN is not set"):
        load_settings(env_file(tmp_path, "TELEGRAM_TOKEN=")).require_token()


@pytest.mark.parametrize(
    "token", ["short-secret", "bot1234:short-secret", "1234:short-secret/x", "'1 short-secret'"]
)
def test_a_malformed_token_is_named_but_not_repeated(tmp_path: Path, token: str) -> None:
    settings = load_settings(env_file(tmp_path, f"TELEGRAM_TOKEN={token}"))

    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN is malformed") as refused:
        settings.require_token()

    assert "short-secret" not in str(refused.value)


@pytest.mark.parametrize("name", ["", "../etc/passwd", "Mars/Olympus"])
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)


def test_without_a_webhook_s_address_there_is_none(tmp_path: Path) -> None:
    assert load_settings(env_file(tmp_path, "WEBHOOK_SECRET=s-1")).webhook() is None


def test_a_webhook_s_secret_is_shown_nowhere(tmp_path: Path) -> None:
    given = "WEBHOOK_URL=https://coach.example.org/a?b=c\nWEBHOOK_SECRET=s-1_Z\nWEBHOOK_LISTEN=::"
    hook = load_settings(env_file(tmp_path, given)).webhook()

    assert hook == Hook(url="https://coach.example.org/a?b=c", secret="s-1_Z", address="::", port=8080)
    assert "s-1_Z" not in repr(hook)


@pytest.mark.parametrize("secret", ["", "with space", "x" * 257])
def test_a_webhook_needs_a_secret(tmp_path: Path, secret: str) -> None:
    given = f"WEBHOOK_URL=https://coach.example.org\nWEBHOOK_SECRET={secret}"

    with pytest.raises(SettingsError, match=r"WEBHOOK_SECRET must be set .*openssl") as refused:
        load_settings(env_file(tmp_path, given)).webhook()

    assert not secret or secret not in str(refused.value)
