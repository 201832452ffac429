"""What a typed line asks for: a message to the coach, or a word to the console (`:wait 1d`)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

LONGEST_MESSAGE = 4096
LONGEST_WAIT = timedelta(days=3660)

HELP = """\
Write to the coach as you would on Telegram; /commands work too. Lines with a colon speak to the console:
  :press N           press button N of the latest message with buttons
  :edit TEXT         change your last message
  :location LAT LON  share where you are, like :location 52.52 13.40
  :wait 1d2h30m      let time pass; all that falls due on the way is said
  :help              this text
  :quit              leave (Ctrl-D does too)"""


class LineError(Exception):
    """The line can't be done; the text says the right form."""


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """Buttons count from 1, row by row."""

    number: int


@dataclass(frozen=True, slots=True)
class Edit:
    text: str


@dataclass(frozen=True, slots=True)
class Locate:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Wait:
    span: timedelta


@dataclass(frozen=True, slots=True)
class Help:
    pass


@dataclass(frozen=True, slots=True)
class Quit:
    pass


Wish = Say | Press | Edit | Locate | Wait | Help
Line = Wish | Quit


def read_line(typed: str) -> Line:
    """What the line asks for. Only spaces are a message like any other."""
    text = typed.strip() or typed
    if not text.startswith(":"):
        return Say(_sendable(text))
    word, _, rest = text.partition(" ")
    reader = _READERS.get(word.lower())
    if reader is None:
        raise LineError(f"{word[:20]} is nothing the console knows; :help says what it does")
    return reader(rest.strip())


def _sendable(text: str) -> str:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_MESSAGE:
        raise LineError(f"a message holds up to {LONGEST_MESSAGE} characters")
    return text


def _press(rest: str) -> Press:
    if re.fullmatch(r"[1-9][0-9]{0,2}", rest) is None:
        raise LineError("the form is :press N, with a button's number, like :press 1")
    return Press(int(rest))


def _edit(rest: str) -> Edit:
    if not rest:
        raise LineError("the form is :edit TEXT, like :edit did 3 knee pushups")
    return Edit(_sendable(rest))


def _locate(rest: str) -> Locate:
    form = "the form is :location LAT LON, in degrees, like :location 52.52 13.40"
    try:
        latitude, longitude = (float(part) for part in rest.replace(",", " ").split())
    except ValueError:
        raise LineError(form) from None
    is_on_earth = isfinite(latitude) and abs(latitude) <= 90 and isfinite(longitude) and abs(longitude) <= 180
    if not is_on_earth:
        raise LineError(form)
    return Locate(latitude, longitude)


_SPAN = re.compile(
    r"(?=\d)(?:(?P<weeks>\d{1,4})w)?(?:(?P<days>\d{1,4})d)?(?:(?P<hours>\d{1,6})h)?"
    r"(?:(?P<minutes>\d{1,8})m)?(?:(?P<seconds>\d{1,9})s)?",
    re.ASCII,
)


def _wait(rest: str) -> Wait:
    found = _SPAN.fullmatch(rest.lower().replace(" ", ""))
    span = timedelta(**{unit: int(n) for unit, n in found.groupdict("0").items()}) if found else timedelta()
    if not timedelta() < span <= LONGEST_WAIT:
        raise LineError("the form is :wait 1d2h30m, with weeks, days, hours, minutes or seconds, up to 3660d")
    return Wait(span)


def _help(_rest: str) -> Help:
    return Help()


def _quit(_rest: str) -> Quit:
    return Quit()


_READERS: Mapping[str, Callable[[str], Line]] = {
    ":press": _press,
    ":edit": _edit,
    ":location": _locate,
    ":wait": _wait,
    ":help": _help,
    ":quit": _quit,
}
