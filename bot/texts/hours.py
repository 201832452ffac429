"""Questions about hours: the prompt's, some weekdays', the day's start; and whether cards sound."""

from datetime import time

from bot.coaching.actions import (
    AskHourOf,
    ChooseDayStart,
    ChooseHour,
    ChooseHourOf,
    Open,
    SetSound,
    Topic,
)
from bot.coaching.mail import Button, Message
from bot.coaching.setting_outcomes import SoundSet
from bot.coaching.views import DayStartAsked, HourAsked
from bot.texts.buttons import Rows
from bot.texts.language import Language

HOURS = (time(6, 0), time(6, 30), time(7, 0), time(8, 0))
FEW_HOURS = (time(6, 0), time(7, 0), time(8, 0), time(12, 0), time(18, 0))
DAY_STARTS = (time(0), time(2), time(3), time(4), time(5), time(6))
WORKING_DAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})


def hour_question(say: Language) -> Message:
    """After the first log; nobody has to answer it."""
    text = say.one("When shall I write each morning? It's 7:00 unless you tap or write another time.")
    return Message(text, (hour_row(say),))


def hour_row(say: Language) -> tuple[Button, ...]:
    return tuple(Button(say.clock(at), ChooseHour(at)) for at in HOURS)


def hour_asked(outcome: HourAsked, say: Language) -> Message:
    """All days at once, or those days alone."""
    if outcome.weekdays is not None:
        template = say.one("It's {hour} on those days. Tap another time or write one, like 8:15.")
        row = tuple(Button(say.clock(at), ChooseHourOf(outcome.weekdays, at)) for at in FEW_HOURS)
        return Message(template.format(hour=say.clock(outcome.at)), (row,))
    template = say.one(
        "I write at {hour}. Tap another time or write one, like “6:30 on weekdays, 8 on weekends”."
    )
    rows: Rows = (
        tuple(Button(say.clock(at), ChooseHour(at)) for at in FEW_HOURS),
        (
            Button(say.one("Mon to Fri alone"), AskHourOf(WORKING_DAYS)),
            Button(say.one("Sat and Sun alone"), AskHourOf(WEEKEND)),
        ),
    )
    return Message(template.format(hour=say.clock(outcome.at)), rows)


def hour_not_understood(say: Language) -> Message:
    text = say.one("I need one time of day, like 7:00 or 6:45. Which shall it be?")
    return Message(text, (hour_row(say),))


def time_unclear(say: Language) -> Message:
    text = say.one(
        "No clock of mine shows that. When shall it be? A reminder today is “at 12:30” or “in 2 hours”, an "
        "hour for every day is “every day at 12:30”."
    )
    return Message(text, ((Button(say.one("Hour"), Open(Topic.HOUR)),),))


def day_start_asked(outcome: DayStartAsked, say: Language) -> Message:
    template = say.one(
        "Your day begins at {hour}: what you log before that counts for the day before. Tap another time, or "
        "write one like 4:30."
    )
    if outcome.out_of_range:
        template = say.one(
            "A day can begin from 0:00 to 6:00, and yours does at {hour}. Tap another time, or write one "
            "like 4:30."
        )
    buttons = [Button(say.clock(at), ChooseDayStart(at)) for at in DAY_STARTS]
    return Message(template.format(hour=say.clock(outcome.at)), (tuple(buttons[:3]), tuple(buttons[3:])))


def sound_set(outcome: SoundSet, next_prompt: str, say: Language) -> Message:
    if outcome.on:
        text = say.one("The day's card makes a sound again.")
    else:
        text = say.one(
            "The day's card comes without a sound from now on; a reminder you ask for still makes one."
        )
    row = (sound_switch(not outcome.on, say),)
    return Message(say.sentences([text, next_prompt]), (row,), in_place=True)


def sound_switch(silent: bool, say: Language) -> Button:  # noqa: FBT001 - what it is now
    label = say.one("Cards with sound") if silent else say.one("Silent cards")
    return Button(label, SetSound(on=silent))
