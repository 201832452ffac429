"""`coach forget`: deletes an athlete with all that is kept of them, as their own /forget does."""

from typing import TYPE_CHECKING

import click

from bot.cli.database import addressed, athlete_option, database_option, kept_of, unknown

if TYPE_CHECKING:
    from bot.coaching.ports import UnitOfWork


@click.command()
@athlete_option
@click.option("--yes", is_flag=True, help="Don't ask.")
@database_option
def forget(athlete_id: int, url: str | None, *, yes: bool) -> None:
    """Delete an athlete: settings, sets, events, messages. Works beside a running coach.

    Copies of the database (BACKUP_FOLDER) keep what they have until they are old enough to be removed.
    """
    import asyncio

    with addressed(url) as address:
        kept = kept_of(athlete_id, address)
        what = f"athlete {athlete_id} (sets: {len(kept.sets)}, events: {len(kept.events)})"
        if not yes:
            click.confirm(f"Delete {what} for good?", abort=True)
        if not asyncio.run(_forget(athlete_id, address)):
            raise unknown(athlete_id, address)
    click.echo(f"Deleted: {what}. Who writes again is somebody new.")


async def _forget(athlete_id: int, address: str) -> bool:
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import units_of_work

    engine = make_engine(address)
    try:
        async with units_of_work(engine)() as work:
            is_there = await _forgotten(athlete_id, work)
            await work.commit()
            return is_there
    finally:
        await engine.dispose()


async def _forgotten(athlete_id: int, work: "UnitOfWork") -> bool:
    """The use case that answers an athlete's own wish."""
    from bot.bootstrap import system_clock
    from bot.coaching.forget_athlete import ForgetAthlete
    from bot.coaching.ports import Incoming

    athlete = await work.athletes.get(athlete_id)
    if athlete is None:
        return False
    wish = Incoming(athlete_id=athlete_id, chat_id=athlete.chat_id, source="operator", said_at=system_clock())
    await ForgetAthlete()(work, wish)
    return True
