"""The migrations go up, down and up again, and the check notices what doesn't fit."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column

from bot.store.address import database_file
from bot.store.migrate import differences, downgrade, upgrade
from bot.store.revisions import head, known_revisions, migrations_path
from bot.store.schema import current
from bot.store.tables import UtcDateTime, athletes
from migrations.check import problems
from migrations.new import write
from tests.databases import fresh_database

REPOSITORY = Path(__file__).parents[2]


def test_up_down_and_up_again_leave_the_programs_tables(tmp_path: Path) -> None:
    assert problems(f"sqlite:///{tmp_path}/coach.db") == ()


def test_so_they_do_on_postgresql(server: str) -> None:
    assert problems(fresh_database(server)) == ()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("ALTER TABLE athletes ADD COLUMN shoe_size INTEGER", "shoe_size"),
        ("ALTER TABLE athletes DROP COLUMN place", "place"),
        ("DROP TABLE due", "due"),
        ("DROP INDEX ix_inbox_open", "ix_inbox_open"),
        ("CREATE TABLE guesses (id INTEGER)", "guesses"),
    ],
)
def test_the_check_names_a_table_that_differs(tmp_path: Path, change: str, named: str) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    upgrade(url)
    with closing(sqlite3.connect(database_file(url))) as connection:
        connection.execute(change)
    assert any(named in problem for problem in differences(url))


def test_each_revision_is_reached_one_by_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    for revision in known_revisions():
        upgrade(url, revision)
        assert current(url) == revision
    for revision in known_revisions()[-2::-1]:
        downgrade(url, revision)
        assert current(url) == revision


def test_a_new_migration_is_numbered_and_holds_the_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(migrations_path(), tmp_path / "migrations")
    monkeypatch.setattr("bot.store.migrate.migrations_path", lambda: tmp_path / "migrations")
    added = Column("shoes_at", UtcDateTime)
    athletes.append_column(added)
    try:
        write(f"sqlite:///{tmp_path}/coach.db", "add shoes")
    finally:
        athletes._columns.remove(added)
    (written,) = tmp_path.glob(f"migrations/versions/{int(head()) + 1:04}_add_shoes.py")
    assert "sa.Column('shoes_at', sa.DateTime(timezone=True), nullable=True)" in written.read_text()


def test_here_the_migrations_stand_beside_the_package() -> None:
    assert migrations_path() == REPOSITORY / "migrations"
