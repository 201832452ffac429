"""Why one side waited lately, once it was asked: the bar, time, or pain."""

from dataclasses import dataclass, replace

from bot.coaching.actions import Reason
from bot.coaching.news_outcomes import TimeShort
from bot.coaching.note_pain import NotePain
from bot.coaching.onboard import Onboard
from bot.coaching.outcomes import BarNoted, PainNoted
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import Reader, is_idle
from bot.coaching.situation import Situation, card_of
from bot.domain.exercise import Family
from bot.understanding.reading import About, Reading


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Pain rests, no bar makes push-ups the whole routine, and time is no fault: nothing changes by it."""

    reader: Reader
    onboard: Onboard
    note_pain: NotePain

    async def __call__(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        family: Family,
        reason: Reason,
    ) -> BarNoted | TimeShort | PainNoted:
        match reason:
            case Reason.BAR:
                return await self.onboard.choose_bar(work, incoming, situation, available=False)
            case Reason.PAIN:
                await work.athletes.save(replace(situation.athlete, asked=None))
                return await self.note_pain(work, incoming, situation, (family,))
            case Reason.TIME:
                await work.athletes.save(replace(situation.athlete, asked=None))
                return TimeShort(family, card_of(situation, self.onboard.catalogue))

    async def in_words(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading, *, family: Family
    ) -> BarNoted | TimeShort | PainNoted | None:
        """ "Bar" names what is missing here; pain is heard as it always is."""
        bar = reading.about in {About.BAR, About.NO_BAR, About.PUSH_ONLY} and family is Family.PULL
        time = is_idle(reading) and self.reader.no_time(incoming, situation)
        if not (bar or time):
            return None
        reason = Reason.BAR if bar else Reason.TIME
        return await self(work, incoming, situation, family=family, reason=reason)
