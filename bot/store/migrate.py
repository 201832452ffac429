"""Migrations through Alembic, configured here instead of in a file of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, select

from bot.store.address import is_sqlite, name_of
from bot.store.engine import make_plain_engine
from bot.store.lock import MIGRATING
from bot.store.revisions import migrations_path
from bot.store.tables import metadata
from bot.store.trouble import StoreError, told


def upgrade(url: str, revision: str = "head") -> None:
    with _connected(url) as connection:
        command.upgrade(configured(connection), revision)
        _check_references(connection, url)


def downgrade(url: str, revision: str) -> None:
    with _connected(url) as connection:
        command.downgrade(configured(connection), revision)
        _check_references(connection, url)


def differences(url: str) -> tuple[str, ...]:
    """What the tables in the program have otherwise than those in the database."""
    with _connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return tuple(str(one) for one in compare_metadata(context, metadata))


def configured(connection: Connection | None = None) -> Config:
    """Alembic's configuration; the migrations run on this connection, in its transaction."""
    config = Config()
    config.set_main_option("script_location", str(migrations_path()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    """One transaction for all steps: a migration that fails leaves everything as it was.

    On a server only one process migrates; the others wait, and find nothing left to do.
    """
    server = not is_sqlite(url)
    with told(name_of(url), by_server=server), make_plain_engine(url).begin() as connection:
        if server:
            connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))
        yield connection


def _check_references(connection: Connection, url: str) -> None:
    """SQLite enforces no foreign keys while tables are copied, so they are checked before the commit."""
    if not is_sqlite(url):
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise StoreError(f"{name_of(url)}: a row of {broken[0]} refers to none of {broken[2]}")
