"""Places in words: where somebody is, which of several it may be, journeys and the way home."""

from bot.coaching.actions import ChooseZone, KeepZone
from bot.coaching.athlete import Athlete
from bot.coaching.change_place import zone_city
from bot.coaching.mail import Button, Message
from bot.coaching.ports import Place
from bot.coaching.setting_outcomes import NotThereYet, Nowhere, PlaceNotFound, WhichClock, WhichPlace
from bot.coaching.views import PlaceAsked
from bot.texts.buttons import Rows
from bot.texts.language import Language

NOWHERE = {
    Nowhere.NAME: (
        "I don't know that place. Write the nearest bigger city, like “Berlin”, or leave it as it is."
    ),
    Nowhere.SEA: (
        "That spot has no clock of its own, it may be out at sea. Write the nearest bigger city, like "
        "“Lisbon”, or leave it as it is."
    ),
    Nowhere.CLOCK: (
        "I know of no clock that shows that just now. Write the nearest bigger city, like “Berlin”, or leave "
        "it as it is."
    ),
}


def place_question(zone: str, say: Language) -> Message:
    template = say.one("And where are you, so that it's your clock? Write a city, or share your location.")
    return Message(template, ((_keep(zone, say),),))


def place_asked(outcome: PlaceAsked, say: Language) -> Message:
    template = say.one(
        "I go by {city} time. Write the city you're in, share your location, or tell me your time, like "
        "“it's 7:15 here”."
    )
    return Message(template.format(city=zone_city(outcome.zone)), ((_keep(outcome.zone, say),),))


def _keep(zone: str, say: Language) -> Button:
    return Button(say.one("Keep {city} time").format(city=zone_city(zone)), KeepZone())


def place_not_found(outcome: PlaceNotFound, say: Language) -> Message:
    return Message(say.one(NOWHERE[outcome.why]), ((Button(say.one("Leave it"), KeepZone()),),))


def which_place(outcome: WhichPlace, say: Language) -> Message:
    """Namesakes are told apart by their regions, which fit on a button."""
    name = outcome.candidates[0].name
    if len(outcome.candidates) == 1:
        template = say.one("Do you mean {name} ({region})? Then I go by its clock.")
        yes = Button(say.one("Yes, {name}").format(name=name), ChooseZone(outcome.candidates[0].zone))
        rows: Rows = ((yes, Button(say.one("Leave it"), KeepZone())),)
        return Message(template.format(name=name, region=outcome.candidates[0].region), rows)
    labels = [
        place.region.partition(",")[0] if place.name == name else place.name for place in outcome.candidates
    ]
    rows = tuple(
        (Button(label, ChooseZone(place.zone)),)
        for label, place in zip(labels, outcome.candidates, strict=True)
    )
    return Message(say.one("There are several. Which {name} is yours?").format(name=name), rows)


def which_clock(outcome: WhichClock, say: Language) -> Message:
    text = say.one("Which of these keeps your time? Tap one, or write the nearest bigger city.")
    return Message(text, tuple((_clock(place, say),) for place in outcome.candidates))


def _clock(place: Place, say: Language) -> Button:
    return Button(say.one("{city} time").format(city=place.name), ChooseZone(place.zone))


def not_there_yet(outcome: NotThereYet, say: Language) -> Message:
    template = say.one("Have a good trip! Once you're there, write “{example}”, and the hour moves with you.")
    if outcome.until:
        example = say.one("I'm in {place} until {day}").format(
            place=outcome.place, day=say.day_and_month(outcome.until)
        )
    else:
        example = say.one("I'm in {place}").format(place=outcome.place)
    return Message(template.format(example=example))


def journey_text(athlete: Athlete, say: Language) -> str:
    """What becomes of the hour at the end; empty at home."""
    journey = athlete.journey
    if journey is None:
        return ""
    home = journey.home_place or zone_city(journey.home_zone)
    if journey.until is None:
        template = say.one("Write “I'm back” and it's {place} time again.")
        return template.format(place=home)
    template = say.one("After {day} it's {place} time again by itself.")
    return template.format(day=say.day(journey.until), place=home)
