"""What a morning tells beside its plan, each once: the week that was, spare days, a step down, offers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coaching.ports import UnitOfWork
from bot.coaching.situation import Situation
from bot.coaching.views import MorningNews, OpenOffer, SeasonOver, StepDown
from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import Said
from bot.domain.exercise import Family
from bot.domain.look_back import WEEK, LookBack, look_back
from bot.domain.plan import PlannedSet, Row
from bot.domain.progression import DELOAD_SESSIONS, may_undo
from bot.domain.state import train
from bot.domain.streak import Mark
from bot.domain.workload import sets_at

PROMPT_SOURCE, PLATEAU = "c:", "plateau"


@dataclass(frozen=True, slots=True)
class GatherNews:
    catalogue: Catalogue

    async def __call__(self, work: UnitOfWork, situation: Situation) -> MorningNews:
        return MorningNews(
            week=await self._week(work, situation),
            spare_days=_spare_days(situation),
            steps_down=tuple(
                step for step in steps_down(situation) if not situation.has_said(_step_key(step))
            ),
            offers=tuple(
                offer for offer in situation.open_offers if not situation.has_said(offer_key(offer))
            ),
            held=self._held(situation),
            season_over=_season_over(situation),
        )

    async def _week(self, work: UnitOfWork, situation: Situation) -> LookBack | None:
        """In the first card of a calendar week; a week without a log is none to look back on."""
        today, athlete = situation.today, situation.athlete
        diary = situation.training.diary
        kept = any(one.kept and today - WEEK <= one.day < today for one in diary)
        began = athlete.day_of(athlete.started_at)
        if today - began < WEEK or not kept or situation.has_said(_week_key(today)):
            return None
        past = await work.memory.recall(athlete.athlete_id)
        since = past.checkpoint if past.day and past.day < today - WEEK else None
        then = train(self.catalogue, situation.log, situation.events, today - WEEK, since=since).morning
        week = look_back(situation.log, diary, (then, situation.training.morning), self.catalogue)
        return replace(week, trained=week.trained - set(situation.paused))

    def _held(self, situation: Situation) -> tuple[PlannedSet, ...]:
        """What was held for so long that a lighter spell begins today."""
        told = [event.day for event in situation.events if isinstance(event, Said) and event.key == PLATEAU]
        for part in situation.plan:
            standing = situation.training.morning.standings[part.family]
            since = standing.plateau_on
            begins = part.row is Row.DELOAD and standing.deload_left == DELOAD_SESSIONS
            if begins and since and since == standing.deload_on and since >= max(told, default=since):
                sets = sets_at(self.catalogue, standing, standing.level)
                return tuple(one for one in sets if one.exercise == standing.rung)
        return ()


def keys_of(news: MorningNews, today: date) -> Iterator[str]:
    """By these the coach remembers what it has told."""
    if news.week is not None:
        yield _week_key(today)
    yield from map(_step_key, news.steps_down)
    yield from map(offer_key, news.offers)
    if news.season_over is not None:
        yield _season_key(news.season_over)


def offer_key(offer: OpenOffer) -> str:
    return f"offer:{offer.offer}:{offer.since}"


def steps_down(situation: Situation) -> Iterator[StepDown]:
    """Steps down to an easier rung that may still be undone."""
    for family, standing in situation.training.now.standings.items():
        left = standing.stepped_down
        if left is not None and may_undo(standing, situation.today):
            yield StepDown(family, left.day, left.rung, standing.rung)


def _spare_days(situation: Situation) -> int:
    """Those that were used since the last prompt, whose day was open then."""
    prompted = (
        event.day
        for event in situation.events
        if isinstance(event, Said) and event.source.startswith(PROMPT_SOURCE)
    )
    since = max(prompted, default=situation.today - ONE_DAY)
    days = ((day, mark) for day, mark in situation.showing.marks.items() if since <= day < situation.today)
    return sum(mark is Mark.FROZEN for _, mark in days)


def _season_over(situation: Situation) -> SeasonOver | None:
    """A season that reached its test, and nothing was said of its end yet."""
    for family in Family:
        standing = situation.training.morning.standings[family]
        over = SeasonOver(family, standing.seasons, standing.tests)
        done = standing.season is None and standing.season_done and bool(standing.tests)
        if done and not situation.has_said(_season_key(over)):
            return over
    return None


def _week_key(today: date) -> str:
    return f"look_back:{today - timedelta(days=today.weekday())}"


def _step_key(step: StepDown) -> str:
    return f"step_down:{step.family}:{step.day}"


def _season_key(over: SeasonOver) -> str:
    return f"season_end:{over.family}:{over.number}"
