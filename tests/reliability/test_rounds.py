"""A short round in every setting: coaches are killed and stopped while athletes write, and nothing is lost.

`python -m benchmarks.reliability` plays long ones, with a failing API and database besides.
"""

from pathlib import Path

import pytest

from benchmarks.reliability.databases import Server, SqliteFile
from benchmarks.reliability.round import prepared
from benchmarks.reliability.setting import ALL, PLANS, Database, Setting


@pytest.mark.parametrize("setting", [pytest.param(setting, id=str(setting)) for setting in ALL])
async def test_every_set_is_stored_once_in_order_and_answered(
    setting: Setting, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if setting.database is Database.SQLITE:
        store: SqliteFile | Server = SqliteFile(tmp_path)
    else:
        server, template = (request.getfixturevalue(name) for name in ("server", "template"))
        store = Server(server, tmp_path, template)
    async with prepared(setting, PLANS["short"], store, tmp_path) as one:
        account = await one.live()

    assert account.holds, account
    assert not one.bad_ends
    assert one.api.refused == ()
