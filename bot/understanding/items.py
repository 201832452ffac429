"""What a message's items can be: numbers, exercises, days, signs, and all that isn't reps."""

from enum import StrEnum
from typing import NamedTuple

from bot.understanding.mention import Mention
from bot.understanding.reading import Unclear


class Sort(StrEnum):
    """What an item is; one letter each, so that grammar can be written as patterns of sorts."""

    NUMBER = "n"
    PART = "q"
    COUNT = "c"
    EXERCISE = "E"
    KIND = "M"
    DAY = "D"
    LENGTH = "U"
    NOISE = "z"
    LABEL = "L"
    TIMES = "x"
    SETS = "s"
    ROUNDS = "o"
    REPS = "r"
    FOLD = "T"
    AND = "&"
    FOR = "f"
    IN = "i"
    LINK = "l"
    EACH = "e"
    TOTAL = "t"
    MORE = "m"
    SAME = "S"
    VAGUE = "v"
    BOUND = "b"
    BETWEEN = "B"
    OR = "O"
    TO = "~"
    REPAIR = "R"
    COMMA = ","
    BREAK = "|"
    COLON = ":"
    DASH = "-"
    SLASH = "/"
    PLUS = "+"
    EQUALS = "="
    OPEN = "("
    CLOSE = ")"
    WORD = "w"


class Item(NamedTuple):
    """One item over tokens `start` to `end`, with the value of its sort.

    `choices` are the reps, set by set, that an unclear count can stand for, where they are but a few.
    """

    sort: Sort
    start: int
    end: int
    number: int = 0
    mention: Mention | None = None
    offset: int | None = None
    reps: tuple[int, ...] = ()
    unclear: Unclear | None = None
    choices: tuple[tuple[int, ...], ...] = ()
