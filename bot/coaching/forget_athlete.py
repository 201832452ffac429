"""Forgetting an athlete: asked once, then all rows go in one transaction."""

from dataclasses import dataclass

from bot.coaching.news_outcomes import ForgetAsked, Forgotten
from bot.coaching.ports import Incoming, UnitOfWork


@dataclass(frozen=True, slots=True)
class ForgetAthlete:
    """Whoever writes again afterwards is somebody new."""

    async def ask(self, _work: UnitOfWork, _incoming: Incoming) -> ForgetAsked:
        return ForgetAsked()

    async def __call__(self, work: UnitOfWork, incoming: Incoming) -> Forgotten:
        """Messages too, read or set aside; those that wait to be read are told by somebody new."""
        await work.athletes.forget(incoming.athlete_id)
        await work.inbox.forget_chat(incoming.chat_id)
        await work.outbox.forget_chat(incoming.chat_id)
        return Forgotten()
