"""The schema at the start: made, migrated, or refused in one line that names the setting."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.address import database_file
from bot.store.engine import make_engine, make_plain_engine
from bot.store.migrate import downgrade, upgrade
from bot.store.revisions import head
from bot.store.schema import current, ensure_schema
from bot.store.trouble import DatabaseBusy, StoreError
from tests.store.conftest import only_sqlite


def test_a_missing_file_and_its_folder_are_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/coach.db"
    assert current(url) is None
    ensure_schema(url)
    assert current(url) == head()
    ensure_schema(url)
    assert current(url) == head()


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    ensure_schema(f"sqlite:///{tmp_path}/coach.db")
    assert (tmp_path / "coach.db").stat().st_mode & 0o777 == 0o600


def test_an_older_schema_is_brought_up_to_date(url: str) -> None:
    downgrade(url, "base")
    assert current(url) is None
    ensure_schema(url)
    assert current(url) == head()


def test_what_is_up_to_date_needs_no_alembic(url: str) -> None:
    check = (
        "import sys; from bot.store.schema import ensure_schema; "
        "ensure_schema(sys.argv[1]); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check, url], check=False).returncode == 0


def test_a_newer_schema_is_refused(url: str) -> None:
    with make_plain_engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"revision 9999.*newer coach.*DATABASE_URL"):
        ensure_schema(url)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt is no sound SQLite database.*DATABASE_URL"):
        ensure_schema(f"sqlite:///{tmp_path}/notes.txt")


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"can't be used.*DATABASE_URL"):
        ensure_schema(f"sqlite:///{tmp_path}")


@only_sqlite
def test_a_locked_database_is_busy(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.engine.PATIENCE", 10)
    with closing(sqlite3.connect(database_file(url), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy, match=r"coach\.db is in use.*DATABASE_URL"):
            ensure_schema(url)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("no address", "no database address"),
        ("mysql://localhost/coach", "names mysql"),
        ("postgresql://localhost", "names no database"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_an_address_that_cannot_be_served_is_one_line(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=rf"DATABASE_URL.*{said}|{said}"):
        make_engine(url)


@only_sqlite
def test_a_migration_that_would_leave_broken_references_changes_nothing(url: str) -> None:
    with closing(sqlite3.connect(database_file(url))) as connection, connection:
        connection.execute("INSERT INTO due VALUES (7, 'morning', '2026-03-06', '2026-03-06')")
    with pytest.raises(StoreError, match="a row of due refers to none of athletes"):
        upgrade(url)
