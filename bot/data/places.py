"""Places, offline: the cities and time zones that an athlete names or shares."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from tzfpy import get_tz

from bot.coaching.ports import Place
from bot.data.gazetteer import Candidate, Gazetteer
from bot.data.place_names import folded, is_chat, without_chat

LONGEST_NAME = 100
MOST_WORDS = 8
MOST_OFFERED = 4
NEARLY_MINUTES = 7
HALF_A_YEAR = timedelta(days=182)

NAMESAKE_SHARE = 10
"""A namesake with less than this fraction of the people isn't meant: London is in England."""


@dataclass(frozen=True, slots=True)
class OfflinePlaces:
    """Cities from GeoNames (see PLACES.md), borders of zones from tzfpy.

    tzfpy's borders take 34 MB of memory from the first shared location on; names take none between look-ups.
    """

    def find(self, name: str) -> tuple[Place, ...]:
        if len(name) > LONGEST_NAME:
            return ()
        return _zone_named(name.strip()) or _meant(_candidates(name))

    def zone_at(self, latitude: float, longitude: float) -> str | None:
        if not (math.isfinite(latitude) and math.isfinite(longitude)):
            return None
        zone = get_tz(longitude, latitude)
        return None if zone.startswith("Etc/") else zone or None

    def showing(self, times: Sequence[time], at: datetime) -> tuple[Place, ...]:
        """One city for each way in which clocks go; those that change alike half a year later count once."""
        found: dict[tuple[timedelta | None, timedelta | None], Place] = {}
        for place in Gazetteer.open().largest_of_zones():
            zone = ZoneInfo(place.zone)
            if any(_is_near(at.astimezone(zone).time(), one) for one in times):
                clock = (at.astimezone(zone).utcoffset(), (at + HALF_A_YEAR).astimezone(zone).utcoffset())
                found.setdefault(clock, place)
        return tuple(found.values())[:MOST_OFFERED]


def _is_near(shown: time, said: time) -> bool:
    minutes = abs(shown.hour * 60 + shown.minute - said.hour * 60 - said.minute)
    return min(minutes, 24 * 60 - minutes) <= NEARLY_MINUTES


def _zone_named(name: str) -> tuple[Place, ...]:
    """Take the name of a zone itself, "europe/berlin" or "UTC"; EST and the like aren't places."""
    if name.casefold() in {"utc", "gmt"}:
        return (Place(name.upper(), "Coordinated Universal Time", "UTC"),)
    if "/" not in name:
        return ()
    wanted = name.replace(" ", "_").casefold()
    return tuple(_place_of(zone) for zone in available_timezones() if zone.casefold() == wanted)


def _place_of(zone: str) -> Place:
    *areas, city = zone.replace("_", " ").split("/")
    return Place(city, ", ".join(reversed(areas)), zone)


def _candidates(name: str) -> Sequence[Candidate]:
    """Read the name in one way after the other, the most literal first, until something fits."""
    whole = folded(name).split()
    if not whole or len(whole) > MOST_WORDS or is_chat(whole):
        return []
    gazetteer = Gazetteer.open()
    bare = without_chat(whole)
    return (
        gazetteer.exactly(whole)
        or gazetteer.exactly(bare)
        or gazetteer.roughly(bare)
        or _by_parts(gazetteer, name)
    )


def _by_parts(gazetteer: Gazetteer, name: str) -> Sequence[Candidate]:
    """Take "Smalltown, Kansas" for Kansas, and "Berlin, Kreuzberg" for Berlin."""
    first, *others = [without_chat(folded(part).split()) for part in re.split(r"[,;(\n]", name)]
    for part in others:
        if found := gazetteer.regions_of(part):
            return found
    return gazetteer.exactly(first) if others and not is_chat(first) else []


def _meant(candidates: Sequence[Candidate]) -> tuple[Place, ...]:
    """Leave out the unlikely; if all the others share a zone one is enough, else offer each zone."""
    ranked = sorted(candidates, key=lambda candidate: -candidate.weight)
    likely = _without_regions_of_cities(
        [each for each in ranked if each.weight * NAMESAKE_SHARE >= ranked[0].weight]
    )
    zones = {place.zone for place in likely}
    if len(zones) < 2:
        return tuple(likely[:1])
    first_of_zones = list(_first_of_zones(likely))[:MOST_OFFERED]
    others = [place for place in likely if place not in first_of_zones]
    offered = {*first_of_zones, *others[: MOST_OFFERED - len(first_of_zones)]}
    return tuple(dict.fromkeys(place for place in likely if place in offered))


def _without_regions_of_cities(candidates: Sequence[Candidate]) -> Sequence[Place]:
    """Name a city and the region called after it once."""
    named: dict[tuple[str, str], Place] = {}
    for each in candidates:
        named.setdefault((folded(each.place.name), each.code), each.place)
    return list(named.values())


def _first_of_zones(places: Sequence[Place]) -> Iterator[Place]:
    seen: set[str] = set()
    for place in places:
        if place.zone not in seen:
            seen.add(place.zone)
            yield place
