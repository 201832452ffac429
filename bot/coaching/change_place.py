"""Where an athlete is: by a city's name, a shared location or the clock there; on a journey with an end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coaching.asked import AskedPlace
from bot.coaching.athlete import Athlete, Journey
from bot.coaching.log_sets import day_said
from bot.coaching.look_ahead import FARTHEST
from bot.coaching.ports import Incoming, Place, Places, UnitOfWork
from bot.coaching.reader import open_question
from bot.coaching.setting_outcomes import NotThereYet, Nowhere, PlaceNotFound, Settled, WhichClock, WhichPlace
from bot.coaching.settle import Settle
from bot.coaching.situation import Situation
from bot.coaching.views import PlaceAsked
from bot.understanding.wishes import LocalTime, Whereabouts

MINUTES = 60
NEARLY = timedelta(minutes=7)


@dataclass(frozen=True, slots=True)
class Stay:
    """How long somebody is there: at home, or away until the end of a day, if one was said."""

    away: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ChangePlace:
    places: Places
    settle: Settle

    async def ask(self, work: UnitOfWork, situation: Situation) -> PlaceAsked:
        await self._leave_open(work, situation)
        return PlaceAsked(situation.athlete.zone)

    async def by_name(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, name: str
    ) -> Settled | WhichPlace | PlaceNotFound:
        """The answer to the question; a zone's own name is one, too."""
        found = self.places.find(name)
        if not found:
            return PlaceNotFound()
        return await self._choose_of(work, incoming, situation, found=found, stay=_asked_stay(situation))

    async def heard(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, said: Whereabouts
    ) -> Settled | WhichPlace | PlaceNotFound | NotThereYet | None:
        """A place in free words; None where they may have meant something else."""
        readings = (self.places.find(name) for name in said.names)
        found = min((one for one in readings if one), key=len, default=())
        if not found and (said.away or not said.sure):
            return None
        if not found:
            await self._leave_open(work, situation)
            return PlaceNotFound()
        stay = _stay(said, incoming, situation)
        if said.away and said.first:
            return NotThereYet(found[0].name, stay.until)
        if said.sure or stay.until or found[0].name.casefold() in said.names:
            return await self._choose_of(work, incoming, situation, found=found, stay=stay)
        await self._leave_open(work, situation, stay)
        return WhichPlace(found)

    async def by_location(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, at: tuple[float, float]
    ) -> Settled | PlaceNotFound:
        """A shared location (latitude, longitude in degrees)."""
        zone = self.places.zone_at(*at)
        if zone is None:
            await self._leave_open(work, situation)
            return PlaceNotFound(Nowhere.SEA)
        return await self.choose(work, incoming, situation, zone=zone)

    async def by_clock(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, said: LocalTime
    ) -> Settled | WhichClock | PlaceNotFound:
        """Kept where it fits; else the cities that have that time are offered."""
        athlete = situation.athlete
        if any(_shows(athlete, incoming, one.hour * MINUTES + one.minute) for one in said.times):
            return await self.keep(work, incoming, situation)
        await self._leave_open(work, situation)
        found = self.places.showing(said.times, incoming.said_at)
        return WhichClock(found) if found else PlaceNotFound(Nowhere.CLOCK)

    async def keep(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> Settled:
        """The zone stays as it is, and so does a journey."""
        athlete = situation.athlete
        place = athlete.place or zone_city(athlete.zone)
        return await self.settle(work, incoming, situation, replace(athlete, place=place, asked=None))

    async def choose(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, zone: str, place: str = ""
    ) -> Settled:
        """The answer by a tap or a location; without its name a place is known by its zone's."""
        chosen = Place(place or zone_city(zone), "", zone)
        return await self._move(work, incoming, situation, place=chosen, stay=_asked_stay(situation))

    async def come_home(self, work: UnitOfWork, incoming: Incoming, situation: Situation) -> Settled:
        """Sooner than was said, or from a journey without an end."""
        return await self.settle(work, incoming, situation, at_home(situation.athlete))

    async def _choose_of(
        self,
        work: UnitOfWork,
        incoming: Incoming,
        situation: Situation,
        *,
        found: Sequence[Place],
        stay: Stay,
    ) -> Settled | WhichPlace:
        if len(found) == 1:
            return await self._move(work, incoming, situation, place=found[0], stay=stay)
        await self._leave_open(work, situation, stay)
        return WhichPlace(tuple(found))

    async def _move(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, *, place: Place, stay: Stay
    ) -> Settled:
        """Whoever goes on from one journey to the next still comes home to the same place."""
        home = at_home(situation.athlete)
        away = stay.away and place.zone != home.zone
        journey = Journey(home.zone, home.place, stay.until) if away else None
        athlete = replace(home, zone=place.zone, place=place.name, journey=journey, asked=None)
        settled = await self.settle(work, incoming, situation, athlete)
        return replace(settled, moved=True)

    async def _leave_open(self, work: UnitOfWork, situation: Situation, stay: Stay | None = None) -> None:
        """The next word may be the answer, and what is none is taken as what it is."""
        asked = AskedPlace(situation.today, by_the_way=True)
        if stay is not None:
            asked = replace(asked, away=stay.away, until=stay.until)
        await work.athletes.save(replace(situation.athlete, asked=asked))


def at_home(athlete: Athlete) -> Athlete:
    """The journey is over."""
    journey = athlete.journey
    if journey is None:
        return athlete
    return replace(athlete, zone=journey.home_zone, place=journey.home_place, journey=None, asked=None)


def zone_city(zone: str) -> str:
    """A zone is known by its last part: Isle of Man for Europe/Isle_of_Man."""
    return zone.rpartition("/")[2].replace("_", " ")


def _stay(said: Whereabouts, incoming: Incoming, situation: Situation) -> Stay:
    """An end that is over already, or too far away to plan for, is none."""
    until = None if said.until is None else day_said(said.until, incoming.said_at, situation.athlete)
    if until is not None and not situation.today <= until <= situation.today + FARTHEST:
        until = None
    return Stay(said.away or until is not None, until)


def _asked_stay(situation: Situation) -> Stay:
    asked = open_question(situation)
    return Stay(asked.away, asked.until) if isinstance(asked, AskedPlace) else Stay()


def _shows(athlete: Athlete, incoming: Incoming, minute_of_day: int) -> bool:
    """Whether the athlete's clock says so, give or take some minutes."""
    local = incoming.said_at.astimezone(athlete.zone_info)
    apart = timedelta(minutes=abs(local.hour * MINUTES + local.minute - minute_of_day))
    return min(apart, timedelta(days=1) - apart) <= NEARLY
