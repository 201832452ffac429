"""Pain in words: no praise, no emoji, no diagnosis."""

from bot.coaching.actions import ClearPain
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import PainEased, TooSoonToClear
from bot.domain.exercise import Family
from bot.texts.buttons import today_button
from bot.texts.language import Language


def pain_noted(say: Language) -> Message:
    """No praise and no emoji here; what can still be done is asked, not assumed."""
    text = say.one(
        "Thanks for telling me. Stop that exercise for now; I've paused both and won't ask about them. "
        "If it's sharp, swollen, or lasts a week, please have a physio or doctor look. "
        "Is the other exercise comfortable? Tap what is fine, when it's fine."
    )
    fine = (
        Button(say.one("Push-ups are fine"), ClearPain(Family.PUSH)),
        Button(say.one("Pull-ups are fine"), ClearPain(Family.PULL)),
    )
    return Message(text, (fine,))


def pain_eased(outcome: PainEased, say: Language) -> Message:
    if not outcome.waiting:
        text = say.one("Good. Both are back on, gently at first. Stop at the first sign of pain.")
        return Message(text, ((today_button(say),),))
    if outcome.family is Family.PUSH:
        text = say.one("Push-ups go on then, and the pull side rests until you tap Cleared, pain-free.")
    else:
        text = say.one("Pull-ups go on then, and the push side rests until you tap Cleared, pain-free.")
    cleared = [
        Button(say.one("Cleared"), ClearPain(family)) for family in Family if family in outcome.waiting
    ]
    return Message(text, (tuple(cleared), (today_button(say),)))


def too_soon_to_clear(outcome: TooSoonToClear, say: Language) -> Message:
    text = say.one("Let's give it a full day of rest first. Tap Cleared again once 24 hours are over.")
    return Message(text, ((Button(say.one("Cleared"), ClearPain(outcome.family)),),))
