"""Trouble with the database: at the start one line for the operator, later an error of the surroundings."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

SETTING = "DATABASE_URL"
# What PostgreSQL says as long as it takes no writes, a standby for example; the driver calls that internal.
READ_ONLY = "25006"


class StoreError(Exception):
    """The database can't be used; the message is one line that names the setting and the remedy."""


class DatabaseBusy(StoreError):  # noqa: N818 - a state of the world, not a mistake
    """Somebody else is using the database."""


class DatabaseFailedError(OSError):
    """A working database failed: locked for too long, disk full, connection lost. Trying again may help."""


@contextmanager
def told(database: str, *, by_server: bool = False) -> Iterator[None]:
    """Turn the library's and the system's errors about this database into a `StoreError`."""
    try:
        yield
    except DBAPIError as error:
        explain = _unreachable if by_server else _explained
        raise explain(database, _first_line(error)) from error
    except OSError as error:
        raise _unwritable(database, error.strerror or str(error)) from error


@contextmanager
def surroundings() -> Iterator[None]:
    """Tell the database's failures from the program's: those are `OSError`s, a wrong statement is none."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise DatabaseFailedError(_first_line(error)) from error
    except PoolTimeoutError as error:
        raise DatabaseFailedError("no connection was free in time") from error
    except DatabaseError as error:
        if type(error) is not DatabaseError and getattr(error.orig, "sqlstate", None) != READ_ONLY:
            raise
        raise DatabaseFailedError(_first_line(error)) from error


def busy(database: str, detail: str) -> DatabaseBusy:
    return DatabaseBusy(
        f"{database} is in use ({detail}): end the other process, or set {SETTING} to another database"
    )


def _unreachable(database: str, said: str) -> StoreError:
    return StoreError(f"{database} can't be reached ({said}): check {SETTING} and that the server runs")


def _first_line(error: DBAPIError) -> str:
    """A server's driver says more, which may quote rows."""
    return str(error.orig).strip().partition("\n")[0]


def _explained(database: str, said: str) -> StoreError:
    if "locked" in said or "busy" in said:
        return busy(database, said)
    if "not a database" in said or "malformed" in said:
        return StoreError(f"{database} is no sound SQLite database: set {SETTING} to another file")
    return _unwritable(database, said)


def _unwritable(database: str, said: str) -> StoreError:
    return StoreError(
        f"{database} can't be used ({said}): set {SETTING} to a file in a folder you can write to"
    )
