"""The morning prompt: a wording for the day, and at most one question with it."""

from bot.coaching.actions import ChooseBar, ChooseHour, ChoosePullUps, TapDone
from bot.coaching.mail import Button, Message
from bot.coaching.views import (
    CardClosed,
    Prompted,
    Question,
    Reminded,
)
from bot.domain.plan import Mode, Prescription, Row, Why
from bot.texts.buttons import Rows, day_rows
from bot.texts.language import Language
from bot.texts.plans import sentence, sets_text, short_text, time_text, why, without_counted
from bot.texts.settings import HOURS

TEXTS = {
    "day_2": "Day two, coming back is the hard one, and here you are. {plan}, {time}.",
    "day_3": (
        "{plan}. A thought for today: when does it fit best, after the run, before coffee, while the "
        "kettle boils? Same spot each day makes it easy. Write a time and I'll move to it."
    ),
    "day_4": (
        "{plan}. Good to know: after six days in a row comes a rest day. Every seven days shown up put a "
        "spare day aside, and a day off uses it by itself. Nothing to manage."
    ),
    "day_7": (
        "Your first week: {days}, {reps} reps. Today: {plan}, {time}. "
        "The plan grows from what you log. Same two minutes next week."
    ),
    "morning_normal_1": "{plan}. Belly tight before the first rep.",
    "morning_normal_2": "{plan}. Chest leads, hips follow along.",
    "morning_normal_3": "{plan}. Look at the floor a hand ahead of you.",
    "morning_normal_4": "{plan}. Breathe out on the way up.",
    "morning_normal_5": "{plan}. Let the last rep look like the first.",
    "morning_normal_6": "{plan}. Slow on the way down, brisk on the way up.",
    "morning_normal_7": "{plan}. Hands under the shoulders.",
    "morning_normal_8": "{plan}. Push the floor away.",
    "morning_normal_9": "{plan}. One straight line from your head down.",
    "morning_normal_10": "{plan}. Shoulders away from the ears.",
    "morning_normal_11": "{plan}. Elbows back a little, not straight out.",
    "morning_normal_12": "{plan}. Spread the fingers and grip the floor.",
    "morning_normal_13": "{plan}. A short stop at the bottom, then up.",
    "morning_normal_14": "{plan}. Breathe in on the way down.",
    "morning_normal_15": "{plan}. Settle for a breath before you start.",
    "morning_normal_16": "{plan}. Stop the set while it still feels tidy.",
    "morning_level_up": "One small step up today: {plan}, {time}. Stop a set early if your form goes first.",
    "morning_open": "{plan}. Stop with two in hand. The count can move you up, never down.",
    "morning_cut": "{plan}. Kept under three minutes: one set fewer today.",
    "morning_cut_two": "{plan}. Kept under three minutes: two sets fewer today.",
    "morning_light": (
        "Yesterday was a tough one, so today is deliberately easy: {plan}. "
        "Leave feeling you could do more. That is the point."
    ),
    "morning_push_only": (
        "Push-ups only today: {plan}. Slow lowering is new to your arms and it works best with a day in "
        "between. The bar is back next time."
    ),
    "morning_toes": (
        "First day on your toes: up to five, stop with one in hand, then {rest}. "
        "Quality, not count. Straight as a board."
    ),
    "morning_try": (
        "Fresh arms, one try: a single pull-up from a hang, then {rest}. "
        "Up or not, the slow lowering goes on working for you."
    ),
    "morning_negative": (
        "{plan}. Step up on the bench until your chin is over the bar, then fight gravity all the way down "
        "and count aloud. Step back up, never jump down."
    ),
    "morning_pull_up": (
        "Bar day: {plan}. Start from a hang, bend the elbows, squeeze the shoulder blades together, and "
        "come down as carefully as you went up. Knees a touch in front, belly tight."
    ),
    "morning_variation_wide": (
        "New angle today: {plan}. Hands a bit wider than usual; everything else stays straight as a board. "
        "Fewer reps are planned because it is harder."
    ),
    "morning_variation_narrow": (
        "New angle today: {plan}. Hands a bit closer than usual; everything else stays straight as a board. "
        "Fewer reps are planned because it is harder."
    ),
    "season_slow": (
        "Slow lowering: {plan}, three seconds on each way down. Fewer reps, because each one is longer. Stop "
        "when the three seconds slip."
    ),
    "season_pause": (
        "Pauses: {plan}, two quiet seconds low in each push-up, chin high in each pull-up. Breathe while you "
        "hold."
    ),
    "season_ladder": (
        "Ladders: {plan}, rung by rung, a breath between. Step off early if a rung gets ragged."
    ),
    "season_hundred": (
        "The week in small parts. Today: {plan}. A day off is fine, the rest spreads itself over "
        "what is left of the week."
    ),
    "season_test": (
        "Test day: {plan}. As many as stay tidy, stop with two in hand. It can move you up, never down."
    ),
    "quiet_week": (
        "No pressure from this side. The routine is two minutes long and it will be here whenever you want "
        "it: {plan}, {time}."
    ),
    "back_8_14": (
        "Good to see you! Some days off change very little. We start a step or two lower, {plan}, and "
        "you'll be back where you were in no time."
    ),
    "back_15_28": (
        "Welcome back. Strength hangs around longer than people think, so we restart gently at {plan} and "
        "climb a step each session that feels fine."
    ),
    "back_long": (
        "So glad you're here. Fresh start, same two minutes. Let's begin with {plan} and find out how your "
        "arms feel."
    ),
}


