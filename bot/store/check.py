"""What an operator wants to know of a database before it is served: there, up to date, writable."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, text

from bot.store.address import database_file, is_sqlite, name_of
from bot.store.engine import make_plain_engine
from bot.store.revisions import head
from bot.store.schema import current
from bot.store.tables import athletes
from bot.store.trouble import SETTING, StoreError, told


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`revision` is None while there are no tables; `free` are the bytes left on the disk of a file."""

    name: str
    revision: str | None
    zones: frozenset[str] = frozenset()
    free: int | None = None

    @property
    def is_up_to_date(self) -> bool:
        return self.revision == head()


def examine(url: str) -> Found:
    """What can't be served is a `StoreError`. No file is made, and every row stays as it was."""
    free = None
    if is_sqlite(url):
        file = database_file(url)
        free = shutil.disk_usage(_writable_folder(file)).free
        if not file.exists():
            return Found(name=name_of(url), revision=None, free=free)
    revision = current(url)
    _try_to_write(url)
    zones = _zones(url) if revision == head() else frozenset[str]()
    return Found(name=name_of(url), revision=revision, zones=zones, free=free)


def _writable_folder(file: Path) -> Path:
    """Where the database, and the folders above it, would be made."""
    folder = next(folder for folder in file.absolute().parents if folder.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        raise StoreError(
            f"{folder} can't be written: set {SETTING} to a file in a folder you can write to"
        ) from None


def _try_to_write(url: str) -> None:
    with told(name_of(url), by_server=not is_sqlite(url)), make_plain_engine(url).connect() as connection:
        connection.execute(text("CREATE TABLE coach_doctor (probe INTEGER)"))
        connection.rollback()


def _zones(url: str) -> frozenset[str]:
    with told(name_of(url), by_server=not is_sqlite(url)), make_plain_engine(url).connect() as connection:
        return frozenset(connection.scalars(select(athletes.c.zone).distinct()))
