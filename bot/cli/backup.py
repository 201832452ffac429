"""`coach backup` and `coach restore`: a copy of the database, and the way back."""

from pathlib import Path

import click

from bot.cli.database import addressed, database_option

file_argument = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.command()
@file_argument
@database_option
def backup(file: Path, url: str | None) -> None:
    """Copy the database to FILE, while the coach goes on; an older copy of that name is replaced.

    For SQLite; a PostgreSQL database is copied by pg_dump.
    """
    from bot.store.backup import back_up

    with addressed(url) as address:
        back_up(address, file)
    click.echo(f"{file}: {file.stat().st_size:,} bytes")


@click.command()
@file_argument
@click.option("--force", is_flag=True, help="Replace the database that is there.")
@database_option
def restore(file: Path, url: str | None, *, force: bool) -> None:
    """Make the copy FILE the database again. Stop the coach first."""
    from bot.store.address import name_of
    from bot.store.backup import restore as restore_copy

    with addressed(url) as address:
        restore_copy(file, address, over=force)
        click.echo(f"{name_of(address)} is what {file} was. It is brought up to date at the next start.")
