"""Answers to all that is neither a log nor a page."""

from bot.coaching.actions import Start
from bot.coaching.mail import Message
from bot.coaching.outcomes import (
    BarNoted,
    Placed,
    PullUpsNoted,
    SideSkipped,
    SkipNoted,
    Snoozed,
    SnoozeTooLate,
    StartNoted,
)
from bot.coaching.views import (
    Card,
    RoutineShown,
)
from bot.domain.exercise import Family
from bot.texts.buttons import Rows, day_rows, stats_button, today_button
from bot.texts.health import fine_rows, is_resting, resting
from bot.texts.language import Language
from bot.texts.placing import start_rows
from bot.texts.plans import cue_line, plan_lines, sets_text, time_text, today_text, why
from bot.texts.prompts import placing_button, stay_button
from bot.texts.settings import next_text
from bot.texts.wellbeing import hold_rows

LONG_BREAK = 29


def welcomed(say: Language) -> Message:
    text = say.one(
        "Two exercises, about two minutes a day: that is coach David Roche's whole upper-body routine. "
        "We start small on purpose. One or two knee push-ups is a great first day, and some of the pros he "
        "coaches started on their knees too.\n\n"
        "Push-ups on your knees, on your toes, or not sure?"
    )
    return Message(text, start_rows(say))


def placed(outcome: Placed, say: Language) -> Message:
    """The first plan, to be done now."""
    card = outcome.card
    how = (
        say.one("Keep one straight line from head to heels, chest to the floor, push back up.")
        if outcome.start is Start.TOES
        else say.one("Keep one straight line from head to knees, chest to the floor, push back up.")
    )
    template = say.one("Right now: {plan}, {time}. {how} One rep in good form is a workout too.")
    plan, time = sets_text(card.left, say), time_text(card.seconds, say)
    text = template.format(plan=plan, time=time, how=how)
    return Message(text, day_rows(card.day, say, moving=False), in_place=True)


def start_noted(outcome: StartNoted, say: Language) -> Message:
    if outcome.start is Start.TOES:
        text = say.one("Toes it is, from your next session on. Today is in the book as it is.")
    else:
        text = say.one("Knees it is, from your next session on. Today is in the book as it is.")
    return Message(text, ((today_button(say),),), in_place=True)


def routine_shown(outcome: RoutineShown, say: Language) -> Message:
    """What is left of today, why, and one cue; on a day of rest the reason."""
    card = outcome.card
    if is_resting(card):
        return resting(card, say)
    if card.is_done:
        text = say.one("Today's plan is done. More is welcome, and so is rest.")
        return Message(text, ((stats_button(say),),))
    if card.plan.is_rest:
        return _rest_shown(card, say)
    begun = card.left != card.plan.sets
    head = say.one("Still to do today:") if begun else say.one("Today, {time}:")
    head = head.format(time=time_text(card.seconds, say))
    text = "\n".join(part for part in (head, plan_lines(card, say), cue_line(card, say)) if part)
    return Message(text, day_rows(card.day, say) + fine_rows(card, say) + _other_ways(outcome, say))


def _other_ways(outcome: RoutineShown, say: Language) -> Rows:
    """Back to the rung that was left for an easier one; after a long break, a plan from new numbers."""
    stay = tuple(stay_button(step, say) for step in outcome.steps_down)
    away = max(part.days_off for part in outcome.card.plan) >= LONG_BREAK
    anew = (placing_button(say),) if away else ()
    return tuple(row for row in (stay, anew) if row)


def _rest_shown(card: Card, say: Language) -> Message:
    """Whoever is ill or paused isn't asked to train anyway."""
    rows = hold_rows(card, say)
    template = (
        say.one("{why} Nothing to do, nothing to log. Tap when that changes.")
        if rows
        else say.one("{why} Nothing to do, nothing to log. If you feel like two minutes anyway, write it.")
    )
    return Message(template.format(why=why(card.plan.push, say)), rows)


def unknown_exercise(say: Language) -> Message:
    text = say.one(
        "Good work, though I only count push-ups and pull-ups: knee, full, wide, narrow, negatives, "
        "pull-ups, chin-ups. Did any of those? Write it, like “5 knee push-ups”."
    )
    return Message(text, ((today_button(say),),))


def skip_noted(outcome: SkipNoted, say: Language) -> Message:
    template = say.one("A day off, noted. Rest is part of it. {next}")
    text = template.format(next=next_text(outcome.next_at, say))
    return Message(text, ((today_button(say),),), in_place=True)


def side_skipped(outcome: SideSkipped, say: Language) -> Message:
    if outcome.family is Family.PUSH:
        text = say.one("No push-ups today, noted; they wait where they stand.")
    else:
        text = say.one("No pulling today, noted; the pull side waits where it stands.")
    text = say.sentences([text, today_text(outcome.card, say)])
    return Message(text, ((today_button(say),),), in_place=True)


def snoozed(outcome: Snoozed, say: Language) -> Message:
    if outcome.shortened:
        template = say.one("That would be tomorrow already, so I'll write again at {hour}, once.")
    else:
        template = say.one("I'll write again at {hour}, once.")
    return Message(template.format(hour=say.clock(outcome.at)), ((today_button(say),),), in_place=True)


def snooze_too_late(outcome: SnoozeTooLate, say: Language) -> Message:
    template = say.one("That's past the end of today, so I'll leave today to you. {next}")
    return Message(template.format(next=next_text(outcome.next_at, say)))


def bar_noted(outcome: BarNoted, say: Language) -> Message:
    if not outcome.available:
        text = say.one(
            "Push-ups only it is: a complete routine, and I won't ask about a bar again. "
            "If you ever find one, write “bar”."
        )
    elif outcome.resting:
        text = say.one("A bar it is. Pull-ups rest until you say they're fine; then they join the plan.")
    elif outcome.back:
        text = say.one("A bar it is: the pull side goes on where it stood, gently if that was a while ago.")
    else:
        text = say.one("A bar it is: slow lowering joins the plan, one or two to begin with.")
    return Message(text, ((today_button(say),),))


def pull_ups_noted(outcome: PullUpsNoted, say: Language) -> Message:
    if outcome.count:
        text = say.one("Noted, so pull-ups are your rung. We start well inside what you can do.")
    else:
        text = say.one("Then slow lowering it is. It builds exactly the strength that a pull-up takes.")
    return Message(text, ((today_button(say),),))


def apology(reference: str, say: Language) -> Message:
    """What failed five times; the operator finds it by the reference."""
    template = say.one(
        "Sorry, I stumbled over that one and nothing was written down. Please send it again. ({reference})"
    )
    return Message(template.format(reference=reference))


def commands(say: Language) -> tuple[tuple[str, str], ...]:
    """The menu of commands, each with what it does."""
    return (
        ("today", say.one("Today's two minutes")),
        ("stats", say.one("Streak, totals, where you stand")),
        ("undo", say.one("Take back the last log")),
        ("why", say.one("Why today is what it is")),
        ("how", say.one("How an exercise is done")),
        ("settings", say.one("Hours, place, free days, sound, bar")),
        ("help", say.one("What you can write")),
        ("about", say.one("Where the routine comes from")),
        ("privacy", say.one("What is kept, and where")),
        ("stop", say.one("No more prompts")),
        ("forget", say.one("Delete all my data")),
        ("start", say.one("Begin")),
    )
