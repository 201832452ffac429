"""A real application and store around a coach of recording functions, with Telegram from memory."""

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram.request import RequestData

from bot.chat.alarm import Alarm
from bot.chat.application import build_application
from bot.chat.context import CoachApplication, Wiring
from bot.chat.deliver import Delivery
from bot.chat.errors import Failures
from bot.chat.intake import Intake
from bot.chat.loopback import Call, Loopback
from bot.chat.pacing import Pacing
from bot.chat.speech import Speech
from bot.chat.turn import Turns
from bot.chat.worker import Worker
from bot.coaching.coach import Coach
from bot.coaching.log_outcomes import Logged
from bot.coaching.mail import Draft, Lane, Message, OutboxKind
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import Incoming, UnitOfWork, UnitsOfWork
from bot.coaching.trouble import Trouble
from tests.chat.updates import ATHLETE, Json

OPERATOR = 4711
START = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


class FixedClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(frozen=True, slots=True)
class Saying(Quiet):
    """An outcome that already has its words."""

    messages: tuple[Message, ...]


def saying(*texts: str) -> Saying:
    return Saying(tuple(Message(text) for text in texts))


def draft(text: str, chat_id: int = ATHLETE, lane: Lane = Lane.INTERACTIVE) -> Draft:
    return Draft(chat_id=chat_id, kind=OutboxKind.MESSAGE, lane=lane, message=Message(text))


def render(outcome: Outcome) -> tuple[Message, ...]:
    if isinstance(outcome, Logged):
        return (Message(f"logged {outcome.source}"),)
    return outcome.messages if isinstance(outcome, Saying) else ()


def apology(reference: str) -> Message:
    return Message(f"sorry ({reference})")


def alarm(trouble: Trouble) -> Message:
    return Message(f"alarm: {trouble}")


async def yes(*_: object) -> bool:
    return True


@dataclass
class Recorder:
    """Stands in for all use cases: notes what was asked, and answers with its name and the text.

    `instead` replaces a use case by name.
    """

    asked: list[tuple[str, Incoming, tuple[object, ...]]] = field(default_factory=list)
    instead: dict[str, Callable[..., Awaitable[Any]]] = field(default_factory=lambda: {"still_wanted": yes})

    def coach(self) -> Coach:
        return Coach(**{name: self._use_case(name) for name in Coach.__dataclass_fields__})

    def names(self) -> list[str]:
        return [name for name, _, _ in self.asked]

    def _use_case(self, name: str) -> Callable[..., Awaitable[Any]]:
        async def answer(work: UnitOfWork, incoming: Incoming, *more: object) -> object:
            self.asked.append((name, incoming, more))
            if name in self.instead:
                return await self.instead[name](work, incoming, *more)
            return saying(f"{name} {incoming.text}".strip())

        return answer


class ScriptedApi(Loopback):
    """The loopback, with trouble: each call of these methods takes the next item of `trouble` first.

    An exception is raised, a pair is answered as status and JSON, None lets the call pass.
    """

    def __init__(self, on_call: Callable[[Call], None], clock: FixedClock) -> None:
        super().__init__(on_call, clock, first_message_id=100)
        self.trouble: list[Exception | tuple[int, bytes] | None] = []
        self.tried: list[str] = []
        self.before: Callable[[], Awaitable[None]] | None = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        if name in {"sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery"}:
            self.tried.append(name)
            if self.before:
                await self.before()
            trouble = self.trouble.pop(0) if self.trouble else None
            if isinstance(trouble, Exception):
                raise trouble
            if trouble:
                return trouble
        return await super().do_request(url, method, request_data)


@dataclass
class Scene:
    units: UnitsOfWork
    clock: FixedClock
    recorder: Recorder
    api: ScriptedApi
    calls: list[Call]
    application: CoachApplication
    worker: Worker
    delivery: Delivery
    intake: Intake
    path: Path

    def result_of(self, update_id: int) -> str | None:
        """How the inbox row was closed; None while it is open."""
        result: str | None
        ((result,),) = self.query("SELECT result FROM inbox WHERE update_id = ?", update_id)
        return result

    def query(self, sql: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql, values).fetchall()

    def said(self, *, to_operators: bool = False) -> list[str]:
        """What athletes were told, or else the operators."""
        told = [call.params for call in self.calls if "text" in call.params]
        return [params["text"] for params in told if (params["chat_id"] == OPERATOR) is to_operators]

    def methods(self) -> list[str]:
        return [call.method for call in self.calls if call.method != "getMe"]

    async def receive(self, *updates: Json) -> None:
        """Let these come in, and everything settle."""
        await self.intake.accept(updates)
        await self.settle()

    async def settle(self) -> None:
        await self.worker.settle()
        await self.delivery.settle()

    async def put(self, *drafts: Draft) -> None:
        """Write straight into the outbox."""
        async with self.units() as work:
            for draft in drafts:
                assert await work.outbox.add(draft)
            await work.commit()


@asynccontextmanager
async def scene(
    path: Path,
    units: UnitsOfWork,
    clock: FixedClock,
    *,
    pacing: Pacing | None = None,
    cap: int = 16,
    operators: Sequence[int] = (),
) -> AsyncIterator[Scene]:
    recorder = Recorder()
    calls: list[Call] = []
    api = ScriptedApi(calls.append, clock)
    coach = recorder.coach()

    def wake_delivery() -> None:
        delivery.wake()

    turns = Turns(units, render, clock, wake_delivery)
    application = build_application(token="1:x", wiring=Wiring(coach=coach, turns=turns), request=api)
    told = Alarm(operators, clock, alarm)
    failures = Failures(units, clock, apology, wake_delivery, alarm=told)
    worker = Worker(application, units, clock, failures=failures, cap=cap)
    speech = Speech(units, clock, coach, render, told)
    delivery = Delivery(application.bot, units, clock, pacing=pacing or Pacing.unlimited(), speech=speech)
    delivery.follow(worker)
    intake = Intake(units, clock, worker.wake)
    async with application:
        yield Scene(units, clock, recorder, api, calls, application, worker, delivery, intake, path)
