"""The migrations go up, down and up again, and the check notices what doesn't fit."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.engine import database_file
from bot.store.migrate import differences, downgrade, upgrade
from bot.store.revisions import head, known_revisions, migrations_path
from migrations.check import problems

REPOSITORY = Path(__file__).parents[2]


def test_up_down_and_up_again_leave_the_programs_tables(tmp_path: Path) -> None:
    assert problems(f"sqlite:///{tmp_path}/coach.db") == ()


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


def test_each_step_down_and_up_again_keeps_the_rows_that_both_know(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    for revision in known_revisions():
        upgrade(url, revision)
    downgrade(url, known_revisions()[0])
    upgrade(url, head())


def test_here_the_migrations_stand_beside_the_package() -> None:
    assert migrations_path() == REPOSITORY / "migrations"
