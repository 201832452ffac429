"""Standing somewhere else on the ladders: starting over, a test, and leaving a season."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.coaching.asked import AskedMax, AskedPullUps, AskedStart
from bot.coaching.morning_news import steps_down
from bot.coaching.news_outcomes import (
    MaxAsked,
    NoSeason,
    PlacedAnew,
    SeasonEnded,
    StartedAnew,
    StartOverAsked,
    StepUndone,
    TestNoted,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import open_question
from bot.coaching.situation import Situation, card_of, reload
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Placed, SeasonLeft, StartedOver, StepDownUndone, TestAsked
from bot.domain.exercise import Family
from bot.understanding.reading import About


@dataclass(frozen=True, slots=True)
class PlaceAnew:
    """The log stays as it is, and the streak with it."""

    catalogue: Catalogue

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, about: About
    ) -> StartOverAsked | TestNoted | SeasonEnded | NoSeason | None:
        match about:
            case About.START_OVER:
                return StartOverAsked()
            case About.TEST:
                return await self._test(work, incoming, situation)
            case About.SEASON_OFF:
                return await self._leave_season(work, incoming, situation)
            case _:
                return None

    async def start_over(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> StartedAnew:
        """Both ladders from their start, until the numbers that are asked for now say otherwise."""
        event = StartedOver(said_at=incoming.said_at, day=situation.today, source=incoming.source)
        await work.events.add(incoming.athlete_id, [event])
        await work.athletes.save(replace(situation.athlete, asked=AskedStart(situation.today)))
        return StartedAnew()

    async def ask_max(self, work: UnitOfWork, situation: Situation, rung: str) -> MaxAsked:
        """Who starts over can say how many go, up to the top of the ladder."""
        await work.athletes.save(replace(situation.athlete, asked=AskedMax(rung, situation.today)))
        return MaxAsked(rung)

    async def place(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, stated_max: int | None
    ) -> PlacedAnew | None:
        """The number that was asked for, None if it isn't known; with a bar, pull-ups come next."""
        asked = open_question(situation)
        if not isinstance(asked, AskedMax):
            return None
        if stated_max is not None:
            event = Placed(
                said_at=incoming.said_at,
                day=situation.today,
                source=incoming.source,
                family=self.catalogue.family_of(asked.rung),
                rung=asked.rung,
                stated_max=stated_max,
            )
            await work.events.add(incoming.athlete_id, [event])
        pulls = situation.bar is True and Family.PULL not in situation.paused
        follows = AskedPullUps(situation.today) if pulls else None
        await work.athletes.save(replace(situation.athlete, asked=follows))
        after = await reload(work, situation, self.catalogue)
        return PlacedAnew(card_of(after, self.catalogue), asks_pull_ups=pulls)

    async def undo_step_down(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, family: Family
    ) -> StepUndone | None:
        """Back to the rung that was left, for a week; None where there is no such step any more."""
        step = next((one for one in steps_down(situation) if one.family is family), None)
        if step is None:
            return None
        event = StepDownUndone(
            said_at=incoming.said_at, day=situation.today, source=f"step:{family}:{step.day}", family=family
        )
        await work.events.add(incoming.athlete_id, [event])
        after = await reload(work, situation, self.catalogue)
        return StepUndone(step.left, card_of(after, self.catalogue))

    async def _test(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> TestNoted:
        """Slow lowering isn't tested, nor what hurts."""
        standings = situation.training.now.standings
        tested = [
            family
            for family in (Family.PUSH, Family.PULL)
            if not self.catalogue.is_lowered(standings[family].rung)
            and family not in situation.paused
            and situation.training.now.has(family, situation.today)
        ]
        said_at, day, source = incoming.said_at, situation.today, incoming.source
        await work.events.add(
            incoming.athlete_id,
            [
                TestAsked(said_at=said_at, day=day, source=source, position=place, family=family)
                for place, family in enumerate(tested)
            ],
        )
        after = await reload(work, situation, self.catalogue)
        return TestNoted(tuple(tested), card_of(after, self.catalogue))

    async def _leave_season(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation
    ) -> SeasonEnded | NoSeason:
        standings = situation.training.now.standings
        left = [family for family in Family if standings[family].season is not None]
        if not left:
            return NoSeason(card_of(situation, self.catalogue))
        await work.events.add(incoming.athlete_id, _leaving(left, incoming, situation))
        after = await reload(work, situation, self.catalogue)
        return SeasonEnded(card_of(after, self.catalogue))


def _leaving(families: Sequence[Family], incoming: Incoming, situation: Situation) -> list[Event]:
    said_at, day, source = incoming.said_at, situation.today, incoming.source
    return [
        SeasonLeft(said_at=said_at, day=day, source=source, position=place, family=family)
        for place, family in enumerate(families)
    ]
