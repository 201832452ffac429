"""The one question that may stand beside a plan, with its answers as buttons."""

from bot.coaching.actions import ChooseBar, ChoosePullUps, GiveReason, Reason
from bot.coaching.mail import Button
from bot.coaching.views import Question
from bot.domain.exercise import Family
from bot.texts.anchors import anchor_question, anchor_rows
from bot.texts.buttons import Rows
from bot.texts.hours import hour_row
from bot.texts.language import Language


def question_text(question: Question | None, say: Language) -> str:
    match question:
        case Question.BAR:
            return say.one("One question: is there a bar or a sturdy branch that you can hang from?")
        case Question.PULL_UPS:
            return say.one("One question: how many full pull-ups go from a hang? 0 is where most start.")
        case Question.HOUR:
            return say.one("Is this a good hour? Tap another, or write one.")
        case Question.ANCHOR:
            return anchor_question(say)
        case Question.LEFT_OUT_PULL:
            return say.one("The pull side waited lately: is it the bar, time or pain?")
        case Question.LEFT_OUT_PUSH:
            return say.one("The push-ups waited lately: is it time or pain?")
        case _:
            return ""


def answer_rows(question: Question | None, say: Language) -> Rows:
    match question:
        case Question.BAR:
            yes = Button(say.one("Yes, a bar"), ChooseBar(available=True))
            return ((yes, Button(say.one("No bar"), ChooseBar(available=False))),)
        case Question.PULL_UPS:
            choices = [Button(say.number(n), ChoosePullUps(n)) for n in (0, 1, 2, 3, 5, 8)]
            return (tuple(choices), (Button(say.one("Not sure"), ChoosePullUps(None)),))
        case Question.HOUR:
            return (hour_row(say),)
        case Question.ANCHOR:
            return anchor_rows(say)
        case Question.LEFT_OUT_PULL:
            return (_reasons(Family.PULL, tuple(Reason), say),)
        case Question.LEFT_OUT_PUSH:
            return (_reasons(Family.PUSH, (Reason.TIME, Reason.PAIN), say),)
        case _:
            return ()


def _reasons(family: Family, reasons: tuple[Reason, ...], say: Language) -> tuple[Button, ...]:
    labels = {
        Reason.BAR: say.one("No bar"),
        Reason.TIME: say.one("No time"),
        Reason.PAIN: say.one("It hurts"),
    }
    return tuple(Button(labels[reason], GiveReason(family, reason)) for reason in reasons)
