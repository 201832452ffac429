"""`coach stats` says where an athlete stands on any day, beside a running coach, or in one line why not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.bootstrap import system_clock
from bot.cli.database import addressed
from bot.cli.main import coach
from bot.cli.one_line import OneLine
from bot.store.migrate import downgrade
from bot.store.trouble import DatabaseFailedError
from tests.cli.histories import ANNA, BEN, PROFILE, call, database, fill, month
from tests.makers import day


@pytest.fixture
def url(tmp_path: Path) -> str:
    return fill(database(tmp_path), month())


def stats(url: str, on: int, *more: str) -> Result:
    return call("stats", url, "--on", str(day(on)), *more)


def told(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    record: dict[str, object] = json.loads(result.stdout)
    return record


def one_line(result: Result) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return str(line)


def test_a_day_as_json(url: str) -> None:
    record = told(stats(url, 3, "--json"))

    assert (record["athlete"], record["on"], record["days_kept"]) == (ANNA, str(day(3)), 3)
    assert record["streak"] == {"current": 3, "best": 3, "freezes": 0}
    assert record["habit"] == 14.8
    assert record["rungs"] == {
        "pull": {"rung": "negative_pull_up", "level": 0, "sets": "1x1@3"},
        "push": {"rung": "knee_push_up", "level": 1, "sets": "1x2"},
    }
    assert record["prescription"] == {
        "seconds": 4,
        "rest": False,
        "pull": {"sets": [], "why": "spacing"},
        "push": {
            "sets": [{"exercise": "knee_push_up", "reps": 2, "lowering_seconds": 0, "mode": "fixed"}],
            "why": "same",
        },
    }


def test_the_same_day_gives_the_same_bytes(url: str) -> None:
    assert stats(url, 20, "--json").stdout_bytes == stats(url, 20, "--json").stdout_bytes


def test_what_came_later_does_not_count(url: str) -> None:
    assert told(stats(url, 1, "--json"))["totals"] == {"knee_push_up": 5}
    assert told(stats(url, 2, "--json"))["totals"] == {"knee_push_up": 10, "negative_pull_up": 2}


def test_without_json_it_is_the_athletes_page(url: str) -> None:
    page = stats(url, 3).stdout

    assert page.startswith("Streak: 3 days (best 3)\n")
    assert "Knee push-ups: 15 (best set 3)" in page


def test_who_has_done_nothing_yet_has_a_page_too(url: str) -> None:
    assert "Nothing in the book yet." in call("stats", url, "--on", "2026-02-01").stdout


def test_without_a_day_it_is_the_athletes_today(url: str) -> None:
    athlete = PROFILE.as_athlete(ANNA)
    before = athlete.day_of(system_clock())
    on = told(call("stats", url, "--json"))["on"]

    assert on in {str(before), str(athlete.day_of(system_clock()))}


def test_it_reads_while_somebody_writes(url: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM sets")

        assert told(stats(url, 3, "--json"))["days_kept"] == 3


@pytest.mark.parametrize("on", ["2026-02-30", "today", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_refused(url: str, on: str) -> None:
    assert "use the form 2026-03-02" in one_line(call("stats", url, "--on", on))


def test_an_unknown_athlete_is_named(url: str) -> None:
    assert f"no athlete {BEN}" in one_line(call("stats", url, athlete_id=BEN))


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    line = one_line(call("stats", f"sqlite:///{tmp_path}/there/coach.db"))

    assert "--db" in line
    assert list(tmp_path.iterdir()) == []


def test_the_settings_database_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///nobody.db")

    line = one_line(CliRunner().invoke(coach, ["stats", "--athlete", "1"]))

    assert "DATABASE_URL" in line
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_text("Dear diary, " * 100)

    assert "no sound SQLite database" in one_line(call("stats", f"sqlite:///{tmp_path}/coach.db"))


def test_a_database_that_fails_meanwhile_is_one_line(url: str) -> None:
    with pytest.raises(OneLine, match="database is locked"), addressed(url):
        raise DatabaseFailedError("database is locked")


def test_an_old_database_is_not_migrated_in_passing(url: str) -> None:
    downgrade(url, "base")

    line = one_line(call("stats", url))

    assert "coach migrate" in line
    assert line == one_line(call("stats", url))
