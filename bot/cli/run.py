"""`coach run`: the coach on Telegram, until it is told to stop."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
def run() -> None:
    """Coach on Telegram, until SIGTERM or Ctrl-C.

    Needs TELEGRAM_TOKEN in the environment or .env; .env.example explains all settings.
    """
    import asyncio

    from bot.observe import configure_logging
    from bot.settings import LogFormat, load_settings

    settings = load_settings()
    settings.require_token()
    settings.webhook()
    configure_logging(settings.log_level, as_json=settings.log_format is LogFormat.JSON)
    asyncio.run(_until_told_to_stop(settings))


async def _until_told_to_stop(settings: "Settings") -> None:
    import asyncio
    import signal
    from datetime import timedelta

    from bot.bootstrap import english_voice
    from bot.serve import run_on_telegram

    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    voice = english_voice(settings.default_zone, timedelta(hours=settings.grace_hours))
    await run_on_telegram(settings, voice, stopping)
