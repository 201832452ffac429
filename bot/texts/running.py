"""Races, tapers and long runs in words."""

from bot.coaching import news_outcomes as n
from bot.coaching.actions import AskLight, Open, Topic
from bot.coaching.mail import Button, Message
from bot.texts.buttons import today_button
from bot.texts.language import Language


def of_running(
    outcome: n.RaceNoted | n.RaceAsked | n.RaceCancelled | n.LongRunHeard, say: Language
) -> Message:
    match outcome:
        case n.RaceNoted():
            return _race_noted(outcome, say)
        case n.RaceAsked(taper):
            text = (
                say.one(
                    "Taper it is: light days until your race. Which day is it, like “Sunday” or “17 May”?"
                )
                if taper
                else say.one("A race, nice! Which day is it, like “Sunday” or “17 May”? Its days stay light.")
            )
            return Message(text)
        case n.RaceCancelled(race_day):
            template = say.one(
                "No race on {day}, noted: the plan goes on as usual. Write if another comes up."
            )
            return Message(template.format(day=say.day(race_day)), ((today_button(say),),))
        case n.LongRunHeard():
            return _long_run_heard(outcome, say)


def _race_noted(outcome: n.RaceNoted, say: Language) -> Message:
    days = (outcome.race_day - outcome.today).days
    if days == 0:
        text = say.one("Race day! Nothing is planned here today, and tomorrow is light. Run well!")
    elif outcome.taper:
        text = say.one("Taper it is: light days until the race on {day}, nothing on the day. Run well!")
    elif days == 1:
        text = say.one("Race tomorrow, noted. Light today, nothing tomorrow, light the day after. Run well!")
    else:
        text = say.one(
            "Race on {day}, noted. Two light days before, nothing on the day, light the day after. Run well!"
        )
    return Message(text.format(day=say.day(outcome.race_day)), ((today_button(say),),))


def _long_run_heard(outcome: n.LongRunHeard, say: Language) -> Message:
    if outcome.light_day > outcome.today:
        template = say.one("Long run on {day}, noted. Want the two minutes on the day before light?")
        text = template.format(day=say.day(outcome.run_day))
    elif outcome.run_day > outcome.today:
        text = say.one("Long run tomorrow: want today's two minutes light?")
    else:
        text = say.one("Enjoy the long run! Want today's two minutes light?")
    light = Button(say.one("Light"), AskLight(outcome.light_day))
    return Message(text, ((light, Button(say.one("As planned"), Open(Topic.TODAY))),))
