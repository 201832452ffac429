"""Settings in words: what is set, the questions about it, and what a change means for the next prompt."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.coaching.actions import (
    ChooseBar,
    Open,
    PauseUntil,
    SwitchPrompts,
    ToggleFreeDay,
    Topic,
)
from bot.coaching.athlete import Athlete
from bot.coaching.change_place import zone_city
from bot.coaching.mail import Button, Message
from bot.coaching.setting_outcomes import JourneyOver, Settled
from bot.coaching.views import (
    FreeDaysAsked,
    Question,
    SettingsShown,
)
from bot.domain.calendar import DAY
from bot.texts.anchors import spot
from bot.texts.buttons import Rows
from bot.texts.hours import sound_switch
from bot.texts.language import Language
from bot.texts.places import journey_text, place_question


def settings_shown(outcome: SettingsShown, say: Language) -> Message:
    athlete = outcome.athlete
    template = say.one(
        "Prompt: {hour}, {place} time\nCards: {sound}\nFree days: {free}\nA day begins at {begins}\n"
        "Bar: {bar}\n{spot}{next}\nTap what to change."
    )
    text = template.format(
        hour=hours_text(athlete, say) if athlete.wants_prompts else say.one("off"),
        place=_place(athlete, say),
        free=weekdays_text(outcome.free_weekdays, say),
        sound=say.one("without a sound") if athlete.silent_cards else say.one("with a sound"),
        begins=say.clock(athlete.day_begins),
        bar=_bar(outcome, say),
        spot=_spot(athlete, say),
        next=next_text(outcome.next_at, say),
    )
    has_bar = outcome.bar is True
    bar_label = say.one("I have no bar") if has_bar else say.one("I have a bar")
    rows = (
        (Button(say.one("Hour"), Open(Topic.HOUR)), Button(say.one("Place"), Open(Topic.PLACE))),
        (
            Button(say.one("Free days"), Open(Topic.FREE_DAYS)),
            Button(say.one("Day's start"), Open(Topic.DAY_START)),
        ),
        (Button(bar_label, ChooseBar(available=not has_bar)), sound_switch(athlete.silent_cards, say)),
        (Button(say.one("Daily spot"), Open(Topic.ANCHOR)), _prompts_switch(athlete, say)),
    )
    return Message(text, rows, in_place=outcome.in_place)


def _spot(athlete: Athlete, say: Language) -> str:
    if athlete.anchor is None:
        return ""
    return say.one("Daily spot: {spot}\n").format(spot=spot(athlete.anchor, say))


def _place(athlete: Athlete, say: Language) -> str:
    place = athlete.place or zone_city(athlete.zone)
    if athlete.journey is None or athlete.journey.until is None:
        return place
    template = say.one("until {day} {place}")
    return template.format(day=say.day(athlete.journey.until), place=place)


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


def settled(outcome: Settled, say: Language) -> Message:
    athlete = outcome.athlete
    hours = hours_text(athlete, say)
    if outcome.question is Question.PLACE:
        question = place_question(athlete.zone, say)
        short = say.one("{hour} it is.").format(hour=hours)
        return Message(say.sentences([short, question.text]), question.buttons, in_place=outcome.in_place)
    place = athlete.place or zone_city(athlete.zone)
    parts = [
        say.one("{hour} it is, {place} time.").format(hour=hours, place=place) if outcome.hour else "",
        journey_text(athlete, say) if outcome.moved else "",
        _free_text(outcome.free_weekdays, say),
        _begins_text(outcome, say),
        next_text(outcome.next_at, say),
    ]
    if outcome.moved and athlete.journey and athlete.journey.until:
        away: Rows = ((Button(say.one("Quiet till then"), PauseUntil(athlete.journey.until + DAY)),),)
        return Message(say.sentences(parts), away, in_place=outcome.in_place)
    if not outcome.hour or athlete.weekday_times:
        rows: Rows = ((Button(say.one("Free days"), Open(Topic.FREE_DAYS)),),)
        return Message(say.sentences(parts), rows, in_place=outcome.in_place)
    return Message(say.sentences(parts), in_place=outcome.in_place)


def _begins_text(outcome: Settled, say: Language) -> str:
    if outcome.day_begins is None:
        return ""
    if outcome.day_begins < outcome.athlete.day_start:
        template = say.one("Your day begins at {hour} now, no later than its prompt.")
    else:
        template = say.one("Your day begins at {hour}: what you log before that counts for the day before.")
    return template.format(hour=say.clock(outcome.day_begins))


def journey_over(outcome: JourneyOver, say: Language) -> Message:
    """Nobody has asked just now, so it makes no sound."""
    athlete = outcome.athlete
    template = say.one("It's {place} time again, as you said. {next}")
    place = athlete.place or zone_city(athlete.zone)
    text = template.format(place=place, next=next_text(outcome.next_at, say))
    return Message(text, ((Button(say.one("Place"), Open(Topic.PLACE)),),), silent=True)


def _free_text(free: frozenset[int] | None, say: Language) -> str:
    if free is None:
        return ""
    if not free:
        return say.one("No free days, then.")
    template = say.one("Free days: {free}. Nothing is planned on them and I stay quiet.")
    return template.format(free=weekdays_text(free, say))


def free_days_asked(outcome: FreeDaysAsked, say: Language) -> Message:
    template = say.one("Free days: {free}. Nothing is planned on them and I stay quiet. Tap to change.")
    text = template.format(free=weekdays_text(outcome.free_weekdays, say))
    if outcome.in_place:
        text = say.sentences([text, next_text(outcome.next_at, say)])
    buttons = [_weekday(weekday, outcome.free_weekdays, say) for weekday in range(7)]
    done = (Button(say.one("All settings"), Open(Topic.SETTINGS)),)
    return Message(text, (tuple(buttons[:4]), tuple(buttons[4:]), done), in_place=outcome.in_place)


def _weekday(weekday: int, free: frozenset[int], say: Language) -> Button:
    template = say.one("{weekday} ✓") if weekday in free else say.one("{weekday}")
    return Button(template.format(weekday=say.weekday(weekday)), ToggleFreeDay(weekday))
