"""Answers in a form: a time of day, weekdays."""

from datetime import time

import pytest

from bot.data.lexicon import load_lexicon
from bot.understanding.days import read_weekdays
from bot.understanding.times import read_clock


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("7", time(7)),
        ("6:30", time(6, 30)),
        ("half six", time(6, 30)),
        ("half past six please", time(6, 30)),
        ("7am", time(7)),
        ("7 pm", time(19)),
        ("7:15 pm", time(19, 15)),
        ("19.15", time(19, 15)),
        ("six thirty", time(6, 30)),
        ("six thirty pm", time(18, 30)),
        ("half six in the evening", time(18, 30)),
        ("seven", time(7)),
        ("at 6.30 please", time(6, 30)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("24:00", time(0)),
        ("12 am", time(0)),
        ("0630", time(6, 30)),
        ("7h30", time(7, 30)),
        ("quarter to 7", time(6, 45)),
        ("7 o'clock", time(7)),
        ("06:05", time(6, 5)),
        ("25:00", None),
        ("7:75", None),
        ("2575", None),
        ("123", None),
        ("noonish", None),
        ("7 or 8", None),
        ("in 10 minutes", None),
        ("10 pushups", None),
        ("no idea", None),
        ("", None),
        ("6.5", None),
    ],
)
def test_a_time_of_day(text: str, clock: time | None) -> None:
    assert read_clock(text, load_lexicon()) == clock


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("sat and sun", {5, 6}),
        ("weekends please", {5, 6}),
        ("Monday, Wednesday", {0, 2}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fri to sun", {4, 5, 6}),
        ("sat - mon", {5, 6, 0}),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("every day", set(range(7))),
        ("none", set()),
        ("sundays", {6}),
        ("whenever it rains", None),
        ("", None),
        ("7", None),
    ],
)
def test_weekdays(text: str, days: set[int] | None) -> None:
    assert read_weekdays(text, load_lexicon()) == (None if days is None else frozenset(days))
