"""Wishes for the settings beside hours: places, the clock there, the day's start, the sound."""

from datetime import time

import pytest

from bot.data.lexicon import load_lexicon
from bot.understanding.wishes import (
    DayStart,
    LocalTime,
    Sound,
    UnclearTime,
    Whereabouts,
    Wish,
    read_wish,
)
from tests.understanding.readings import at


def wish(text: str) -> Wish | None:
    """On Wednesday."""
    return read_wish(text, at(), load_lexicon())


def away(*names: str, first: int | None = None, until: int | None = None) -> Whereabouts:
    return Whereabouts(names, away=True, first=first, until=until)


def here(*names: str, until: int | None = None) -> Whereabouts:
    return Whereabouts(names, sure=False, until=until)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I live in Springfield", Whereabouts(("springfield",))),
        ("move me to San José", Whereabouts(("san josé",))),
        ("I'm in 北京", here("北京")),
        ("I'm in São Paulo, Brazil", here("são paulo, brazil", "são paulo")),
        ("I moved to Paris and love it", Whereabouts(("paris and love it", "paris"))),
        ("my timezone is Asia/Tokyo", Whereabouts(("asia/tokyo",))),
        ("Mars/Olympus", Whereabouts(("mars/olympus",))),
        ("I'm in St. John's now.", here("st. john's now", "st. john's")),
        ("I live in Berlin. I'm in Tokyo until Sunday!", here("tokyo", until=4)),
        ("I'm travelling to Tokyo until Sunday", away("tokyo", until=4)),
        ("flying to New York for two weeks", away("new york", until=14)),
        ("travelling to Rome tomorrow, back on Sunday", away("rome", first=1, until=4)),
    ],
)
def test_a_place_is_heard(text: str, meant: Whereabouts) -> None:
    assert wish(text) == meant


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("it's 7:15 here", ("07:15", "19:15")),
        ("12:30 here", ("12:30", "00:30")),
        ("it's 19:15 here", ("19:15",)),
        ("it is quarter past 7 in the morning here", ("07:15",)),
        ("my local time is 7.15pm", ("19:15",)),
        ("here it's 08:00", ("08:00",)),
        ("it's midnight here", ("00:00",)),
    ],
)
def test_a_clock_that_is_read_off_the_wall(text: str, times: tuple[str, ...]) -> None:
    assert wish(text) == LocalTime(tuple(map(time.fromisoformat, times)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("my day starts at 5", DayStart(time(5))),
        ("start my day at midnight please", DayStart(time(0))),
        ("day start 4:30", DayStart(time(4, 30))),
        ("my day begins early", DayStart(None)),
        ("make the cards silent", Sound(on=False)),
        ("no sound please", Sound(on=False)),
        ("sound on again", Sound(on=True)),
        ("no longer silent", Sound(on=True)),
        ("remind me at 25:00", UnclearTime()),
        ("at 7:75", UnclearTime()),
        ("at noonish", UnclearTime()),
        ("noonish", UnclearTime()),
    ],
)
def test_other_wishes(text: str, meant: Wish) -> None:
    assert wish(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "did 10 push-ups",
        "I'm in",
        "do you live in Berlin?",
        "it's nice here",
        "it's 7:15 here and I did 10 push-ups",
        "push-ups/pull-ups",
        "1/2",
        "knees/toes",
        "at 7:30",
        "at 7:5",
        "24:00",
        "2: 75",
        "is my day starting at 5?",
        "Tokyo / Osaka!",
        "/",
    ],
)
def test_no_such_wish(text: str) -> None:
    assert wish(text) is None
