"""A file's lines as records, with their numbers, so that a bad one can be found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from bot.coaching.exchange import FORMAT, HEADER
from bot.coaching.plain import RecordError
from bot.coaching.records import Record


@dataclass(frozen=True, slots=True)
class Line:
    """A record and the number of its line, from 1."""

    number: int
    record: Record


class LineError(ValueError):
    """The line of this number can't be taken in, and why."""

    def __init__(self, number: int, why: RecordError) -> None:
        super().__init__(f"line {number}: {why}")
        self.number = number
        self.why = why


def decoded(content: bytes) -> str:
    """A file's text; an editor's byte order mark is no part of it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        what = content[error.start : error.end]
        raise LineError(number, RecordError("", what, "text in UTF-8")) from None


def json_lines(text: str) -> Iterator[Line]:
    """The records behind the header; empty lines count, and hold nothing."""
    lines = enumerate(text.split("\n"), start=1)
    _check_header(*next(lines))
    for number, line in lines:
        if line.strip():
            yield Line(number, _record(number, line))


def _check_header(number: int, line: str) -> None:
    header = _record(number, line)
    if header.get("format") != FORMAT:
        raise LineError(number, RecordError("format", header.get("format"), FORMAT))
    for name in header:
        if name not in HEADER:
            raise LineError(number, RecordError(name, header[name], "left out: there is no such field"))


def _record(number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise LineError(number, RecordError("", line.strip(), 'a JSON object like {"type": "set", ...}'))
    return record
