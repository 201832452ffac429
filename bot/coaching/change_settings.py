"""Settings: hours, free weekdays, day start, sound; each with the next prompt's date."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import time

from bot.coaching.asked import AskedDayStart, AskedFreeDays, AskedHour, AskedPlace
from bot.coaching.log_sets import said
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.reader import open_question
from bot.coaching.setting_outcomes import Settled, SoundSet
from bot.coaching.settle import Settle
from bot.coaching.situation import Situation, reload
from bot.coaching.views import (
    DayStartAsked,
    FreeDaysAsked,
    HourAsked,
    Question,
    SettingsShown,
)
from bot.domain.events import FreeDaysSaid
from bot.domain.prompts import PromptTimes
from bot.understanding.reading import Reading, SaidHour

HOUR_CHOSEN = "chosen:hour"
EVERY_DAY = frozenset(range(7))
LATEST_DAY_START = time(6)


@dataclass(frozen=True, slots=True)
class WeekSaid:
    """What was said of the week: hours by weekday, weekdays to stay free, or those that alone shall not."""

    hours: tuple[SaidHour, ...] = ()
    quiet_on: frozenset[int] = frozenset()
    only_on: frozenset[int] | None = None

    @classmethod
    def of(cls, reading: Reading) -> "WeekSaid":
        one = () if reading.at is None else (SaidHour(reading.at, reading.weekdays),)
        return cls(reading.hours or one, reading.quiet_on or frozenset(), reading.only_on)

    @property
    def is_empty(self) -> bool:
        return not self.hours and not self.quiet_on and self.only_on is None

    @property
    def is_daily(self) -> bool:
        """Nothing is said of single weekdays."""
        daily = all(hour.weekdays in {None, EVERY_DAY} for hour in self.hours)
        return daily and not self.quiet_on and self.only_on is None

    def times_after(self, times: PromptTimes) -> PromptTimes:
        for hour in self.hours:
            times = times.changed(hour.at, EVERY_DAY if hour.weekdays is None else hour.weekdays)
        return times

    def free_after(self, free: frozenset[int]) -> frozenset[int]:
        """A day that is given an hour of its own isn't free any more."""
        if self.only_on is not None:
            free = EVERY_DAY - self.only_on
        timed = (hour.weekdays for hour in self.hours if hour.weekdays != EVERY_DAY)
        return free.difference(*(days for days in timed if days)) | self.quiet_on


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    settle: Settle

    async def show(self, work: UnitOfWork, situation: Situation, *, in_place: bool = False) -> SettingsShown:
        return SettingsShown(
            athlete=situation.athlete,
            free_weekdays=situation.free_weekdays,
            bar=situation.bar,
            next_at=await self.settle.look_ahead(work, situation),
            in_place=in_place,
        )

    async def ask_hour(
        self, work: UnitOfWork, situation: Situation, *, weekdays: frozenset[int] | None = None
    ) -> HourAsked:
        asked = AskedHour(situation.today, weekdays=weekdays)
        await work.athletes.save(replace(situation.athlete, asked=asked))
        week = situation.athlete.prompt_times.of_week()
        at = week[min(weekdays)] if weekdays else situation.athlete.prompt_time
        return HourAsked(at, weekdays)

    async def ask_day_start(
        self, work: UnitOfWork, situation: Situation, *, out_of_range: bool = False
    ) -> DayStartAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedDayStart(situation.today)))
        return DayStartAsked(situation.athlete.day_begins, out_of_range)

    async def ask_free_days(self, work: UnitOfWork, situation: Situation) -> FreeDaysAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedFreeDays(situation.today)))
        return FreeDaysAsked(situation.free_weekdays)

    async def choose_hour(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: time
    ) -> Settled:
        """The same hour every day, or on the weekdays that were asked about."""
        asked = open_question(situation)
        weekdays = asked.weekdays if isinstance(asked, AskedHour) else None
        return await self.choose_week(work, incoming, situation, WeekSaid((SaidHour(at, weekdays),)))

    async def choose_week(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, week: WeekSaid
    ) -> Settled:
        """While settling, the place comes next if it isn't known."""
        question = self._next_question(situation) if week.hours else None
        times = week.times_after(situation.athlete.prompt_times)
        athlete = replace(
            situation.athlete,
            prompt_time=times.usual,
            weekday_times=times.others,
            wants_prompts=situation.athlete.wants_prompts or bool(week.hours),
            asked=AskedPlace(situation.today, settling=True) if question else None,
        )
        free = week.free_after(situation.free_weekdays)
        if free != situation.free_weekdays:
            await self.choose_free_days(work, incoming, situation, weekdays=free)
        if week.hours:
            await work.events.add(incoming.athlete_id, [said(HOUR_CHOSEN, incoming, situation.today)])
        settled = await self.settle(work, incoming, situation, athlete)
        told = free != situation.free_weekdays or not week.hours
        begins = athlete.day_begins
        return replace(
            settled,
            question=question,
            hour=bool(week.hours),
            free_weekdays=free if told else None,
            day_begins=begins if begins != situation.athlete.day_begins else None,
        )

    async def choose_day_start(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: time | None
    ) -> Settled | DayStartAsked:
        """At night only; whatever is wished for, a day begins no later than its prompt."""
        if at is None or at > LATEST_DAY_START:
            return await self.ask_day_start(work, situation, out_of_range=at is not None)
        athlete = replace(situation.athlete, day_start=at, asked=None)
        settled = await self.settle(work, incoming, situation, athlete)
        return replace(settled, hour=False, day_begins=athlete.day_begins)

    async def set_sound(self, work: UnitOfWork, situation: Situation, *, on: bool) -> SoundSet:
        """A reminder that was asked for sounds all the same."""
        await work.athletes.save(replace(situation.athlete, silent_cards=not on))
        return SoundSet(on, await self.settle.look_ahead(work, situation))

    async def toggle_free_day(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, weekday: int
    ) -> FreeDaysAsked:
        weekdays = situation.free_weekdays ^ {weekday}
        await self.choose_free_days(work, incoming, situation, weekdays=weekdays)
        after = await reload(work, situation, self.settle.look_ahead.catalogue)
        next_at = await self.settle.look_ahead(work, after)
        return FreeDaysAsked(weekdays, in_place=True, next_at=next_at)

    async def choose_free_days(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, weekdays: Collection[int]
    ) -> None:
        event = FreeDaysSaid(
            said_at=incoming.said_at,
            day=situation.today,
            source=incoming.source,
            weekdays=frozenset(weekdays),
        )
        await work.events.add(incoming.athlete_id, [event])

    def _next_question(self, situation: Situation) -> Question | None:
        asked = situation.athlete.asked
        settling = isinstance(asked, AskedHour) and asked.settling
        return Question.PLACE if settling and situation.athlete.place is None else None
