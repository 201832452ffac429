"""`coach import` takes in what `coach export` wrote: all of it or nothing, and never twice."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings

from bot.bootstrap import system_clock
from bot.coaching.exchange import Archive, lines_of
from bot.coaching.ports import DueKind
from bot.store.lock import serving
from tests.cli.histories import (
    ANNA,
    ARCHIVES,
    BEN,
    PROFILE,
    call,
    database,
    fill,
    month,
    within,
)
from tests.makers import day, did

SOME = list(lines_of(month()))


def imported(url: str, *lines: str, athlete_id: int = ANNA) -> Result:
    return call("import", url, "-", athlete_id=athlete_id, typed="".join(lines).encode())


def exported(url: str, athlete_id: int = ANNA) -> bytes:
    return call("export", url, athlete_id=athlete_id).stdout_bytes


def stats(url: str, athlete_id: int = ANNA) -> bytes:
    """On a day behind the whole history."""
    return call("stats", url, "--json", "--on", "2026-05-04", athlete_id=athlete_id).stdout_bytes


def refusal(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return str(line)


@given(ARCHIVES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stats_are_the_same_bytes_where_it_was_imported(tmp_path: Path, archive: Archive) -> None:
    here, there = fill(database(tmp_path, "here"), archive), database(tmp_path, "there")

    assert imported(there, exported(here).decode()).exit_code == 0

    assert stats(there) == stats(here) != b""
    assert exported(there) == exported(here)


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    url = database(tmp_path)
    assert "18 of 18 sets and 4 of 4 events are new" in imported(url, *SOME).stdout
    once = exported(url)

    assert "0 of 18 sets and 0 of 4 events are new" in imported(url, *SOME).stdout
    assert exported(url) == once


def test_the_database_is_made_if_it_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "anna.jsonl").write_text("".join(SOME))
    url = f"sqlite:///{tmp_path}/new/coach.db"

    assert call("import", url, str(tmp_path / "anna.jsonl")).exit_code == 0

    assert exported(url).decode() == exported(fill(database(tmp_path), month())).decode()


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("{", id="broken JSON"),
        pytest.param(SOME[2].replace("knee_push_up", "burpee"), id="an unknown exercise"),
        pytest.param(SOME[2].replace('"reps": 3', '"reps": 501'), id="too many reps"),
        pytest.param(SOME[2].replace('"reps": 3', '"reps": 0'), id="too few reps"),
        pytest.param(SOME[2].replace("2026-03-02", "2026-02-30"), id="no such day"),
        pytest.param(SOME[2].replace('"reps"', '"repetitions"'), id="an unknown field"),
    ],
)
def test_after_a_bad_last_line_nothing_is_written(tmp_path: Path, bad: str) -> None:
    assert bad not in SOME
    line = refusal(imported(f"sqlite:///{tmp_path}/coach.db", *SOME, bad))

    assert f"line {len(SOME) + 1}: " in line
    assert "should be" in line
    assert list(tmp_path.iterdir()) == []


def test_who_is_not_there_must_be_in_the_file(tmp_path: Path) -> None:
    without = [SOME[0], *SOME[2:]]
    url = f"sqlite:///{tmp_path}/coach.db"
    assert "line 2: here should be the athlete" in refusal(imported(url, *without))
    assert list(tmp_path.iterdir()) == []

    url = fill(database(tmp_path), month(), BEN)
    assert "line 2: here should be the athlete" in refusal(imported(url, *without))
    assert call("stats", url).exit_code == 2


def test_a_new_athlete_is_prompted_from_the_next_day_on(tmp_path: Path) -> None:
    url = database(tmp_path)
    imported(url, *SOME)

    due = within(url, lambda work: work.due.get(ANNA, DueKind.MORNING))

    assert due is not None
    assert due.due_at > system_clock()
    assert due.due_at.astimezone(PROFILE.as_athlete(ANNA).zone_info).hour == 7


def test_another_athlete_can_take_it_in(tmp_path: Path) -> None:
    url = fill(database(tmp_path), month())

    assert imported(url, exported(url).decode(), athlete_id=BEN).exit_code == 0

    moved, kept = json.loads(stats(url, BEN)), json.loads(stats(url))
    assert moved == kept | {"athlete": BEN}
    assert within(url, lambda work: work.athletes.get(BEN)) == PROFILE.as_athlete(BEN)


def test_an_athlete_who_is_known_keeps_their_settings(tmp_path: Path) -> None:
    mine = replace(PROFILE, name="Anne", zone="Asia/Tokyo")
    url = fill(database(tmp_path), Archive(mine, tuple(did("push_up", 4, on=day(4))), ()))
    due = within(url, lambda work: work.due.get(ANNA, DueKind.MORNING))

    assert "The settings stay as they were." in imported(url, *SOME).stdout

    assert within(url, lambda work: work.athletes.get(ANNA)) == mine.as_athlete(ANNA)
    assert within(url, lambda work: work.due.get(ANNA, DueKind.MORNING)) == due
    assert json.loads(stats(url))["days_kept"] == 9


def test_sets_from_csv_join_an_athlete_who_is_known(tmp_path: Path) -> None:
    url = fill(database(tmp_path), Archive(PROFILE, (), ()))
    rows = "day,exercise,reps\n2026-03-02,push_up,5\n2026-03-03,push_up,6\n"

    assert "2 of 2 sets" in imported(url, rows).stdout
    assert "0 of 2 sets" in imported(url, rows).stdout

    assert json.loads(stats(url))["totals"] == {"push_up": 11}


def test_it_works_beside_a_running_coach(tmp_path: Path) -> None:
    url = database(tmp_path)
    with serving(url):
        assert imported(url, *SOME).exit_code == 0


def test_nobody_may_serve_while_tables_are_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/coach.db"
    with serving(url):
        assert "in use" in refusal(imported(url, *SOME))


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    line = refusal(call("import", database(tmp_path), str(tmp_path / "none.jsonl")))
    assert "none.jsonl can't be read" in line
