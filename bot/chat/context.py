"""What a handler finds at hand: the coach's use cases, the row it answers, and its one turn."""

import asyncio
from collections.abc import Coroutine
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Self

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from bot.chat.incoming import incoming_of
from bot.chat.turn import Act, Turns
from bot.coaching.coach import Coach
from bot.coaching.mail import InboxRow

Data = dict[str, object]
WIRING = "wiring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiring:
    """Handed to `build_application`; `errands` holds the small tasks that no turn waits for."""

    coach: Coach
    turns: Turns
    errands: set[asyncio.Task[None]] = field(default_factory=set)


@dataclass(slots=True)
class InHand:
    """The inbox row that a worker's task is at, and what went wrong with it.

    `is_ours` is False if another process was at it, or had been.
    """

    row: InboxRow
    error: Exception | None = None
    is_ours: bool = True


IN_HAND: ContextVar[InHand] = ContextVar("in_hand")


class CoachContext(CallbackContext[ExtBot[None], Data, Data, dict[str, Wiring]]):
    """PTB's context, which also remembers the update that it was made for."""

    _update: Update | None = None

    @classmethod
    def from_update(
        cls,
        update: object,
        application: "Application[Any, Self, Any, Any, Any, Any]",
    ) -> Self:
        context = super().from_update(update, application)
        context._update = update if isinstance(update, Update) else None  # noqa: SLF001 - its own
        return context

    @property
    def coach(self) -> Coach:
        return self.bot_data[WIRING].coach

    async def turn(self, act: Act, *, tapped: int | None = None) -> None:
        """Do this for the update in hand, in one transaction; what nobody sent is marked `ignored`."""
        in_hand = IN_HAND.get()
        turns = self.bot_data[WIRING].turns
        incoming = incoming_of(self._update, in_hand.row.received_at) if self._update else None
        if incoming is None:
            await self.ignore()
        else:
            in_hand.is_ours = await turns.run(in_hand.row.update_id, incoming, act, tapped=tapped)

    async def ignore(self) -> None:
        """Close the row in hand without an answer."""
        in_hand = IN_HAND.get()
        in_hand.is_ours = await self.bot_data[WIRING].turns.ignore(in_hand.row.update_id)

    def aside(self, errand: Coroutine[None, None, None]) -> None:
        """Start what no turn waits for; it catches its own errors."""
        errands = self.bot_data[WIRING].errands
        task = asyncio.create_task(errand)
        errands.add(task)
        task.add_done_callback(errands.discard)


CoachApplication = Application[
    ExtBot[None], CoachContext, Data, Data, dict[str, Wiring], JobQueue[CoachContext]
]
