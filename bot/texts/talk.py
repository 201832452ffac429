"""What is said to all that is not about sets: small talk, a hint, pages of help."""

from bot.coaching.mail import Message
from bot.coaching.outcomes import GroupGreeted, NotUnderstood, SmallTalk
from bot.texts.buttons import help_button, stats_button, today_button
from bot.texts.exercises import count
from bot.texts.language import Language
from bot.understanding.reading import About

SMALL_TALK = {
    About.SICK: (
        "Then rest is today's training. With fever or anything in the chest, wait until you've been fully "
        "well for a day. Tap Skip, or just leave it; write when you're better."
    ),
    About.SORE: (
        "Sore is normal after something new, and sore abs after bar work are very common. Half of today or a "
        "day off are both fine. It usually fades in two or three days."
    ),
    About.BACK: "Good to see you! Tap Today and start small; the plan already takes the break into account.",
    About.PAUSE: "I can't pause by a date yet. Free weekdays are in /settings, and a skip costs nothing.",
    About.TRAVEL: "Write your city in /settings under Place and the hour moves with you.",
    About.NO_BAR: (
        "No bar, no problem: push-ups are the whole day, and pull-ups wait where they are. Is it for good? "
        "Write “push-ups only”."
    ),
    About.RACE: "Run well! Keep the two days before it light and take the day itself off: tap Skip that day.",
    About.LONG_RUN: "Enjoy the long run. Doing half today is a good plan, or skip it with a tap.",
    About.SETTING: "You can change the hour, the place, free days and the bar in /settings.",
    About.THANKS: "Any time. Tap Today whenever you have two minutes.",
    About.GREETING: "Hi! Tap Today for the plan, or tell me what you did, like “5 knee push-ups”.",
}


def small_talk(outcome: SmallTalk, say: Language) -> Message:
    return Message(say.one(SMALL_TALK[outcome.about]), ((today_button(say),),))


def not_understood(outcome: NotUnderstood, say: Language) -> Message:
    example = count(outcome.exercise, 10, say)
    if outcome.again:
        short = say.one("Not that one either, sorry. Like “{example}”?").format(example=example)
        return Message(short, ((today_button(say), help_button(say)),))
    template = say.one("I didn't get that one. Tell me what you did, like “{example}”, or tap what you need.")
    rows = ((today_button(say), stats_button(say), help_button(say)),)
    return Message(template.format(example=example), rows)


def not_words(say: Language) -> Message:
    text = say.one("I only read words so far. Tell me what you did, like “5 knee push-ups”, or tap Today.")
    return Message(text, ((today_button(say),),))


def group_greeted(outcome: GroupGreeted, link: str, say: Language) -> Message:
    template = say.one("I coach one to one, so the group stays about running. Write to me here: {link}")
    return Message(template.format(link=link), once=f"group:{outcome.chat_id}")


def help_shown(say: Language) -> Message:
    text = say.one(
        "Tell me what you did, in your own words:\n"
        "• “did 2 knee pushups”, “3x10”, “8 knee and 3 negatives yesterday”\n"
        "• “done” for today's plan, “skip”, “later”\n"
        "• “no, 12”, “that was yesterday”, “undo”\n"
        "• “how do I do a negative?”, “why so slow?”, “my elbow hurts”\n\n"
        "/today the plan, /why its reasons, /how an exercise, /stats how it's going, /undo take back the "
        "last log, /settings hour, place, free days, bar, /about the routine, /privacy what is kept."
    )
    return Message(text, ((today_button(say), stats_button(say)),))


def privacy_shown(say: Language) -> Message:
    text = say.one(
        "What I keep: your Telegram id, first name and chat, your hour, place and zone, the sets you log and "
        "what you answer (placement, offers, days off, pain, free days, bar). The text of a message is kept "
        "until it is worked on, my own for two days. It is all in the database of whoever runs this coach, "
        "and nowhere else: no analytics, nothing sold, nothing shared. "
        "A location you share is turned into a time zone and not kept. "
        "Whoever runs this coach can hand it to you or delete it for you."
    )
    return Message(text)
