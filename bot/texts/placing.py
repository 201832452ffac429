"""Standing somewhere else on the ladders, in words: starting over, a test, the end of a season."""

from bot.coaching import news_outcomes as n
from bot.coaching.actions import ChooseMax, Open, Start, StartOver, StartWith, Topic
from bot.coaching.mail import Button, Message
from bot.coaching.views import Question
from bot.domain.exercise import Family
from bot.texts.buttons import Rows, today_button
from bot.texts.exercises import name
from bot.texts.language import Language
from bot.texts.plans import today_text
from bot.texts.questions import answer_rows, question_text

CHOICES = (5, 10, 15, 20, 30, 40)

OfPlacement = (
    n.StartOverAsked
    | n.StartedAnew
    | n.MaxAsked
    | n.PlacedAnew
    | n.TestNoted
    | n.SeasonEnded
    | n.NoSeason
    | n.StepUndone
)


def of_placement(outcome: OfPlacement, say: Language) -> Message:
    match outcome:
        case n.StartOverAsked():
            return _start_over_asked(say)
        case n.StartedAnew():
            text = say.one("A fresh start it is. Push-ups on your knees, on your toes, or not sure?")
            return Message(text, start_rows(say), in_place=True)
        case n.MaxAsked(rung):
            return _max_asked(rung, say)
        case n.PlacedAnew():
            return _placed_anew(outcome, say)
        case n.TestNoted():
            return _test_noted(outcome, say)
        case n.SeasonEnded() | n.NoSeason() | n.StepUndone():
            text = say.sentences([_goes_on(outcome, say), today_text(outcome.card, say)])
            return Message(text, ((today_button(say),),))


def _goes_on(outcome: n.SeasonEnded | n.NoSeason | n.StepUndone, say: Language) -> str:
    match outcome:
        case n.SeasonEnded():
            return say.one("The season ends here, and the plain ladder goes on.")
        case n.NoSeason():
            return say.one("There's no season on just now, so nothing to leave.")
        case n.StepUndone(rung):
            template = say.one("Back to {exercise} it is, from its first level up.")
            return template.format(exercise=name(rung, say).lower())


def start_rows(say: Language) -> Rows:
    labels = (
        (say.one("Knees"), Start.KNEES),
        (say.one("Toes"), Start.TOES),
        (say.one("Not sure"), Start.UNSURE),
    )
    return (tuple(Button(label, StartWith(start)) for label, start in labels),)


def _start_over_asked(say: Language) -> Message:
    text = say.one(
        "Shall we find your level again? Your log and your streak stay. Three short questions, and the plan "
        "fits today's you; or write “test me”, and one open set shows where you stand."
    )
    yes = Button(say.one("Start over"), StartOver())
    return Message(text, ((yes, Button(say.one("Keep my plan"), Open(Topic.TODAY))),))


def _max_asked(rung: str, say: Language) -> Message:
    if rung == "push_up":
        text = say.one("How many push-ups on your toes go in one set, in good form? Tap or write a number.")
    else:
        text = say.one("How many knee push-ups go in one set, in good form? Tap or write a number.")
    counts = tuple(Button(say.number(count), ChooseMax(count)) for count in CHOICES)
    return Message(text, (counts, (Button(say.one("Not sure"), ChooseMax(None)),)), in_place=True)


def _placed_anew(outcome: n.PlacedAnew, say: Language) -> Message:
    text = say.sentences([say.one("Noted, and the plan fits that now."), today_text(outcome.card, say)])
    if not outcome.asks_pull_ups:
        return Message(text, ((today_button(say),),), in_place=True)
    question = question_text(Question.PULL_UPS, say)
    return Message(f"{text}\n\n{question}", answer_rows(Question.PULL_UPS, say), in_place=True)


def _test_noted(outcome: n.TestNoted, say: Language) -> Message:
    if not outcome.families:
        text = say.one(
            "There's nothing to test just now: slow lowering isn't tested, and what rests isn't either. "
            "Tap Today for the plan."
        )
    elif outcome.families == (Family.PUSH,):
        text = say.one(
            "A test it is: your next push-ups are one open set, as many as stay tidy, stop with two in hand. "
            "It can move you up, never down."
        )
    elif outcome.families == (Family.PULL,):
        text = say.one(
            "A test it is: your next pull-ups are one open set, as many as stay tidy, stop with two in hand. "
            "It can move you up, never down."
        )
    else:
        text = say.one(
            "A test it is: one open set of each next time, as many as stay tidy, stop with two in hand. "
            "It can move you up, never down."
        )
    return Message(text, ((today_button(say),),))
