"""`coach doctor` as an operator starts it, against the stand-in over real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.engine import make_plain_engine
from bot.store.revisions import head
from bot.store.schema import ensure_schema
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.server import BotApi
from tests.cli.process import Ended, coach

TOKEN = "123456789:" + "A" * 35
WRONG = "987654321:" + "B" * 35
ANNA = 11


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as api:
        yield api


async def doctor(api: BotApi, folder: Path, *arguments: str, **settings: str) -> Ended:
    given = {"TELEGRAM_API_URL": api.url, "TELEGRAM_TOKEN": TOKEN, **settings}
    return await coach(folder, "doctor", *arguments, **given)


def health_of(ended: Ended) -> dict[str, str]:
    lines = [line.split() for line in ended.out.splitlines() if not line.startswith(" ")]
    return {check: health for health, check, *_ in lines}


async def test_all_is_well(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    ensure_schema(f"sqlite:///{tmp_path}/var/coach.db")
    api.says(ANNA, "hello")
    ended = await doctor(api, tmp_path, ADMIN_IDS=f"{ANNA}")

    checks = "settings database space zones queue token clock webhook operators"
    assert health_of(ended) == dict.fromkeys(checks.split(), "ok")
    assert (ended.code, ended.err) == (0, "")
    assert f"revision {head()}" in ended.out
    assert "@two_minute_coach_bot" in ended.out
    assert api.refused == ()


async def test_a_webhook_without_a_secret_is_named(api: BotApi, tmp_path: Path) -> None:
    ended = await doctor(api, tmp_path, WEBHOOK_URL="https://coach.example.org")

    assert (ended.code, health_of(ended)["webhook"]) == (1, "FAILED")
    assert "WEBHOOK_SECRET must be set" in ended.out


async def test_before_the_first_start_nothing_is_made(api: BotApi, tmp_path: Path) -> None:
    ended = await doctor(api, tmp_path)

    assert ended.code == 0
    assert is_empty(tmp_path)
    assert "can be made" in ended.out


def is_empty(folder: Path) -> bool:
    return not list(folder.iterdir())


async def test_it_takes_no_update_and_removes_no_webhook(api: BotApi, tmp_path: Path) -> None:
    api.says(ANNA, "kept for the coach")
    await doctor(api, tmp_path)

    methods = {call.method for call in api.calls}
    assert methods == {"getMe", "getWebhookInfo"}
    assert len(api.state.updates.pending) == 1


@pytest.mark.parametrize(
    ("settings", "check", "remedy"),
    [
        pytest.param({"LOG_LEVEL": "loud"}, "settings", "LOG_LEVEL must be", id="a wrong setting"),
        pytest.param({"TELEGRAM_TOKEN": ""}, "token", "get one from @BotFather", id="no token"),
        pytest.param({"TELEGRAM_TOKEN": WRONG}, "token", "copy it again", id="a rejected token"),
        pytest.param(
            {"TELEGRAM_API_URL": "http://127.0.0.1:1"}, "token", "check TELEGRAM_API_URL", id="no server"
        ),
        pytest.param(
            {"DATABASE_URL": "sqlite:////proc/coach.db"}, "database", "set DATABASE_URL", id="unwritable"
        ),
        pytest.param(
            {"DATABASE_URL": "postgresql://127.0.0.1:1/coach"},
            "database",
            "check DATABASE_URL",
            id="no database server",
        ),
        pytest.param({"ADMIN_IDS": "4711"}, "operators", "write /start to the bot", id="a stranger"),
    ],
)
async def test_each_failure_says_what_to_do(
    api: BotApi, tmp_path: Path, settings: dict[str, str], check: str, remedy: str
) -> None:
    ended = await doctor(api, tmp_path, **settings)

    assert ended.code == 1
    assert health_of(ended)[check] == "FAILED"
    assert remedy in ended.out
    assert [secret for secret in (TOKEN, WRONG) if secret in ended.out + ended.err] == []


async def test_what_is_no_database_is_named(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_text("no database at all " * 100)
    ended = await doctor(api, tmp_path, "--offline", DATABASE_URL="sqlite:///coach.db")

    assert (ended.code, health_of(ended)["database"]) == (1, "FAILED")
    assert api.calls == ()


async def test_a_newer_database_wants_a_newer_coach(api: BotApi, tmp_path: Path) -> None:
    ensure_schema(f"sqlite:///{tmp_path}/coach.db")
    with make_plain_engine(f"sqlite:///{tmp_path}/coach.db").begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    given = {"DATABASE_URL": "sqlite:///coach.db", "TELEGRAM_API_URL": api.url, "TELEGRAM_TOKEN": TOKEN}
    for command in ("doctor", "run"):
        ended = await coach(tmp_path, command, **given)
        told = ended.out + ended.err

        assert ended.code != 0
        assert f"revision 9999, this coach knows up to {head()}" in told
        assert "install a newer coach" in told


async def test_a_misspelt_setting_is_noted(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKN=1\nLOG_LEVEL=INFO\n")
    ended = await doctor(api, tmp_path, "--offline")

    assert (ended.code, health_of(ended)["settings"]) == (0, "note")
    assert "TELEGRAM_TOKN" in ended.out


async def test_a_server_that_speaks_otherwise_is_named(api: BotApi, tmp_path: Path) -> None:
    api.fail_next("getMe", Fault(FaultKind.MALFORMED_JSON))
    ended = await doctor(api, tmp_path)

    assert "doesn't answer as a Bot API server does" in ended.out
