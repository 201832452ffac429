"""Reads a file back: every line checked, the first bad one named, nothing done yet (docs/formats.md)."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from bot.coaching.exchange import TYPE, Archive, Profile
from bot.coaching.exchange_checks import check_event, check_profile, check_set
from bot.coaching.exchange_csv import csv_lines
from bot.coaching.exchange_lines import Line, LineError, decoded, json_lines
from bot.coaching.plain import RecordError
from bot.coaching.records import EVENTS, Record, from_record, kind_of
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event
from bot.domain.sets import LoggedSet

T = TypeVar("T")


def read_archive(content: bytes, catalogue: Catalogue) -> Archive:
    """What a JSON export or a CSV of sets holds; a `LineError` names the first bad line.

    A set that tells neither source nor position gets `i:<hash of the file>:<line>`, so that the same
    file counts once.
    """
    reading = _Reading(catalogue, sha256(content).hexdigest()[:12])
    for line in _lines(decoded(content)):
        try:
            reading.take(line)
        except RecordError as error:
            raise LineError(line.number, error) from None
    return Archive(reading.profile, tuple(reading.sets.values()), tuple(reading.events.values()))


def _lines(text: str) -> Iterator[Line]:
    return json_lines(text) if text.lstrip().startswith("{") else csv_lines(text)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; sets and events by their keys."""

    catalogue: Catalogue
    file_hash: str
    profile: Profile | None = None
    sets: dict[Hashable, LoggedSet] = field(default_factory=dict)
    events: dict[Hashable, Event] = field(default_factory=dict)

    def take(self, line: Line) -> None:
        record = {name: value for name, value in line.record.items() if name != TYPE}
        match line.record.get(TYPE):
            case "athlete":
                self._take_profile(record)
            case "set":
                self._take_set(record, line.number)
            case "event":
                self._take_event(record)
            case other:
                raise RecordError(TYPE, other, "one of athlete, set, event")

    def _take_profile(self, record: Record) -> None:
        if self.profile is not None:
            raise RecordError("", "athlete", "left out: a file holds one athlete")
        profile = from_record(Profile, record)
        check_profile(profile)
        self.profile = profile

    def _take_set(self, record: Record, number: int) -> None:
        if "source" not in record and "position" not in record:
            # With leading zeros, since a day's sets are put in order by their sources.
            record |= {"source": f"i:{self.file_hash}:{number:06}", "position": 0}
        one = from_record(LoggedSet, record)
        check_set(one, self.catalogue)
        _keep(self.sets, (one.source, one.position), one)

    def _take_event(self, record: Record) -> None:
        event = EVENTS.from_record(record)
        check_event(event, self.catalogue)
        _keep(self.events, (event.source, kind_of(type(event)), event.position), event)


def _keep(kept: dict[Hashable, T], key: Hashable, value: T) -> None:
    """The same line twice counts once; two that contradict each other can't both be true."""
    if kept.setdefault(key, value) != value:
        raise RecordError("source", key, "on one line only: another line tells it otherwise")
