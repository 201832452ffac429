"""The console's clock: the real one or a set one, put forward by `:wait`."""

from datetime import datetime, timedelta

from bot.coaching.ports import Clock


class ConsoleClock:
    """Shows what `base` shows, put forward; a base that stands still moves only by `move_to`."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return self._base() + self._ahead

    def move_to(self, at: datetime) -> None:
        """Never back."""
        self._ahead += max(at - self(), timedelta())


def standing_at(at: datetime) -> Clock:
    """A clock that always shows the same instant."""

    def clock() -> datetime:
        return at

    return clock
