"""What is said to all that is not about sets: small talk, a hint, pages of help."""

from bot.coaching.actions import SwitchPrompts
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import GroupGreeted, NotUnderstood, SmallTalk
from bot.texts.buttons import help_button, stats_button, today_button
from bot.texts.exercises import count
from bot.texts.language import Language
from bot.understanding.reading import About

SMALL_TALK = {
    About.PAIN_GONE: "Good to hear! Tap Today for the plan.",
    About.BETTER: "Good to hear! Tap Today for the plan.",
    About.BACK: "Good to see you! Tap Today and start small; the plan already takes the break into account.",
    About.RESUME: "We're on already: tap Today for the plan, and I write on your days at your hour.",
    About.TRAVEL: "Write your city in /settings under Place and the hour moves with you.",
    About.RACE_OFF: "Noted. I knew of no race, so the plan goes on as it is: tap Today.",
    About.SETTING: "You can change hours, place, free days, the day's start, sound and the bar in /settings.",
    About.THANKS: "Any time. Tap Today whenever you have two minutes.",
    About.FAREWELL: "Till next time. Today's two minutes wait under Today, whenever they fit.",
    About.CRISIS: (
        "I'm glad you wrote that. I'm a small program and can't help with it, but people can: please call "
        "your local emergency number or a crisis line now, or tell somebody close to you. Training can wait."
    ),
    About.MEDICAL: (
        "That's one for your doctor or midwife: please ask before you start or go on, I can't judge it from "
        "here. The plan waits under Today, and “pause” keeps me quiet until then."
    ),
    About.ROBOT: "A bot: a small program that knows one routine well. Tell me what you did, or tap Today.",
    About.DISCOURAGED: (
        "One rep in good form is a whole workout, and a day off changes very little. Nothing is lost: tap "
        "Today and do what feels fine, or write “skip”."
    ),
    About.ASSENT: "All right. Tap Today for the plan, or tell me what you did, like “5 knee push-ups”.",
    About.ANGRY: "Fair enough. I can be quiet: tap, and I won't write first. Your book stays as it is.",
    About.GREETING: "Hi! Tap Today for the plan, or tell me what you did, like “5 knee push-ups”.",
}


def small_talk(outcome: SmallTalk, say: Language) -> Message:
    if outcome.about is About.CRISIS:
        return Message(say.one(SMALL_TALK[outcome.about]))
    quiet = Button(say.one("No more prompts"), SwitchPrompts(on=False))
    buttons = (quiet, today_button(say)) if outcome.about is About.ANGRY else (today_button(say),)
    return Message(say.one(SMALL_TALK[outcome.about]), (buttons,))


def not_understood(outcome: NotUnderstood, say: Language) -> Message:
    example = count(outcome.exercise, 10, say)
    if outcome.again:
        short = say.one("I didn't get that, sorry. Was it a log? Like “{example}”.").format(example=example)
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
        "• “how do I do a negative?”, “why so slow?”, “my elbow hurts”\n"
        "• “race on Sunday”, “I'm sick”, “pause for two weeks”, “not on Sundays”\n\n"
        "/today the plan, /why its reasons, /how an exercise, /stats how it's going, /undo take back the "
        "last log, /settings hours, place, free days, sound, /about the routine, /privacy what is "
        "kept, /stop no more prompts."
    )
    return Message(text, ((today_button(say), stats_button(say)),))


def privacy_shown(say: Language) -> Message:
    text = say.one(
        "What I keep: your Telegram id, first name and chat, your hours, place and zone, the sets you log "
        "and what you tell me (placement, offers, days off, pain, illness, pauses, races, free days, bar, "
        "the daily thing you train after). "
        "The text of a message is kept until it is worked on, my own for two days; one that I stumbled over "
        "five times is kept for whoever runs this coach to look at. It is all in their database and nowhere "
        "else: no analytics, nothing sold, nothing shared. "
        "A location you share is turned into a time zone and not kept. "
        "/forget deletes all of it at once; whoever runs this coach can hand it to you before."
    )
    return Message(text)
