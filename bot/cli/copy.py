"""`coach copy`: everything into another database, checked on the way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from bot.cli.database import check_is_ours
from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.coaching.exchange_stats import StatsRecord
    from bot.coaching.ports import UnitOfWork
    from bot.domain.catalogue import Catalogue


@click.command()
@click.option("--from", "source", metavar="URL", required=True, help="The database that has everything.")
@click.option(
    "--to", "target", metavar="URL", required=True, help="The one that is to have it: it must be empty."
)
def copy(source: str, target: str) -> None:
    """Copy everything from one database into another, SQLite or PostgreSQL. Stop the coach first.

    Every row that arrived is compared, and then every athlete's stats. The first database stays as it is;
    set DATABASE_URL to the second one afterwards.
    """
    from bot.store.address import name_of
    from bot.store.copy import copy_all
    from bot.store.lock import serving
    from bot.store.schema import ensure_schema

    with _speaking_of("--from"):
        check_is_ours(source)
    if name_of(source) == name_of(target):
        raise OneLine(f"--from and --to are both {name_of(source)}: name two databases")
    with _speaking_of("--from"), serving(source), _speaking_of("--to"), serving(target):
        ensure_schema(target)
        numbers = copy_all(source, target)
        for table, number in numbers.items():
            click.echo(f"{table}: {number:,} rows")
        athletes = _compare_stats(source, target)
    click.echo(
        f"Stats are the same, of all athletes ({athletes:,}). Now set DATABASE_URL to {name_of(target)}."
    )


@contextmanager
def _speaking_of(option: str) -> Iterator[None]:
    from bot.store.trouble import SETTING, StoreError

    try:
        yield
    except StoreError as error:
        raise OneLine(str(error).replace(SETTING, option)) from None


def _compare_stats(source: str, target: str) -> int:
    """Give the number of athletes; what `coach stats` says of each must be the same."""
    import asyncio

    from bot.store.copy import athlete_ids

    ids = athlete_ids(source)
    click.echo(f"Comparing the stats of {len(ids):,} athletes ...")
    differing = asyncio.run(_differing(ids, source, target))
    if differing:
        names = ", ".join(str(one) for one in differing[:5])
        raise OneLine(f"the stats of {len(differing)} athletes differ, of {names}: don't use the copy")
    return len(ids)


async def _differing(ids: Sequence[int], *urls: str) -> Sequence[int]:
    """Whose stats aren't the same in these databases."""
    from contextlib import AsyncExitStack

    from bot.bootstrap import system_clock
    from bot.data.exercises import load_catalogue
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import readings

    catalogue, now = load_catalogue(), system_clock()
    async with AsyncExitStack() as open_ones:
        works = []
        for url in urls:
            engine = make_engine(url)
            open_ones.push_async_callback(engine.dispose)
            works.append(await open_ones.enter_async_context(readings(engine)()))
        return [
            one for one in ids if len({str(await _stats_of(one, work, catalogue, now)) for work in works}) > 1
        ]


async def _stats_of(
    athlete_id: int, work: "UnitOfWork", catalogue: "Catalogue", now: datetime
) -> "StatsRecord | None":
    from bot.coaching.exchange_stats import situation_on, stats_record

    athlete = await work.athletes.get(athlete_id)
    if athlete is None:
        return None
    log, events = await work.sets.history(athlete_id), await work.events.history(athlete_id)
    situation = situation_on(athlete, log, events, on=athlete.day_of(now), catalogue=catalogue)
    return stats_record(situation, catalogue)
