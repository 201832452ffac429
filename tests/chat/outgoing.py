"""Rows for the outbox, what Telegram answers to them, and what became of them."""

import json
from collections.abc import Awaitable, Callable
from datetime import date

import httpx
from telegram.error import NetworkError, TimedOut

from bot.coaching.mail import Draft, Lane, OutboxKind
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import UnitOfWork
from tests.chat.scene import Scene
from tests.chat.updates import ATHLETE

TODAY = date(2026, 3, 2)


def refused(code: int, description: str, **parameters: object) -> tuple[int, bytes]:
    answer = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, json.dumps(answer).encode()


def unsure() -> TimedOut:
    """It may have arrived."""
    error = TimedOut()
    error.__cause__ = httpx.ReadTimeout("")
    return error


def unsent() -> NetworkError:
    error = NetworkError("")
    error.__cause__ = httpx.ConnectError("")
    return error


def stub(**more: object) -> Draft:
    settings = {"chat_id": ATHLETE, "lane": Lane.BULK, "day": TODAY, "key": "p:42:2026-03-02", **more}
    return Draft(kind=OutboxKind.PROMPT, **settings)  # type: ignore[arg-type]


def states(stage: Scene) -> list[str | None]:
    return [state for (state,) in stage.query("SELECT state FROM outbox ORDER BY outbox_id")]


async def deliver(stage: Scene, *, minutes: int) -> None:
    """Settle again and again while this time passes."""
    for _ in range(minutes * 60):
        await stage.delivery.settle()
        stage.clock.move(seconds=1)


def prepared(outcome: Outcome) -> Callable[..., Awaitable[Outcome]]:
    async def prepare(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        return outcome

    return prepare
