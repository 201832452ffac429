"""One language: plurals, numbers, days, clocks and lists as its readers write them."""

from datetime import UTC, date, datetime, time
from gettext import NullTranslations

import pytest

from bot.texts.language import Language

MONDAY = date(2026, 3, 2)


class Shouted(NullTranslations):
    """A catalogue that is easy to tell from English."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid1 if n == 1 else msgid2}!"


@pytest.mark.parametrize(("n", "said"), [(0, "0 sets"), (1, "1 set"), (2, "2 sets"), (1200, "1,200 sets")])
def test_a_count_has_its_own_form(say: Language, n: int, said: str) -> None:
    assert say.many("{n} set", "{n} sets", n) == said


def test_a_catalogue_brings_other_words() -> None:
    shouted = Language("de", Shouted())

    assert shouted.one("Today") == "TODAY"
    assert shouted.many("{n} Satz", "{n} Sätze", 1200) == "1.200 Sätze!"
    assert shouted.weekday(0) == "Mo"


def test_days_and_clocks(say: Language) -> None:
    assert say.day(MONDAY) == "Mon 2 March"
    assert [say.weekday(number) for number in (0, 6)] == ["Mon", "Sun"]
    assert say.clock(time(7, 5)) == "7:05"
    assert say.clock(datetime(2026, 3, 2, 18, 30, tzinfo=UTC)) == "18:30"


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_with_and(say: Language, parts: list[str], said: str) -> None:
    assert say.listed(parts) == said


def test_empty_sentences_are_left_out(say: Language) -> None:
    assert say.sentences(["One.", "", "Two."]) == "One. Two."


def test_fractions_are_written_out(say: Language) -> None:
    assert [say.number(n) for n in (0, 97.5, 12000)] == ["0", "97.5", "12,000"]
