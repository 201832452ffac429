"""Telegram's rate limits: so many messages a second for a bot and for a chat, then a 429 that holds."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bot_api.refusals import too_many_requests

WINDOW = 1.0
PACED_METHODS = frozenset(
    {"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup"}
)


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Messages in any one second; `None` means no limit. The seconds are handed in for tests."""

    per_second: int | None = None
    per_chat_per_second: int | None = None
    retry_after: int = 1
    seconds: Callable[[], float] = time.monotonic


@dataclass(slots=True)
class _Gate:
    passed: deque[float] = field(default_factory=deque)
    closed_until: float = 0


class Pacer:
    def __init__(self, limits: RateLimits) -> None:
        self._limits = limits
        self._bot = _Gate()
        self._chats: defaultdict[object, _Gate] = defaultdict(_Gate)

    def admit(self, method: str, chat_id: object) -> None:
        """Count a message, or refuse it; who comes again before `retry_after` is over is refused too."""
        if method not in PACED_METHODS:
            return
        now = self._limits.seconds()
        gates = [
            (gate, most)
            for gate, most in (
                (self._chats[chat_id], self._limits.per_chat_per_second),
                (self._bot, self._limits.per_second),
            )
            if most is not None
        ]
        for gate, most in gates:
            self._check(gate, most, now)
        for gate, _ in gates:
            gate.passed.append(now)

    def _check(self, gate: _Gate, most: int, now: float) -> None:
        while gate.passed and gate.passed[0] <= now - WINDOW:
            gate.passed.popleft()
        if now >= gate.closed_until and len(gate.passed) >= most:
            gate.closed_until = now + self._limits.retry_after
        if now < gate.closed_until:
            raise too_many_requests(math.ceil(gate.closed_until - now))
