"""The only place that builds things and wires them together; also the only one that reads the clock."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.domain.prompts import GRACE

if TYPE_CHECKING:
    from telegram.request import BaseRequest

    from bot.attending import Attendant
    from bot.chat.alarm import Alarm
    from bot.chat.context import CoachApplication, Wiring
    from bot.chat.deliver import Delivery
    from bot.chat.intake import Intake
    from bot.chat.pacing import Pacing
    from bot.chat.worker import Worker
    from bot.coaching.coach import Coach
    from bot.coaching.mail import Message
    from bot.coaching.outcomes import Outcome
    from bot.coaching.ports import Clock, UnitsOfWork
    from bot.coaching.trouble import Trouble
    from bot.schedule.heartbeat import Heartbeat
    from bot.settings import Settings

log = structlog.get_logger()

HEARTBEAT = timedelta(seconds=1)
BULK_RESERVE = 1


def system_clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the one place


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """How the Bot API is reached, by a `request` from memory; `operators` are told of trouble there."""

    token: str
    api_url: str | None
    pacing: "Pacing"
    request: "BaseRequest | None" = None
    operators: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The coach in one language: what it can be asked for, and the words for what happened.

    `render` is told the link that leads to the coach's private chat, `apology` a failure's reference,
    `alarm` what the operators are to know.
    """

    coach: "Coach"
    render: "Callable[[Outcome, str], tuple[Message, ...]]"
    apology: "Callable[[str], Message]"
    alarm: "Callable[[Trouble], Message]"
    commands: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """All rooms, wired: what is accepted is worked on, answered and delivered."""

    units: "UnitsOfWork"
    clock: "Clock"
    wiring: "Wiring"
    application: "CoachApplication"
    intake: "Intake"
    worker: "Worker"
    delivery: "Delivery"
    heartbeat: "Heartbeat"
    alarm: "Alarm"

    @property
    def failures(self) -> int:
        return self.worker.failed + self.delivery.failed

    async def settle(self) -> None:
        """Do everything that is due at the clock's now."""
        await self.heartbeat.tick()
        await self.worker.settle()
        await self.delivery.settle()
        await self.end_errands()

    async def end_errands(self) -> None:
        while self.wiring.errands:
            await asyncio.wait(self.wiring.errands)


@asynccontextmanager
async def open_house(voice: Voice, telegram: Telegram, *, url: str, clock: "Clock") -> AsyncIterator[House]:
    """Everything built; the application isn't initialized yet, and the loops don't run."""
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import units_of_work

    engine = make_engine(url)
    try:
        house = _wire(voice, telegram, units_of_work(engine), clock)
        gc.enable()
        yield house
    finally:
        await engine.dispose()


def english_voice(default_zone: str, grace: timedelta = GRACE) -> Voice:
    """The coach itself. `default_zone` holds until a place is named, `grace` is how late a prompt may go."""
    from bot.coaching.build import build_coach
    from bot.data.exercises import load_catalogue
    from bot.data.lexicon import load_lexicon
    from bot.data.places import OfflinePlaces
    from bot.texts.language import Language
    from bot.texts.operators import told_operators
    from bot.texts.render import render
    from bot.texts.replies import apology, commands

    english = Language("en")
    coach = build_coach(
        catalogue=load_catalogue(),
        lexicons={"en": load_lexicon("en")},
        places=OfflinePlaces(),
        default_zone=default_zone,
        grace=grace,
    )
    return Voice(
        coach=coach,
        render=lambda outcome, link: render(outcome, english, link=link),
        apology=partial(apology, say=english),
        alarm=partial(told_operators, say=english),
        commands=commands(english),
    )


