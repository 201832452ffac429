"""Invitations with two equal buttons, and what is said to the answer."""

from dataclasses import replace

from bot.coaching.actions import AnswerOffer
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import OfferTaken
from bot.coaching.views import OpenOffer
from bot.domain.events import Offer
from bot.domain.plan import Season
from bot.texts.buttons import today_button
from bot.texts.language import Language

SEASONS = {
    Season.SLOW: "slow lowering",
    Season.PAUSE: "pauses",
    Season.LADDER: "ladders",
    Season.HUNDRED: "a goal for each week, in small parts",
}
EARLY = {
    Offer.PUSH_UP: (
        "You've done some on your toes already. Ready to open your next session there? As many as stay tidy, "
        "five at most, then finish on your knees. “Not yet” is a fine answer."
    ),
    Offer.TRY_PULL_UP: (
        "You've pulled yourself up already. Want to open your next bar day with one pull-up, fresh, before "
        "anything else? Up or not, it's just information, and the lowering goes on working for you."
    ),
}
HARDER = {Offer.PUSH_UP, Offer.TRY_PULL_UP, Offer.VARIATION}


def offer(waiting: OpenOffer, say: Language) -> Message:
    text = say.one(EARLY[waiting.offer]) if waiting.early else _in_its_time(waiting, say)
    return Message(say.sentences([text, form_check(waiting, say)]), (offer_buttons(waiting, say),))


def _in_its_time(waiting: OpenOffer, say: Language) -> str:
    texts = {
        Offer.PUSH_UP: (
            "Two sets of 10 on your knees, twice. If the line stayed straight, ready to try a few on your "
            "toes? As many as stay tidy, five at most, then finish on your knees. “Not yet” is a fine answer."
        ),
        Offer.TRY_PULL_UP: (
            "Your lowering is long and slow now. Want to try one pull-up next session, fresh, before "
            "anything else? Up or not, it's just information, and the lowering goes on working for you."
        ),
        Offer.VARIATION: (
            "Your push-ups look settled. Want to mix in wide and narrow hands every other session? "
            "It keeps things interesting and loads the muscles a little differently."
        ),
        Offer.SEASON_PUSH: (
            "The push-up ladder has done its work for now. Fancy four weeks of something else with the same "
            "exercise: {season}? Same minutes, ends by itself, and you can leave any day."
        ),
        Offer.SEASON_PULL: (
            "The pull-up ladder has done its work for now. Fancy four weeks of something else with the same "
            "exercise: {season}? Same minutes, ends by itself, and you can leave any day."
        ),
        Offer.EVERY_OTHER_PUSH: (
            "Push-ups have held still twice now. Shall they rest on every other day for two weeks? "
            "Muscles grow on days like that."
        ),
        Offer.EVERY_OTHER_PULL: (
            "The bar work has held still twice now. Shall it rest on every other day for two weeks? "
            "Muscles grow on days like that."
        ),
    }
    text = say.one(texts[waiting.offer])
    return text if waiting.season is None else text.format(season=say.one(SEASONS[waiting.season]))


def form_check(waiting: OpenOffer, say: Language) -> str:
    """Form decides the next step, not the count (docs/coaching.md, 1); days off need no good form."""
    match waiting.offer:
        case Offer.PUSH_UP | Offer.VARIATION:
            return say.one("Form check: straight from head to heels, no sagging? If it broke down, say so.")
        case Offer.TRY_PULL_UP:
            return say.one("Form check: in control to the very end? If it broke down, say so.")
        case Offer.SEASON_PUSH | Offer.SEASON_PULL:
            return say.one("If your form broke down lately, say so first.")
        case _:
            return ""


def offer_buttons(waiting: OpenOffer, say: Language) -> tuple[Button, Button]:
    yes = AnswerOffer(waiting.offer, waiting.since, accepted=True)
    label = say.one("Form is good, try it") if waiting.offer in HARDER else say.one("Yes, let's")
    return Button(label, yes), Button(say.one("Not yet"), replace(yes, accepted=False))


def offer_taken(outcome: OfferTaken, say: Language) -> Message:
    if not outcome.accepted:
        template = say.many(
            "Good call, you know your arms best. We keep building right here, and I'll ask again in {n} day.",
            "Good call, you know your arms best. We keep building right here, and I'll ask again in {n} days "
            "or so.",
            outcome.days,
        )
        return Message(template, in_place=True)
    texts = {
        Offer.PUSH_UP: "Your next session opens on your toes: up to five, then your knees. I'll remind you.",
        Offer.TRY_PULL_UP: "Your next bar day opens with one try. I'll remind you.",
        Offer.VARIATION: "Every other session gets another hand position from now on, wide first.",
        Offer.SEASON_PUSH: "Four weeks of it from now on, beginning with your next push-ups.",
        Offer.SEASON_PULL: "Four weeks of it from now on, beginning with your next bar day.",
        Offer.EVERY_OTHER_PUSH: "Push-ups every other day from now on, for two weeks.",
        Offer.EVERY_OTHER_PULL: "Bar work every other day from now on, for two weeks.",
    }
    return Message(say.one(texts[outcome.offer]), in_place=True)


def offer_gone(say: Language) -> Message:
    text = say.one("That one is answered already, or a while ago. The plan stands as it is.")
    return Message(text, ((today_button(say),),), in_place=True)
