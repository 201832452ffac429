"""Answers to the questions about settings, in words; what isn't one is left to be taken as what it is."""

from dataclasses import dataclass, replace

from bot.coaching.asked import AskedAnchor, AskedDayStart, AskedFreeDays, AskedHour, AskedPlace
from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings, WeekSaid
from bot.coaching.note_anchor import NoteAnchor
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader, is_idle, open_question
from bot.coaching.setting_outcomes import HourNotUnderstood, PlaceNotFound
from bot.coaching.situation import Situation, reload
from bot.domain.catalogue import Catalogue
from bot.understanding.reading import Intent, Reading


@dataclass(frozen=True, slots=True)
class AnswerSetting:
    """Gives None when the message doesn't answer what was asked."""

    catalogue: Catalogue
    reader: Reader
    settings: ChangeSettings
    place: ChangePlace
    note_anchor: NoteAnchor

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        wordless = is_idle(reading) or reading.intent is Intent.CLARIFY
        match open_question(situation):
            case AskedHour(by_the_way=by_the_way) if WeekSaid.of(reading).is_daily:
                unclear = is_idle(reading) and not by_the_way
                return await self._hour(work, incoming, situation, unclear=unclear)
            case AskedPlace() if wordless:
                return await self._place(work, incoming, situation, reading)
            case AskedFreeDays() if wordless:
                return await self._free_days(work, incoming, situation)
            case AskedAnchor() if is_idle(reading) or reading.intent is Intent.SNOOZE:
                return await self._anchor(work, incoming, situation)
            case AskedDayStart() if at := self.reader.clock(incoming, situation):
                return await self.settings.choose_day_start(work, incoming, situation, at=at)
            case _:
                return None

    async def _hour(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, unclear: bool
    ) -> Outcome | None:
        at = self.reader.clock(incoming, situation)
        if at is not None:
            return await self.settings.choose_hour(work, incoming, situation, at=at)
        if not unclear:
            return None
        await self._ask_by_the_way(work, situation)
        return HourNotUnderstood()

    async def _place(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """A city may sound like numbers (Six Mile); what is no city may be a log that isn't clear."""
        outcome = await self.place.by_name(work, incoming, situation, name=incoming.text)
        if not isinstance(outcome, PlaceNotFound):
            return outcome
        asked = situation.athlete.asked
        if not is_idle(reading) or (isinstance(asked, AskedPlace) and asked.by_the_way):
            return None
        await self._ask_by_the_way(work, situation)
        return outcome

    async def _ask_by_the_way(self, work: UnitOfWork, situation: Situation) -> None:
        """One kind question is enough: whatever comes next that is no answer is taken as what it is."""
        asked = situation.athlete.asked
        if isinstance(asked, AskedHour | AskedPlace):
            await work.athletes.save(replace(situation.athlete, asked=replace(asked, by_the_way=True)))

    async def _anchor(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> Outcome | None:
        """A daily thing, none, or the hour instead; "later" is as ever."""
        anchor = self.reader.anchor(incoming, situation)
        if anchor is not None or self.reader.none(incoming, situation):
            return await self.note_anchor(work, incoming, situation, anchor=anchor)
        at = self.reader.clock(incoming, situation)
        if at is None:
            return None
        return await self.settings.choose_hour(work, incoming, situation, at=at)

    async def _free_days(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> Outcome | None:
        weekdays = self.reader.weekdays(incoming, situation)
        if weekdays is None:
            return None
        await self.settings.choose_free_days(work, incoming, situation, weekdays=weekdays)
        athlete = replace(situation.athlete, asked=None)
        await work.athletes.save(athlete)
        after = await reload(work, replace(situation, athlete=athlete), self.catalogue)
        return await self.settings.show(work, after)
