import importlib.resources
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.ports import Place
from bot.data.place_names import folded
from bot.data.places import OfflinePlaces

PLACES = OfflinePlaces()


def zones(name: str) -> list[str]:
    return [place.zone for place in PLACES.find(name)]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("Berlin", Place("Berlin", "Germany", "Europe/Berlin"), id="a city"),
        pytest.param(
            "London",
            Place("London", "England, United Kingdom", "Europe/London"),
            id="the great London is meant",
        ),
        pytest.param("Paris", Place("Paris", "France", "Europe/Paris"), id="the great Paris is meant"),
        pytest.param(
            "springfield il",
            Place("Springfield", "Illinois, United States", "America/Chicago"),
            id="a state's code narrows",
        ),
        pytest.param("Germany", Place("Germany", "Europe", "Europe/Berlin"), id="a country with one zone"),
        pytest.param(
            "Texas",
            Place("Texas", "United States", "America/Chicago"),
            id="a state that is nearly all in one zone",
        ),
        pytest.param("europe/berlin", Place("Berlin", "Europe", "Europe/Berlin"), id="a zone's own name"),
        pytest.param(
            "America/Argentina/Buenos_Aires",
            Place("Buenos Aires", "Argentina, America", "America/Argentina/Buenos_Aires"),
            id="a zone's longer name",
        ),
        pytest.param("utc", Place("UTC", "Coordinated Universal Time", "UTC"), id="UTC"),
    ],
)
def test_a_clear_place(name: str, place: Place) -> None:
    assert PLACES.find(name) == (place,)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        pytest.param("sao paulo", "America/Sao_Paulo", id="without its accent"),
        pytest.param("SÃO-PAULO!", "America/Sao_Paulo", id="in capitals, with punctuation"),
        pytest.param("münchen", "Europe/Berlin", id="in its own language"),
        pytest.param("Muenchen", "Europe/Berlin", id="without an umlaut"),
        pytest.param("Xian", "Asia/Shanghai", id="without its apostrophe"),
        pytest.param("北京", "Asia/Shanghai", id="in Chinese"),
        pytest.param("Москва", "Europe/Moscow", id="in Russian"),
        pytest.param("القاهرة", "Africa/Cairo", id="in Arabic"),
        pytest.param("मुंबई", "Asia/Kolkata", id="in Hindi"),
        pytest.param("서울", "Asia/Seoul", id="in Korean"),
        pytest.param("กรุงเทพ", "Asia/Bangkok", id="in Thai"),
        pytest.param("NYC", "America/New_York", id="NYC"),
        pytest.param("L.A.", "America/Los_Angeles", id="LA with dots"),
        pytest.param("SF", "America/Los_Angeles", id="SF"),
        pytest.param("St Petersburg", "Europe/Moscow", id="St for Saint"),
        pytest.param("Saint Petersburg", "Europe/Moscow", id="Saint in full"),
        pytest.param(
            "St. Petersburg, Florida", "America/New_York", id="the lesser St. Petersburg, by its state"
        ),
        pytest.param("Portland, Oregon", "America/Los_Angeles", id="a state narrows"),
        pytest.param("Portland Maine", "America/New_York", id="a state narrows without a comma"),
        pytest.param("London, Ontario", "America/Toronto", id="a province narrows"),
        pytest.param("london england uk", "Europe/London", id="a region and a country narrow"),
        pytest.param("paris texas", "America/Chicago", id="a lesser namesake, by its state"),
        pytest.param("san jose costa rica", "America/Costa_Rica", id="a country of two words narrows"),
        pytest.param("Long Beach", "America/Los_Angeles", id="a name of ordinary words"),
        pytest.param("Washington DC", "America/New_York", id="the capital, not the state"),
        pytest.param("UK", "Europe/London", id="a country's letters"),
        pytest.param("England", "Europe/London", id="a part of a country"),
        pytest.param("Deutschland", "Europe/Berlin", id="a country in its own language"),
        pytest.param("Smallville, Kansas", "America/Chicago", id="an unknown town, but a known state"),
        pytest.param("Berlin, Zwischenhausen", "Europe/Berlin", id="a known city, but an unknown quarter"),
        pytest.param("Berln", "Europe/Berlin", id="a letter forgotten"),
        pytest.param("Lonodn", "Europe/London", id="two letters swapped"),
        pytest.param("san fransico", "America/Los_Angeles", id="two slips in a long name"),
        pytest.param("newyork", "America/New_York", id="a space forgotten"),
        pytest.param("Lonodn, England", "Europe/London", id="a slip beside a region"),
        pytest.param("Philadelpia", "America/New_York", id="another city's ancient name doesn't count"),
        pytest.param("I'm in Berlin", "Europe/Berlin", id="a sentence around it"),
        pytest.param("Berlin please 🙂", "Europe/Berlin", id="a word and an emoji after it"),
        pytest.param("near Munich", "Europe/Berlin", id="near a city"),
        pytest.param("yes, the hague", "Europe/Amsterdam", id="an article that belongs to the name"),
        pytest.param("Berlin ok", "Europe/Berlin", id="ok is not Oklahoma"),
        pytest.param("Tulsa OK", "America/Chicago", id="OK is Oklahoma"),
    ],
)
def test_the_zone_of_a_name(name: str, zone: str) -> None:
    assert zones(name) == [zone]


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        pytest.param(
            "San José",
            {"America/Los_Angeles", "America/Costa_Rica", "Asia/Manila"},
            id="San José, in three countries",
        ),
        pytest.param("Birmingham", {"Europe/London", "America/Chicago"}, id="Birmingham, England or Alabama"),
        pytest.param("Georgia", {"Asia/Tbilisi", "America/New_York"}, id="a country or a state"),
        pytest.param("Tennessee", {"America/Chicago", "America/New_York"}, id="a state in two zones"),
        pytest.param(
            "USA",
            {"America/New_York", "America/Chicago", "America/Los_Angeles", "America/Denver"},
            id="a country in many zones",
        ),
    ],
)
def test_an_unclear_place_is_offered_in_each_zone(name: str, offered: set[str]) -> None:
    assert set(zones(name)) == offered