def _wire(voice: Voice, telegram: Telegram, units: "UnitsOfWork", clock: "Clock") -> House:
    from bot.chat.alarm import Alarm
    from bot.chat.application import build_application
    from bot.chat.context import Wiring
    from bot.chat.deliver import Delivery
    from bot.chat.errors import Failures
    from bot.chat.intake import Intake
    from bot.chat.speech import Speech
    from bot.chat.turn import Turns
    from bot.chat.worker import Worker
    from bot.schedule.heartbeat import Heartbeat

    def wake_delivery() -> None:
        delivery.wake()

    def words(outcome: "Outcome") -> tuple["Message", ...]:
        return voice.render(outcome, application.bot.link)

    wiring = Wiring(coach=voice.coach, turns=Turns(units, words, clock, wake_delivery))
    application = build_application(
        token=telegram.token, wiring=wiring, request=telegram.request, api_url=telegram.api_url
    )
    alarm = Alarm(telegram.operators, clock, voice.alarm)
    speech = Speech(units, clock, voice.coach, words, alarm)
    delivery = Delivery(application.bot, units, clock, pacing=telegram.pacing, speech=speech)
    failures = Failures(units, clock, voice.apology, wake_delivery, alarm=alarm)
    worker = Worker(application, units, clock, failures=failures)
    delivery.follow(worker)
    return House(
        units=units,
        clock=clock,
        wiring=wiring,
        application=application,
        intake=Intake(units, clock, worker.wake),
        worker=worker,
        delivery=delivery,
        heartbeat=Heartbeat(units, clock, voice.coach.claim_due_prompts, (worker.wake, delivery.wake)),
        alarm=alarm,
    )


async def run_on_telegram(settings: "Settings", voice: Voice, stopping: asyncio.Event) -> None:
    """Coach until `stopping` is set; then what is in hand is finished. Bad starts are one-line errors."""
    from bot.chat.pacing import Pacing
    from bot.store.lock import serving
    from bot.store.schema import ensure_schema

    telegram = Telegram(
        token=settings.require_token(),
        api_url=settings.telegram_api_url,
        pacing=Pacing(settings.bulk_rate, settings.burst, BULK_RESERVE),
        operators=settings.admin_ids,
    )
    url = settings.database_url
    opened = open_house(voice, telegram, url=url, clock=system_clock)
    async with opened as house, _signed_in(house.application, voice, settings):
        with serving(url):
            await asyncio.to_thread(ensure_schema, url)
            await _serve(house, settings, stopping)


@asynccontextmanager
async def _signed_in(app: "CoachApplication", voice: Voice, settings: "Settings") -> AsyncIterator[None]:
    """Say which commands there are, and that updates are polled for; none that waits is dropped."""
    from telegram.error import TelegramError

    from bot.chat.signing_in import why_not_signed_in
    from bot.settings import SettingsError

    try:
        await app.initialize()
        await app.bot.delete_webhook(drop_pending_updates=False)
        await app.bot.set_my_commands(voice.commands)
    except TelegramError as error:
        await app.bot.shutdown()
        raise SettingsError(why_not_signed_in(error, settings.telegram_api_url)) from None
    try:
        yield
    finally:
        await app.shutdown()


async def _serve(house: House, settings: "Settings", stopping: asyncio.Event) -> None:
    """Start the loops from the inside out, and stop them from the outside in."""
    from bot.attending import attendants
    from bot.chat.polling import Polling

    application = house.application
    polling = Polling(application.bot, house.intake, house.clock)
    besides = attendants(settings, house, lambda: polling.last_good_poll_at)
    await application.start()
    if application.job_queue is not None:
        house.heartbeat.start(application.job_queue, HEARTBEAT)
    loops: Sequence[Attendant] = (polling, house.worker, house.delivery, *besides)
    running = [asyncio.create_task(loop.run()) for loop in loops]
    log.info("coach_started", bot=application.bot.username)
    told_to_stop = asyncio.create_task(stopping.wait())
    # A loop that ends by itself has failed: the others are stopped too, so that somebody starts anew.
    await asyncio.wait({told_to_stop, *running}, return_when=asyncio.FIRST_COMPLETED)
    told_to_stop.cancel()
    for loop, task in zip(loops, running, strict=True):
        loop.stop()
        await asyncio.wait({task})
    await house.end_errands()
    await application.stop()
    log.info("coach_stopped")
    await asyncio.gather(*running)
