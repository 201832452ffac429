"""Settings: the hour, the place with its zone, the free weekdays; each with the next prompt's date."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import time, timedelta

from bot.coaching.asked import AskedFreeDays, AskedHour, AskedPlace
from bot.coaching.athlete import DEFAULT_DAY_START, Athlete
from bot.coaching.log_sets import said
from bot.coaching.look_ahead import LookAhead
from bot.coaching.outcomes import (
    PlaceNotFound,
    Settled,
    WhichPlace,
)
from bot.coaching.ports import DueKind, Incoming, Places, UnitOfWork
from bot.coaching.situation import Situation, reload
from bot.coaching.views import (
    FreeDaysAsked,
    HourAsked,
    PlaceAsked,
    Question,
    SettingsShown,
)
from bot.domain.events import FreeDaysSaid
from bot.domain.prompts import PromptTimes, next_prompt
from bot.understanding.reading import Reading, SaidHour

HOUR_CHOSEN = "chosen:hour"
EVERY_DAY = frozenset(range(7))


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
    places: Places
    look_ahead: LookAhead

    async def show(self, work: UnitOfWork, situation: Situation, *, in_place: bool = False) -> SettingsShown:
        return SettingsShown(
            athlete=situation.athlete,
            free_weekdays=situation.free_weekdays,
            bar=situation.bar,
            next_at=await self.look_ahead(work, situation),
            in_place=in_place,
        )

    async def ask_hour(self, work: UnitOfWork, situation: Situation) -> HourAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedHour(situation.today)))
        return HourAsked(situation.athlete.prompt_time)

    async def ask_place(self, work: UnitOfWork, situation: Situation) -> PlaceAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedPlace(situation.today)))
        return PlaceAsked(situation.athlete.zone)

    async def ask_free_days(self, work: UnitOfWork, situation: Situation) -> FreeDaysAsked:
        await work.athletes.save(replace(situation.athlete, asked=AskedFreeDays(situation.today)))
        return FreeDaysAsked(situation.free_weekdays)

    async def choose_hour(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: time
    ) -> Settled:
        """The same hour every day."""
        return await self.choose_week(work, incoming, situation, WeekSaid((SaidHour(at),)))

    async def choose_week(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, week: WeekSaid
    ) -> Settled:
        """While settling, the place comes next if it isn't known.

        A day begins no later than its prompt, or a card at night would be one of tomorrow's.
        """
        question = self._next_question(situation) if week.hours else None
        times = week.times_after(situation.athlete.prompt_times)
        athlete = replace(
            situation.athlete,
            prompt_time=times.usual,
            weekday_times=times.others,
            day_start=min(DEFAULT_DAY_START, times.earliest),
            wants_prompts=situation.athlete.wants_prompts or bool(week.hours),
            asked=AskedPlace(situation.today, settling=True) if question else None,
        )
        free = week.free_after(situation.free_weekdays)
        if free != situation.free_weekdays:
            await self.choose_free_days(work, incoming, situation, weekdays=free)
        if week.hours:
            await work.events.add(incoming.athlete_id, [said(HOUR_CHOSEN, incoming, situation.today)])
        settled = await self._settle(work, incoming, situation, athlete)
        told = free != situation.free_weekdays or not week.hours
        return replace(
            settled, question=question, hour=bool(week.hours), free_weekdays=free if told else None
        )

    async def choose_place(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, name: str
    ) -> Settled | WhichPlace | PlaceNotFound:
        """A city by its name; the zone's own name does too."""
        found = self.places.find(name)
        if not found:
            return PlaceNotFound()
        if len(found) > 1:
            return WhichPlace(found)
        return await self.choose_zone(work, incoming, situation, zone=found[0].zone, place=found[0].name)

    async def choose_location(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: tuple[float, float]
    ) -> Settled | PlaceNotFound:
        """A shared location (latitude, longitude in degrees)."""
        zone = self.places.zone_at(*at)
        if zone is None:
            return PlaceNotFound()
        return await self.choose_zone(work, incoming, situation, zone=zone, place=zone_city(zone))

    async def choose_zone(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, zone: str, place: str
    ) -> Settled:
        athlete = replace(situation.athlete, zone=zone, place=place, asked=None)
        return await self._settle(work, incoming, situation, athlete)

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

    async def _settle(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, athlete: Athlete
    ) -> Settled:
        """The day whose prompt comes next stays the same, so a change never gives two in a day."""
        await work.athletes.save(athlete)
        due = await work.due.get(athlete.athlete_id, DueKind.MORNING)
        if due is not None:
            after = due.day - timedelta(days=1)
            found = next_prompt(
                incoming.said_at, athlete.prompt_times, athlete.zone_info, after=after, grace=timedelta(0)
            )
            await work.due.plan(replace(due, day=found.day, due_at=found.due_at))
        now = await reload(work, replace(situation, athlete=athlete), self.look_ahead.catalogue)
        return Settled(athlete, await self.look_ahead(work, now))


def zone_city(zone: str) -> str:
    """A zone is known by its last part: Isle of Man for Europe/Isle_of_Man."""
    return zone.rpartition("/")[2].replace("_", " ")
