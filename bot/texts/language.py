"""One language: whole sentences with named holes, plurals, and how numbers, days and lists are written."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal


class Language:
    """`one` and `many` look a message up in the language's catalogue; English messages are their own keys."""

    def __init__(self, code: str = "en", catalogue: NullTranslations | None = None) -> None:
        self.code = code
        self._locale = Locale.parse(code)
        self._catalogue = catalogue or NullTranslations()

    def one(self, message: str) -> str:
        return self._catalogue.gettext(message)

    def many(self, one: str, several: str, n: int) -> str:
        """The form for `n`, with the number in the hole {n}."""
        return self._catalogue.ngettext(one, several, n).replace("{n}", self.number(n))

    def number(self, n: float) -> str:
        return format_decimal(n, locale=self._locale)

    def day(self, day: date) -> str:
        """Mon 2 March."""
        return format_date(day, "EEE d MMMM", locale=self._locale)

    def day_and_month(self, day: date) -> str:
        """2 March."""
        return format_date(day, "d MMMM", locale=self._locale)

    def full_day(self, day: date) -> str:
        """Monday 2 March."""
        return format_date(day, "EEEE d MMMM", locale=self._locale)

    def weekday(self, weekday: int) -> str:
        """Mon, from Monday = 0."""
        return str(self._locale.days["stand-alone"]["abbreviated"][weekday])

    def clock(self, at: time | datetime) -> str:
        """7:00."""
        return format_time(at.time() if isinstance(at, datetime) else at, "H:mm", locale=self._locale)

    def listed(self, parts: Iterable[str]) -> str:
        """a, b and c."""
        return format_list(list(parts), locale=self._locale).replace(", and ", " and ")

    def sentences(self, parts: Sequence[str]) -> str:
        """One after the other, empty ones left out."""
        return " ".join(part for part in parts if part)
