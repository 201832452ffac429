"""Getting started: knees, toes or not sure; do it now; the rest of the questions wait for nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coaching.actions import Start
from bot.coaching.asked import AskedPullUps, AskedStart
from bot.coaching.log_sets import said
from bot.coaching.news_outcomes import MaxAsked
from bot.coaching.outcomes import (
    BarNoted,
    Placed,
    PullUpsNoted,
    StartNoted,
    Welcomed,
)
from bot.coaching.place_anew import PlaceAnew
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import open_question
from bot.coaching.situation import Situation, card_of, reload
from bot.coaching.views import (
    RoutineShown,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import BarSaid
from bot.domain.events import Placed as PlacedEvent
from bot.domain.exercise import Family
from bot.domain.placement import FULL_PUSH_UPS_FOR_TOES
from bot.domain.sets import LoggedSet

PULL_UPS_CHOSEN = "chosen:pull_ups"
_RUNGS = {
    Start.KNEES: ("knee_push_up", None),
    Start.TOES: ("push_up", FULL_PUSH_UPS_FOR_TOES),
    Start.UNSURE: ("knee_push_up", None),
}


@dataclass(frozen=True, slots=True)
class Onboard:
    catalogue: Catalogue
    place_anew: PlaceAnew

    async def welcome(self, work: UnitOfWork, situation: Situation) -> Welcomed | RoutineShown:
        """The first question; whoever has begun already sees today's plan."""
        if situation.is_placed or situation.log:
            return RoutineShown(card_of(situation, self.catalogue))
        await work.athletes.save(replace(situation.athlete, asked=AskedStart(situation.today)))
        return Welcomed()

    async def start_with(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, start: Start
    ) -> Placed | StartNoted | RoutineShown | MaxAsked:
        """Somebody who says toes can do five or more; the first plan follows at once.

        What was trained today stands, and the answer counts from the next session then. Once there are
        sets and an answer, that of an old message changes nothing. Who starts over is asked how many go.
        """
        if situation.log and situation.is_placed:
            return RoutineShown(card_of(situation, self.catalogue))
        rung, stated_max = _RUNGS[start]
        await self._place(work, incoming, situation, rung=rung, stated_max=stated_max)
        if situation.starts_over and start is not Start.UNSURE:
            return await self.place_anew.ask_max(work, situation, rung)
        await work.athletes.save(replace(situation.athlete, asked=None))
        after = await reload(work, situation, self.catalogue)
        card = card_of(after, self.catalogue)
        return Placed(start, card) if card.left else StartNoted(start)

    async def place_by(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, sets: Sequence[LoggedSet]
    ) -> None:
        """Somebody's first push-ups say knees or toes as well as an answer does.

        So many in one go are a stated maximum for the toes; fewer than five of them start on the knees.
        """
        rungs = {one.exercise for one in sets}
        best = max(one.reps for one in sets)
        if rungs == {"push_up"} and best >= FULL_PUSH_UPS_FOR_TOES:
            await self._place(work, incoming, situation, rung="push_up", stated_max=best)
        elif rungs <= {"push_up", "knee_push_up"}:
            await self._place(work, incoming, situation, rung="knee_push_up", stated_max=None)

    async def choose_bar(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, available: bool
    ) -> BarNoted:
        """From here on, until the opposite is said; a bar is asked about no more."""
        event = BarSaid(
            said_at=incoming.said_at, day=situation.today, source=incoming.source, available=available
        )
        await work.events.add(incoming.athlete_id, [event])
        await work.athletes.save(replace(situation.athlete, asked=None))
        standing = situation.training.now.standings[Family.PULL]
        back = standing.last_day is not None or standing.rung == "pull_up"
        return BarNoted(available, back=back, resting=Family.PULL in situation.paused)

    async def choose_pull_ups(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, count: int | None
    ) -> PullUpsNoted | None:
        """One full pull-up or more stands on that rung; else slow lowering goes on as it is.

        None where the number isn't asked for any more: the button of an old card changes nothing.
        """
        if not self._asks_pull_ups(situation):
            return None
        answered = said(PULL_UPS_CHOSEN, incoming, situation.today)
        await work.events.add(incoming.athlete_id, [answered])
        if count:
            await self._place(work, incoming, situation, rung="pull_up", stated_max=count)
        await work.athletes.save(replace(situation.athlete, asked=None))
        return PullUpsNoted(count)

    async def _place(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        rung: str,
        stated_max: int | None,
    ) -> None:
        event = PlacedEvent(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            family=self.catalogue.family_of(rung),
            rung=rung,
            stated_max=stated_max,
        )
        await work.events.add(incoming.athlete_id, [event])

    def _asks_pull_ups(self, situation: Situation) -> bool:
        """Today, or as long as nobody has answered and slow lowering goes on."""
        lowering = self.catalogue.is_lowered(situation.training.now.standings[Family.PULL].rung)
        unanswered = lowering and not situation.has_said(PULL_UPS_CHOSEN)
        return unanswered or isinstance(open_question(situation), AskedPullUps)
