"""What is said to an edited message: what changed, and which word won."""

from bot.coaching.log_outcomes import Edited, EditTakenBack
from bot.coaching.mail import Message
from bot.coaching.traces import Change
from bot.texts.buttons import today_button, undo_row
from bot.texts.clarifying import needs_clarifying
from bot.texts.language import Language
from bot.texts.receipts import done_sets


def edited(outcome: Edited, say: Language) -> Message:
    now = done_sets(outcome.sets, outcome.today, say)
    before = done_sets(outcome.before, outcome.today, say) if outcome.before else ""
    template = say.one("Edited. It said {before} Now it says {now}")
    if outcome.over is Change.UNDONE:
        template = say.one("You had taken that one back; your edit puts it in the book again: {now}")
    elif outcome.over is Change.CORRECTED:
        template = say.one("Your edit wins over the correction, which said {before} Now it says {now}")
    elif outcome.over is Change.COMPLETED:
        template = say.one("Your edit wins over the answer that completed it: {before} Now it says {now}")
    elif before == now:
        template = say.one("Your edit reads the same, so nothing has changed: {now}")
    return Message(template.format(before=before, now=now), (undo_row(outcome.sets[0].source, say),))


def edit_taken_back(outcome: EditTakenBack, say: Language) -> Message:
    """With the question that the new words leave open, if they tell of work."""
    sets = done_sets(outcome.sets, outcome.today, say)
    if outcome.question is None:
        template = say.one(
            "I read no sets in your edit, so this is taken back: {sets} Done after all? Write it once more."
        )
        return Message(template.format(sets=sets), ((today_button(say),),))
    taken = say.one("Your edit leaves it open, so this is taken back: {sets}").format(sets=sets)
    question = needs_clarifying(outcome.question, say)
    return Message(say.sentences([taken, question.text]), question.buttons)


def edit_not_understood(say: Language) -> Message:
    text = say.one("I saw your edit, but I read no sets in it. Write it like “10 knee push-ups”.")
    return Message(text, ((today_button(say),),))
