"""The console's grammar: what is a message, what speaks to the console, what is refused and how."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.lines import Edit, Help, LineError, Locate, Press, Quit, Say, Wait, read_line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("did 2 knee pushups", Say("did 2 knee pushups")),
        ("  /stats  ", Say("/stats")),
        ("   ", Say("   ")),
        ("💪" * 2048, Say("💪" * 2048)),
        (":press 1", Press(1)),
        (":PRESS  12 ", Press(12)),
        (":edit  did 3", Edit("did 3")),
        (":location 52.52 13.40", Locate(52.52, 13.40)),
        (":location -90, 180", Locate(-90, 180)),
        (":help", Help()),
        (":quit", Quit()),
    ],
)
def test_a_line_asks_for(typed: str, line: object) -> None:
    assert read_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        (":wait 1d2h30m", timedelta(days=1, hours=2, minutes=30)),
        (":wait 1d 10m", timedelta(days=1, minutes=10)),
        (":wait 2W", timedelta(weeks=2)),
        (":wait 90s", timedelta(seconds=90)),
        (":wait 3660d", timedelta(days=3660)),
    ],
)
def test_a_wait_has_its_span(typed: str, span: timedelta) -> None:
    assert read_line(typed) == Wait(span)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        (":", ":help"),
        (":)", ":help"),
        (":jump 3", ":jump is nothing the console knows; :help"),
        (":press", ":press N"),
        (":press 0", ":press N"),
        (":press two", ":press N"),
        (":press -1", ":press N"),
        (":edit", ":edit TEXT"),
        (":edit   ", ":edit TEXT"),
        (":location", ":location LAT LON"),
        (":location Berlin", ":location LAT LON"),
        (":location 52", ":location LAT LON"),
        (":location 1 2 3", ":location LAT LON"),
        (":location nan 2", ":location LAT LON"),
        (":location 91 0", ":location LAT LON"),
        (":location 0 180.5", ":location LAT LON"),
        (":wait", ":wait 1d2h30m"),
        (":wait 0d", ":wait 1d2h30m"),
        (":wait 5", ":wait 1d2h30m"),
        (":wait 1h1d", ":wait 1d2h30m"),
        (":wait -1d", ":wait 1d2h30m"),
        (":wait tomorrow", ":wait 1d2h30m"),
        (":wait 3661d", ":wait 1d2h30m"),
        (":wait ٣d", ":wait 1d2h30m"),
        ("a" * 4097, "4096 characters"),
        ("💪" * 2049, "4096 characters"),
        (":edit " + "a" * 4097, "4096 characters"),
    ],
)
def test_a_refusal_says_the_right_form(typed: str, form: str) -> None:
    with pytest.raises(LineError, match=form):
        read_line(typed)


@given(st.text())
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        read_line(typed)
    except LineError:
        assert typed.strip().startswith(":")


@given(st.text().filter(lambda text: text.strip() and not text.strip().startswith(":")))
def test_what_does_not_begin_with_a_colon_is_a_message(typed: str) -> None:
    assert read_line(typed) == Say(typed.strip())
