"""`coach chat`: its options, what it reads and writes, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import coach
from tests.cli.process import coach as coach_process

MONDAY = ("--at", "2026-03-02T06:55", "--zone", "Europe/Berlin")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def chat(*options: str, typed: str = "") -> Result:
    return CliRunner().invoke(coach, ["chat", *options], input=typed)


def test_the_same_lines_are_answered_in_the_same_way_again() -> None:
    typed = "/start\n:press 1\ndid 2 knee pushups\n:wait 1d10m\n"

    first, second = chat(*MONDAY, typed=typed), chat(*MONDAY, typed=typed)

    assert first.output == second.output
    assert "> did 2 knee pushups\n2 knee push-ups" in first.output
    assert "Tue 3 Mar 07:00" in first.output
    assert (first.exit_code, first.stderr) == (0, "")


def test_a_set_clock_leaves_nothing_behind(elsewhere: Path) -> None:
    chat(*MONDAY, typed="/start\n")

    assert list(elsewhere.iterdir()) == []


def test_a_named_database_is_kept(elsewhere: Path) -> None:
    chat(*MONDAY, "--db", "sqlite:///my.db", typed="/start\n:press 1\ndid 2 knee pushups\n")

    later = chat(
        "--at", "2026-03-02T08:00", "--zone", "Europe/Berlin", "--db", "sqlite:///my.db", typed="/stats\n"
    )

    assert "Knee push-ups: 2" in later.output
    assert (elsewhere / "my.db").exists()


def test_without_a_set_clock_it_has_a_file_of_its_own(elsewhere: Path) -> None:
    result = chat(typed="/start\n")

    assert result.exit_code == 0
    assert (elsewhere / "var" / "chat.db").exists()
    assert not (elsewhere / "var" / "coach.db").exists()


def test_json_is_the_only_output() -> None:
    result = chat(*MONDAY, "--athlete", "42", "--json", typed="/start\n:wait\n")

    (line,) = result.stdout.splitlines()
    told = json.loads(line)
    assert (told["at"], told["method"], told["chat_id"]) == ("2026-03-02T06:55:00+01:00", "sendMessage", 42)
    assert told["buttons"]
    assert "the form is :wait 1d2h30m" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--zone", "Berlin"), "--zone Berlin is no time zone"),
        (("--at", "tomorrow"), "--at tomorrow is no time: use the form 2026-03-02T06:55"),
        (("--at", "0001-01-01T00:00+14:00"), "--at 0001"),
        (("--db", "nonsense"), "--db"),
        (("--db", "sqlite:////proc/chat.db"), "--db"),
    ],
)
def test_a_bad_option_is_one_line(options: tuple[str, ...], words: str) -> None:
    result = chat(*options, typed="/start\n")

    (line,) = result.stderr.splitlines()
    assert words in line
    assert (result.stdout, result.exit_code) == ("", 2)


async def test_odd_bytes_are_answered_too(elsewhere: Path) -> None:
    ended = await coach_process(elsewhere, "chat", *MONDAY, typed="/start\n💪\u200b\u202e\n   \n\x00\n")

    assert ended.code == 0
    assert ended.out.count("> ") == 4
    assert ended.err == ""
