"""When a machine gets newer time zones, the prompts of changed zones move, and no others."""

import shutil
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from bot.coaching.athlete import Athlete, Journey
from bot.coaching.ports import Due, DueKind, UnitsOfWork
from bot.data.zones import zone_rules
from bot.schedule.zone_update import follow_zone_rules
from tests.store.makers import ANNA, BEN

CLEO = 9
TUESDAY = date(2026, 3, 3)
NIGHT = datetime(2026, 3, 2, 20, tzinfo=UTC)
FIRST = {"Europe/Berlin": "Europe/Berlin", "Asia/Tokyo": "Asia/Tokyo"}
LATER = {"Europe/Berlin": "Europe/London", "Asia/Tokyo": "Asia/Tokyo"}

Machine = Callable[[dict[str, str]], None]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Its time zones, each with the rules of another one."""
    package = Path(str(files("tzdata") / "zoneinfo"))

    def install(rules: dict[str, str]) -> None:
        for zone, like in rules.items():
            (tmp_path / "zones" / zone).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(package / like, tmp_path / "zones" / zone)
        zoneinfo.reset_tzpath(to=[str(tmp_path / "zones")])
        zoneinfo.ZoneInfo.clear_cache()

    yield install
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


def athlete(athlete_id: int, zone: str) -> Athlete:
    return Athlete(athlete_id=athlete_id, chat_id=athlete_id, name="", zone=zone, started_at=NIGHT)


async def plan(units: UnitsOfWork, *athletes: Athlete) -> None:
    """By the rules that the machine has now."""
    async with units() as work:
        for one in athletes:
            await work.athletes.save(one)
            found = one.next_prompt(NIGHT, after=date(2026, 3, 2))
            await work.due.plan(Due(one.athlete_id, DueKind.MORNING, found.day, found.due_at))
            if home_at := one.home_again_at():
                await work.due.plan(Due(one.athlete_id, DueKind.JOURNEY, TUESDAY, home_at))
        await work.commit()


async def due_at(units: UnitsOfWork, athlete_id: int, kind: DueKind = DueKind.MORNING) -> str:
    async with units() as work:
        due = await work.due.get(athlete_id, kind)
    assert due is not None
    return f"{due.due_at:%d %H:%M}"


async def test_the_prompts_of_a_changed_zone_move_and_no_others(units: UnitsOfWork, machine: Machine) -> None:
    machine(FIRST)
    await plan(units, athlete(ANNA, "Europe/Berlin"), athlete(BEN, "Asia/Tokyo"))
    assert await follow_zone_rules(units, zone_rules()) == 0
    assert (await due_at(units, ANNA), await due_at(units, BEN)) == ("03 06:00", "02 22:00")

    machine(LATER)

    assert await follow_zone_rules(units, zone_rules()) == 1
    assert (await due_at(units, ANNA), await due_at(units, BEN)) == ("03 07:00", "02 22:00")
    assert await follow_zone_rules(units, zone_rules()) == 0


async def test_the_first_time_everybody_is_looked_at(units: UnitsOfWork, machine: Machine) -> None:
    machine(FIRST)
    await plan(units, athlete(ANNA, "Europe/Berlin"), athlete(BEN, "Asia/Tokyo"))
    machine(LATER)

    assert await follow_zone_rules(units, zone_rules()) == 1
    assert await due_at(units, ANNA) == "03 07:00"


async def test_the_way_home_into_a_changed_zone_moves_too(units: UnitsOfWork, machine: Machine) -> None:
    machine(FIRST)
    home = Journey("Europe/Berlin", "Berlin", date(2026, 3, 2))
    await plan(units, replace(athlete(CLEO, "Asia/Tokyo"), journey=home))
    await follow_zone_rules(units, zone_rules())
    assert await due_at(units, CLEO, DueKind.JOURNEY) == "03 02:00"

    machine(LATER)
    await follow_zone_rules(units, zone_rules())

    assert await due_at(units, CLEO, DueKind.JOURNEY) == "03 03:00"
    assert await due_at(units, CLEO) == "03 07:00"


async def test_a_reminder_keeps_its_instant(units: UnitsOfWork, machine: Machine) -> None:
    machine(FIRST)
    await plan(units, athlete(ANNA, "Europe/Berlin"))
    async with units() as work:
        await work.due.plan(Due(ANNA, DueKind.SNOOZE, date(2026, 3, 2), NIGHT))
        await work.commit()
    machine(LATER)

    assert await follow_zone_rules(units, zone_rules()) == 1
    assert await due_at(units, ANNA, DueKind.SNOOZE) == "02 20:00"


def test_each_zone_of_this_machine_has_its_rules() -> None:
    rules = zone_rules()

    assert set(rules) == zoneinfo.available_timezones()
    assert rules["Europe/Berlin"] != rules["Europe/London"]
