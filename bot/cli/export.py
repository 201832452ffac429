"""`coach export`: an athlete's data as a file for other programs, and for `coach import`."""

from pathlib import Path

import click

from bot.cli.database import Kept, addressed, athlete_option, database_option, kept_of
from bot.cli.one_line import OneLine

CSV_NOTICE = "CSV holds the sets only; JSON holds the athlete's settings and events too."


@click.command()
@athlete_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv"]),
    default="json",
    show_default=True,
    help="JSON lines with everything, or a table of the sets only.",
)
@click.option("--output", help="The file to write [default: standard output]")
@database_option
def export(athlete_id: int, form: str, output: str | None, url: str | None) -> None:
    """Write an athlete's data: as JSON lines all of it, as CSV the sets only (docs/formats.md).

    It reads beside a running coach.
    """
    with addressed(url) as address:
        kept = kept_of(athlete_id, address)
    _write(_as_csv(kept) if form == "csv" else _as_json(kept), output)
    if form == "csv":
        click.echo(CSV_NOTICE, err=True)


def _as_json(kept: Kept) -> str:
    from bot.coaching.exchange import Archive, Profile, lines_of

    return "".join(lines_of(Archive(Profile.of(kept.athlete), kept.sets, kept.events)))


def _as_csv(kept: Kept) -> str:
    from bot.coaching.exchange_csv import csv_of

    return csv_of(kept.sets)


def _write(text: str, output: str | None) -> None:
    """In UTF-8 whatever the terminal speaks, since a file made by redirection is to be read again."""
    content = text.encode()
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise OneLine(f"--output {output} can't be written ({error.strerror}): name another file") from None
