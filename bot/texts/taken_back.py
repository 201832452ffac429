"""What the coach says when something is taken back."""

from bot.coaching.actions import UndoSet
from bot.coaching.log_outcomes import NoSuchSet, SetUndone, UndoAsked, Undone
from bot.coaching.mail import Button, Message
from bot.texts.buttons import today_button, undo_row
from bot.texts.language import Language
from bot.texts.receipts import done_sets


def set_undone(outcome: SetUndone, say: Language) -> Message:
    """What is left is told, since the others stay."""
    text = say.one("Taken back: {removed} The book still says {left}").format(
        removed=done_sets((outcome.removed,), outcome.today, say),
        left=done_sets(outcome.left, outcome.today, say),
    )
    return Message(text, ((today_button(say),),), in_place=True)


def no_such_set(outcome: NoSuchSet, say: Language) -> Message:
    text = say.one(
        "I don't see that set. The book says {sets} Which one is it? Like “delete set 1” or “set 1 was 8”."
    ).format(sets=done_sets(outcome.sets, outcome.today, say))
    return Message(text, ((today_button(say),),))


def undone(outcome: Undone, say: Language) -> Message:
    sets = done_sets(outcome.sets, outcome.today, say)
    return Message(
        say.one("Taken back: {sets} Nothing else has changed.").format(sets=sets),
        ((today_button(say),),),
        in_place=True,
    )


def undo_asked(outcome: UndoAsked, say: Language) -> Message:
    sets = done_sets((outcome.one,) if outcome.one else outcome.sets, outcome.today, say)
    text = say.one("Nothing was logged today. The last one is {sets} Tap Undo to take that back.").format(
        sets=sets
    )
    if outcome.one is None:
        return Message(text, (undo_row(outcome.sets[0].source, say),))
    tap = UndoSet(outcome.one.source, outcome.one.position)
    return Message(text, ((Button(say.one("Undo"), tap),),))


def nothing_to_undo(say: Language) -> Message:
    text = say.one("There's nothing to take back. Tell me what you did, like “2 knee push-ups”.")
    return Message(text, ((today_button(say),),))
