"""What is asked when a message about work leaves something open, with a button for each answer."""

from bot.coaching.actions import PickChoice, PickExercise
from bot.coaching.log_outcomes import KneesOrToes, NeedsClarifying
from bot.coaching.mail import Button, Message
from bot.texts.exercises import counts, name
from bot.texts.language import Language
from bot.texts.plans import sentence
from bot.texts.receipts import listed_sets
from bot.understanding.reading import Unclear

LONGEST_LABEL = 24


def needs_clarifying(outcome: NeedsClarifying, say: Language) -> Message:
    if outcome.choices:
        return _which(outcome, say)
    match outcome.unclear:
        case Unclear.EXERCISE if outcome.reps:
            reps = say.listed(say.number(n) for n in outcome.reps)
            buttons = [
                Button(sentence(name(exercise, say)), PickExercise(exercise))
                for exercise in outcome.exercises
            ]
            text = say.one("{reps}, nice. Of which exercise?").format(reps=reps)
            return Message(text, tuple((button,) for button in buttons))
        case Unclear.EXERCISE:
            text = say.one("Which exercise was it, and how many? Like “10 knee push-ups”.")
        case Unclear.NUMBER:
            text = say.one("How many was it, set by set? Like “10” or “10, 8”. Nothing is written down yet.")
        case Unclear.DAY:
            text = say.one(
                "Which day was that? I can take up to 31 days back, like “yesterday” or “2 March”."
            )
        case Unclear.DONE:
            text = say.one(
                "I'm not sure that this was your own set. If so, write it like “10 knee push-ups”."
            )
        case Unclear.RANGE:
            text = say.one("I take 1 to 500 reps a set and 20 sets a message. What was it, set by set?")
    return Message(text)


def _which(outcome: NeedsClarifying, say: Language) -> Message:
    """A button for each choice; of one alone the question is whether it was done.

    What is too long for a button can be written instead.
    """
    source = outcome.choices[0][0].source
    labels = [listed_sets(sets, say) for sets in outcome.choices]
    if len(labels) == 1:
        text = say.one("{sets}: did you do that? Tap, and it's written down.").format(sets=labels[0])
        yes, no = (
            Button(say.one("Yes"), PickChoice(source, 0)),
            Button(say.one("No"), PickChoice(source, None)),
        )
        return Message(text, ((yes, no),))
    if any(len(label) > LONGEST_LABEL for label in labels):
        return Message(say.one("Which was it? Write it set by set, like “10, 8”."))
    text = say.one("Which was it? Tap, and it's written down.")
    return Message(text, tuple((Button(label, PickChoice(source, at)),) for at, label in enumerate(labels)))


def knees_or_toes(outcome: KneesOrToes, say: Language) -> Message:
    template = say.one("{reps}, nice. On your knees or on your toes?")
    text = template.format(reps=counts("push_up", outcome.reps, say))
    knees = Button(say.one("Knees"), PickExercise("knee_push_up"))
    toes = Button(say.one("Toes"), PickExercise("push_up"))
    return Message(text, ((knees, toes),))
