"""A turn's state, for one to ten years of daily logs: load from SQLite, fold, prescribe today.

"first" is a process's first turn with the athlete; any other one has only the latest weeks to read and fold.

Run: python -m benchmarks.coaching.fold     (needs the development install: `make test` once)
"""

import asyncio
import tempfile
from dataclasses import replace
from datetime import date, time
from statistics import median
from time import perf_counter

from benchmarks.coaching.played import Done, Played
from benchmarks.coaching.said import Context, Profile, date_of, moment
from bot.coaching.athlete import Athlete
from bot.coaching.ports import UnitsOfWork
from bot.coaching.situation import load_situation
from bot.data.exercises import load_catalogue
from bot.domain.events import Event, Said
from bot.domain.sets import Effort, LoggedSet
from bot.store.engine import make_engine
from bot.store.schema import ensure_schema
from bot.store.unit_of_work import units_of_work

YEARS = (1, 2, 5, 10)
FIRST_TURNS, LATER_TURNS = 9, 51
CATALOGUE = load_catalogue()
_ATHLETE = Athlete(
    athlete_id=7, chat_id=7, name="Anna", zone="Europe/Berlin", started_at=moment(0, time(5, 0))
)


def main() -> None:
    log, events = life(365 * YEARS[-1])
    print(f"{'years':>5} {'sets':>7} {'events':>7} {'first, ms':>10} {'later, ms':>10} {'growth':>13}")
    base: tuple[float, float] | None = None
    for years in YEARS:
        today = date_of(365 * years)
        sets = [one for one in log if one.day < today]
        told = [event for event in events if event.day < today]
        first, later = asyncio.run(_measured(sets, told, today))
        base = base or (first, later)
        growth = f"{first / base[0]:5.1f}x {later / base[1]:5.1f}x"
        print(
            f"{years:5} {len(sets):7,} {len(told):7,} {first * 1000:10.1f} {later * 1000:10.1f} {growth:>13}"
        )


def life(days: int) -> tuple[list[LoggedSet], list[Event]]:
    """Somebody who does what is planned and says every third day how it felt; a prompt each morning."""
    played = Played(Profile(bar=True, std_pushups=12, knee_pushups=20, pull_ups=2), CATALOGUE)
    replies: dict[str, bool] = {}
    for day in range(days):
        plan, news = played.morning(day, Context(), replies)
        done = {
            part.family: [Done(one.exercise, one.reps, one.lowering) for one in part.sets] for part in plan
        }
        effort = dict.fromkeys(done, Effort.OK if day % 3 == 0 else None)
        news = [*news, *played.log(day, done, effort)]
        replies = {one.id: True for one in news}
    log, events = played.history()
    told = [replace(event, source=f"{event.day}:{event.source}") for event in events]
    return log, [*told, *map(_prompt, range(days))]


def _prompt(day: int) -> Event:
    said_at = moment(day, time(5, 0))
    return Said(said_at=said_at, day=date_of(day), source=f"c:{day}", key="morning_normal_1")


async def _measured(sets: list[LoggedSet], events: list[Event], today: date) -> tuple[float, float]:
    """The median seconds of first and of later turns with one athlete."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/coach.db"
        ensure_schema(url)
        engine = make_engine(url)
        async with units_of_work(engine)() as work:
            await work.athletes.save(_ATHLETE)
            await work.sets.add(_ATHLETE.athlete_id, sets)
            await work.events.add(_ATHLETE.athlete_id, events)
            await work.commit()
        firsts = [await _turn(units_of_work(engine), today) for _ in range(FIRST_TURNS)]
        units = units_of_work(engine)
        laters = [await _turn(units, today) for _ in range(1 + LATER_TURNS)][1:]
        await engine.dispose()
        return median(firsts), median(laters)


async def _turn(units: UnitsOfWork, today: date) -> float:
    """From an open connection to the plan; what the turn then writes isn't counted."""
    async with units() as work:
        began = perf_counter()
        athlete = await work.athletes.get(_ATHLETE.athlete_id)
        assert athlete
        situation = await load_situation(work, athlete, today=today, catalogue=CATALOGUE)
        spent = perf_counter() - began
        assert situation.plan.day == today
        await work.commit()
        return spent


if __name__ == "__main__":
    main()
