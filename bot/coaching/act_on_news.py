"""What athletes say beside sets, brought to the use case that acts on it."""

from dataclasses import dataclass

from bot.coaching.change_settings import ChangeSettings, WeekSaid
from bot.coaching.log_again import LogAgain
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.understanding.reading import About, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOnNews:
    """Gives None where there is nothing to act on."""

    log_again: LogAgain
    settings: ChangeSettings

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        if not situation.is_placed and not situation.log:
            return None
        if reading.again is not None:
            return await self.log_again(work, incoming, situation, reading)
        if reading.about is About.SETTING:
            return await self._set(work, incoming, situation, reading)
        return None

    async def _set(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        week = WeekSaid.of(reading)
        if week.is_empty:
            return None
        return await self.settings.choose_week(work, incoming, situation, week)
