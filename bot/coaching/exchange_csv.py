"""Sets as CSV and back; a table has no room for the athlete and the events (docs/formats.md)."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.coaching.exchange import TYPE
from bot.coaching.exchange_lines import Line, LineError
from bot.coaching.plain import RecordError
from bot.coaching.records import Record, to_record
from bot.domain.sets import LoggedSet

COLUMNS: Final = ("day", "exercise", "reps", "effort", "said_at", "source", "position", "seconds")
NEEDED: Final = ("day", "exercise", "reps")
NUMBERS: Final = frozenset({"reps", "position", "seconds"})
_NUMBER = re.compile(r"[0-9]{1,18}")


def csv_of(sets: Sequence[LoggedSet]) -> str:
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(to_record(one) for one in sets)
    return table.getvalue()


def csv_lines(text: str) -> Iterator[Line]:
    """Rows as records of sets. A row that doesn't say when it was told was told on its day, at noon UTC."""
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    read = 0
    try:
        _check_columns(reader.fieldnames or ())
        read = reader.line_num
        for row in reader:
            yield Line(reader.line_num, _record(row))
            read = reader.line_num
    except csv.Error as error:
        # A quote that is never closed swallows all that follows: its row begins behind the last one read.
        raise LineError(read + 1, RecordError("", str(error), "a row of CSV")) from None
    except RecordError as error:
        raise LineError(max(reader.line_num, 1), error) from None


def _check_columns(names: Sequence[str]) -> None:
    if len(set(names)) < len(names) or not set(NEEDED) <= set(names) <= set(COLUMNS):
        expected = f"the header of a JSON export, or of a CSV: {', '.join(NEEDED)} and, if you have them, "
        raise RecordError("", ",".join(names), expected + ", ".join(COLUMNS[len(NEEDED) :]))


def _record(row: Mapping[str, str | list[str] | None]) -> Record:
    if "" in row:
        raise RecordError("", row[""], "left out: the row has more fields than the header")
    record: Record = {TYPE: "set"}
    for name, field in row.items():
        if isinstance(field, str) and field:
            record[name] = int(field) if name in NUMBERS and _NUMBER.fullmatch(field) else field
    record.setdefault("said_at", f"{record.get('day')}T12:00:00Z")
    return record
