"""Two lanes under one limit: replies go first, and the morning's prompts take what they leave."""

from datetime import datetime, timedelta

from bot.coaching.mail import Lane

NOW = timedelta(0)
CHAT_SPACING = timedelta(seconds=1)
REMEMBERED = 1024


class Pacing:
    """A bucket that fills at `rate` messages a second up to `burst`; bulk leaves `reserve` of it alone.

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
        self._seen_at: datetime | None = None
        self._passed = timedelta(0)
        self._held_until: dict[Lane, timedelta] = {}
        self._said_at: dict[int, timedelta] = {}

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
        if lane is Lane.BULK and chat_id in self._said_at:
            waits.append(self._said_at[chat_id] + self._chat_spacing - self._passed)
        return max(waits)

    def take(self, chat_id: int, now: datetime) -> None:
        """A message goes to this chat."""
        self._advance(now)
        self._tokens -= 1
        if len(self._said_at) >= REMEMBERED:
            self._forget()
        self._said_at[chat_id] = self._passed

    def give_back(self) -> None:
        """Nothing was sent after all."""
        self._tokens = min(self._burst, self._tokens + 1)

    def hold(self, lane: Lane, length: timedelta, now: datetime) -> None:
        """Telegram has asked for a pause; only the lane that ran into it keeps still."""
        self._advance(now)
        self._held_until[lane] = max(self._held_until.get(lane, NOW), self._passed + length)

    def _advance(self, now: datetime) -> None:
        elapsed = max(NOW, now - self._seen_at) if self._seen_at else NOW
        self._seen_at = now
        self._passed += elapsed
        self._tokens = min(self._burst, self._tokens + elapsed.total_seconds() * self._rate)

    def _forget(self) -> None:
        recent = self._passed - self._chat_spacing
        self._said_at = {chat: at for chat, at in self._said_at.items() if at > recent}
