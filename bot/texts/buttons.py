"""Rows of buttons that come again and again."""

from datetime import date

from bot.coaching.actions import Open, TapDone, TapLater, TapSkip, TapUndo, Topic
from bot.coaching.mail import Button
from bot.domain.sets import Effort
from bot.texts.language import Language

Rows = tuple[tuple[Button, ...], ...]


def day_rows(day: date, say: Language, *, moving: bool = True) -> Rows:
    """Done with or without a word on how it felt; later and skip where the day is still open."""
    done = (
        Button(say.one("Done, easy"), TapDone(day, Effort.EASY)),
        Button(say.one("Done"), TapDone(day)),
        Button(say.one("Done, hard"), TapDone(day, Effort.HARD)),
    )
    rest = (Button(say.one("Later"), TapLater(day)), Button(say.one("Skip today"), TapSkip(day)))
    return (done, rest) if moving else (done,)


def undo_row(source: str, say: Language) -> tuple[Button, ...]:
    return (Button(say.one("Undo"), TapUndo(source)),)


def today_button(say: Language) -> Button:
    return Button(say.one("Today"), Open(Topic.TODAY))


def stats_button(say: Language) -> Button:
    return Button(say.one("Stats"), Open(Topic.STATS))


def help_button(say: Language) -> Button:
    return Button(say.one("Help"), Open(Topic.HELP))
