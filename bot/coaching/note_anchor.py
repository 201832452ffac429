"""The daily thing that an athlete trains beside: asked once, kept, and quoted in the mornings."""

from dataclasses import dataclass, replace

from bot.coaching.asked import AskedAnchor
from bot.coaching.log_sets import said
from bot.coaching.look_ahead import LookAhead
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.setting_outcomes import AnchorNoted
from bot.coaching.situation import Situation
from bot.coaching.views import AnchorAsked
from bot.domain.anchor import Anchor

ANCHOR_CHOSEN = "chosen:anchor"


@dataclass(frozen=True, slots=True)
class NoteAnchor:
    look_ahead: LookAhead

    async def ask(self, work: UnitOfWork, situation: Situation) -> AnchorAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedAnchor(situation.today)))
        return AnchorAsked(situation.athlete.anchor)

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, anchor: Anchor | None
    ) -> AnchorNoted:
        """None is an answer, too."""
        await work.events.add(incoming.athlete_id, [said(ANCHOR_CHOSEN, incoming, situation.today)])
        await work.athletes.save(replace(situation.athlete, anchor=anchor, asked=None))
        return AnchorNoted(anchor, await self.look_ahead(work, situation))
