"""`coach export` writes all that is kept of an athlete, or a table of their sets."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.histories import ANNA, BEN, PROFILE, call, database, fill, month


@pytest.fixture
def url(tmp_path: Path) -> str:
    return fill(database(tmp_path), month())


def test_json_lines_hold_everything(url: str) -> None:
    header, athlete, *facts = map(json.loads, call("export", url).stdout.splitlines())

    assert header == {"type": "header", "format": "two-minute-coach/1"}
    assert (athlete["type"], athlete["athlete_id"], athlete["name"]) == ("athlete", ANNA, PROFILE.name)
    assert [one["type"] for one in facts] == ["set"] * 18 + ["event"] * 4
    assert {"day", "exercise", "reps", "effort", "said_at", "source", "position"} <= facts[0].keys()


def test_csv_holds_sets_only_and_says_so(url: str) -> None:
    result = call("export", url, "--format", "csv")

    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert result.stdout.startswith("day,exercise,reps,effort,said_at,source,position,seconds\n")
    assert len(rows) == 18
    assert (rows[0]["day"], rows[0]["reps"], rows[0]["effort"]) == ("2026-03-02", "3", "")
    assert "sets only" in result.stderr


def test_a_file_holds_what_would_be_printed(url: str, tmp_path: Path) -> None:
    written = call("export", url, "--output", str(tmp_path / "anna.jsonl"))

    assert (written.exit_code, written.output) == (0, "")
    assert (tmp_path / "anna.jsonl").read_bytes() == call("export", url).stdout_bytes


@pytest.mark.parametrize(
    ("more", "athlete_id", "remedy"),
    [
        pytest.param(["--output", "/nowhere/anna.jsonl"], ANNA, "--output", id="no such folder"),
        pytest.param([], BEN, "--athlete", id="nobody"),
    ],
)
def test_what_cannot_be_done_is_one_line(url: str, more: list[str], athlete_id: int, remedy: str) -> None:
    result = call("export", url, *more, athlete_id=athlete_id)

    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert remedy in line
