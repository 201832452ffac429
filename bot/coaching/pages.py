"""Pages that a command or a button opens."""

from dataclasses import dataclass

from bot.coaching.actions import Topic
from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings
from bot.coaching.log_outcomes import UnknownExercise
from bot.coaching.note_anchor import NoteAnchor
from bot.coaching.outcomes import (
    Answered,
    GroupGreeted,
    NotWords,
    Outcome,
)
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.show_routine import ExplainExercise, ShowRoutine
from bot.coaching.show_stats import ShowStats
from bot.coaching.situation import Situation, load_situation, meet
from bot.coaching.views import (
    Explained,
    HelpShown,
    PrivacyShown,
    RoutineShown,
    SettingsShown,
    StatsShown,
    WhyShown,
)
from bot.domain.catalogue import Catalogue
from bot.understanding.reading import RoutineTopic


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    catalogue: Catalogue
    default_zone: str
    settings: ChangeSettings
    place: ChangePlace
    note_anchor: NoteAnchor
    stats: ShowStats
    routine: ShowRoutine
    explain: ExplainExercise

    async def today(self, work: UnitOfWork, incoming: Incoming) -> RoutineShown:
        return self.routine(await self._situation(work, incoming))

    async def show_stats(self, work: UnitOfWork, incoming: Incoming) -> StatsShown:
        return self.stats(await self._situation(work, incoming))

    async def show_why(self, work: UnitOfWork, incoming: Incoming) -> WhyShown:
        return self.routine.why(await self._situation(work, incoming))

    async def show_how(self, work: UnitOfWork, incoming: Incoming) -> Explained | UnknownExercise:
        return self.explain.named(await self._situation(work, incoming), incoming)

    async def about(self, _work: UnitOfWork, _incoming: Incoming) -> Answered:
        return Answered(RoutineTopic.WHO)

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
            case Topic.SETTINGS:
                return await self.settings.show(work, situation)
            case Topic.HOUR:
                return await self.settings.ask_hour(work, situation)
            case Topic.PLACE:
                return await self.place.ask(work, situation)
            case Topic.FREE_DAYS:
                return await self.settings.ask_free_days(work, situation)
            case Topic.DAY_START:
                return await self.settings.ask_day_start(work, situation)
            case Topic.ANCHOR:
                return await self.note_anchor.ask(work, situation)
            case _:
                return self._page(situation, topic)

    def _page(self, situation: Situation, topic: Topic) -> Outcome:
        """What only shows, and asks nothing."""
        match topic:
            case Topic.STATS:
                return self.stats(situation)
            case Topic.WHY:
                return Answered()
            case Topic.HOW:
                return self.explain.first(situation)
            case Topic.HELP:
                return HelpShown()
            case _:
                return self.routine(situation)

    async def _situation(self, work: UnitOfWork, incoming: Incoming) -> Situation:
        athlete = await meet(work, incoming, self.default_zone)
        today = athlete.day_of(incoming.said_at)
        return await load_situation(work, athlete, today=today, catalogue=self.catalogue)
