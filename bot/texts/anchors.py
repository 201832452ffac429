"""The if-then plan in words: after which daily thing, and how the mornings quote it."""

from bot.coaching.actions import ChooseAnchor
from bot.coaching.mail import Button, Message
from bot.coaching.setting_outcomes import AnchorNoted
from bot.coaching.views import AnchorAsked
from bot.domain.anchor import Anchor, DailyThing
from bot.texts.buttons import Rows
from bot.texts.language import Language

LEADS = {
    DailyThing.COFFEE: "Coffee's on, and this goes with it.",
    DailyThing.TEA: "The kettle's on, and this goes with it.",
    DailyThing.RUN: "After the run comes this.",
    DailyThing.SHOWER: "After the shower comes this.",
    DailyThing.TEETH: "Teeth brushed? Then comes this.",
    DailyThing.BREAKFAST: "Breakfast is done, then comes this.",
    DailyThing.LUNCH: "Lunch is done, then comes this.",
    DailyThing.DINNER: "Dinner is done, then comes this.",
    DailyThing.WORK: "Work is done, then comes this.",
    DailyThing.WAKING: "You're up, so here comes this.",
}
SPOTS = {
    DailyThing.COFFEE: "with your coffee",
    DailyThing.TEA: "with your tea",
    DailyThing.RUN: "after the run",
    DailyThing.SHOWER: "after the shower",
    DailyThing.TEETH: "after brushing your teeth",
    DailyThing.BREAKFAST: "after breakfast",
    DailyThing.LUNCH: "after lunch",
    DailyThing.DINNER: "after dinner",
    DailyThing.WORK: "after work",
    DailyThing.WAKING: "when you get up",
}
OFFERED = (
    (DailyThing.COFFEE, DailyThing.RUN),
    (DailyThing.TEETH, DailyThing.BREAKFAST),
)


def anchor_question(say: Language) -> str:
    return say.one("After which daily thing does it fit best?")


def anchor_rows(say: Language) -> Rows:
    offered = tuple(tuple(_choice(thing, say) for thing in row) for row in OFFERED)
    return (*offered, (Button(say.one("None of these"), ChooseAnchor(None)),))


def _choice(thing: DailyThing, say: Language) -> Button:
    labels = {
        DailyThing.COFFEE: "Coffee",
        DailyThing.RUN: "The run",
        DailyThing.TEETH: "Brushing teeth",
        DailyThing.BREAKFAST: "Breakfast",
    }
    return Button(say.one(labels[thing]), ChooseAnchor(thing))


def anchor_lead(anchor: Anchor | None, say: Language) -> str:
    """The sentence in front of a usual morning; empty without an anchor."""
    if anchor is None:
        return ""
    if anchor.thing is not None:
        return say.one(LEADS[anchor.thing])
    return say.one("Your spot: {words}.").format(words=anchor.words)


def spot(anchor: Anchor, say: Language) -> str:
    """After coffee; after you feed the cat."""
    return say.one(SPOTS[anchor.thing]) if anchor.thing is not None else anchor.words


def anchor_asked(outcome: AnchorAsked, say: Language) -> Message:
    """The page behind the button in the settings."""
    if outcome.anchor is None:
        text = say.one(
            "After which daily thing does it fit best? Tap one, or write it, like “after I feed the cat”."
        )
    else:
        template = say.one("Your spot is {spot}. Tap another, or write it, like “after I feed the cat”.")
        text = template.format(spot=spot(outcome.anchor, say))
    return Message(text, anchor_rows(say))


def anchor_noted(outcome: AnchorNoted, next_prompt: str, say: Language) -> Message:
    if outcome.anchor is None:
        text = say.one("Then the hour alone it is.")
    else:
        template = say.one("Noted: {spot}. The mornings will say so.")
        text = template.format(spot=spot(outcome.anchor, say))
    return Message(say.sentences([text, next_prompt]))
