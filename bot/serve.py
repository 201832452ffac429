"""The coach on Telegram: its loops, started from the inside out and stopped from the outside in."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import structlog

from bot.attending import Attendant, LastAt, attendants
from bot.bootstrap import House, Telegram, Voice, open_house, system_clock
from bot.chat.introduction import explained, introduce, signed_in
from bot.chat.pacing import Pacing
from bot.chat.polling import Polling
from bot.chat.webhook import Webhook
from bot.settings import Hook, Settings, SettingsError
from bot.store.company import serving_in_company
from bot.store.schema import ensure_schema

log = structlog.get_logger()

HEARTBEAT = timedelta(seconds=1)
BULK_RESERVE = 1


async def run_on_telegram(settings: Settings, voice: Voice, stopping: asyncio.Event) -> None:
    """Coach until `stopping` is set; then what is in hand is finished. Bad starts are one-line errors."""
    hook = settings.webhook()
    telegram = Telegram(
        token=settings.require_token(),
        api_url=settings.telegram_api_url,
        pacing=Pacing(settings.bulk_rate, settings.burst, BULK_RESERVE),
        operators=settings.admin_ids,
    )
    url = settings.database_url
    async with (
        serving_in_company(url) as company,
        open_house(voice, telegram, url=url, clock=system_clock, company=company) as house,
        signed_in(house.application, settings.telegram_api_url),
    ):
        await asyncio.to_thread(ensure_schema, url)
        with _door(house, hook) as door:
            with explained(settings.telegram_api_url):
                await introduce(house.application.bot, voice.commands, hook)
            besides = attendants(settings, house, _poll_watch(door))
            await _serve(
                house, (door, house.worker, house.delivery, house.heartbeat, *besides, company), stopping
            )


@contextmanager
def _door(house: House, hook: Hook | None) -> Iterator[Polling | Webhook]:
    """Which way updates come in. A webhook listens before Telegram hears of it."""
    if hook is None:
        yield Polling(house.application.bot, house.intake, house.clock, leads=house.company.leads)
        return
    webhook = Webhook(house.intake, hook.secret)
    try:
        webhook.listen(hook.address, hook.port)
    except OSError as error:
        raise SettingsError(
            f"{hook.address}:{hook.port} can't be listened on ({error.strerror}): "
            "set WEBHOOK_LISTEN to an address of this machine and WEBHOOK_PORT to a free port"
        ) from None
    try:
        yield webhook
    finally:
        webhook.close()


def _poll_watch(door: Polling | Webhook) -> LastAt | None:
    return (lambda: door.last_good_poll_at) if isinstance(door, Polling) else None


async def _serve(house: House, loops: Sequence[Attendant], stopping: asyncio.Event) -> None:
    """Until told to stop. A loop that ends by itself has failed: then all stop, to be started anew."""
    application = house.application
    await application.start()
    await house.follow_zone_rules()
    if application.job_queue is not None:
        house.heartbeat.start(application.job_queue, HEARTBEAT)
    running = [asyncio.create_task(loop.run()) for loop in loops]
    log.info("coach_started", bot=application.bot.username, door=type(loops[0]).__name__.lower())
    told_to_stop = asyncio.create_task(stopping.wait())
    await asyncio.wait({told_to_stop, *running}, return_when=asyncio.FIRST_COMPLETED)
    told_to_stop.cancel()
    for loop, task in zip(loops, running, strict=True):
        loop.stop()
        await asyncio.wait({task})
    await house.end_errands()
    await application.stop()
    log.info("coach_stopped")
    await asyncio.gather(*running)
