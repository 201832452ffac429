"""`coach queue`: what is set aside, stuck or waits, listed without its words and tried again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import coach
from bot.coaching.mail import Draft, Message, OutboxKind, RawUpdate
from bot.coaching.ports import UnitOfWork
from bot.store.lock import serving
from tests.cli.histories import ANNA, database, within

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
SECRET = "my very own words"
PAYLOAD = '{"update_id": 677, "message": {"text": "my very own words"}}'


async def _put(work: UnitOfWork) -> None:
    """Set aside: 2A5. Open: 2A6. Stuck: out-1. Unsent: out-2."""
    await work.inbox.accept([RawUpdate(0x2A5, ANNA, PAYLOAD), RawUpdate(0x2A6, ANNA, "{")], NOW)
    await work.inbox.note_failure(0x2A5, "RuntimeError at hear.py:31", NOW, counts=True)
    await work.inbox.mark(0x2A5, "set_aside", NOW)
    for _ in range(2):
        await work.outbox.add(Draft(chat_id=ANNA, kind=OutboxKind.MESSAGE, message=Message(SECRET)))
    await work.outbox.drop(1, "unknown", "TimedOut")


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = database(tmp_path)
    within(url, _put)
    return url


def queue(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(coach, ["queue", "--db", url, *arguments])


def states(url: str) -> list[str]:
    return [" ".join(line.split()[:2]) for line in queue(url).stdout.splitlines()[1:]]


def test_what_is_stuck_comes_first_and_no_word_is_told(url: str) -> None:
    result = queue(url)

    summary, *rows = result.stdout.splitlines()
    assert summary == "Inbox: 1 open, 1 set aside. Outbox: 1 open, 1 unknown."
    assert rows[0] == (
        f"2A5  set_aside  message  chat {ANNA}  tries 1  2026-03-02 07:00 UTC  RuntimeError at hear.py:31"
    )
    assert states(url) == ["2A5 set_aside", "out-1 unknown", "2A6 open", "out-2 open"]
    assert SECRET not in result.output


def test_no_more_rows_are_listed_than_asked_for(url: str) -> None:
    assert len(queue(url, "--limit", "2").stdout.splitlines()) == 3


@pytest.mark.parametrize("reference", ["2A5", "2a5", "out-1"])
def test_a_row_is_shown_without_its_words_unless_they_are_asked_for(url: str, reference: str) -> None:
    assert SECRET not in queue(url, "show", reference).output
    assert SECRET in queue(url, "show", "--texts", reference).output


def test_what_is_stuck_is_opened_again_beside_a_coach_that_serves(url: str) -> None:
    with serving(url):
        result = queue(url, "retry", "2A5", "out-1")

    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert states(url) == ["2A5 open", "2A6 open", "out-1 open", "out-2 open"]
    assert "attempts: 0" in queue(url, "show", "2A5").stdout


def test_all_that_is_stuck_can_be_tried_again(url: str) -> None:
    queue(url, "retry", "--all")

    assert states(url) == ["2A5 open", "2A6 open", "out-1 open", "out-2 open"]


def test_what_is_put_away_is_gone_with_its_words(url: str) -> None:
    assert queue(url, "drop", "2A5", "out-1").exit_code == 0

    assert states(url) == ["2A6 open", "out-2 open"]
    for reference in ("2A5", "out-1"):
        assert SECRET not in queue(url, "show", "--texts", reference).stdout
        assert queue(url, "retry", reference).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["show"], "name a reference", id="none"),
        pytest.param(["retry"], "name a reference", id="none to retry"),
        pytest.param(["show", "letters"], "letters is no reference", id="no reference"),
        pytest.param(["show", "out-99999999999999999999"], "is no reference", id="out of range"),
        pytest.param(["show", "FFFF"], "holds no such row FFFF", id="unknown"),
        pytest.param(["retry", "out-9"], "holds no such row out-9", id="unknown to retry"),
        pytest.param(["drop", "2A6"], "holds no such row 2A6", id="not stuck"),
    ],
)
def test_what_cannot_be_done_is_one_line(url: str, arguments: list[str], said: str) -> None:
    result = queue(url, *arguments)

    (line,) = result.stderr.splitlines()
    assert (result.exit_code, said in line) == (2, True)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert queue(f"sqlite:///{tmp_path}/none.db").exit_code == 2
    assert list(tmp_path.iterdir()) == []
