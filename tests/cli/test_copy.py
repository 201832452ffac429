"""`coach copy`: everything arrives in another database, of either kind, and what is there is left alone."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select, text

from bot.cli.main import coach
from bot.coaching.mail import Draft, Message, OutboxKind, RawUpdate
from bot.coaching.ports import Due, DueKind, UnitOfWork
from bot.store.engine import make_plain_engine
from bot.store.lock import serving
from bot.store.migrate import downgrade
from bot.store.tables import metadata
from tests.cli.histories import ANNA, BEN, MORNING, call, database, fill, month, within
from tests.databases import fresh_database
from tests.makers import day


def copied(source: str, target: str) -> Result:
    return CliRunner().invoke(coach, ["copy", "--from", source, "--to", target])


async def _mail(work: UnitOfWork) -> None:
    """Of each table something, and numbers that were given to rows which are gone."""
    await work.inbox.accept(
        [RawUpdate(number, ANNA, '{"text": "ä \\U0001f4aa"}') for number in (1, 2)], MORNING
    )
    await work.inbox.mark(1, "done", MORNING)
    for chat_id in (ANNA, ANNA, BEN):
        await work.outbox.add(Draft(chat_id=chat_id, kind=OutboxKind.MESSAGE, message=Message("hi")))
    await work.outbox.sent(1, 100, MORNING)
    await work.outbox.forget_chat(BEN)
    await work.due.plan(Due(ANNA, DueKind.MORNING, day(20), MORNING + timedelta(days=18)))


@pytest.fixture
def source(tmp_path: Path) -> str:
    url = fill(fill(database(tmp_path), month()), month(), athlete_id=BEN)
    within(url, _mail)
    return url


def rows(url: str) -> dict[str, Sequence[Any]]:
    with make_plain_engine(url).connect() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in metadata.sorted_tables
        }


def test_from_one_file_into_another(source: str, tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/new/coach.db"
    result = copied(source, target)

    assert (result.exit_code, result.stderr) == (0, "")
    assert rows(target) == rows(source)
    assert "inbox: 2 rows" in result.stdout.splitlines()
    assert "Stats are the same, of all athletes (2)." in result.stdout
    assert call("stats", target, "--json").stdout == call("stats", source, "--json").stdout


@pytest.mark.parametrize("batch", [2, 1000])
def test_to_postgresql_and_back(
    source: str, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr("bot.store.copy.BATCH", batch)
    between, back = fresh_database(server), f"sqlite:///{tmp_path}/back.db"

    assert copied(source, between).exit_code == 0
    assert copied(between, back).exit_code == 0

    assert rows(between) == rows(source) == rows(back)
    for url in (between, back):
        assert call("stats", url, "--json", athlete_id=BEN).stdout == (
            call("stats", source, "--json", athlete_id=BEN).stdout
        )


def test_numbers_that_were_given_are_given_to_nobody_else(source: str, server: str, tmp_path: Path) -> None:
    between, back = fresh_database(server), f"sqlite:///{tmp_path}/back.db"
    copied(source, between)
    copied(between, back)

    for url in (between, back):
        draft = Draft(chat_id=ANNA, kind=OutboxKind.MESSAGE, message=Message("later"))
        within(url, lambda work, draft=draft: work.outbox.add(draft))  # type: ignore[misc]
        assert [row.outbox_id for row in rows(url)["outbox"]] == [1, 2, 4]


def test_a_database_that_holds_something_is_left_as_it_is(source: str, tmp_path: Path) -> None:
    target = fill(database(tmp_path, "other"), month())
    before = rows(target)
    result = copied(source, target)

    (line,) = result.stderr.splitlines()
    assert (result.exit_code, "isn't empty" in line, "set --to to" in line) == (2, True, True)
    assert rows(target) == before


@pytest.mark.parametrize("served", ["source", "target"])
def test_neither_may_be_served(source: str, tmp_path: Path, served: str) -> None:
    target = database(tmp_path, "other")
    with serving(source if served == "source" else target):
        result = copied(source, target)

    option = "--from" if served == "source" else "--to"
    assert (result.exit_code, "in use" in result.stderr, option in result.stderr) == (2, True, True)


def test_the_same_database_twice_is_refused(source: str) -> None:
    assert "name two databases" in copied(source, source).stderr


def test_an_older_one_is_to_be_migrated_first(source: str, tmp_path: Path) -> None:
    downgrade(source, "0004")

    assert "run `coach migrate`" in copied(source, f"sqlite:///{tmp_path}/new.db").stderr


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = copied(f"sqlite:///{tmp_path}/none.db", f"sqlite:///{tmp_path}/new.db")

    assert (result.exit_code, "none.db" in result.stderr, "--from" in result.stderr) == (2, True, True)
    assert list(tmp_path.iterdir()) == []


def test_what_arrives_otherwise_is_not_kept(source: str, tmp_path: Path) -> None:
    target = database(tmp_path, "other")
    spoils = "CREATE TRIGGER spoil AFTER INSERT ON sets BEGIN UPDATE sets SET reps = reps + 1; END"
    with make_plain_engine(target).begin() as connection:
        connection.execute(text(spoils))
    result = copied(source, target)

    assert (result.exit_code, "sets arrived otherwise" in result.stderr) == (2, True)
    assert all(not found for found in rows(target).values())
