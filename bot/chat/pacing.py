"""Lanes under one limit: replies go first, and the morning's prompts take what they leave."""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.coaching.mail import Lane

NOW = timedelta(0)
CHAT_SPACING = timedelta(seconds=1)
CHAT_BURST = 3
SECOND = timedelta(seconds=1)
A_MOMENT = timedelta(milliseconds=20)
REMEMBERED = 1024


class Pacing:
    """A bucket that fills at `rate` messages a second up to `burst`; all but replies leave `reserve` of it.

    What a busy machine couldn't send in its time is caught up with, as long as something was waiting; but
    in no second more than `rate + burst - 1` messages arrive. When one does is known between its leaving and
    its answer, so it counts from `leave` until a second after `answered`, however slow the way is.
    A chat is spoken to once in `chat_spacing`; only replies may come a few in a row before that counts.
    Nothing waits in here: `wait` says how long, `take` counts. The clock handed in may jump: what it loses
    is not counted, so a pause is never longer than it was meant to be.
    """

    def __init__(
        self, rate: float, burst: float, reserve: float, *, chat_spacing: timedelta = CHAT_SPACING
    ) -> None:
        if rate <= 0 or burst < reserve + 1:
            raise ValueError(
                f"no bulk message could ever go at rate {rate}, burst {burst}, reserve {reserve}"
            )
        self._rate = rate
        self._burst = burst
        self._reserve = reserve
        self._chat_spacing = chat_spacing
        self._tokens = burst
        self._most_a_second = max(burst, rate + burst - 1)
        self._on_the_way = 0
        self._answered_at: deque[timedelta] = deque()
        self._something_waits = False
        self._seen_at: datetime | None = None
        self._passed = timedelta(0)
        self._held_until: dict[Lane, timedelta] = {}
        self._spaced_until: dict[int, timedelta] = {}

    @classmethod
    def unlimited(cls) -> "Pacing":
        """For the loopback, where nobody counts."""
        return cls(rate=1e9, burst=1e9, reserve=0, chat_spacing=NOW)

    def wait(self, lane: Lane, chat_id: int, now: datetime) -> timedelta:
        """How long until a message of this lane may go to this chat; zero means now."""
        self._advance(now)
        needed = 1.0 if lane is Lane.INTERACTIVE else 1.0 + self._reserve
        waits = [
            NOW,
            timedelta(seconds=(needed - self._tokens) / self._rate),
            self._held_until.get(lane, NOW) - self._passed,
        ]
        if chat_id in self._spaced_until:
            in_a_row = CHAT_BURST - 1 if lane is Lane.INTERACTIVE else 0
            waits.append(self._spaced_until[chat_id] - in_a_row * self._chat_spacing - self._passed)
        return max(waits)

    def full_chats(self, now: datetime) -> Mapping[int, timedelta]:
        """Those that not even a reply may go to, and for how long: they needn't be looked at."""
        self._advance(now)
        later = self._passed + (CHAT_BURST - 1) * self._chat_spacing
        return {chat: until - later for chat, until in self._spaced_until.items() if until > later}

    def take(self, chat_id: int, now: datetime) -> None:
        """A message goes to this chat."""
        self._advance(now)
        self._tokens -= 1
        if len(self._spaced_until) >= REMEMBERED:
            self._forget()
        since = max(self._passed, self._spaced_until.get(chat_id, NOW))
        self._spaced_until[chat_id] = since + self._chat_spacing

    def leave(self, lane: Lane, now: datetime) -> timedelta:
        """A message that was taken is about to leave: how long it must wait still; zero counts it out."""
        self._advance(now)
        while self._answered_at and self._answered_at[0] <= self._passed - SECOND:
            self._answered_at.popleft()
        most = self._most_a_second - (0 if lane is Lane.INTERACTIVE else self._reserve)
        if self._on_the_way + len(self._answered_at) < most:
            self._on_the_way += 1
            return NOW
        return self._answered_at[0] + SECOND - self._passed if self._answered_at else A_MOMENT

    def answered(self, now: datetime) -> None:
        """A message that left was answered, or will never be."""
        self._advance(now)
        self._on_the_way -= 1
        self._answered_at.append(self._passed)

    def wait_for_more(self, *, waiting: bool) -> None:
        """Whether something waits from now on: its time isn't lost then."""
        self._something_waits = waiting

    def give_back(self) -> None:
        """Nothing was sent after all."""
        self._tokens += 1

    def hold(self, lane: Lane, length: timedelta, now: datetime) -> None:
        """Telegram has asked for a pause; only the lane that ran into it keeps still."""
        self._advance(now)
        self._held_until[lane] = max(self._held_until.get(lane, NOW), self._passed + length)

    def _advance(self, now: datetime) -> None:
        elapsed = max(NOW, now - self._seen_at) if self._seen_at else NOW
        self._seen_at = now
        self._passed += elapsed
        owed = self._rate * SECOND.total_seconds() if self._something_waits else 0
        self._tokens = min(self._burst + owed, self._tokens + elapsed.total_seconds() * self._rate)

    def _forget(self) -> None:
        self._spaced_until = {
            chat: until for chat, until in self._spaced_until.items() if until > self._passed
        }
