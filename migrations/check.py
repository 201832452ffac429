"""Prove the migrations on a new file: up, down, up again, and the tables are the program's."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from bot.store.engine import make_plain_engine
from bot.store.migrate import configured, differences, downgrade, upgrade
from bot.store.revisions import known_revisions


def main() -> None:
    with TemporaryDirectory() as folder:
        found = problems(f"sqlite:///{Path(folder) / 'check.db'}")
    sys.exit("\n".join(f"migrations: {problem}" for problem in found) or 0)


def problems(url: str) -> tuple[str, ...]:
    found = [*_names()]
    upgrade(url)
    found += (f"after going up: {one}" for one in differences(url))
    downgrade(url, "base")
    found += (f"after going down {table} is still there" for table in _tables(url))
    upgrade(url)
    found += (f"after going up again: {one}" for one in differences(url))
    return tuple(found)


def _names() -> tuple[str, ...]:
    """Files are named for their revisions, since these are read without Alembic (`known_revisions`)."""
    script = ScriptDirectory.from_config(configured())
    revisions = tuple(reversed([one.revision for one in script.walk_revisions()]))
    known = known_revisions()
    return () if revisions == known else (f"files named {known}, but revisions {revisions}",)


def _tables(url: str) -> tuple[str, ...]:
    engine = make_plain_engine(url)
    return tuple(name for name in inspect(engine).get_table_names() if name != "alembic_version")


if __name__ == "__main__":
    main()