def prompted(outcome: Prompted, say: Language) -> Message:
    """The wording with its plan; the reason in front of a usual one, unless the day is plain."""
    text = _wording(outcome, say)
    if outcome.text.startswith("morning_normal_"):
        text = say.sentences([_reason(outcome, say), text])
    if outcome.late:
        text = say.sentences([say.one("Later than planned today."), text])
    question = question_text(outcome.question, say)
    text = f"{text}\n\n{question}" if question else text
    rows = day_rows(outcome.card.day, say)
    return Message(sentence(text), rows + answer_rows(outcome.question, say))


def _wording(outcome: Prompted, say: Language) -> str:
    card = outcome.card
    plan = sets_text(card.left, say)
    template = say.one(TEXTS[_text_id(outcome)])
    days = say.many("{n} day shown up", "{n} days shown up", outcome.showing.kept if outcome.showing else 0)
    return template.format(
        plan=sentence(plan) if template.startswith("{plan}") or ". {plan}" in template else plan,
        rest=sets_text(without_counted(card.left), say),
        time=time_text(card.seconds, say),
        days=days,
        reps=say.number(outcome.reps),
    )


def _text_id(outcome: Prompted) -> str:
    if outcome.text == "morning_cut" and any(part.why is Why.CUT_TWO for part in outcome.card.plan):
        return "morning_cut_two"
    if outcome.text != "morning_variation":
        return outcome.text
    wide = any(one.exercise == "wide_push_up" for one in outcome.card.plan.push.sets)
    return "morning_variation_wide" if wide else "morning_variation_narrow"


def _reason(outcome: Prompted, say: Language) -> str:
    """The first part that isn't just the same again tells why."""
    parts = [part for part in outcome.card.plan if part.sets or part.why is Why.SPACING]
    telling = [part for part in parts if not _is_plain(part)]
    return why(telling[0], say) if telling else ""


def _is_plain(part: Prescription) -> bool:
    return part.row is Row.NORMAL and part.why is Why.SAME


def question_text(question: Question | None, say: Language) -> str:
    match question:
        case Question.BAR:
            return say.one("One question: is there a bar or a sturdy branch that you can hang from?")
        case Question.PULL_UPS:
            return say.one("One question: how many full pull-ups go from a hang? 0 is where most start.")
        case Question.HOUR:
            return say.one("Is this a good hour? Tap another, or write one.")
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
            return (tuple(Button(say.clock(at), ChooseHour(at)) for at in HOURS),)
        case _:
            return ()


def reminded(outcome: Reminded, say: Language) -> Message:
    """A snooze has run out: the plan, and nothing about the wait."""
    card = outcome.card
    counted = any(one.mode is Mode.UP_TO for one in card.left)
    plan = sets_text(card.left, say)
    template = say.one("Here it is again: {plan}, {time}.")
    text = template.format(plan=plan, time=time_text(card.seconds, say))
    return Message(text, day_rows(card.day, say, moving=not counted))


def card_closed(outcome: CardClosed, say: Language) -> Message:
    """A day that is over, without a word about that: what it asked for, and one button."""
    card = outcome.card
    template = say.one("{day} · {plan}")
    text = template.format(day=say.weekday(card.day.weekday()), plan=short_text(card.left, say))
    return Message(text, ((Button(say.one("Did it"), TapDone(card.day)),),))
