"""Settings in words: what is set, the questions about it, and what a change means for the next prompt."""

from collections.abc import Collection, Sequence
from datetime import datetime, time

from bot.coaching.actions import (
    ChooseBar,
    ChooseHour,
    ChooseZone,
    KeepZone,
    Open,
    SwitchPrompts,
    ToggleFreeDay,
    Topic,
)
from bot.coaching.athlete import Athlete
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
from bot.texts.buttons import Rows
from bot.texts.language import Language

HOURS = (time(6, 0), time(6, 30), time(7, 0), time(8, 0))
FEW_HOURS = (time(6, 0), time(7, 0), time(8, 0), time(12, 0), time(18, 0))


def settings_shown(outcome: SettingsShown, say: Language) -> Message:
    athlete = outcome.athlete
    template = say.one(
        "Prompt: {hour}, {place} time\nFree days: {free}\nBar: {bar}\n{next}\nTap what to change."
    )
    text = template.format(
        hour=hours_text(athlete, say) if athlete.wants_prompts else say.one("off"),
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
        (_prompts_switch(athlete, say),),
    )
    return Message(text, rows, in_place=outcome.in_place)


def _prompts_switch(athlete: Athlete, say: Language) -> Button:
    label = say.one("No more prompts") if athlete.wants_prompts else say.one("Prompts on again")
    return Button(label, SwitchPrompts(on=not athlete.wants_prompts))


def _bar(outcome: SettingsShown, say: Language) -> str:
    if outcome.bar is None:
        return say.one("not known yet, so push-ups are the plan")
    return say.one("yes") if outcome.bar else say.one("no, push-ups are the whole routine")


def weekdays_text(weekdays: Collection[int], say: Language) -> str:
    """Mon to Fri; Sat and Sun."""
    if not weekdays:
        return say.one("none")
    return say.listed(_run_text(run, say) for run in _runs(sorted(weekdays)))


def _runs(weekdays: Sequence[int]) -> list[list[int]]:
    """Three or more days in a row are one run."""
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[weekday] for weekday in run])]


def _run_text(run: Sequence[int], say: Language) -> str:
    if len(run) == 1:
        return say.weekday(run[0])
    return say.one("{first} to {last}").format(first=say.weekday(run[0]), last=say.weekday(run[-1]))


def hours_text(athlete: Athlete, say: Language) -> str:
    """7:00, or 6:30 (Mon to Fri) and 8:00 (Sat and Sun)."""
    week = athlete.prompt_times.of_week()
    if len(set(week)) == 1:
        return say.clock(week[0])
    parts = [
        say.one("{hour} ({weekdays})").format(
            hour=say.clock(at), weekdays=weekdays_text([day for day in range(7) if week[day] == at], say)
        )
        for at in dict.fromkeys(week)
    ]
    return say.listed(parts)


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
    hours = hours_text(athlete, say)
    if outcome.question is Question.PLACE:
        question = place_question(athlete.zone, say)
        short = say.one("{hour} it is.").format(hour=hours)
        return Message(say.sentences([short, question.text]), question.buttons, in_place=True)
    place = athlete.place or zone_city(athlete.zone)
    parts = [
        say.one("{hour} it is, {place} time.").format(hour=hours, place=place) if outcome.hour else "",
        _free_text(outcome.free_weekdays, say),
        next_text(outcome.next_at, say),
    ]
    if not outcome.hour or athlete.weekday_times:
        rows: Rows = ((Button(say.one("Free days"), Open(Topic.FREE_DAYS)),),)
        return Message(say.sentences(parts), rows, in_place=True)
    return Message(say.sentences(parts), in_place=True)


def _free_text(free: frozenset[int] | None, say: Language) -> str:
    if free is None:
        return ""
    if not free:
        return say.one("No free days, then.")
    template = say.one("Free days: {free}. Nothing is planned on them and I stay quiet.")
    return template.format(free=weekdays_text(free, say))


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
