"""Pain in words: no praise, no emoji, no diagnosis."""

from bot.coaching.actions import ClearPain
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import PainEased, TooSoonToClear
from bot.coaching.views import Card
from bot.domain.exercise import Family
from bot.texts.buttons import Rows, today_button
from bot.texts.language import Language


def is_resting(card: Card) -> bool:
    """Pain keeps all of the day away, or what was left of it."""
    waits = all(part.family in card.paused for part in card.plan if part.sets)
    return bool(card.paused) and not card.left and waits


def resting(card: Card, say: Language) -> Message:
    """No invitation to train: what hurts rests until the athlete says that it is fine."""
    text = say.one("Resting until you say it's fine. Nothing to do, nothing to log. Tap what is pain-free.")
    return Message(text, fine_rows(card, say))


def fine_rows(card: Card, say: Language) -> Rows:
    """A button for each family that rests because of pain."""
    fine = tuple(fine_button(family, say) for family in card.paused)
    return (fine,) if fine else ()


def fine_button(family: Family, say: Language) -> Button:
    label = say.one("Push-ups are fine") if family is Family.PUSH else say.one("Pull-ups are fine")
    return Button(label, ClearPain(family))


def urgent(say: Language) -> Message:
    """The one message for signs that need help at once, and nothing beside it."""
    text = say.one(
        "Please stop exercising. Chest pain, feeling faint, unusual breathlessness or numbness need medical "
        "help right now: call your local emergency number. Very swollen, weak arms or dark urine after "
        "training need a doctor today."
    )
    return Message(text)


def pain_noted(say: Language, family: Family | None = None) -> Message:
    """No praise and no emoji here; what can still be done is asked, not assumed."""
    if family is not None:
        return _family_hurts(family, say)
    text = say.one(
        "Thanks for telling me. Stop that exercise for now; I've paused both and won't ask about them. "
        "If it's sharp, swollen, or lasts a week, please have a physio or doctor look. "
        "Is the other exercise comfortable? Tap what is fine, when it's fine."
    )
    return Message(text, ((fine_button(Family.PUSH, say), fine_button(Family.PULL, say)),))


def _family_hurts(family: Family, say: Language) -> Message:
    texts = {
        Family.PUSH: (
            "Thanks for telling me. Push-ups are paused now, and I won't ask about them. If it's sharp, "
            "swollen, or lasts a week, please have a physio or doctor look. Tap Cleared once they're "
            "pain-free. Are pull-ups comfortable?"
        ),
        Family.PULL: (
            "Thanks for telling me. Pull-ups are paused now, and I won't ask about them. If it's sharp, "
            "swollen, or lasts a week, please have a physio or doctor look. Tap Cleared once they're "
            "pain-free. Are push-ups comfortable?"
        ),
    }
    other = next(one for one in Family if one is not family)
    buttons = fine_button(other, say), Button(say.one("Cleared"), ClearPain(family))
    return Message(say.one(texts[family]), (buttons,))


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
