"""Settings: the hour, the place with its zone, the free weekdays; each with the next prompt's date."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import time, timedelta

from bot.coaching.asked import AskedFreeDays, AskedHour, AskedPlace
from bot.coaching.athlete import DEFAULT_DAY_START, Athlete
from bot.coaching.log_sets import said
from bot.coaching.outcomes import (
    PlaceNotFound,
    Settled,
    WhichPlace,
)
from bot.coaching.ports import DueKind, Incoming, Places, UnitOfWork
from bot.coaching.situation import Situation, next_prompt_at
from bot.coaching.views import (
    FreeDaysAsked,
    HourAsked,
    PlaceAsked,
    Question,
    SettingsShown,
)
from bot.domain.events import FreeDaysSaid
from bot.domain.prompts import next_prompt

HOUR_CHOSEN = "chosen:hour"


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    places: Places

    async def show(self, work: UnitOfWork, situation: Situation, *, in_place: bool = False) -> SettingsShown:
        return SettingsShown(
            athlete=situation.athlete,
            free_weekdays=situation.free_weekdays,
            bar=situation.bar,
            next_at=await next_prompt_at(work, situation.athlete),
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
        """While settling, the place comes next if it isn't known.

        A day begins no later than its prompt, or a card at night would be one of tomorrow's.
        """
        question = self._next_question(situation)
        asked = AskedPlace(situation.today, settling=True) if question else None
        day_start = min(DEFAULT_DAY_START, at)
        athlete = replace(situation.athlete, prompt_time=at, day_start=day_start, asked=asked)
        await work.events.add(incoming.athlete_id, [said(HOUR_CHOSEN, incoming, situation.today)])
        return await self._settle(work, incoming, athlete, question)

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
        return await self._settle(work, incoming, athlete, None)

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
        self, work: UnitOfWork, incoming: Incoming, athlete: Athlete, question: Question | None
    ) -> Settled:
        """The day whose prompt comes next stays the same, so a change never gives two in a day."""
        await work.athletes.save(athlete)
        due = await work.due.get(athlete.athlete_id, DueKind.MORNING)
        if due is not None:
            after = due.day - timedelta(days=1)
            no_grace = timedelta(0)
            found = next_prompt(
                incoming.said_at, athlete.prompt_time, athlete.zone_info, after=after, grace=no_grace
            )
            await work.due.plan(replace(due, day=found.day, due_at=found.due_at))
        return Settled(athlete, await next_prompt_at(work, athlete), question)


def zone_city(zone: str) -> str:
    """A zone is known by its last part: Isle of Man for Europe/Isle_of_Man."""
    return zone.rpartition("/")[2].replace("_", " ")
