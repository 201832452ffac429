"""Offers about the rhythm: another hour, or some weekdays only."""

from bot.coaching.actions import AnswerHour, AnswerWeekdays
from bot.coaching.mail import Button, Message
from bot.coaching.setting_outcomes import RhythmKept
from bot.coaching.views import RhythmOffer
from bot.texts.buttons import Rows
from bot.texts.language import Language
from bot.texts.settings import next_text, weekdays_text


def rhythm_question(offer: RhythmOffer, say: Language) -> str:
    if offer.at is not None:
        template = say.one("You mostly train around {hour}. Shall I write then instead?")
        return template.format(hour=say.clock(offer.at))
    template = say.one("{weekdays} seem to be your days. Shall I keep the others free?")
    return template.format(weekdays=weekdays_text(offer.weekdays, say))


def rhythm_rows(offer: RhythmOffer, say: Language) -> Rows:
    """Two equal buttons."""
    if offer.at is not None:
        yes = Button(
            say.one("Yes, {hour}").format(hour=say.clock(offer.at)), AnswerHour(offer.at, accepted=True)
        )
        return ((yes, Button(say.one("Keep it"), AnswerHour(offer.at, accepted=False))),)
    yes = Button(say.one("Yes"), AnswerWeekdays(offer.weekdays, accepted=True))
    return ((yes, Button(say.one("Keep all days"), AnswerWeekdays(offer.weekdays, accepted=False))),)


def rhythm_kept(outcome: RhythmKept, say: Language) -> Message:
    text = say.one("Then it stays as it is, and I won't ask again.")
    return Message(say.sentences([text, next_text(outcome.next_at, say)]))
