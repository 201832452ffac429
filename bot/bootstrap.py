"""The only place that builds things and wires them together; also the only one that reads the clock."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.prompts import GRACE

if TYPE_CHECKING:
    from telegram.request import BaseRequest

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
    from bot.store.company import Company

# What the processes that serve one database ring for.
WORKER, DELIVERY = "worker", "delivery"


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


@dataclass(frozen=True, slots=True)
class Store:
    """The database, and the other processes that serve it."""

    units: "UnitsOfWork"
    company: "Company"


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
    company: "Company"

    @property
    def failures(self) -> int:
        return self.worker.failed + self.delivery.failed

    async def settle(self) -> None:
        """Do everything that is due at the clock's now."""
        await self.heartbeat.tick()
        await self.worker.settle()
        await self.delivery.settle()
        await self.end_errands()

    async def follow_zone_rules(self) -> None:
        """What a machine's newer time zones have moved is planned anew."""
        from bot.data.zones import zone_rules
        from bot.schedule.zone_update import follow_zone_rules

        await follow_zone_rules(self.units, zone_rules())

    async def end_errands(self) -> None:
        while self.wiring.errands:
            await asyncio.wait(self.wiring.errands)


@asynccontextmanager
async def open_house(
    voice: Voice, telegram: Telegram, *, url: str, clock: "Clock", company: "Company | None" = None
) -> AsyncIterator[House]:
    """Everything built; the application isn't initialized yet, and the loops don't run."""
    from bot.store.company import Alone
    from bot.store.engine import make_engine
    from bot.store.unit_of_work import units_of_work

    engine = make_engine(url)
    try:
        house = _wire(voice, telegram, Store(units_of_work(engine), company or Alone()), clock)
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


def _wire(voice: Voice, telegram: Telegram, store: Store, clock: "Clock") -> House:
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

    units, company = store.units, store.company

    def wake_delivery() -> None:
        delivery.wake()
        if not company.is_leading:
            company.ring(DELIVERY)

    def wake_worker() -> None:
        worker.wake()
        if worker.is_full:
            company.ring(WORKER)

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
    delivery.ask_first(company.leads)
    company.hear(DELIVERY, delivery.wake)
    company.hear(WORKER, worker.wake)
    sweeps = (worker.wake, delivery.wake)
    return House(
        units=units,
        clock=clock,
        wiring=wiring,
        application=application,
        intake=Intake(units, clock, wake_worker),
        worker=worker,
        delivery=delivery,
        heartbeat=Heartbeat(units, clock, voice.coach.claim_due_prompts, sweeps, leads=company.leads),
        company=company,
        alarm=alarm,
    )
