"""`coach doctor`: all that the coach needs, checked; each failure says what to do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.ops.doctor import Finding
    from bot.settings import Settings

ENV_FILE = Path(".env")


@click.command()
@click.option("--offline", is_flag=True, help="Leave out what needs Telegram's server.")
def doctor(*, offline: bool) -> None:
    """Check settings, database, queue, token, clock, webhook and operators, and say what to do.

    It changes nothing, takes no update, and works beside a running coach. The exit code is 1 if a check
    has failed; a note is no failure.
    """
    from bot.observe import configure_logging
    from bot.ops.doctor import Health

    configure_logging("WARNING", as_json=False)
    has_failed = False
    for finding in _findings(offline=offline):
        has_failed = has_failed or finding.health is Health.FAILED
        remedy = f"\n{'':18}-> {finding.remedy}" if finding.remedy else ""
        click.echo(f"{finding.health:<6}  {finding.check:<9} {finding.fact}{remedy}")
    raise click.exceptions.Exit(1 if has_failed else 0)


def _findings(*, offline: bool) -> Iterator["Finding"]:
    from bot.ops.doctor import failed, judge_names
    from bot.settings import SettingsError, load_settings

    try:
        settings = load_settings(ENV_FILE)
    except SettingsError as error:
        yield failed("settings", str(error))
        return
    yield judge_names(_unknown_names(ENV_FILE))
    yield from _of_the_database(settings)
    if not offline:
        yield from _of_telegram(settings)


def _unknown_names(env_file: Path) -> frozenset[str]:
    from dotenv import dotenv_values

    from bot.settings import Settings

    return frozenset(name for name in dotenv_values(env_file) if name.lower() not in Settings.model_fields)


def _of_the_database(settings: "Settings") -> Iterator["Finding"]:
    from bot.ops.doctor import failed, judge_database, judge_space, judge_zones
    from bot.store.check import examine
    from bot.store.revisions import head
    from bot.store.trouble import StoreError

    url = settings.database_url
    try:
        found = examine(url)
    except StoreError as error:
        yield failed("database", str(error))
        yield judge_zones({settings.default_zone})
        return
    yield judge_database(found.name, found.revision, head())
    if found.free is not None:
        yield judge_space(found.free)
    yield judge_zones({settings.default_zone, *found.zones})
    if found.is_up_to_date:
        yield _of_the_queue(url)


def _of_the_queue(url: str) -> "Finding":
    from bot.bootstrap import system_clock
    from bot.ops.doctor import judge_queue
    from bot.store.queue import counted

    return judge_queue(counted(url), system_clock())


def _of_telegram(settings: "Settings") -> Iterator["Finding"]:
    import asyncio

    from telegram.error import TelegramError

    from bot.bootstrap import system_clock
    from bot.chat.introduction import marked
    from bot.chat.signing_in import meet, why_not_signed_in
    from bot.ops.doctor import failed, fine, judge_clock, judge_operators, judge_webhook
    from bot.settings import SettingsError

    api_url = settings.telegram_api_url
    try:
        met = asyncio.run(meet(settings.require_token(), api_url, system_clock, settings.admin_ids))
    except SettingsError as error:
        yield failed("token", str(error))
        return
    except TelegramError as error:
        yield failed("token", why_not_signed_in(error, api_url))
        return
    yield fine("token", f"it is @{met.username}'s")
    yield judge_clock(met.clock_ahead)
    try:
        hook = settings.webhook()
    except SettingsError as error:
        yield failed("webhook", str(error))
    else:
        wanted = marked(hook, settings.require_token()) if hook else ""
        now = met.webhook
        yield judge_webhook(now.url, wanted, now.pending_update_count, now.last_error_message or "")
    yield judge_operators(settings.admin_ids, met.strangers)
