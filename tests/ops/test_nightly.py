"""Backups by themselves: one a night, seven kept, and a failure told once."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.coaching.trouble import BackupFailed
from bot.ops.nightly import Nightly
from bot.store.backup import back_up, restore
from tests.chat.scene import FixedClock
from tests.cli.histories import call, database, fill, month

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


class Telling:
    def __init__(self) -> None:
        self.told: list[str] = []

    async def __call__(self, trouble: BackupFailed) -> None:
        self.told.append(trouble.error)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(EVENING)


@pytest.fixture
def telling() -> Telling:
    return Telling()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return database(tmp_path)


@pytest.fixture
def nightly(url: str, tmp_path: Path, clock: FixedClock, telling: Telling) -> Nightly:
    return Nightly(tmp_path / "copies", BERLIN, clock, back_up=partial(back_up, url), tell=telling)


def copies(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "copies").glob("*"))


async def test_each_night_has_one_copy(nightly: Nightly, clock: FixedClock, tmp_path: Path) -> None:
    for hours in (0, 1, 5.5, 1, 24):  # 20:00, 21:00, 2:30 and 3:30 UTC, 3:30 the day after
        clock.move(hours=hours)
        await nightly.look()

    assert copies(tmp_path) == ["coach-2026-03-02.db", "coach-2026-03-03.db", "coach-2026-03-04.db"]


async def test_before_three_in_the_night_it_is_the_day_before(
    nightly: Nightly, clock: FixedClock, tmp_path: Path
) -> None:
    clock.move(hours=5)  # 2:00 in Berlin
    await nightly.look()

    assert copies(tmp_path) == ["coach-2026-03-02.db"]


async def test_seven_are_kept_and_nothing_else_is_touched(
    nightly: Nightly, clock: FixedClock, tmp_path: Path
) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "coach-by-hand.db").touch()
    for _ in range(10):
        await nightly.look()
        clock.move(days=1)

    assert copies(tmp_path) == [*(f"coach-2026-03-{day:02}.db" for day in range(5, 12)), "coach-by-hand.db"]


async def test_a_copy_that_failed_is_made_at_the_next_look_and_told_once(
    nightly: Nightly, clock: FixedClock, tmp_path: Path, telling: Telling
) -> None:
    (tmp_path / "copies").write_text("in the way")
    for _ in range(3):
        await nightly.look()
        clock.move(hours=1)
    assert len(telling.told) == 1

    (tmp_path / "copies").unlink()
    await nightly.look()
    assert copies(tmp_path) == ["coach-2026-03-02.db"]


async def test_it_runs_until_it_is_told_to_stop(nightly: Nightly, tmp_path: Path) -> None:
    nightly.stop()
    await nightly.run()
    assert not (tmp_path / "copies").exists()


def test_a_copy_of_the_night_holds_what_the_database_holds(tmp_path: Path, clock: FixedClock) -> None:
    url, other = fill(database(tmp_path), month()), f"sqlite:///{tmp_path}/other.db"

    async def look() -> None:
        await Nightly(
            tmp_path / "copies", BERLIN, clock, back_up=partial(back_up, url), tell=Telling()
        ).look()

    asyncio.run(look())
    restore(tmp_path / "copies" / "coach-2026-03-02.db", other, over=False)

    assert dump(tmp_path / "other.db") == dump(tmp_path / "coach.db")
    assert call("stats", other, "--json").stdout == call("stats", url, "--json").stdout


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())
