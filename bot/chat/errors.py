"""What failed: the error handler notes it, and a row that stays open is tried again, then set aside."""

import traceback
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import structlog
from telegram.error import NetworkError

from bot.chat.alarm import Alarm
from bot.chat.context import IN_HAND, CoachContext
from bot.coaching.mail import Draft, InboxRow, Message, OutboxKind, reference_of
from bot.coaching.ports import Clock, UnitOfWork, UnitsOfWork
from bot.coaching.trouble import SetAside

log = structlog.get_logger()

RETRIES = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 15, 30))
SET_ASIDE = "set_aside"
UNPARSEABLE = "unparseable"
OUTAGE = timedelta(seconds=5)
SURROUNDINGS: tuple[type[Exception], ...] = (NetworkError, OSError)


async def note_error(update: object, context: CoachContext) -> None:
    """PTB's error handler: nothing is answered here, the worker sees to the row.

    Errors of jobs and tasks arrive here too; they belong to no row.
    """
    in_hand = IN_HAND.get(None)
    if update is None or context.coroutine is not None or in_hand is None:
        log.error("background_failed", **what_failed(context.error))
        return
    log.error("turn_failed", **what_failed(context.error))
    in_hand.error = context.error


class Failures:
    """What becomes of rows whose turn failed. An error of the surroundings is no fault of the row."""

    def __init__(
        self,
        units: UnitsOfWork,
        clock: Clock,
        apology: Callable[[str], Message],
        wake_delivery: Callable[[], None],
        *,
        alarm: Alarm,
    ) -> None:
        self._units = units
        self._clock = clock
        self._apology = apology
        self._wake_delivery = wake_delivery
        self._alarm = alarm

    async def note(self, row: InboxRow, error: Exception | None) -> None:
        """Keep the row for another try, 1, 5, 15 and 30 s later; after the fifth set it aside."""
        counts = not isinstance(error, SURROUNDINGS)
        retry_at = self._clock() + _pause_after(row, counts=counts)
        async with self._units() as work:
            attempts = await work.inbox.note_failure(
                row.update_id, whereabouts(error), retry_at, counts=counts
            )
            if attempts > len(RETRIES):
                await self._give_up(work, row, whereabouts(error))
            await work.commit()
        self._wake_delivery()

    async def unparseable(self, row: InboxRow, error: Exception) -> None:
        """Set aside at once what isn't an update that we can read; nobody waits for an answer to it."""
        log.error("update_unparseable", error=type(error).__name__)
        async with self._units() as work:
            await work.inbox.note_failure(row.update_id, UNPARSEABLE, self._clock(), counts=True)
            await work.inbox.mark(row.update_id, SET_ASIDE, self._clock())
            await self._alarm.tell(
                work, SetAside(reference_of(row.update_id), UNPARSEABLE, has_apology=False)
            )
            await work.commit()
        self._wake_delivery()

    async def _give_up(self, work: UnitOfWork, row: InboxRow, error: str) -> None:
        reference = reference_of(row.update_id)
        log.error("update_set_aside", reference=reference)
        await work.inbox.mark(row.update_id, SET_ASIDE, self._clock())
        await self._alarm.tell(work, SetAside(reference, error, has_apology=row.chat_id > 0))
        if row.chat_id > 0:
            await work.outbox.add(
                Draft(
                    chat_id=row.chat_id,
                    kind=OutboxKind.MESSAGE,
                    message=self._apology(reference),
                    key=f"apology:{row.update_id}",
                    answers=f"u:{row.update_id}",
                )
            )


def what_failed(error: BaseException | None) -> dict[str, str]:
    """An error for the log: its kind and its frames, without its own words, which may quote somebody."""
    frames = traceback.format_tb(error.__traceback__) if error else []
    return {"error": type(error).__name__, "frames": "\n" + "".join(frames)}


def whereabouts(error: Exception | None) -> str:
    """Kind and place of an error. Its own words may quote what somebody wrote, so they aren't kept."""
    if error is None:
        return "left open"
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _pause_after(row: InboxRow, *, counts: bool) -> timedelta:
    return RETRIES[min(row.attempts, len(RETRIES) - 1)] if counts else OUTAGE
