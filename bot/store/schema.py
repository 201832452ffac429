"""The schema in the database: its revision, and bringing it up to date before anything else happens."""

from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from bot.store.address import database_file, is_sqlite, name_of
from bot.store.engine import make_plain_engine
from bot.store.revisions import head, known_revisions
from bot.store.trouble import SETTING, StoreError, told


def ensure_schema(url: str) -> None:
    """Make the database if it isn't there and migrate it if it must be; refuse a newer one.

    Alembic takes long to import, and most starts find nothing to do.
    """
    if current(url) == head():
        return
    from bot.store.migrate import upgrade  # noqa: PLC0415 - as the docstring says

    upgrade(url)


def current(url: str) -> str | None:
    """The database's revision, None while it is empty; whether it can be written is seen on the way."""
    with told(name_of(url), by_server=not is_sqlite(url)):
        if is_sqlite(url):
            _make_private(database_file(url))
        with make_plain_engine(url).connect() as connection:
            revision = _revision(connection)
    if revision is not None and revision not in known_revisions():
        raise StoreError(
            f"{name_of(url)} has revision {revision}, this coach knows up to {head()}: "
            f"install a newer coach, or set {SETTING} to another database"
        )
    return revision


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(
        select(column("version_num")).select_from(table("alembic_version"))
    ).scalar()
    return found


def _make_private(file: Path) -> None:
    """SQLite would let everybody on this machine read it; what it makes beside it is as private as this."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)
