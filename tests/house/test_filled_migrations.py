"""Each migration, on a filled database of the version before, keeps what is there: up, down and up again."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Column

from bot.store.engine import make_plain_engine
from bot.store.migrate import downgrade, upgrade
from bot.store.revisions import known_revisions
from tests.databases import POSTGRESQL, SQLITE, Content, content, fresh_database, tables_of

STEPS = tuple(zip(known_revisions(), known_revisions()[1:], strict=False))
ROWS = range(1, 4)
# What a row of that number holds in a column of that type; rows of all tables fit each other by number.
VALUES: tuple[tuple[type, Callable[[int], object]], ...] = (
    (sa.Boolean, lambda number: number % 2 == 0),
    (sa.Integer, lambda number: number),
    (sa.DateTime, lambda number: datetime(2026, 3, number, 7, 30, tzinfo=UTC)),
    (sa.Date, lambda number: date(2026, 3, number)),
    (sa.Time, lambda number: time(7, number)),
    (sa.JSON, lambda number: json.dumps({"number": number})),
    (sa.String, lambda number: f"words {number} ä"),
)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == SQLITE:
        return f"sqlite:///{tmp_path}/coach.db"
    return fresh_database(request.getfixturevalue("server"))


@pytest.mark.parametrize(("before", "after"), STEPS, ids=[after for _, after in STEPS])
def test_what_a_version_holds_is_held_by_the_next_one(url: str, before: str, after: str) -> None:
    upgrade(url, before)
    fill(url)
    held = content(url)
    assert all(len(rows) == len(ROWS) for rows in held.values())

    upgrade(url, after)
    assert kept_of(held, content(url)) == held

    downgrade(url, before)
    assert content(url) == held

    upgrade(url, after)
    assert kept_of(held, content(url)) == held


def test_an_old_database_comes_all_the_way(url: str) -> None:
    upgrade(url, known_revisions()[0])
    fill(url)
    held = content(url)
    upgrade(url)

    assert kept_of(held, content(url)) == held


# -- filling, whatever the tables are -------------------------------------------------------------------


def fill(url: str) -> None:
    with make_plain_engine(url).begin() as connection:
        for table in tables_of(connection):
            rows = [{column.name: value_of(column, number) for column in table.columns} for number in ROWS]
            connection.execute(table.insert(), rows)


def value_of(column: Column[Any], number: int) -> object:
    fitting = (make for kind, make in VALUES if isinstance(column.type, kind))
    value = next(fitting)(number)
    naive = isinstance(value, datetime) and not getattr(column.type, "timezone", False)
    if naive and isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return json.loads(str(value)) if isinstance(column.type, sa.JSON) else value


def kept_of(before: Content, after: Content) -> Content:
    """Of what is there now, the tables and columns that were there before."""
    return {
        table: [{name: row.get(name) for name in old} for old, row in zip(rows, after[table], strict=True)]
        for table, rows in before.items()
    }


def test_what_a_blocked_chat_did_not_get_is_stuck_no_longer(url: str) -> None:
    upgrade(url, "0004")
    row = {"chat_id": 1, "kind": "message", "lane": "bulk", "state": "refused", "attempts": 0}
    with make_plain_engine(url).begin() as connection:
        outbox = next(table for table in tables_of(connection) if table.name == "outbox")
        for reason in ("unreachable", "Message text is empty"):
            connection.execute(outbox.insert().values(**row, last_error=reason))
    upgrade(url, "0005")

    assert [one["state"] for one in content(url)["outbox"]] == ["unreachable", "refused"]
