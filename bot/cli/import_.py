"""`coach import`: an athlete's data from a file that `coach export` wrote."""

import reprlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import click

from bot.cli.database import addressed, athlete_option, database_option
from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.coaching.exchange import Archive
    from bot.coaching.exchange_join import AthleteMissing, Joined
    from bot.coaching.exchange_lines import LineError


@click.command("import")
@athlete_option
@database_option
@click.argument("file")
def import_(athlete_id: int, url: str | None, file: str) -> None:
    """Read an athlete's data from FILE (- is standard input): a JSON export, or a CSV of sets.

    All of it is taken in, or nothing if a line is bad. What is there already stays as it is, so that
    importing twice changes nothing, and an athlete who is known keeps their settings.
    """
    import asyncio

    archive = _read(file)
    with addressed(url) as address:
        if archive.profile is None:
            _require_file(address, athlete_id, file)
        _bring_up_to_date(address)
        outcome = asyncio.run(_join(archive, athlete_id, address))
    click.echo(_told(outcome, archive, athlete_id, file))


def _read(file: str) -> "Archive":
    from bot.coaching.exchange_lines import LineError
    from bot.coaching.exchange_read import read_archive
    from bot.data.exercises import load_catalogue

    try:
        return read_archive(_content(file), load_catalogue())
    except LineError as error:
        raise OneLine(_what_is_wrong(error, file)) from None


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise OneLine(f"{file} can't be read ({error.strerror}): name a file of `coach export`") from None


def _what_is_wrong(error: "LineError", file: str) -> str:
    why = error.why
    shown = "" if why.key and why.value is None else reprlib.repr(why.value)
    what = f"{why.key} {shown}".strip()
    return f"{file}, line {error.number}: {what} should be {why.expected}. Nothing was imported."


def _missing(athlete_id: int, file: str) -> OneLine:
    return OneLine(
        f"{file}, line 2: here should be the athlete, since {athlete_id} isn't in the database yet: import "
        "the JSON export first (CSV holds sets only). Nothing was imported."
    )


def _require_file(address: str, athlete_id: int, file: str) -> None:
    """Who isn't there yet can't be in a database that isn't: none is made for nothing."""
    from bot.store.address import database_file, is_sqlite

    if is_sqlite(address) and not database_file(address).is_file():
        raise _missing(athlete_id, file)


def _bring_up_to_date(address: str) -> None:
    """A coach that serves has its tables up to date already; else nobody may serve meanwhile."""
    from bot.store.lock import serving
    from bot.store.revisions import head
    from bot.store.schema import current, ensure_schema

    if current(address) != head():
        with serving(address):
            ensure_schema(address)


async def _join(archive: "Archive", athlete_id: int, address: str) -> "Joined | AthleteMissing":
    from bot.bootstrap import system_clock
    from bot.coaching.exchange_join import join_archive
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import units_of_work

    engine = make_engine(address)
    try:
        async with units_of_work(engine)() as work:
            outcome = await join_archive(work, archive, athlete_id, now=system_clock())
            await work.commit()
            return outcome
    finally:
        await engine.dispose()


def _told(outcome: "Joined | AthleteMissing", archive: "Archive", athlete_id: int, file: str) -> str:
    from bot.coaching.exchange_join import AthleteMissing, Joined

    match outcome:
        case AthleteMissing():
            raise _missing(athlete_id, file)
        case Joined(sets, events, is_new):
            settings = "The settings are the file's." if is_new else "The settings stay as they were."
            return (
                f"Athlete {athlete_id}: {sets} of {len(archive.sets)} sets and {events} of "
                f"{len(archive.events)} events are new. {settings}"
            )
        case _:
            assert_never(outcome)
