"""What a record from a file must keep to beside its fields' types: bounds, and names that are known."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.coaching.athlete import Journey
from bot.coaching.exchange import Profile
from bot.coaching.plain import RecordError
from bot.domain.catalogue import Catalogue
from bot.domain.events import BarAway, Event, FreeDaysSaid, PauseSaid, Placed, RaceSaid, Said, TaperSaid
from bot.domain.sets import LoggedSet

MOST_REPS = 500
LARGEST = 2**31 - 1
LONGEST_KEY = 200
LONGEST_NAME = 500
# Every day from the first to the last is folded: a slip in the year must not cost minutes at each turn.
FIRST_YEAR, LAST_YEAR = 2000, 2099
LANGUAGES: Final = ("en",)


def check_set(one: LoggedSet, catalogue: Catalogue) -> None:
    _one_of("exercise", one.exercise, catalogue.exercises)
    _within("reps", one.reps, 1, MOST_REPS)
    if one.seconds is not None:
        _within("seconds", one.seconds, 0, LARGEST)
    _check_key(one)


def check_event(event: Event, catalogue: Catalogue) -> None:
    _check_key(event)
    match event:
        case Placed(family=family, rung=rung, stated_max=stated_max):
            _one_of("rung", rung, [each.exercise for each in catalogue.ladders[family]])
            if stated_max is not None:
                _within("stated_max", stated_max, 0, LARGEST)
        case FreeDaysSaid(weekdays=weekdays):
            for weekday in weekdays:
                _within("weekdays", weekday, 0, 6)
        case Said(key=key):
            _short_word("key", key)
        case RaceSaid(race_day=ahead) | TaperSaid(race_day=ahead):
            _in_our_time("race_day", ahead)
        case BarAway(until=date() as ahead) | PauseSaid(until=date() as ahead):
            _in_our_time("until", ahead)
        case _:
            pass


def check_profile(profile: Profile) -> None:
    if not _is_zone(profile.zone):
        raise RecordError("zone", profile.zone, "a time zone's name like Europe/Berlin")
    if profile.journey is not None:
        _check_journey(profile.journey)
    if profile.anchor is not None:
        _text("anchor.words", profile.anchor.words)
    for other in profile.weekday_times:
        _within("weekday_times", other.weekday, 0, 6)
    _one_of("language", profile.language, LANGUAGES)
    _in_our_time("started_at", profile.started_at)
    _text("name", profile.name)
    _text("place", profile.place or "")


def _check_key(said: LoggedSet | Event) -> None:
    """When and where something was said."""
    _short_word("source", said.source)
    _within("position", said.position, 0, LARGEST)
    _in_our_time("day", said.day)
    _in_our_time("said_at", said.said_at)


def _check_journey(journey: Journey) -> None:
    if not _is_zone(journey.home_zone):
        raise RecordError("journey.home_zone", journey.home_zone, "a time zone's name like Europe/Berlin")
    _text("journey.home_place", journey.home_place or "")
    if journey.until is not None:
        _in_our_time("journey.until", journey.until)


def _one_of(key: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise RecordError(key, value, f"one of {', '.join(known)}")


def _within(key: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise RecordError(key, value, f"a whole number from {least} to {most}")


def _in_our_time(key: str, value: date | datetime) -> None:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise RecordError(key, value.isoformat(), f"in the years {FIRST_YEAR} to {LAST_YEAR}")


def _short_word(key: str, value: str) -> None:
    if not value.isprintable() or not 1 <= len(value) <= LONGEST_KEY:
        raise RecordError(key, value, f"a text of 1 to {LONGEST_KEY} printable characters")


def _text(key: str, value: str) -> None:
    """JSON can spell halves of characters, which no database keeps."""
    if len(value) > LONGEST_NAME or any("\ud800" <= one <= "\udfff" for one in value):
        raise RecordError(key, value, f"a text of up to {LONGEST_NAME} whole characters")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
