"""Settings in words: what is set, the questions about it, and what a change means for the next prompt."""

from datetime import datetime, time

from bot.coaching.actions import ChooseBar, ChooseHour, ChooseZone, KeepZone, Open, ToggleFreeDay, Topic
from bot.coaching.change_settings import zone_city
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import (
    Settled,
    WhichPlace,
)
from bot.coaching.views import (
    FreeDaysAsked,
    HourAsked,
    PlaceAsked,
    Question,
    SettingsShown,
)
from bot.texts.language import Language

HOURS = (time(6, 0), time(6, 30), time(7, 0), time(8, 0))
FEW_HOURS = (time(6, 0), time(7, 0), time(8, 0), time(12, 0), time(18, 0))


def settings_shown(outcome: SettingsShown, say: Language) -> Message:
    athlete = outcome.athlete
    template = say.one(
        "Prompt: {hour}, {place} time\nFree days: {free}\nBar: {bar}\n{next}\nTap what to change."
    )
    text = template.format(
        hour=say.clock(athlete.prompt_time),
        place=athlete.place or zone_city(athlete.zone),
        free=weekdays_text(outcome.free_weekdays, say),
        bar=_bar(outcome, say),
        next=next_text(outcome.next_at, say),
    )
    has_bar = outcome.bar is True
    bar_label = say.one("I have no bar") if has_bar else say.one("I have a bar")
    rows = (
        (Button(say.one("Hour"), Open(Topic.HOUR)), Button(say.one("Place"), Open(Topic.PLACE))),
        (
            Button(say.one("Free days"), Open(Topic.FREE_DAYS)),
            Button(bar_label, ChooseBar(available=not has_bar)),
        ),
    )
    return Message(text, rows, in_place=outcome.in_place)


def _bar(outcome: SettingsShown, say: Language) -> str:
    if outcome.bar is None:
        return say.one("not known yet, so push-ups are the plan")
    return say.one("yes") if outcome.bar else say.one("no, push-ups are the whole routine")


def weekdays_text(weekdays: frozenset[int], say: Language) -> str:
    if not weekdays:
        return say.one("none")
    return say.listed(say.weekday(weekday) for weekday in sorted(weekdays))


def next_text(at: datetime | None, say: Language) -> str:
    if at is None:
        return say.one("No prompt is planned.")
    return say.one("Next prompt: {day} at {hour}.").format(day=say.day(at.date()), hour=say.clock(at))


def hour_question(say: Language) -> Message:
    """After the first log; nobody has to answer it."""
    text = say.one("When shall I write each morning? It's 7:00 unless you tap or write another time.")
    return Message(text, (tuple(Button(say.clock(at), ChooseHour(at)) for at in HOURS),))


def place_question(zone: str, say: Language) -> Message:
    template = say.one("And where are you, so that it's your clock? Write a city, or share your location.")
    return Message(template, ((_keep(zone, say),),))


def _keep(zone: str, say: Language) -> Button:
    return Button(say.one("Keep {city} time").format(city=zone_city(zone)), KeepZone())


def settled(outcome: Settled, say: Language) -> Message:
    athlete = outcome.athlete
    template = say.one("{hour} it is, {place} time. {next}")
    text = template.format(
        hour=say.clock(athlete.prompt_time),
        place=athlete.place or zone_city(athlete.zone),
        next=next_text(outcome.next_at, say),
    )
    if outcome.question is not Question.PLACE:
        return Message(text, in_place=True)
    question = place_question(athlete.zone, say)
    short = say.one("{hour} it is.").format(hour=say.clock(athlete.prompt_time))
    return Message(say.sentences([short, question.text]), question.buttons, in_place=True)


def hour_asked(outcome: HourAsked, say: Language) -> Message:
    template = say.one("I write at {hour}. Tap another time or write one, like 6:45.")
    buttons = tuple(Button(say.clock(at), ChooseHour(at)) for at in FEW_HOURS)
    return Message(template.format(hour=say.clock(outcome.at)), (buttons,))


def hour_not_understood(say: Language) -> Message:
    text = say.one("I need one time of day, like 7:00 or 6:45. Which shall it be?")
    return Message(text, (tuple(Button(say.clock(at), ChooseHour(at)) for at in HOURS),))


def place_asked(outcome: PlaceAsked, say: Language) -> Message:
    template = say.one("I go by {city} time. Write the city you're in, or share your location.")
    return Message(template.format(city=zone_city(outcome.zone)), ((_keep(outcome.zone, say),),))


def place_not_found(say: Language) -> Message:
    text = say.one(
        "I don't know that place. Write the nearest bigger city, like “Berlin”, or leave it as it is."
    )
    return Message(text, ((Button(say.one("Leave it"), KeepZone()),),))


def which_place(outcome: WhichPlace, say: Language) -> Message:
    """Namesakes are told apart by their regions, which fit on a button."""
    name = outcome.candidates[0].name
    labels = [
        place.region.partition(",")[0] if place.name == name else place.name for place in outcome.candidates
    ]
    rows = tuple(
        (Button(label, ChooseZone(place.zone)),)
        for label, place in zip(labels, outcome.candidates, strict=True)
    )
    return Message(say.one("There are several. Which {name} is yours?").format(name=name), rows)


def free_days_asked(outcome: FreeDaysAsked, say: Language) -> Message:
    template = say.one("Free days: {free}. Nothing is planned on them and I stay quiet. Tap to change.")
    text = template.format(free=weekdays_text(outcome.free_weekdays, say))
    buttons = [_weekday(weekday, outcome.free_weekdays, say) for weekday in range(7)]
    done = (Button(say.one("All settings"), Open(Topic.SETTINGS)),)
    return Message(text, (tuple(buttons[:4]), tuple(buttons[4:]), done), in_place=outcome.in_place)


def _weekday(weekday: int, free: frozenset[int], say: Language) -> Button:
    template = say.one("{weekday} ✓") if weekday in free else say.one("{weekday}")
    return Button(template.format(weekday=say.weekday(weekday)), ToggleFreeDay(weekday))
