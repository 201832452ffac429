"""`coach forget`: an athlete goes with everything, and nobody else does."""

from pathlib import Path

import pytest

from bot.coaching.mail import Draft, Message, OutboxKind, RawUpdate
from bot.coaching.ports import UnitOfWork
from tests.cli.histories import ANNA, BEN, MORNING, call, database, fill, month, within
from tests.databases import content


async def _mail(work: UnitOfWork) -> None:
    for number, chat_id in enumerate((ANNA, BEN), 1):
        await work.inbox.accept([RawUpdate(number, chat_id, "{}")], MORNING)
        await work.inbox.mark(number, "set_aside", MORNING)
        await work.outbox.add(Draft(chat_id=chat_id, kind=OutboxKind.MESSAGE, message=Message("hi")))


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = fill(fill(database(tmp_path), month()), month(), athlete_id=BEN)
    within(url, _mail)
    return url


def owners(url: str) -> set[int]:
    rows = [row for held in content(url).values() for row in held]
    return {row["athlete_id"] if "athlete_id" in row else row["chat_id"] for row in rows}


def test_all_of_one_goes_and_the_other_stays(url: str) -> None:
    result = call("forget", url, "--yes")

    assert result.stdout.startswith(f"Deleted: athlete {ANNA} (sets: 18, events: 4). ")
    assert owners(url) == {BEN}


@pytest.mark.parametrize(("typed", "left"), [(b"y\n", {BEN}), (b"n\n", {ANNA, BEN}), (b"", {ANNA, BEN})])
def test_it_is_asked_first(url: str, typed: bytes, left: set[int]) -> None:
    result = call("forget", url, typed=typed)

    assert f"Delete athlete {ANNA} (" in result.stdout
    assert owners(url) == left


def test_who_is_not_there_is_named(url: str) -> None:
    result = call("forget", url, "--yes", athlete_id=5)

    assert (result.exit_code, "no athlete 5" in result.stderr) == (2, True)