def test_the_springfields_are_told_apart_by_state() -> None:
    assert [place.region for place in PLACES.find("Springfield")] == [
        "Missouri, United States",
        "Massachusetts, United States",
        "Illinois, United States",
        "Oregon, United States",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\u200b", "🏃", "asdf", "yes", "no idea", "done", "12 pushups", "not now, later", "skip",
        "undo", "3x10", "did 2 knee pushups", "right, today", ",", "|", "||", "\t", "/", "a/b", "EST", "mars",
        "supposed to be 4x5 negatives today, right?", "\ud800", "\x00", ", , ,", "-7", "best", "x" * 4096,
    ],
)  # fmt: skip
def test_what_names_no_place_finds_nothing(text: str) -> None:
    assert PLACES.find(text) == ()


def test_a_city_and_its_region_of_the_same_name_are_offered_once() -> None:
    assert [place.region for place in PLACES.find("Córdoba")].count("Argentina") == 1


@given(st.text(max_size=120))
@settings(deadline=None)
def test_any_text_gives_a_few_places_at_most(text: str) -> None:
    assert len(PLACES.find(text)) <= 4


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        pytest.param(52.52, 13.40, "Europe/Berlin", id="in Berlin"),
        pytest.param(-33.87, 151.21, "Australia/Sydney", id="in Sydney"),
        pytest.param(40.0, -30.0, None, id="in the middle of the Atlantic"),
        pytest.param(0.0, 0.0, None, id="in the Gulf of Guinea"),
        pytest.param(91.0, 0.0, None, id="beyond the pole"),
        pytest.param(0.0, 181.0, None, id="beyond the date line"),
        pytest.param(float("nan"), 0.0, None, id="not a number"),
        pytest.param(0.0, float("inf"), None, id="infinitely far"),
    ],
)
def test_the_zone_at_a_location(latitude: float, longitude: float, zone: str | None) -> None:
    assert PLACES.zone_at(latitude, longitude) == zone


@given(st.floats(), st.floats())
@settings(deadline=None)
def test_any_location_gives_a_zone_that_exists_or_none(latitude: float, longitude: float) -> None:
    assert PLACES.zone_at(latitude, longitude) in {None, *available_timezones()}


def columns(name: str) -> list[list[str]]:
    _, *lines = importlib.resources.files("bot.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def test_every_zone_in_the_data_exists() -> None:
    of_cities = {zone for *_, zone in columns("places.tsv")}
    of_regions = {city.split(":")[0] for *_, cities in columns("regions.tsv") for city in cities.split("|")}
    assert of_cities | of_regions <= available_timezones()


def test_every_city_lies_in_a_known_region() -> None:
    assert {code for _, _, code, _, _ in columns("places.tsv")} <= {
        code for code, *_ in columns("regions.tsv")
    }


def test_cities_stand_in_the_order_of_their_people() -> None:
    people = [int(count) for _, _, _, count, _ in columns("places.tsv")]
    assert people == sorted(people, reverse=True)


def test_keys_are_folded_as_names_are_asked_for() -> None:
    keys = {key for _, keys, *_ in columns("places.tsv")[:2000] for key in keys.split("|")}
    assert {key for key in keys if folded(key) != key} == set()
