"""Pages that a command or a button opens."""

from dataclasses import dataclass

from bot.coaching.actions import Topic
from bot.coaching.change_settings import ChangeSettings
from bot.coaching.outcomes import (
    GroupGreeted,
    NotWords,
    Outcome,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.show_routine import ShowRoutine
from bot.coaching.show_stats import ShowStats
from bot.coaching.situation import Situation, load_situation, meet
from bot.coaching.views import (
    HelpShown,
    PrivacyShown,
    RoutineShown,
    SettingsShown,
    StatsShown,
)
from bot.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    catalogue: Catalogue
    default_zone: str
    settings: ChangeSettings
    stats: ShowStats
    routine: ShowRoutine

    async def today(self, work: UnitOfWork, incoming: Incoming) -> RoutineShown:
        return self.routine(await self._situation(work, incoming))

    async def show_stats(self, work: UnitOfWork, incoming: Incoming) -> StatsShown:
        return self.stats(await self._situation(work, incoming))

    async def show_settings(self, work: UnitOfWork, incoming: Incoming) -> SettingsShown:
        return await self.settings.show(work, await self._situation(work, incoming))

    async def help(self, _work: UnitOfWork, _incoming: Incoming) -> HelpShown:
        return HelpShown()

    async def privacy(self, _work: UnitOfWork, _incoming: Incoming) -> PrivacyShown:
        return PrivacyShown()

    async def point_to_text(self, _work: UnitOfWork, _incoming: Incoming) -> NotWords:
        return NotWords()

    async def greet_group(self, _work: UnitOfWork, incoming: Incoming) -> GroupGreeted:
        return GroupGreeted(incoming.chat_id)

    async def open(self, work: UnitOfWork, situation: Situation, topic: Topic) -> Outcome:
        """The page or question behind a button."""
        match topic:
            case Topic.TODAY:
                return self.routine(situation)
            case Topic.STATS:
                return self.stats(situation)
            case Topic.SETTINGS:
                return await self.settings.show(work, situation)
            case Topic.HOUR:
                return await self.settings.ask_hour(work, situation)
            case Topic.PLACE:
                return await self.settings.ask_place(work, situation)
            case Topic.FREE_DAYS:
                return await self.settings.ask_free_days(work, situation)
            case Topic.HELP:
                return HelpShown()

    async def _situation(self, work: UnitOfWork, incoming: Incoming) -> Situation:
        athlete = await meet(work, incoming, self.default_zone)
        today = athlete.day_of(incoming.said_at)
        return await load_situation(work, athlete, today=today, catalogue=self.catalogue)
