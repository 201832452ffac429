"""An athlete's whole data as records, one a line, as `coach export` writes them (docs/formats.md)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time
from typing import Final

from bot.coaching.athlete import DEFAULT_DAY_START, DEFAULT_PROMPT_TIME, Athlete, Journey
from bot.coaching.plain import Plain
from bot.coaching.records import EVENTS, Record, to_record
from bot.domain.anchor import Anchor
from bot.domain.events import Event
from bot.domain.prompts import WeekdayTime
from bot.domain.sets import LoggedSet

TYPE: Final = "type"
FORMAT: Final = "two-minute-coach/1"
HEADER: Final[Record] = {TYPE: "header", "format": FORMAT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is set for an athlete, as a file holds it; the question that may be open is left behind.

    `athlete_id` tells a reader whose file it is. An import gives the athlete the id it is asked for.
    """

    name: str
    zone: str
    started_at: datetime
    athlete_id: int | None = None
    language: str = "en"
    prompt_time: time = DEFAULT_PROMPT_TIME
    weekday_times: tuple[WeekdayTime, ...] = ()
    day_start: time = DEFAULT_DAY_START
    prompts_on: bool = True
    wants_prompts: bool = True
    silent_cards: bool = False
    place: str | None = None
    journey: Journey | None = None
    anchor: Anchor | None = None

    @classmethod
    def of(cls, athlete: Athlete) -> "Profile":
        return cls(**{one.name: getattr(athlete, one.name) for one in fields(cls)})

    def as_athlete(self, athlete_id: int) -> Athlete:
        """In a private chat the chat's id is the athlete's."""
        settings = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "athlete_id"}
        return Athlete(athlete_id=athlete_id, chat_id=athlete_id, **settings)


@dataclass(frozen=True, slots=True)
class Archive:
    """What a file holds; without a profile it only adds to what is known of an athlete."""

    profile: Profile | None
    sets: Sequence[LoggedSet]
    events: Sequence[Event]


def lines_of(archive: Archive) -> Iterator[str]:
    """JSON lines: a header, the athlete, the sets, the events."""
    return (json.dumps(record, ensure_ascii=False) + "\n" for record in records_of(archive))


def records_of(archive: Archive) -> Iterator[Record]:
    yield HEADER
    if archive.profile is not None:
        yield _typed("athlete", to_record(archive.profile))
    for one in archive.sets:
        yield _typed("set", to_record(one))
    for event in archive.events:
        yield _typed("event", EVENTS.to_record(event))


def _typed(name: Plain, record: Record) -> Record:
    return {TYPE: name, **record}
