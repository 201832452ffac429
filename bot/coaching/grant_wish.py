"""Wishes in free words for the settings beside hours, brought to the use case that grants them."""

from dataclasses import dataclass

from bot.coaching.asked import AskedHour
from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader, open_question
from bot.coaching.setting_outcomes import TimeUnclear
from bot.coaching.situation import Situation
from bot.understanding.reading import Intent, Reading
from bot.understanding.wishes import DayStart, LocalTime, Sound, UnclearTime, Whereabouts


@dataclass(frozen=True, slots=True)
class GrantWish:
    """Gives None where no such wish was made; sets and all that means something else come first."""

    reader: Reader
    place: ChangePlace
    settings: ChangeSettings

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        timeless = reading.intent is Intent.SNOOZE and reading.at is None and reading.minutes is None
        if reading.intent is not Intent.NONE and not timeless:
            return None
        match self.reader.wish(incoming, situation):
            case UnclearTime() if timeless or not isinstance(open_question(situation), AskedHour):
                return TimeUnclear()
            case _ if timeless:
                return None
            case DayStart(at):
                return await self.settings.choose_day_start(work, incoming, situation, at=at)
            case Sound(on):
                return await self.settings.set_sound(work, situation, on=on)
            case Whereabouts() as whereabouts:
                return await self.place.heard(work, incoming, situation, whereabouts)
            case LocalTime() as local_time:
                return await self.place.by_clock(work, incoming, situation, local_time)
            case _:
                return None
