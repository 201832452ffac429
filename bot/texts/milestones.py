"""What is celebrated once: short, about showing up and form, never about size."""

from bot.domain.milestones import Milestone
from bot.texts.language import Language

TEXTS = {
    Milestone.FIRST_LOG: "First one in the book! Small and repeatable wins here.",
    Milestone.KNEE_10: "Ten knee push-ups in one set: one rep at a time got you here.",
    Milestone.KNEE_2X10: (
        "Two sets of 10 knee push-ups: that's the range the coach aims for. From here there's a door to the "
        "toes whenever you feel like it. 🎉"
    ),
    Milestone.KNEE_3X15: "Three sets of 15 on your knees: the top of that ladder. The toes are next door.",
    Milestone.FIRST_PUSH_UP: "Your first push-up on your toes! It gets friendlier from here.",
    Milestone.PUSH_10: "Ten push-ups in one set, on your toes. That's you, adding one rep at a time.",
    Milestone.PUSH_2X10: "Two sets of 10 on your toes. Small steps add up.",
    Milestone.PUSH_3X15: (
        "Three sets of 15. That is the top of the ladder. From now on we keep it, play with hand positions "
        "and seasons, and let it work for your running."
    ),
    Milestone.LOWERING_5: "Five slow seconds on the way down: pull-ups are made of this.",
    Milestone.FIRST_PULL_UP: (
        "You pulled yourself up. A full pull-up, no help, from a hang! All those slow lowerings just paid "
        "off. Enjoy this one today. 🎉"
    ),
    Milestone.PULL_UPS_5: "Five pull-ups in one set. Your back knows the way by now.",
    Milestone.PULL_UPS_10: "Ten pull-ups in one set. Enjoy that one. 🎉",
    Milestone.SHOWN_UP_7: "Seven days shown up, and a spare day put aside for you.",
    Milestone.SHOWN_UP_30: (
        "Thirty days you've shown up. Add it together: {minutes} in all, and that is the whole trick."
    ),
    Milestone.SHOWN_UP_100: "A hundred days you've shown up, {minutes} in all. Two minutes at a time.",
    Milestone.BACK: "Good to have you back. It returns sooner than you may think.",
}


def celebration(milestone: Milestone, minutes: int, say: Language) -> str:
    """`minutes` are those of all sets ever."""
    told = say.many("about {n} minute", "about {n} minutes", minutes)
    return say.one(TEXTS[milestone]).format(minutes=told)
