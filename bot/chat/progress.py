"""How a large morning goes, for the log: a line now and then, and one at its end."""

from datetime import datetime, timedelta

import structlog

log = structlog.get_logger()

EVERY = timedelta(seconds=10)
LARGE = 100


class Progress:
    """Counts prompts that were delivered one after the other; a morning ends when none is left."""

    def __init__(self) -> None:
        self._sent = 0
        self._began_at: datetime | None = None
        self._sent_at: datetime | None = None
        self._told_at: datetime | None = None

    def count(self, now: datetime) -> None:
        """One more went out."""
        self._sent += 1
        self._began_at = self._began_at or now
        self._told_at = self._told_at or now
        self._sent_at = now

    def is_due(self, now: datetime) -> bool:
        return self._told_at is not None and now - self._told_at >= EVERY

    def tell(self, left: int, now: datetime) -> None:
        """`left` prompts still wait. Small mornings aren't spoken of."""
        if self._began_at is None or self._sent_at is None:
            return
        seconds = max((self._sent_at - self._began_at).total_seconds(), 1)
        if self._sent + left >= LARGE:
            event = "prompts_going_out" if left else "prompts_gone_out"
            log.info(event, sent=self._sent, left=left, a_second=round(self._sent / seconds, 1))
        self._told_at = now
        if not left:
            self._sent, self._began_at, self._told_at = 0, None, None
