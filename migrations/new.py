"""Write the next migration, from what the tables have otherwise: `python -m migrations.new add shoes`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from bot.store.engine import make_plain_engine
from bot.store.migrate import configured, upgrade
from bot.store.revisions import head


def main() -> None:
    with TemporaryDirectory() as folder:
        write(f"sqlite:///{Path(folder) / 'new.db'}", " ".join(sys.argv[1:]))


def write(url: str, words: str) -> None:
    upgrade(url)
    with make_plain_engine(url).begin() as connection:
        number = f"{int(head()) + 1:04}"
        command.revision(configured(connection), words, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    main()
