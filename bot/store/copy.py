"""Everything of one database into another, empty one, of whichever kind: all of it, or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select, text

from bot.store.address import SQLITE, is_sqlite, name_of
from bot.store.engine import READING, make_plain_engine
from bot.store.rows import StoredRow
from bot.store.tables import athletes, metadata, outbox, sets
from bot.store.trouble import SETTING, StoreError, told

BATCH = 1000
# Numbers that a database gives itself; they go on above the largest that was ever given.
NUMBERED: tuple[Column[Any], ...] = (sets.c.log_id, outbox.c.outbox_id)


def copy_all(source: str, target: str) -> Mapping[str, int]:
    """Copies all rows, compares each with what arrived, and commits; gives the number of rows by table.

    Nobody may write to either meanwhile. Both have their tables up to date.
    """
    with _reading(source) as origin, _writing(target) as destination:
        _require_empty(destination, target)
        numbers = {
            table.name: _copy_table(table, origin, destination, source) for table in metadata.sorted_tables
        }
        for column in NUMBERED:
            _go_on_above(destination, column, _largest_given(origin, column))
        for table in metadata.sorted_tables:
            _compare(table, origin, destination, target)
        destination.commit()
    return numbers


def athlete_ids(url: str) -> Sequence[int]:
    with _reading(url) as connection:
        return connection.scalars(select(athletes.c.athlete_id).order_by(athletes.c.athlete_id)).all()


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    """One state of the database."""
    options = {READING: True} if is_sqlite(url) else {"isolation_level": "REPEATABLE READ"}
    with told(name_of(url), by_server=not is_sqlite(url)):
        connection = make_plain_engine(url).connect().execution_options(**options)
    with connection:
        yield connection


@contextmanager
def _writing(url: str) -> Iterator[Connection]:
    with told(name_of(url), by_server=not is_sqlite(url)), make_plain_engine(url).connect() as connection:
        yield connection


def _require_empty(connection: Connection, url: str) -> None:
    for table in metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise StoreError(
                f"{name_of(url)} isn't empty, it holds {table.name}: set {SETTING} to a database without rows"
            )


def _copy_table(table: Table, origin: Connection, destination: Connection, source: str) -> int:
    total = 0
    for rows in _batches(table, origin, source):
        destination.execute(insert(table), [row._asdict() for row in rows])
        total += len(rows)
    return total


def _batches(table: Table, origin: Connection, source: str) -> Iterator[Sequence[StoredRow]]:
    with told(name_of(source), by_server=not is_sqlite(source)):
        found = _all_rows(table, origin).partitions(BATCH)
    yield from found


def _all_rows(table: Table, connection: Connection) -> Any:  # noqa: ANN401 - a result of the library's
    in_order = select(table).order_by(*table.primary_key)
    return connection.execution_options(yield_per=BATCH).execute(in_order)


def _compare(table: Table, origin: Connection, destination: Connection, target: str) -> None:
    """Row by row: what arrived is what was there."""
    for there, here in zip_longest(_all_rows(table, origin), _all_rows(table, destination)):
        if there is None or here is None or tuple(there) != tuple(here):
            raise StoreError(f"{table.name} arrived otherwise in {name_of(target)}: nothing was copied")


# -- numbers that go on -------------------------------------------------------------------------------


def _largest_given(connection: Connection, column: Column[Any]) -> int:
    largest: int = connection.scalar(select(func.max(column))) or 0
    if connection.dialect.name == SQLITE:
        given = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
        return max(largest, connection.scalar(given, {"table": column.table.name}) or 0)
    sequence = connection.scalar(select(func.pg_get_serial_sequence(column.table.name, column.name)))
    return max(largest, connection.scalar(select(func.pg_sequence_last_value(sequence))) or 0)


def _go_on_above(connection: Connection, column: Column[Any], largest: int) -> None:
    if connection.dialect.name != SQLITE:
        sequence = func.pg_get_serial_sequence(column.table.name, column.name)
        connection.execute(select(func.setval(sequence, max(largest, 1), largest > 0)))
    elif column.table.kwargs.get("sqlite_autoincrement"):
        named = {"table": column.table.name, "largest": largest}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), named)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:table, :largest)"), named)
