"""Illness, soreness, tiredness and light days in words: rest is coaching, stated as a plain fact."""

from datetime import date
from typing import assert_never

from bot.coaching import news_outcomes as n
from bot.coaching.actions import AskLight, SayBack, SayBetter, TapSkip
from bot.coaching.mail import Button, Message
from bot.coaching.views import Card
from bot.domain.plan import Why
from bot.texts.buttons import Rows, today_button
from bot.texts.language import Language
from bot.texts.plans import sets_text, today_text
from bot.texts.settings import next_text


def of_health(
    outcome: n.SickNoted | n.ColdNoted | n.BetterNoted | n.SoreNoted | n.TiredHeard | n.LightNoted,
    say: Language,
) -> Message:
    match outcome:
        case n.SickNoted():
            text = say.one(
                "Then rest is today's training. I'll stay quiet until you tap Better. With fever or anything "
                "in the chest, wait until you've been fully well for a day; we restart at half."
            )
            return Message(text, (_better_row(say),))
        case n.ColdNoted(day):
            text = say.one(
                "A head cold alone stops nothing: light today, or a day off, as you feel. If fever or your "
                "chest joins in, write “fever” and all of it rests."
            )
            return Message(text, (_easing_row(day, say),))
        case n.BetterNoted():
            return _better_noted(outcome, say)
        case n.SoreNoted(card):
            return _sore_noted(card, say)
        case n.TiredHeard(day):
            text = say.one("Thanks for telling me. Light today, a day off, or as planned: all of it is fine.")
            return Message(text, (_easing_row(day, say), (today_button(say),)))
        case n.LightNoted():
            return _light_noted(outcome, say)
        case _:
            assert_never(outcome)


def back_row(say: Language) -> tuple[Button, ...]:
    return (Button(say.one("I'm back"), SayBack()),)


def _better_row(say: Language) -> tuple[Button, ...]:
    return (Button(say.one("Better"), SayBetter()),)


def hold_rows(card: Card, say: Language) -> Rows:
    """On a day that illness or a pause holds: the word that ends it."""
    reason = card.plan.push.why
    if reason is Why.SICK:
        return (_better_row(say),)
    return (back_row(say),) if reason is Why.PAUSE else ()


def _easing_row(day: date, say: Language) -> tuple[Button, ...]:
    return Button(say.one("Light today"), AskLight(day)), Button(say.one("Skip today"), TapSkip(day))


def _better_noted(outcome: n.BetterNoted, say: Language) -> Message:
    if not outcome.rests:
        text = say.one("Good to hear. We restart at half, for two sessions: tap Today for the plan.")
        return Message(text, ((today_button(say),),), in_place=True)
    template = say.one(
        "Good to hear. A full day without symptoms comes first, so today still rests; then we restart at "
        "half. {next}"
    )
    well = Button(say.one("Well for a day already"), SayBetter(for_a_day=True))
    return Message(template.format(next=next_text(outcome.next_at, say)), ((well,),), in_place=True)


def _sore_noted(card: Card, say: Language) -> Message:
    """With what is left of the day, if anything is."""
    fades = say.one("It usually fades in two or three days.")
    if not card.left:
        text = say.one("Sore is normal after something new, and sore abs after bar work are very common.")
        return Message(say.sentences([text, fades]), ((today_button(say),),))
    template = say.one(
        "Sore is normal after something new, sore abs after bar work too. Half pace today: {plan}. Or a day "
        "off, you choose."
    )
    text = template.format(plan=sets_text(card.left, say))
    skip = Button(say.one("Skip today"), TapSkip(card.day))
    return Message(say.sentences([text, fades]), ((today_button(say), skip),))


def _light_noted(outcome: n.LightNoted, say: Language) -> Message:
    card = outcome.card
    if card is None:
        template = say.one("Light on {day}, noted. Leave feeling you could do more: that is the point.")
        text = template.format(day=say.day(outcome.day))
    elif card.left:
        template = say.one("Light today: {plan}. Leave feeling you could do more.")
        text = template.format(plan=sets_text(card.left, say))
    else:
        text = today_text(card, say)
    return Message(text, ((today_button(say),),), in_place=True)
