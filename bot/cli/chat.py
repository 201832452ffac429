"""`coach chat`: the same bot in this terminal, without Telegram."""

import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.console.screen import Screen

OWN_DATABASE = "sqlite:///var/chat.db"
YEARS = range(2000, 2100)
LARGEST_ID = 2**63 - 1


@click.command()
@click.option("--db", "url", metavar="URL", help="The database's URL, like sqlite:///my.db.")
@click.option(
    "--athlete",
    "athlete_id",
    metavar="ID",
    type=click.IntRange(1, LARGEST_ID),
    default=1,
    help="Who writes (1).",
)
@click.option(
    "--at", metavar="TIME", help="Start the clock there, like 2026-03-02T06:55; only :wait moves it."
)
@click.option("--zone", metavar="ZONE", help="The time zone, like Europe/Berlin; else this machine's.")
@click.option(
    "--json", "as_json", is_flag=True, help="Each message that the coach sends or edits as a JSON line."
)
def chat(url: str | None, athlete_id: int, at: str | None, zone: str | None, *, as_json: bool) -> None:
    """Talk with the coach in this terminal; lines come from standard input when that is no terminal.

    Lines that begin with a colon speak to the console, :help tells which. What is said is kept in
    var/chat.db, never in the bot's own database; with --at in a file of this one conversation, so that
    the same lines are answered in the same way again. --db names another place.

    The exit code is 1 if a line was refused or the coach failed at one.
    """
    import asyncio

    home = _zone(zone)
    start = _instant(at, home)

    from bot.bootstrap import english_voice
    from bot.console.session import Sitting, hold
    from bot.observe import configure_logging

    configure_logging("WARNING", as_json=False)
    ends = _terminal_ends() if _is_terminal() and not as_json else _piped_ends(as_json=as_json)
    is_passing = url is None and start is not None
    with _database(url, is_passing=is_passing) as database_url:
        sitting = Sitting(
            database_url=database_url, athlete_id=athlete_id, zone=home, at=start, is_passing=is_passing
        )
        talk = hold(
            sitting, english_voice(home.key), ends.lines, ends.screen, pulse=ends.is_live and at is None
        )
        went_well = asyncio.run(talk)
    raise click.exceptions.Exit(0 if went_well else 1)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where lines come from and messages go to; live if messages can be shown while a line is typed."""

    lines: "AsyncIterator[str]"
    screen: "Screen"
    is_live: bool = False


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _terminal_ends() -> _Ends:
    from prompt_toolkit import PromptSession

    from bot.console.keyboard import GREETING, put, typed
    from bot.console.screen import TextScreen

    screen = TextScreen(put, echo=False)
    screen.note(GREETING)
    return _Ends(typed(PromptSession()), screen, is_live=True)


def _piped_ends(*, as_json: bool) -> _Ends:
    from bot.console.screen import JsonScreen, TextScreen
    from bot.console.session import piped

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if as_json:
        return _Ends(piped(sys.stdin), JsonScreen(click.echo, partial(click.echo, err=True)))
    return _Ends(piped(sys.stdin), TextScreen(lambda _ink, text: click.echo(text), echo=True))


@contextmanager
def _database(url: str | None, *, is_passing: bool) -> Iterator[str]:
    """A file of its own; for a set clock one that goes when it ends. Trouble with it speaks of --db."""
    from bot.store.trouble import SETTING, StoreError

    try:
        if is_passing:
            with tempfile.TemporaryDirectory(prefix="coach-") as folder:
                yield f"sqlite:///{folder}/chat.db"
        else:
            yield url or OWN_DATABASE
    except StoreError as error:
        raise OneLine(str(error).replace(SETTING, "--db")) from None


def _zone(name: str | None) -> ZoneInfo:
    """The zone by name, else the machine's."""
    if name is None:
        from tzlocal import get_localzone_name

        name = get_localzone_name()
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise OneLine(f"--zone {name} is no time zone: use an IANA name, like Europe/Berlin") from None


def _instant(text: str | None, zone: ZoneInfo) -> datetime | None:
    """A local time in the zone, unless it has an offset of its own."""
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
        if at.year not in YEARS:
            raise ValueError(text)
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise OneLine(f"--at {text} is no time: use the form 2026-03-02T06:55") from None
