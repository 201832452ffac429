"""What the migrations' files tell without Alembic: where they are and which revisions there are."""

from pathlib import Path

import bot

NO_REVISION = "nothing"


def migrations_path() -> Path:
    """Inside the package where it was installed from a wheel, beside it in the repository."""
    package = Path(bot.__file__).parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def known_revisions() -> tuple[str, ...]:
    """In order: a migration's file is called `<revision>_<words>.py`, its revision four digits."""
    files = (migrations_path() / "versions").glob("[0-9][0-9][0-9][0-9]_*.py")
    return tuple(sorted(file.name[:4] for file in files))


def head() -> str:
    return known_revisions()[-1]
