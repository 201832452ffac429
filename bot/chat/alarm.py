"""Alarm: tells the operators of trouble, as messages of the outbox, and doesn't drown them."""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.coaching.mail import Draft, Message, OutboxKind
from bot.coaching.ports import Clock, UnitOfWork
from bot.coaching.trouble import ManyTroubles, Trouble

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 10


class Alarm:
    """Written in the transaction of what it tells of, so each trouble is told once.

    A fault may hit everybody: of more than ten an hour one message says that there are more.
    """

    def __init__(self, operators: Sequence[int], clock: Clock, words: Callable[[Trouble], Message]) -> None:
        self._operators = operators
        self._clock = clock
        self._words = words
        self._told_at: deque[datetime] = deque(maxlen=MOST_AN_HOUR + 1)

    def is_for(self, chat_id: int) -> bool:
        """Whether it is an operator's chat: what can't be delivered there isn't told there."""
        return chat_id in self._operators

    async def tell(self, work: UnitOfWork, trouble: Trouble) -> None:
        now = self._clock()
        while self._told_at and self._told_at[0] <= now - AN_HOUR:
            self._told_at.popleft()
        if len(self._told_at) > MOST_AN_HOUR:
            return
        is_last = len(self._told_at) == MOST_AN_HOUR
        self._told_at.append(now)
        message = self._words(ManyTroubles() if is_last else trouble)
        for operator in self._operators:
            await work.outbox.add(Draft(chat_id=operator, kind=OutboxKind.MESSAGE, message=message))
