"""One serving process a SQLite file."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.engine import database_file
from bot.store.trouble import busy, told


@contextmanager
def serving(url: str) -> Iterator[None]:
    """Hold `<file>.lock` while serving; the system lets go of it however the process ends.

    The file stays: removing it would let two processes lock two files of the same name.
    """
    database = database_file(url)
    with told(str(database)):
        handle = _locked(database)
    try:
        yield
    finally:
        os.close(handle)


def _locked(database: Path) -> int:
    database.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 20).decode(errors="replace").strip()
        os.close(handle)
        raise busy(str(database), f"by process {holder or 'unknown'}") from None
    os.truncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return handle
