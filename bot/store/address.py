"""A database's address: which engine it names, and what it is called in messages."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.store.trouble import SETTING, StoreError

SQLITE, POSTGRESQL = "sqlite", "postgresql"
EXAMPLES = "sqlite:///coach.db or postgresql+psycopg://user:password@host/coach"


def parsed(text: str) -> URL:
    """Refuses, in one line, what no engine here can open."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StoreError(f"{SETTING} is no database address: use one like {EXAMPLES}") from error
    match url.get_backend_name():
        case "sqlite":
            if url.database in {None, "", ":memory:"}:
                raise StoreError(f"{SETTING} names no file: use an address like sqlite:///coach.db")
        case "postgresql":
            if not url.database:
                raise StoreError(f"{SETTING} names no database: use an address like {EXAMPLES}")
        case other:
            raise StoreError(f"{SETTING} names {other}: use an address like {EXAMPLES}")
    return url


def is_sqlite(text: str) -> bool:
    return parsed(text).get_backend_name() == SQLITE


def database_file(text: str) -> Path:
    """The SQLite file that the address names; a server's database is never taken for a file."""
    url = parsed(text)
    if url.get_backend_name() != SQLITE or not url.database:
        raise ValueError("no file's address")
    return Path(url.database)


def name_of(text: str) -> str:
    """What an operator calls the database: the file, or server and name; never a password."""
    url = parsed(text)
    if url.get_backend_name() == SQLITE:
        return str(database_file(text))
    return f"{url.database} on {url.host or url.query.get('host') or 'this machine'}"
