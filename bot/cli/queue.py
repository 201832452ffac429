"""`coach queue`: what waits or is stuck between Telegram and the coach, shown and tried again."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from bot.cli.database import addressed, check_is_ours, database_option
from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.coaching.trouble import Backlog
    from bot.store.queue import Waiting

SOON = "A coach that serves takes it up within half a minute."
reference_argument = click.argument("references", metavar="REFERENCE...", nargs=-1)


@click.group(invoke_without_command=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many rows to list.")
@database_option
@click.pass_context
def queue(context: click.Context, limit: int, url: str | None) -> None:
    """List what is set aside, stuck or still waiting: the inbox's rows (like 2A5) and the outbox's (out-17).

    An athlete's apology, and what the operators are told (ADMIN_IDS), name these references. All of it
    works beside a running coach.
    """
    context.obj = url
    if context.invoked_subcommand is not None:
        return
    from bot.store.queue import counted, listed

    with addressed(url) as address:
        check_is_ours(address)
        click.echo(_summary(counted(address)))
        _echo_table(listed(address, limit))


@queue.command()
@reference_argument
@click.option("--texts", is_flag=True, help="Show what was written or is to be said, too: it is private.")
@click.pass_obj
def show(url: str | None, references: Sequence[str], *, texts: bool) -> None:
    """Show rows by column: without what is said in them, unless asked."""
    from bot.store.queue import shown

    _require_one(references)
    with addressed(url) as address:
        check_is_ours(address)
        for reference in references:
            facts = shown(address, reference, with_texts=texts)
            click.echo("\n".join(f"{name}: {_written(value)}" for name, value in facts.items()) + "\n")


@queue.command()
@reference_argument
@click.option("--all", "everything", is_flag=True, help="All that is set aside or stuck.")
@click.pass_obj
def retry(url: str | None, references: Sequence[str], *, everything: bool) -> None:
    """Try again what is set aside or stuck.

    The athlete of an update that was set aside was asked to send it again, so look first whether that has
    happened. A message whose fate is unknown may arrive twice.
    """
    from bot.store.queue import retried, stuck

    with addressed(url) as address:
        check_is_ours(address)
        chosen = stuck(address) if everything else references
        if not everything:
            _require_one(chosen)
        for reference in chosen:
            retried(address, reference)
            click.echo(f"{reference} is open again. {SOON}")


@queue.command()
@reference_argument
@click.pass_obj
def drop(url: str | None, references: Sequence[str]) -> None:
    """Put away for good what is set aside or stuck, with what is said in it."""
    from bot.store.queue import dropped

    _require_one(references)
    with addressed(url) as address:
        check_is_ours(address)
        for reference in references:
            dropped(address, reference)
            click.echo(f"{reference} is put away.")


def _require_one(references: Sequence[str]) -> None:
    if not references:
        raise OneLine("name a reference, like 2A5 or out-17: `coach queue` lists them")


def _summary(backlog: "Backlog") -> str:
    stuck = "".join(f", {number} {state}" for state, number in sorted(backlog.stuck.items()))
    return (
        f"Inbox: {backlog.arrived} open, {backlog.set_aside} set aside. Outbox: {backlog.unsent} open{stuck}."
    )


def _echo_table(rows: Sequence["Waiting"]) -> None:
    for row in rows:
        told = (
            row.reference,
            row.state,
            row.kind,
            f"chat {row.chat_id}",
            f"tries {row.attempts}",
            _minute(row.since),
            row.last_error,
        )
        click.echo("  ".join(part for part in told if part))


def _minute(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%d %H:%M UTC") if at else ""


def _written(value: object) -> str:
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S} UTC"
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
