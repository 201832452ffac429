"""No token leaves the process: not at DEBUG, not when it is rejected, not when the network breaks.

And what somebody wrote reaches the database as a value, never as SQL.
"""

import ast
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
    assert holding(WRONG, tmp_path) == []


@pytest.mark.parametrize("trouble", list(FaultKind))
async def test_a_token_is_nowhere_whatever_the_server_answers(
    api: BotApi, tmp_path: Path, trouble: FaultKind
) -> None:
    api.fail_next("getMe", Fault(trouble))
    given = {"TELEGRAM_API_URL": api.url, "LOG_LEVEL": "DEBUG", "TELEGRAM_TOKEN": TOKEN}
    ended = await coach(tmp_path, "doctor", **given)

    assert TOKEN.split(":")[1] not in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert holding(TOKEN, tmp_path) == []


def holding(token: str, folder: Path) -> list[Path]:
    """Files in which the token's secret part stands."""
    secret = token.split(":")[1].encode()
    return [file for file in folder.rglob("*") if file.is_file() and secret in file.read_bytes()]


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


# -- values, not SQL ------------------------------------------------------------------------------------

SQL_TAKERS = {"text", "execute", "executescript", "exec_driver_sql", "literal_column"}
OURS = {
    ("bot/store/engine.py", "f'PRAGMA busy_timeout = {PATIENCE}'"),
    ("bot/store/engine.py", """f"PRAGMA foreign_keys = {('ON' if foreign_keys else 'OFF')}\""""),
    ("bot/store/tables.py", """f"'{SET_ASIDE}'\""""),
    ("bot/store/tables.py", """f"'{state}'\""""),
}


def put_together(node: ast.AST) -> bool:
    """A text that isn't there as it stands, but made of pieces."""
    is_formatted = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".format")
    return isinstance(node, ast.JoinedStr | ast.BinOp) or is_formatted


def test_no_sql_is_put_together_from_pieces() -> None:
    found = {
        (path.as_posix(), ast.unparse(node.args[0]))
        for room in ("bot/store", "bot/cli", "migrations")
        for path in Path(room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and put_together(node.args[0])
        if ast.unparse(node.func).split(".")[-1] in SQL_TAKERS
    }

    assert found == OURS
