"""Delivery: says what stands in the outbox, each chat's rows in order, as fast as Telegram lets us."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.chat.crew import Chore, Crew
from bot.chat.errors import SURROUNDINGS, what_failed, whereabouts
from bot.chat.pacing import NOW, Pacing
from bot.chat.progress import Progress
from bot.chat.refusals import Refusal, Verdict, classify
from bot.chat.say import say
from bot.chat.speech import Speech
from bot.coaching.mail import Draft, Lane, OutboxKind, OutboxRow
from bot.coaching.ports import Clock, Leads, UnitsOfWork, always
from bot.coaching.trouble import Undeliverable
from bot.observe import count

log = structlog.get_logger()

AT_ONCE = 16
TRIES_UNKNOWN, PROMPT_TRIES_UNKNOWN = 5, 2
STUMBLES = 5
LOUD = frozenset({"refused", "failed"})
UNKNOWN = "unknown"
LONGEST_BACK_OFF = timedelta(minutes=1)
DRAIN = timedelta(seconds=1)


class Delivery(Crew):
    """Every message is sent at least once; what may have arrived is repeated only a few times.

    A chat whose messages are just being worked on waits for their end, but no longer than a second, so
    that several in a row get one receipt.
    """

    def __init__(self, bot: Bot, units: UnitsOfWork, clock: Clock, *, pacing: Pacing, speech: Speech) -> None:
        super().__init__(clock, AT_ONCE)
        self._bot = bot
        self._units = units
        self._pacing = pacing
        self._speech = speech
        self._leads: Leads = always
        self._follows = False
        self._drains: Mapping[int, datetime] = {}
        self._paced_until: datetime | None = None
        self._accepted: dict[int, int] = {}
        self._unknown: Counter[int] = Counter()
        self._progress = Progress()

    def follow(self, worker: Crew) -> None:
        """The worker whose drains are waited for."""
        self._drains = worker.in_hand
        worker.tell(self.wake)

    def ask_first(self, leads: Leads) -> None:
        """Nothing is begun while this says that another process sends."""
        self._leads = leads

    async def _look(self, besides: frozenset[int], limit: int) -> Sequence[Chore]:
        self._follows = not await self._leads()
        if self._follows:
            await self._write_down()
            return []
        now = self._clock()
        held = {chat: since + DRAIN for chat, since in self._drains.items() if since + DRAIN > now}
        held |= {chat: now + wait for chat, wait in self._pacing.full_chats(now).items()}
        async with self._units() as work:
            rows = await work.outbox.ready(now, besides=besides | held.keys(), limit=limit)
            if self._progress.is_due(now):
                self._progress.tell(await work.outbox.waiting(Lane.BULK), now)
        self._paced_until = min(held.values(), default=None)
        now = self._clock()  # the pace counts time by it, so none may go by twice
        chores = [(row.draft.chat_id, self._deliver(row)) for row in rows if self._may_go(row, now)]
        self._pacing.wait_for_more(waiting=len(chores) < len(rows) or len(rows) >= limit)
        return chores

    def _may_go(self, row: OutboxRow, now: datetime) -> bool:
        """Counts the message in; where its lane is full, remembers when to look again."""
        wait = self._pacing.wait(row.draft.lane, row.draft.chat_id, now)
        if wait > NOW:
            self._paced_until = min(self._paced_until or now + wait, now + wait)
            return False
        self._pacing.take(row.draft.chat_id, now)
        return True

    async def _next_at(self) -> datetime | None:
        if self._follows:
            return None
        async with self._units() as work:
            ready_at = await work.outbox.next_not_before(self._clock())
        return min((at for at in (ready_at, self._paced_until) if at is not None), default=None)

    async def _deliver(self, row: OutboxRow) -> None:
        with structlog.contextvars.bound_contextvars(outbox=row.outbox_id, chat=row.draft.chat_id):
            try:
                message_id = await self._say(row)
            except Exception as error:  # noqa: BLE001 - logged there; the loop goes on
                await self._stumbled(row, error)
                return
            if message_id is not None:
                count("messages", "sent")
                await self._mark_sent(row, message_id)
                if row.draft.lane is Lane.BULK:
                    self._progress.count(self._clock())

    async def _say(self, row: OutboxRow) -> int | None:
        """The id under which Telegram has it; None if it wasn't said, for now or for good."""
        if row.outbox_id in self._accepted:
            self._pacing.give_back()
            return self._accepted[row.outbox_id]
        draft = await self._speech.words_of(row)
        if draft is None:
            self._pacing.give_back()
            return None
        try:
            return await self._send(draft)
        except TelegramError as error:
            return await self._refused(replace(row, draft=draft), error)

    async def _send(self, draft: Draft) -> int:
        """Words were looked for meanwhile, so messages that began apart may be ready at once."""
        while True:
            wait = self._pacing.leave(draft.lane, self._clock())
            if wait <= NOW:
                break
            await asyncio.sleep(wait.total_seconds())
        try:
            return await say(draft, self._bot)
        finally:
            self._pacing.answered(self._clock())

    async def _mark_sent(self, row: OutboxRow, message_id: int) -> None:
        """Until that is written down, it is remembered here, so that the row isn't said again."""
        self._accepted[row.outbox_id] = message_id
        async with self._units() as work:
            await work.outbox.sent(row.outbox_id, message_id, self._clock())
            await work.commit()
        self._accepted.pop(row.outbox_id, None)
        self._unknown.pop(row.outbox_id, None)

    async def _write_down(self) -> None:
        """Whoever leads no more leaves no row open that Telegram has already: another would say it again."""
        for outbox_id, message_id in tuple(self._accepted.items()):
            async with self._units() as work:
                await work.outbox.sent(outbox_id, message_id, self._clock())
                await work.commit()
            self._accepted.pop(outbox_id, None)

    # -- what went wrong ------------------------------------------------------------------------------

    async def _refused(self, row: OutboxRow, error: TelegramError) -> int | None:
        verdict = classify(error)
        count("messages", verdict.refusal)
        log.warning("message_refused", refusal=verdict.refusal, error=type(error).__name__)
        match verdict.refusal:
            case Refusal.AS_WISHED:
                return row.draft.edits
            case Refusal.GONE:
                return await self._say_anew(row)
            case Refusal.NOT_SENT | Refusal.FOR_NOW:
                await self._later(row, verdict, error)
            case Refusal.UNKNOWN:
                await self._unknown_fate(row, verdict, error)
            case Refusal.UNREACHABLE:
                await self._speech.unreachable(row)
            case Refusal.FOR_GOOD:
                self.failed += 1
                log.error("message_dropped", reason=error.message)
                await self._drop(row, "refused", error.message)
            case _:
                assert_never(verdict.refusal)
        return None

    async def _say_anew(self, row: OutboxRow) -> int | None:
        """What can't be edited any more is said as a new message: every word is answered. A card isn't."""
        if row.draft.edits_row is not None:
            await self._drop(row, "quiet", "its card is gone")
            return None
        anew = replace(row, draft=replace(row.draft, kind=OutboxKind.MESSAGE, edits=None))
        return await self._say(anew)

    async def _later(self, row: OutboxRow, verdict: Verdict, error: Exception) -> None:
        """What Telegram asks for in a 429 holds the whole lane; the row's own back-off only the chat."""
        now = self._clock()
        if verdict.after is not None:
            self._pacing.hold(row.draft.lane, verdict.after, now)
        after = verdict.after or back_off(row.attempts)
        async with self._units() as work:
            await work.outbox.retry(row.outbox_id, now + after, whereabouts(error))
            await work.commit()

    async def _unknown_fate(self, row: OutboxRow, verdict: Verdict, error: Exception) -> None:
        self._unknown[row.outbox_id] += 1
        is_prompt = row.draft.kind is OutboxKind.PROMPT
        if self._unknown[row.outbox_id] < (PROMPT_TRIES_UNKNOWN if is_prompt else TRIES_UNKNOWN):
            await self._later(row, verdict, error)
        else:
            await self._drop(row, UNKNOWN, whereabouts(error))

    async def _stumbled(self, row: OutboxRow, error: Exception) -> None:
        """Our own fault: tried again, but not for good, for its chat waits. An outage is nobody's fault."""
        if isinstance(error, SURROUNDINGS):
            raise error
        self.failed += 1
        log.error("delivery_failed", **what_failed(error))
        if row.attempts + 1 < STUMBLES:
            await self._later(row, Verdict(Refusal.FOR_NOW), error)
        else:
            await self._drop(row, "failed", whereabouts(error))

    async def _drop(self, row: OutboxRow, state: str, reason: str) -> None:
        self._unknown.pop(row.outbox_id, None)
        async with self._units() as work:
            await work.outbox.drop(row.outbox_id, state, reason)
            if state in LOUD and not self._speech.alarm.is_for(row.draft.chat_id):
                await self._speech.alarm.tell(work, Undeliverable(f"out-{row.outbox_id}", reason))
            await work.commit()


def back_off(attempts: int) -> timedelta:
    """1, 2, 4 … 60 s."""
    return min(timedelta(seconds=2 ** min(attempts, 10)), LONGEST_BACK_OFF)
