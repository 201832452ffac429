"""The gazetteer's two files, searched where they lie: tens of thousands of cities must not become objects."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from mmap import ACCESS_READ, mmap
from typing import Self

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from bot.coaching.ports import Place
from bot.data.place_names import folded

Words = Sequence[str]

OTHER_NAME_SHARE = 20
"""A city counts little under its other names: Philadelphia isn't Amman, and Canton is in Ohio, too."""

REGION_SHARE = 4
"""A region counts a quarter of its people: who says Victoria may mean the city."""


_LONG_ENOUGH = 7
"""Shorter names of lesser cities lie too close to ordinary words: later, Latur."""

_FEWER_THAN_A_MILLION = re.compile(rb"\t\d{1,6}\t")
_FEWER_THAN_100_000 = re.compile(rb"\t\d{1,5}\t")
"""The column of people, where cities of that size begin."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant; `code` says where it lies (US.IL, DE), `weight` how likely it is meant."""

    place: Place
    code: str
    weight: float

    def lies_in(self, codes: Iterable[str]) -> bool:
        return any(self.code == code or self.code.startswith(f"{code}.") for code in codes)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Cities (most people first) and regions, a line each, as the files hold them.

    A look-up opens it, and lets it go: mapping takes no time, and no memory once it is gone.
    """

    cities: mmap
    regions: mmap

    @classmethod
    def open(cls) -> Self:
        return cls(_mapped("places.tsv"), _mapped("regions.tsv"))

    def exactly(self, words: Words) -> Sequence[Candidate]:
        """Find cities, regions and countries of that name, then those narrowed by the last words."""
        return self._named(" ".join(words)) or self._narrowed(words, self.exactly)

    def roughly(self, words: Words) -> Sequence[Candidate]:
        """Find large cities, regions and countries whose names differ by a slip or two."""
        return self._nearly_named(words) or self._narrowed(words, self._nearly_named)

    def regions_of(self, words: Words) -> Sequence[Candidate]:
        """Find regions and countries by name or code."""
        return [found for row in self._region_rows(" ".join(words)) for found in self._of_region(row)]

    def largest_of_zones(self) -> Iterator[Place]:
        """The largest city of each zone, the largest of all first."""
        seen: set[bytes] = {b"zone"}  # the head line
        for line in iter(self.cities.readline, b""):
            zone = line.rstrip().rpartition(b"\t")[2]
            if zone not in seen:
                seen.add(zone)
                name, _, code, _, of_zone = line.decode().rstrip().split("\t")
                yield Place(name, self._label(code, name), of_zone)

    def _named(self, key: str) -> Sequence[Candidate]:
        cities = [self._of_city(row, key) for row in rows_with(self.cities, key)]
        regions = [row for row in self._region_rows(key) if f"|{key}|" in row[4]]
        return cities + [found for row in regions for found in self._of_region(row)]

    def _nearly_named(self, words: Words) -> Sequence[Candidate]:
        return [found for key in self._similar_keys(" ".join(words)) for found in self._named(key)]

    def _narrowed(self, words: Words, find: Callable[[Words], Sequence[Candidate]]) -> Sequence[Candidate]:
        for split in range(1, len(words)):
            codes = {row[0] for row in self._region_rows(" ".join(words[split:]))}
            found = [each for each in find(words[:split]) if each.lies_in(codes)] if codes else []
            if found:
                return found
        return []

    def _region_rows(self, key: str) -> Sequence[Sequence[str]]:
        return list(rows_with(self.regions, key))

    def _of_city(self, row: Sequence[str], key: str) -> Candidate:
        name, keys, code, people, zone = row
        main, _, _ = keys.partition("||")
        share = 1 if f"|{key}|" in f"{main}|" else OTHER_NAME_SHARE
        return Candidate(Place(name, self._label(code, name), zone), code, int(people) / share)

    def _of_region(self, row: Sequence[str]) -> Iterator[Candidate]:
        """Give the region itself, or where its people live in several zones the largest city of each."""
        code, name, within, _, _, _, people, zones = row
        weight = int(people) / (REGION_SHARE if "." in code else 1)
        cities = [city.split(":") for city in zones.split("|")]
        if len(cities) == 1:
            yield Candidate(Place(name, within, cities[0][0]), code, weight)
            return
        for zone, city, city_code in cities:
            yield Candidate(Place(city, self._label(city_code, city), zone), city_code, weight)

    def _label(self, code: str, city: str) -> str:
        """Say where a city of that region lies: "Illinois, United States", or just "Germany"."""
        start = self.regions.find(f"\n{code}\t".encode()) + 1
        label = self.regions[start : self.regions.find(b"\n", start)].split(b"\t")[3].decode()
        region, _, within = label.partition(", ")
        return within if within and folded(region) == folded(city) else label

    def _similar_keys(self, key: str) -> Sequence[str]:
        """Give the names that the fewest slips lead to; they begin alike, few get the first letter wrong."""
        slips = allowed_slips(key)
        near = dict(_within(slips, key, self._keys_like(key))) if slips else {}
        least = min(near.values(), default=0)
        return [name for name, distance in near.items() if distance == least]

    def _keys_like(self, key: str) -> set[str]:
        """Give all names of regions and of cities of a million; for a longer key the large cities', too."""
        beginning = re.escape(key[:1].encode())
        all_keys = re.compile(rb"(?<=\|)" + beginning + rb"[^|\t\n]*(?=\|)")
        first_keys = re.compile(rb"(?<=\t\|)" + beginning + rb"[^|\t\n]*(?=\|)")
        found = all_keys.findall(self.cities, 0, self._start_of(_FEWER_THAN_A_MILLION))
        found += all_keys.findall(self.regions)
        if len(key) >= _LONG_ENOUGH:
            found += first_keys.findall(self.cities, 0, self._start_of(_FEWER_THAN_100_000))
        return {name.decode() for name in found}

    def _start_of(self, fewer: re.Pattern[bytes]) -> int:
        first_below = fewer.search(self.cities)
        return first_below.start() if first_below else len(self.cities)


def _mapped(name: str) -> mmap:
    with as_file(files("bot.data") / name) as path, path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _within(slips: int, key: str, names: Iterable[str]) -> Iterator[tuple[str, float]]:
    for name, distance, _ in extract_iter(key, names, scorer=OSA.distance, score_cutoff=slips):
        yield name, distance


def rows_with(lines: mmap, key: str) -> Iterator[Sequence[str]]:
    """Give the columns of each line in which `key` stands between bars."""
    needle = f"|{key}|".encode()
    at = lines.find(needle) if key else -1
    while at >= 0:
        start, end = lines.rfind(b"\n", 0, at) + 1, lines.find(b"\n", at)
        yield lines[start:end].decode().split("\t")
        at = lines.find(needle, end)


def allowed_slips(key: str) -> int:
    """Short names are too close to each other, and to ordinary words, to be guessed at."""
    if len(key) < 5 or any(character.isdigit() for character in key):
        return 0
    return 1 if len(key) < 9 else 2
