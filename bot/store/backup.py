"""Copies of a SQLite database: taken while it is served, checked before they replace one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.store.address import database_file, is_sqlite, name_of
from bot.store.lock import serving
from bot.store.revisions import known_revisions
from bot.store.trouble import SETTING, StoreError

SIDE_FILES = ("-wal", "-shm")


def back_up(url: str, copy: Path) -> None:
    """One state of the database as a file; writers go on meanwhile. The copy is there whole or not at all.

    SQLite's own online backup takes in what still lies beside the file.
    """
    _require_file(url, f"pg_dump --format=custom --file={copy}")
    source = database_file(url)
    if not source.is_file():
        raise StoreError(f"there is no database {source}: set {SETTING} to the coach's own")
    if copy.exists() and copy.samefile(source):
        raise StoreError(f"{copy} is the database itself: name another file for its copy")
    with _whole(copy) as unfinished:
        _copy(source, unfinished)


def restore(copy: Path, url: str, *, over: bool) -> None:
    """Make the copy the database, while nobody serves it; `over` replaces one that is there."""
    _require_file(url, f"pg_restore --clean --if-exists --dbname=… {copy}")
    target = database_file(url)
    _check(copy)
    with serving(url):
        if target.exists() and not over:
            raise StoreError(f"{target} is there already: add --force to replace it by {copy}")
        with _whole(target) as unfinished:
            _copy(copy, unfinished)
            for side in SIDE_FILES:
                Path(f"{target}{side}").unlink(missing_ok=True)


def _require_file(url: str, instead: str) -> None:
    if not is_sqlite(url):
        raise StoreError(f"{name_of(url)} is a PostgreSQL database: use {instead}")


@contextmanager
def _whole(file: Path) -> Iterator[Path]:
    """A file beside it, which takes its place at the end; on the disk for good before its name is."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        yield unfinished
        unfinished.chmod(0o600)
        unfinished.replace(file)
        _sync(file.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{file} can't be written ({error}): name a file in a folder you can write to"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    with closing(_opened(source)) as read, closing(sqlite3.connect(to)) as written:
        read.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    _sync(to)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _check(copy: Path) -> None:
    """Sound, and the coach's own."""
    if not copy.is_file():
        raise StoreError(f"there is no file {copy}: name one that `coach backup` wrote")
    try:
        with closing(_opened(copy)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{copy} is no copy of a coach's database ({error}): name another") from error
    if not sound:
        raise StoreError(f"{copy} is damaged: name another copy")
    if revision not in known_revisions():
        raise StoreError(
            f"{copy} has revision {revision}, which this coach doesn't know: install a newer one"
        )
