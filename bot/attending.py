"""Wires what operators need beside the coach that serves: copies by night, health and metrics."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.chat.alarm import Alarm
    from bot.chat.deliver import Delivery
    from bot.coaching.ports import Clock, UnitsOfWork
    from bot.coaching.trouble import Backlog, BackupFailed
    from bot.ops.endpoint import Endpoint
    from bot.ops.nightly import Nightly
    from bot.schedule.heartbeat import Heartbeat
    from bot.settings import Settings

LastAt = Callable[[], datetime | None]

POLL_PATIENCE = timedelta(minutes=2)
BEAT_PATIENCE = timedelta(minutes=1)


class Attendant(Protocol):
    """A loop beside those of the coach."""

    async def run(self) -> None: ...

    def stop(self) -> None: ...


class Attended(Protocol):
    """What there is to look at of the house."""

    @property
    def units(self) -> "UnitsOfWork": ...
    @property
    def clock(self) -> "Clock": ...
    @property
    def alarm(self) -> "Alarm": ...
    @property
    def delivery(self) -> "Delivery": ...
    @property
    def heartbeat(self) -> "Heartbeat": ...


def attendants(settings: "Settings", house: Attended, last_poll_at: LastAt | None) -> Sequence[Attendant]:
    """Those that the settings ask for; what can't be is a bad start, in one line.

    `last_poll_at` is None where updates come in by another way than polling.
    """
    found: list[Attendant] = []
    if settings.backup_folder is not None:
        found.append(_nightly(settings, house))
    if settings.ops_port is not None:
        found.append(_endpoint(settings, house, last_poll_at))
    return found


def _nightly(settings: "Settings", house: Attended) -> "Nightly":
    from bot.ops.nightly import Nightly
    from bot.settings import SettingsError
    from bot.store.address import is_sqlite
    from bot.store.backup import back_up

    if settings.backup_folder is None or not is_sqlite(settings.database_url):
        raise SettingsError(
            "BACKUP_FOLDER is for a SQLite database: leave it out, and run pg_dump by night (README.md)"
        )
    return Nightly(
        settings.backup_folder,
        ZoneInfo(settings.default_zone),
        house.clock,
        back_up=partial(back_up, settings.database_url),
        tell=partial(_tell, house),
    )


async def _tell(house: Attended, trouble: "BackupFailed") -> None:
    async with house.units() as work:
        await house.alarm.tell(work, trouble)
        await work.commit()
    house.delivery.wake()


def _endpoint(settings: "Settings", house: Attended, last_poll_at: LastAt | None) -> "Endpoint":
    from bot.observe import counts
    from bot.ops.endpoint import Endpoint
    from bot.ops.health import Health, Pulse
    from bot.settings import SettingsError

    pulses = [Pulse("heartbeat", lambda: house.heartbeat.last_good_beat_at, BEAT_PATIENCE)]
    if last_poll_at is not None:
        pulses.append(Pulse("polling", last_poll_at, POLL_PATIENCE))
    health = Health(house.clock, pulses, partial(_ask, house.units))
    backlog = partial(_backlog, settings.database_url)
    endpoint = Endpoint(health, house.clock, counts=counts, backlog=backlog)
    address, port = settings.ops_listen, settings.ops_port or 0
    try:
        endpoint.listen(address, port)
    except OSError as error:
        raise SettingsError(
            f"{address}:{port} can't be listened on ({error.strerror}): "
            "set OPS_LISTEN to an address of this machine and OPS_PORT to a free port"
        ) from None
    return endpoint


async def _ask(units: "UnitsOfWork") -> None:
    """A question as turns ask them, by the connections that they use."""
    async with units() as work:
        await work.inbox.next_retry_at()


async def _backlog(url: str) -> "Backlog | None":
    from bot.store.queue import counted
    from bot.store.trouble import StoreError

    try:
        return await asyncio.to_thread(counted, url)
    except StoreError:
        return None
