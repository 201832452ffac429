"""An athlete's data goes out as lines and comes back the same; a bad line is found and named."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from bot.coaching.athlete import Athlete
from bot.coaching.exchange import HEADER, Archive, Profile, lines_of
from bot.coaching.exchange_csv import csv_of
from bot.coaching.exchange_lines import LineError
from bot.coaching.exchange_read import read_archive
from bot.coaching.exchange_stats import situation_on, stats_record
from bot.coaching.records import EVENTS, Record, kind_of, to_record
from bot.domain.events import (
    BarAway,
    Event,
    FreeDaysSaid,
    Offer,
    OfferAnswered,
    PauseSaid,
    Placed,
    RaceSaid,
    Said,
    TaperSaid,
)
from bot.domain.exercise import Family
from tests.cli.histories import ANNA, ARCHIVES, CATALOGUE, MORNING, PROFILE, month
from tests.makers import MONDAY, day, did

FORMATS = Path(__file__).parents[2] / "docs" / "formats.md"
SET: Record = {"type": "set", **to_record(did("push_up", 5)[0])}
ATHLETE: Record = {"type": "athlete", **to_record(PROFILE)}
PLACED = Placed(said_at=MORNING, day=MONDAY, source="t:1", family=Family.PUSH, rung="push_up")
FREE = FreeDaysSaid(said_at=MORNING, day=MONDAY, source="t:2", weekdays=frozenset({0}))
SAID = Said(said_at=MORNING, day=MONDAY, source="t:3", key="day_2")
RACE = RaceSaid(said_at=MORNING, day=MONDAY, source="t:4", race_day=MONDAY)
TAPER = TaperSaid(said_at=MORNING, day=MONDAY, source="t:5", race_day=MONDAY)
AWAY = BarAway(said_at=MORNING, day=MONDAY, source="t:6", until=MONDAY)
PAUSE = PauseSaid(said_at=MORNING, day=MONDAY, source="t:7")


def event(value: Event) -> Record:
    return {"type": "event", **EVENTS.to_record(value)}


def content(*records: object, header: object = HEADER) -> bytes:
    return "\n".join(json.dumps(record) for record in (header, *records)).encode()


def refused(file: bytes) -> str:
    with pytest.raises(LineError) as caught:
        read_archive(file, CATALOGUE)
    return str(caught.value)


@given(ARCHIVES)
def test_an_archive_comes_back(archive: Archive) -> None:
    assert read_archive("".join(lines_of(archive)).encode(), CATALOGUE) == archive


@given(ARCHIVES)
def test_sets_come_back_from_csv(archive: Archive) -> None:
    assert read_archive(csv_of(archive.sets).encode(), CATALOGUE).sets == archive.sets


def test_an_archive_holds_all_that_is_set_but_the_open_question() -> None:
    known = {one.name for one in fields(Athlete)} - {"chat_id", "asked"}
    assert {one.name for one in fields(Profile)} == known


def test_the_athlete_gets_the_id_that_is_asked_for() -> None:
    moved = PROFILE.as_athlete(12)
    assert (moved.athlete_id, moved.chat_id, moved.name) == (12, 12, "Anna")
    assert Profile.of(moved).as_athlete(ANNA) == PROFILE.as_athlete(ANNA)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"reps": 0}, "reps: 0 should be a whole number from 1 to 500", id="no rep"),
        pytest.param({"reps": 501}, "reps: 501 should be a whole number from 1 to 500", id="too many reps"),
        pytest.param({"reps": 10**30}, "from 1 to 500", id="more than a database can count"),
        pytest.param({"reps": "5"}, "reps: '5' should be a whole number", id="words for a number"),
        pytest.param({"exercise": "burpee"}, "exercise: 'burpee' should be one of knee_push_up", id="burpee"),
        pytest.param({"day": "2026-02-30"}, "day: '2026-02-30' should be a day", id="no such day"),
        pytest.param({"day": "0026-03-02"}, "should be in the years 2000 to 2099", id="a slip in the year"),
        pytest.param({"said_at": "2026-03-02"}, "said_at: '2026-03-02' should be an instant", id="no moment"),
        pytest.param({"said_at": "1970-01-01T00:00:00Z"}, "should be in the years", id="long ago"),
        pytest.param({"effort": "meh"}, "effort: 'meh' should be one of easy", id="no effort"),
        pytest.param({"seconds": -1}, "seconds: -1 should be a whole number from 0", id="negative seconds"),
        pytest.param({"position": -1}, "position: -1 should be a whole number from 0", id="before the first"),
        pytest.param({"position": 2**31}, "position: 2147483648 should be", id="a position beyond all"),
        pytest.param({"source": ""}, "source: '' should be a text of 1 to 200", id="no source"),
        pytest.param({"source": "\ud800"}, "should be a text of 1 to 200 printable", id="half a character"),
        pytest.param({"weight": 5}, "weight: 5 should be left out: there is no such field", id="unknown"),
        pytest.param({"type": "sett"}, "type: 'sett' should be one of athlete, set, event", id="no type"),
    ],
)
def test_a_bad_set_is_named(change: Record, why: str) -> None:
    said = refused(content(ATHLETE, SET, SET | change))
    assert said.startswith("line 4: ")
    assert why in said


@pytest.mark.parametrize(
    ("record", "why"),
    [
        pytest.param(ATHLETE | {"zone": "Berlin"}, "zone: 'Berlin' should be a time zone's name", id="city"),
        pytest.param(
            ATHLETE | {"journey": {"home_zone": "Mars", "home_place": None}},
            "journey.home_zone: 'Mars' should be a time zone's name",
            id="a home nowhere",
        ),
        pytest.param(
            ATHLETE | {"journey": {"home_zone": "UTC", "home_place": None, "until": "0026-03-02"}},
            "journey.until: '0026-03-02' should be in the years",
            id="a journey long ago",
        ),
        pytest.param(ATHLETE | {"zone": "../../x"}, "should be a time zone's name", id="a path for a zone"),
        pytest.param(ATHLETE | {"language": "tlh"}, "language: 'tlh' should be one of en", id="language"),
        pytest.param(ATHLETE | {"name": "\udc00"}, "name: '\\udc00' should be a text", id="half a character"),
        pytest.param(ATHLETE | {"place": "x" * 501}, "should be a text of up to 500", id="a long place"),
        pytest.param(ATHLETE | {"started_at": "1999-12-31T23:00:00Z"}, "in the years", id="long ago"),
        pytest.param(ATHLETE | {"chat_id": 5}, "chat_id: 5 should be left out", id="another's chat"),
        pytest.param(event(PLACED) | {"rung": "wide_push_up"}, "rung: 'wide_push_up' should", id="no rung"),
        pytest.param(event(PLACED) | {"family": "pull"}, "should be one of assisted_negative", id="family"),
        pytest.param(event(PLACED) | {"stated_max": -1}, "stated_max: -1 should be", id="less than none"),
        pytest.param(event(FREE) | {"weekdays": [7]}, "weekdays: 7 should be a whole number", id="weekday"),
        pytest.param(event(SAID) | {"key": ""}, "key: '' should be a text of 1", id="nothing said"),
        pytest.param(event(RACE) | {"race_day": "1926-03-02"}, "race_day: '1926-03-02'", id="an old race"),
        pytest.param(event(TAPER) | {"race_day": "2100-03-02"}, "race_day: '2100-03-02'", id="a far race"),
        pytest.param(event(AWAY) | {"until": "2206-03-02"}, "until: '2206-03-02'", id="no bar for ever"),
        pytest.param(event(PAUSE) | {"until": "0026-03-02"}, "until: '0026-03-02'", id="a pause till then"),
        pytest.param(event(SAID) | {"kind": "sang"}, "kind: 'sang' should be one of placed", id="no kind"),
        pytest.param(event(SAID) | {"day": "1926-03-02"}, "day: '1926-03-02' should be in", id="long ago"),
        pytest.param([], "'[]' should be a JSON object", id="a list"),
        pytest.param(5, "'5' should be a JSON object", id="a number"),
    ],
)
def test_a_bad_athlete_or_event_is_named(record: object, why: str) -> None:
    said = refused(content(record))
    assert said.startswith("line 2: ")
    assert why in said


def test_a_pause_without_an_end_and_one_with_it_come_back() -> None:
    till = replace(PAUSE, source="t:8", until=day(8))
    told: tuple[Event, ...] = (PAUSE, till, RACE, TAPER, AWAY)
    assert read_archive(content(*map(event, told)), CATALOGUE).events == told


def test_an_archive_of_facts_alone_comes_back() -> None:
    facts = replace(month(), profile=None)
    assert read_archive("".join(lines_of(facts)).encode(), CATALOGUE) == facts


def test_one_who_is_not_sure_is_placed_too() -> None:
    sure = replace(PLACED, source="t:9", stated_max=8)
    assert read_archive(content(event(PLACED), event(sure)), CATALOGUE).events == (PLACED, sure)


def test_a_second_athlete_is_refused() -> None:
    assert "line 3: record: 'athlete' should be left out" in refused(content(ATHLETE, ATHLETE))


@pytest.mark.parametrize(
    ("file", "number"),
    [
        pytest.param(content() + b'\n{"type": "set"', 2, id="cut off"),
        pytest.param(content() + b"\n\n\nhello", 4, id="words"),
        pytest.param(content() + b"\n" + b"[" * 100_000, 2, id="too deep"),
        pytest.param(content(SET) + b"\n\xff", 3, id="not UTF-8"),
        pytest.param(content(header={"format": "two-minute-coach/2"}), 1, id="a newer format"),
        pytest.param(content(header=HEADER | {"pages": 3}), 1, id="an unknown header"),
        pytest.param(content(header=SET), 1, id="no header"),
        pytest.param(b"", 1, id="nothing"),
        pytest.param(b"hello\n", 1, id="not ours"),
        pytest.param(b"day,exercise\n", 1, id="CSV without reps"),
        pytest.param(b"day,exercise,reps,reps\n", 1, id="CSV with a column twice"),
        pytest.param(b"day,exercise,reps,weight\n", 1, id="CSV with an unknown column"),
        pytest.param(b"day,exercise,reps\n2026-03-02,push_up,5\n2026-03-02,push_up\n", 3, id="a short row"),
        pytest.param(b"day,exercise,reps\n\n2026-03-02,push_up,5,6\n", 3, id="a long row"),
        pytest.param(b"day,exercise,reps\n2026-03-02,push_up,many\n", 2, id="words for a number in CSV"),
        pytest.param(b"day,exercise,reps\n2 March,push_up,5\n", 2, id="a day in words in CSV"),
        pytest.param(b'day,exercise,reps\n2026-03-02,"push_up,5\n\n\n', 2, id="a quote that never ends"),
    ],
)
def test_a_bad_line_has_its_number(file: bytes, number: int) -> None:
    assert refused(file).startswith(f"line {number}: ")


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(b"\xef\xbb\xbf" + content(ATHLETE, SET), id="a byte order mark"),
        pytest.param(content(ATHLETE, SET).replace(b"\n", b"\r\n\r\n") + b"\n", id="other line ends"),
        pytest.param(content(SET, ATHLETE, SET), id="another order, and a set twice"),
    ],
)
def test_what_editors_do_to_a_file_does_no_harm(file: bytes) -> None:
    assert read_archive(file, CATALOGUE) == Archive(PROFILE, tuple(did("push_up", 5)), ())


def test_two_lines_cannot_contradict_each_other() -> None:
    said = refused(content(SET, SET | {"reps": 6}))
    assert "line 3: source: " in said
    assert "another line tells it otherwise" in said


def test_a_set_without_a_source_gets_one_from_its_file_and_line() -> None:
    bare = {name: value for name, value in SET.items() if name not in {"source", "position"}}
    first, second = read_archive(content(ATHLETE, bare, bare), CATALOGUE).sets
    assert re.fullmatch(r"i:[0-9a-f]{12}:000003", first.source)
    assert (second.source, second.position) == (first.source[:-1] + "4", 0)
    assert read_archive(content(ATHLETE, bare), CATALOGUE).sets[0].source != first.source


@pytest.mark.parametrize("name", ["source", "position", "said_at", "day", "exercise", "reps"])
def test_a_set_with_half_a_key_or_without_facts_is_refused(name: str) -> None:
    half = {key: value for key, value in SET.items() if key != name}
    assert f"line 2: {name}: None should be there" in refused(content(half))


def test_a_row_of_three_columns_is_enough() -> None:
    archive = read_archive(b"reps,day,exercise\r\n5,2026-03-02,push_up\r\n", CATALOGUE)
    (one,) = archive.sets
    assert (one.reps, one.day, one.exercise, one.effort) == (5, MONDAY, "push_up", None)
    assert one.said_at.isoformat() == "2026-03-02T12:00:00+00:00"
    assert archive.profile is None


def test_the_documented_lines_can_be_read() -> None:
    lines = [line.strip() for line in FORMATS.read_text().splitlines() if line.startswith('    {"type"')]
    archive = read_archive("\n".join(lines).encode(), CATALOGUE)
    assert (len(archive.sets), len(archive.events)) == (1, 1)
    assert [name for name in CATALOGUE.exercises if f"`{name}`" not in FORMATS.read_text()] == []


def test_every_kind_of_event_is_documented() -> None:
    kinds = [kind_of(cls) for cls in get_args(Event)]
    assert [kind for kind in kinds if f"`{kind}`" not in FORMATS.read_text()] == []


def test_stats_as_a_record() -> None:
    archive = month()
    athlete = PROFILE.as_athlete(ANNA)
    situation = situation_on(athlete, archive.sets, archive.events, on=day(9), catalogue=CATALOGUE)
    record = stats_record(situation, CATALOGUE)
    keys = "athlete, on, streak, habit, days_kept, totals, best_sets, rungs, offers, prescription"
    assert ", ".join(record) == keys
    assert record["days_kept"] == 6
    assert record["totals"] == {"knee_push_up": 30, "negative_pull_up": 4}
    assert record["best_sets"] == {"knee_push_up": 3, "negative_pull_up": 2}


def test_an_open_offer_is_told() -> None:
    ready = replace(PLACED, rung="knee_push_up", stated_max=40)
    log = [one for number in (1, 2) for one in did("knee_push_up", 15, 15, 15, 15, on=day(number))]
    athlete = PROFILE.as_athlete(ANNA)
    no = OfferAnswered(said_at=MORNING, day=day(3), source="t:2", offer=Offer.PUSH_UP, accepted=False)
    told = stats_record(situation_on(athlete, log, [ready], on=day(3), catalogue=CATALOGUE), CATALOGUE)
    answered = situation_on(athlete, log, [ready, no], on=day(3), catalogue=CATALOGUE)
    assert told["offers"] == ["push_up"]
    assert stats_record(answered, CATALOGUE)["offers"] == []
