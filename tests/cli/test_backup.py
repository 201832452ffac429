"""`coach backup` takes a copy beside a writer, `coach restore` puts it back and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import coach
from bot.store.address import database_file
from bot.store.lock import serving
from tests.cli.histories import ANNA, call, database, fill, month


def run(*arguments: object) -> Result:
    return CliRunner().invoke(coach, [str(one) for one in arguments])


@pytest.fixture
def url(tmp_path: Path) -> str:
    return fill(database(tmp_path), month())


def test_a_copy_that_is_restored_elsewhere_holds_the_same(url: str, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", f"sqlite:///{tmp_path}/new/coach.db"

    assert run("backup", copy, "--db", url).exit_code == 0
    assert run("restore", copy, "--db", other).exit_code == 0

    assert call("export", other).stdout == call("export", url).stdout
    assert [file.name for file in copy.parent.glob("copy*")] == ["copy.db"]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_is_taken_beside_a_coach_that_serves_and_writes(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with serving(url), closing(sqlite3.connect(database_file(url), isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE athletes SET name = 'half written'")
        assert run("backup", copy, "--db", url).exit_code == 0
        writer.execute("ROLLBACK")

    with closing(sqlite3.connect(copy)) as read:
        assert read.execute("SELECT name FROM athletes").fetchall() == [("Anna",)]
        assert read.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_what_was_written_last_is_in_the_copy(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database_file(url))) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        with writer:
            writer.execute("UPDATE athletes SET name = 'Anna B.'")
        run("backup", tmp_path / "copy.db", "--db", url)

    with closing(sqlite3.connect(tmp_path / "copy.db")) as read:
        assert read.execute("SELECT name FROM athletes").fetchall() == [("Anna B.",)]


def test_force_replaces_the_database_with_all_that_lies_beside_it(url: str, tmp_path: Path) -> None:
    copy, before = tmp_path / "copy.db", call("export", url).stdout
    run("backup", copy, "--db", url)
    with closing(sqlite3.connect(database_file(url))) as later:
        later.execute("PRAGMA journal_mode = WAL")
        with later:
            later.execute("DELETE FROM sets")
        refused = run("restore", copy, "--db", url)
        assert (refused.exit_code, "--force" in refused.stderr) == (2, True)

    assert run("restore", copy, "--db", url, "--force").exit_code == 0
    assert call("export", url).stdout == before


def test_a_database_that_is_served_is_not_replaced(url: str, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db", "--db", url)
    with serving(url):
        refused = run("restore", tmp_path / "copy.db", "--db", url, "--force")

    assert (refused.exit_code, "in use" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "there is no file", id="missing"),
        pytest.param(b"no database " * 100, "no copy of a coach's database", id="something else"),
        pytest.param(b"", "no copy of a coach's database", id="empty"),
    ],
)
def test_what_is_no_copy_changes_nothing(url: str, tmp_path: Path, content: bytes | None, said: str) -> None:
    copy, before = tmp_path / "copy.db", call("export", url).stdout
    if content is not None:
        copy.write_bytes(content)

    refused = run("restore", copy, "--db", url, "--force")

    assert (refused.exit_code, said in refused.stderr) == (2, True)
    assert call("export", url).stdout == before


def test_a_copy_of_a_newer_coach_is_refused(url: str, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db", "--db", url)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")

    refused = run("restore", tmp_path / "copy.db", "--db", url, "--force")

    assert (refused.exit_code, "revision 9999" in refused.stderr) == (2, True)


def test_a_damaged_copy_is_refused(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    run("backup", copy, "--db", url)
    content = bytearray(copy.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 4096 - 8192)
    copy.write_bytes(content)

    refused = run("restore", copy, "--db", url, "--force")

    assert refused.exit_code == 2
    assert call("stats", url, athlete_id=ANNA).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["backup", "{tmp}/coach.db"], "is the database itself", id="onto itself"),
        pytest.param(["backup", "{tmp}/missing/copy.db"], "copy.db can't be written", id="no such folder"),
        pytest.param(
            ["backup", "{tmp}/copy.db", "--db", "sqlite:///{tmp}/none.db"], "no database", id="nothing"
        ),
        pytest.param(
            ["backup", "c", "--db", "postgresql://h/coach"], "use pg_dump", id="a server's database"
        ),
        pytest.param(["restore", "c", "--db", "postgresql://h/coach"], "use pg_restore", id="and back"),
    ],
)
def test_what_cannot_be_copied_is_one_line(url: str, tmp_path: Path, arguments: list[str], said: str) -> None:
    filled = [one.format(tmp=tmp_path) for one in arguments]
    refused = run(*filled, *([] if "--db" in filled else ["--db", url]))

    assert (refused.exit_code, refused.stdout) == (2, "")
    (line,) = refused.stderr.splitlines()
    assert said in line
