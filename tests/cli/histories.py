"""Athletes with a history, in databases of their own, and the commands that take it out and in."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from click.testing import CliRunner, Result
from hypothesis import strategies as st

from bot.cli.main import coach
from bot.coaching.athlete import Journey
from bot.coaching.exchange import Archive, Profile
from bot.coaching.exchange_join import join_archive
from bot.coaching.ports import UnitOfWork
from bot.data.exercises import load_catalogue
from bot.domain.anchor import Anchor, DailyThing
from bot.domain.events import Event, FreeDaysSaid, Placed, Said
from bot.domain.prompts import WeekdayTime
from bot.domain.sets import LoggedSet
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work
from tests.makers import MONDAY, day, did, free, has_bar, placed

T = TypeVar("T")
ANNA = 7_000_000_001
BEN = 7_000_000_002
MORNING = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
PROFILE = Profile(name="Anna", zone="Europe/Berlin", started_at=MORNING, athlete_id=ANNA)
CATALOGUE = load_catalogue()


@cache
def _migrated() -> bytes:
    """Made once and copied, since migrating takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "coach.db"
        ensure_schema(f"sqlite:///{file}")
        return file.read_bytes()


def database(folder: Path, name: str = "coach") -> str:
    """The address of an empty, migrated database."""
    file = folder / f"{name}.db"
    file.write_bytes(_migrated())
    return f"sqlite:///{file}"


def within(url: str, use: Callable[[UnitOfWork], Awaitable[T]]) -> T:
    """Do something in a unit of work, and commit."""

    async def work_on() -> T:
        engine = make_engine(url)
        try:
            async with units_of_work(engine)() as work:
                result = await use(work)
                await work.commit()
                return result
        finally:
            await engine.dispose()

    return asyncio.run(work_on())


def fill(url: str, archive: Archive, athlete_id: int = ANNA) -> str:
    within(url, lambda work: join_archive(work, archive, athlete_id, now=MORNING))
    return url


def call(name: str, url: str, *more: str, athlete_id: int = ANNA, typed: bytes = b"") -> Result:
    arguments = [name, "--athlete", str(athlete_id), "--db", url, *more]
    return CliRunner().invoke(coach, arguments, input=typed)


def month() -> Archive:
    """Four weeks with most of what can happen."""
    sets = [one for number in (1, 2, 3, 5, 8, 9, 10, 15) for one in did("knee_push_up", 3, 2, on=day(number))]
    sets += [one for number in (2, 9) for one in did("negative_pull_up", 2, on=day(number))]
    events = [placed("knee_push_up"), has_bar(), free([6]), free([5, 6], on=day(8))]
    return Archive(PROFILE, tuple(sets), tuple(events))


# -- any archive ----------------------------------------------------------------------------------------

DAYS = st.dates(MONDAY, MONDAY + timedelta(days=60))
INSTANTS = st.builds(datetime.combine, DAYS, st.times(), tzinfo=st.just(UTC))
SOURCES = st.one_of(st.integers(1, 99).map(lambda n: f"m:1:{n}"), DAYS.map(lambda on: f"p:{on}"))
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "day": DAYS,
    "said_at": INSTANTS,
    "source": SOURCES,
    "position": st.integers(0, 20),
}
SETS = st.builds(
    LoggedSet,
    exercise=st.sampled_from(sorted(CATALOGUE.exercises)),
    reps=st.integers(1, 500),
    seconds=st.none() | st.integers(0, 20),
    **COMMON,
)
RUNGS = [(family, rung.exercise) for family, rungs in CATALOGUE.ladders.items() for rung in rungs]


def _any_placed(rung: tuple[Any, str]) -> st.SearchStrategy[Placed]:
    stated_max = st.none() | st.integers(0, 500)
    return st.builds(Placed, family=st.just(rung[0]), rung=st.just(rung[1]), stated_max=stated_max, **COMMON)


def _any_of(kind: type) -> st.SearchStrategy[Any]:
    if kind is Placed:
        return st.sampled_from(RUNGS).flatmap(_any_placed)
    if kind is FreeDaysSaid:
        return st.builds(kind, weekdays=st.frozensets(st.integers(0, 6)), **COMMON)
    if kind is Said:
        return st.builds(kind, key=st.sampled_from(["day_2", "asked:bar"]), **COMMON)
    ahead = {one.name: DAYS for one in fields(kind) if one.name in {"race_day", "until"}}
    return st.builds(kind, **ahead, **COMMON)


EVENTS = st.one_of([_any_of(kind) for kind in get_args(Event)])
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PROFILES = st.builds(
    Profile,
    name=NAMES,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Auckland"]),
    started_at=INSTANTS,
    athlete_id=st.just(ANNA),
    language=st.just("en"),
    prompt_time=st.times(),
    weekday_times=st.sampled_from([(), (WeekdayTime(5, time(8, 30)), WeekdayTime(6, time(9)))]),
    day_start=st.sampled_from([time(0), time(3), time(4, 30)]),
    place=st.none() | NAMES,
    journey=st.none() | st.builds(Journey, st.just("Asia/Tokyo"), st.none() | NAMES, st.none() | DAYS),
    wants_prompts=st.booleans(),
    silent_cards=st.booleans(),
    anchor=st.none() | st.builds(Anchor, st.none() | st.sampled_from(DailyThing), NAMES),
)
ARCHIVES = st.builds(
    Archive,
    PROFILES,
    st.lists(SETS, unique_by=lambda one: (one.source, one.position)).map(tuple),
    st.lists(EVENTS, unique_by=lambda one: (one.source, type(one), one.position)).map(tuple),
)
