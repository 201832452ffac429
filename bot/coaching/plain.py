"""Single values as plain data and back: numbers, words, days, times, instants."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeAlias

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"


class RecordError(ValueError):
    """A record that can't be read: at `key` stands `value`, where there should be `expected`."""

    def __init__(self, key: str, value: object, expected: str) -> None:
        super().__init__(f"{key or 'record'}: {value!r} should be {expected}")
        self.key = key
        self.value = value
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Way:
    """How values of one type become plain, and how they are read at a key."""

    encode: Callable[[object], Plain]
    decode: Callable[[object, str], object]


def member_of(enum: type[StrEnum]) -> Callable[[object, str], object]:
    members = {str(member): member for member in enum}

    def decode(plain: object, key: str) -> object:
        if not isinstance(plain, str) or plain not in members:
            raise RecordError(key, plain, f"one of {', '.join(members)}")
        return members[plain]

    return decode


def _exactly(cls: type, expected: str) -> Way:
    def decode(plain: object, key: str) -> object:
        if type(plain) is not cls:
            raise RecordError(key, plain, expected)
        return plain

    return Way(_as_it_is, decode)


def _in_words(to_words: Callable[[object], str], read: Callable[[str], object], expected: str) -> Way:
    def decode(plain: object, key: str) -> object:
        try:
            return read(plain if isinstance(plain, str) else "")
        except (ValueError, OverflowError):
            raise RecordError(key, plain, expected) from None

    return Way(to_words, decode)


def _as_it_is(value: object) -> Plain:
    assert value is None or isinstance(value, bool | int | str)
    return value


def _iso(value: object) -> str:
    assert isinstance(value, date | time)
    return value.isoformat()


def _utc_iso(value: object) -> str:
    assert isinstance(value, datetime)
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.utcoffset() is None:
        raise ValueError(text)
    return at.astimezone(UTC)


def _wall_time(text: str) -> time:
    at = time.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError(text)
    return at


SIMPLE: Mapping[type, Way] = {
    bool: _exactly(bool, "true or false"),
    int: _exactly(int, "a whole number"),
    str: _exactly(str, "a text"),
    date: _in_words(_iso, date.fromisoformat, "a day like 2026-03-02"),
    time: _in_words(_iso, _wall_time, "a time like 07:00"),
    datetime: _in_words(_utc_iso, _instant, "an instant with its offset, like 2026-03-02T06:00:00Z"),
}
