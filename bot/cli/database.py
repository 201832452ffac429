"""What the sub-commands for one athlete's data share: their options, and reading beside a running coach."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.coaching.athlete import Athlete
    from bot.domain.events import Event
    from bot.domain.sets import LoggedSet

LARGEST_ID = 2**63 - 1
TERMINALS_OWN = "a conversation in the terminal is kept in var/chat.db (--db sqlite:///var/chat.db)"

athlete_option = click.option(
    "--athlete",
    "athlete_id",
    type=click.IntRange(1, LARGEST_ID),
    required=True,
    metavar="ID",
    help="Whose data: on Telegram the user's id, in the terminal (var/chat.db) 1 unless you chose another.",
)
database_option = click.option(
    "--db", "url", help="The database's address [default: the setting DATABASE_URL]"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a database keeps of an athlete."""

    athlete: "Athlete"
    sets: "Sequence[LoggedSet]"
    events: "Sequence[Event]"


@contextmanager
def addressed(url: str | None) -> Iterator[str]:
    """The database's address; trouble with it speaks of the option or the setting that gave it."""
    from bot.settings import load_settings
    from bot.store.address import name_of
    from bot.store.trouble import SETTING, DatabaseFailedError, StoreError

    address = url or load_settings().database_url
    try:
        yield address
    except DatabaseFailedError as error:
        raise OneLine(f"{name_of(address)} failed ({error}): try again in a minute") from None
    except StoreError as error:
        raise OneLine(str(error).replace(SETTING, "--db") if url else str(error)) from None


def kept_of(athlete_id: int, address: str) -> Kept:
    """One state of the database, whoever writes meanwhile. A file that isn't there isn't made."""
    import asyncio

    check_is_ours(address)
    kept = asyncio.run(_read(athlete_id, address))
    if kept is None:
        raise unknown(athlete_id, address)
    return kept


def unknown(athlete_id: int, address: str) -> OneLine:
    from bot.store.address import name_of

    name = name_of(address)
    return OneLine(f"There is no athlete {athlete_id} in {name}: check --athlete; {TERMINALS_OWN}.")


def check_is_ours(address: str) -> None:
    """There, and at this coach's revision; it makes and changes nothing."""
    from sqlalchemy import inspect, text

    from bot.store.address import database_file, is_sqlite, name_of
    from bot.store.engine import READING, make_plain_engine
    from bot.store.revisions import NO_REVISION, head
    from bot.store.trouble import SETTING, StoreError, told

    name = name_of(address)
    if is_sqlite(address) and not database_file(address).is_file():
        raise StoreError(f"there is no database {name}: set {SETTING} to the coach's own; {TERMINALS_OWN}")
    with told(name, by_server=not is_sqlite(address)), make_plain_engine(address).connect() as connection:
        connection.execution_options(**{READING: True})
        has_one = inspect(connection).has_table("alembic_version")
        found = connection.scalar(text("SELECT version_num FROM alembic_version")) if has_one else None
    if found != head():
        raise StoreError(
            f"{name} has revision {found or NO_REVISION}, this coach needs {head()}: "
            f"run `coach migrate`, or set {SETTING} to another database"
        )


async def _read(athlete_id: int, address: str) -> Kept | None:
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import readings

    engine = make_engine(address)
    try:
        async with readings(engine)() as work:
            athlete = await work.athletes.get(athlete_id)
            if athlete is None:
                return None
            sets = await work.sets.history(athlete_id)
            return Kept(athlete, sets, await work.events.history(athlete_id))
    finally:
        await engine.dispose()
