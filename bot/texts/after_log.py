"""Answers around a log: a number that is missing, how it felt, and that nothing is left to do."""

from bot.coaching.log_outcomes import CountMissing, EffortNoted, NoneThisTime, NothingLeft
from bot.coaching.mail import Message
from bot.domain.sets import Effort
from bot.texts.buttons import stats_button, today_button
from bot.texts.health import is_resting, resting
from bot.texts.language import Language
from bot.texts.plans import why
from bot.texts.receipts import done_sets


def count_missing(outcome: CountMissing, say: Language) -> Message:
    noted = done_sets(outcome.logged, outcome.logged[0].day, say) if outcome.logged else ""
    if outcome.planned.exercise == "pull_up":
        question = say.one("And the try: did you get up? Write 1, or 0 if it's for another day.")
    else:
        question = say.one("And on your toes: how many? Write the number, 0 is an answer too.")
    return Message(say.sentences([noted, question]), in_place=True)


def none_this_time(outcome: NoneThisTime, say: Language) -> Message:
    if outcome.exercise == "pull_up":
        text = say.one(
            "Not this time, and that's normal: the last bit of pulling takes the longest. "
            "Every slow lowering brings it closer. We'll try again in a couple of weeks."
        )
    else:
        text = say.one("None this time, and that's fine. Tell me whenever you did some.")
    return Message(text, ((today_button(say),),))


def effort_noted(outcome: EffortNoted, say: Language) -> Message:
    if outcome.form_broke:
        text = say.one(
            "Thanks for looking. Form decides the next step, not the count: a light day first, then we try "
            "that one again."
        )
    elif outcome.light_tomorrow:
        text = say.one("Noted, that was near your edge. Tomorrow stays light, so this one can sink in.")
    elif outcome.effort is Effort.EASY:
        text = say.one("Noted: easy. The next step comes sooner for it.")
    else:
        text = say.one("Noted, thanks for saying so.")
    return Message(text, ((today_button(say),),))


def nothing_left(outcome: NothingLeft, say: Language) -> Message:
    card = outcome.card
    if is_resting(card):
        return resting(card, say)
    if card.plan.sets:
        text = say.one(
            "That day's plan is in the book already. More is welcome: write it, like “5 push-ups”."
        )
        return Message(text, ((stats_button(say),),), in_place=True)
    reason = why(card.plan.push, say)
    text = say.one("{why} Nothing was planned, so there's nothing to tick off. Did some anyway? Write what.")
    return Message(text.format(why=reason), in_place=True)
