"""What athletes say beside sets, brought to the use case that acts on it."""

from dataclasses import dataclass

from bot.coaching.change_settings import ChangeSettings
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
        if reading.about is About.SETTING and reading.at is not None:
            return await self.settings.choose_hour(work, incoming, situation, at=reading.at)
        return None
