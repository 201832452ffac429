"""`coach migrate`: bring the database's tables up to date."""

import click


@click.command()
@click.option("--url", help="The database's address [default: the setting DATABASE_URL]")
def migrate(url: str | None) -> None:
    """Bring the database's tables up to date."""
    from bot.settings import load_settings
    from bot.store.lock import serving
    from bot.store.revisions import NO_REVISION
    from bot.store.schema import current, ensure_schema

    address = url or load_settings().database_url
    with serving(address):
        before = current(address)
        ensure_schema(address)
        click.echo(f"{before or NO_REVISION} -> {current(address)}")
