"""What the coach says to a log: what was understood, how the day stands, at most one thing more."""

from collections.abc import Sequence
from datetime import date

from bot.coaching.actions import FixReps, TapDone, TapUndo
from bot.coaching.log_outcomes import (
    Corrected,
    Doubt,
    Logged,
    NothingToRepeat,
    Part,
)
from bot.coaching.mail import Button, Message
from bot.domain.exercise import Family
from bot.domain.milestones import Milestone
from bot.domain.plan import Mode
from bot.domain.sets import Effort, LoggedSet
from bot.texts.buttons import Rows, today_button, undo_row
from bot.texts.exercises import counts
from bot.texts.health import fine_button
from bot.texts.language import Language
from bot.texts.milestones import celebration
from bot.texts.plans import sentence, sets_text
from bot.understanding.reading import Again


def logged(outcome: Logged, say: Language) -> Message:
    """In place of the card whose button was tapped, or as a message of its own.

    Beside pain it only says what was read: no praise, and no invitation to do the rest.
    """
    if outcome.resting and not outcome.pain:
        return _while_it_rests(outcome, say)
    if outcome.pain:
        return Message(_understood(outcome, say), (_undo(outcome, say),), in_place=True)
    text = say.sentences(
        [
            _understood(outcome, say),
            _doubt(outcome.doubt, say) if outcome.doubt else _usual(outcome, say),
            _streak(outcome, say),
        ]
    )
    return Message(text, _rows(outcome, say), in_place=True)


def _while_it_rests(outcome: Logged, say: Language) -> Message:
    """What hurt was trained: written down, without praise, and asked about."""
    text = say.one(
        "It's written down and changes no plan. Is it pain-free? Tap what is fine, when it's fine."
    )
    fine = tuple(fine_button(family, say) for family in outcome.resting)
    return Message(
        say.sentences([_understood(outcome, say), text]), (fine, _undo(outcome, say)), in_place=True
    )


def _rows(outcome: Logged, say: Language) -> Rows:
    """One tap for the rest of the day, one to take it back."""
    left = [one for family in Family for one in outcome.left[family]]
    undo = _undo(outcome, say)
    if outcome.doubt:
        label = say.one("Make it {meant}").format(meant=say.number(outcome.doubt.meant))
        fix = FixReps(outcome.doubt.source, outcome.doubt.position, outcome.doubt.meant)
        return ((Button(label, fix), *undo),)
    given_up = outcome.effort in {Effort.HARD, Effort.FAILED}
    is_today = any(one.day == outcome.today for one in outcome.sets)
    if not left or given_up or not is_today or any(one.mode is Mode.UP_TO for one in left):
        return (undo,)
    return ((Button(say.one("Did the rest too"), TapDone(outcome.today)), *undo),)


def _undo(outcome: Logged, say: Language) -> tuple[Button, ...]:
    """Of several messages the last is taken back."""
    if len({one.source for one in outcome.sets}) == 1:
        return undo_row(outcome.source, say)
    return (Button(say.one("Undo the last"), TapUndo(outcome.source)),)


def done_sets(sets: Sequence[LoggedSet], today: date, say: Language) -> str:
    """2 knee push-ups and 3 negatives; another day than today is named."""
    days = dict.fromkeys(one.day for one in sets)
    return say.sentences([_of_day([one for one in sets if one.day == day], today, say) for day in days])


def _of_day(sets: Sequence[LoggedSet], today: date, say: Language) -> str:
    if sets[0].day == today:
        return say.one("{sets}.").format(sets=listed_sets(sets, say))
    return say.one("{day}: {sets}.").format(day=say.full_day(sets[0].day), sets=listed_sets(sets, say))


def listed_sets(sets: Sequence[LoggedSet], say: Language) -> str:
    exercises = dict.fromkeys(one.exercise for one in sets)
    parts = [counts(name, tuple(one.reps for one in sets if one.exercise == name), say) for name in exercises]
    return say.listed(parts)


def _understood(outcome: Logged, say: Language) -> str:
    """What was read; of one exercise, also that it is the day's first, or the day's total."""
    text = done_sets(outcome.sets, outcome.today, say)
    plain = outcome.first or outcome.pain or outcome.doubt is not None
    several = len({(one.exercise, one.day) for one in outcome.sets}) > 1
    if plain or several or outcome.sets[0].day != outcome.today:
        return text
    reps = sum(one.reps for one in outcome.sets)
    total = outcome.totals_today.get(outcome.sets[0].exercise, 0)
    if total > reps:
        template = say.many("{sets}, {n} today.", "{sets}, {n} today.", total)
    elif reps == sum(outcome.totals_today.values()) and not _whole_at_once(outcome):
        template = say.one("{sets}, first today.")
    else:
        return text
    return template.format(sets=listed_sets(outcome.sets, say))


def _whole_at_once(outcome: Logged) -> bool:
    """All sets of the plan: nobody calls them the first."""
    return len(outcome.sets) > 1 and outcome.met == outcome.planned


def _doubt(doubt: Doubt, say: Language) -> str:
    template = say.one("{reps}? It's written down. If it was {meant}, tap.")
    return template.format(reps=say.number(doubt.reps), meant=say.number(doubt.meant))


def _usual(outcome: Logged, say: Language) -> str:
    """What is reached for the first time is said instead of how the day stands."""
    milestone = Milestone.FIRST_LOG if outcome.first else outcome.milestone
    return celebration(milestone, outcome.minutes, say) if milestone else _standing(outcome, say)


def _standing(outcome: Logged, say: Language) -> str:
    """How today stands; nothing about a day that was over already."""
    days = {one.day for one in outcome.sets}
    if outcome.today not in days:
        late = max(days) < outcome.today
        return say.one("Noted, late counts too." if late else "Noted for the day that has just begun.")
    if outcome.effort in {Effort.HARD, Effort.FAILED}:
        return _edge(outcome, say)
    if outcome.bar_found:
        return say.one("So there's a bar: pulls join the plan from here on.")
    if not outcome.planned:
        return say.one("Nothing was planned today, so this is a bonus.")
    if outcome.extra:
        return say.one("The plan was done already, so this is a bonus.")
    if outcome.met == outcome.planned:
        return _all_of_it(outcome, say)
    return _left(outcome, say)


def _all_of_it(outcome: Logged, say: Language) -> str:
    if outcome.open_reps:
        return _open_set(outcome, say)
    if outcome.moved_up:
        return say.one(
            "Well above the plan, nice! I've moved your next session up a little. No need to empty the tank: "
            "leaving a couple in reserve is how this grows."
        )
    return say.one("That's today's plan, all of it.")


def _open_set(outcome: Logged, say: Language) -> str:
    reps, last = say.number(outcome.open_reps), say.number(outcome.last_test)
    template = (
        say.one("{reps} in the open set, {last} last time. Where it fits, the next plan moves up a little.")
        if outcome.last_test
        else say.one(
            "{reps} in the open set. Noted beside your last one. Where it fits, the next plan moves up a "
            "little."
        )
    )
    return template.format(reps=reps, last=last)


def _edge(outcome: Logged, say: Language) -> str:
    """After a hard set nobody is sent to the next one."""
    if not outcome.light_tomorrow:
        return say.one("That's plenty for today. Form comes before reps.")
    if outcome.effort is Effort.FAILED:
        return say.one("You found today's edge, which is good to know. Tomorrow stays light.")
    return say.one(
        "Near your edge today, thanks for saying so. Tomorrow stays light, so this one can sink in."
    )


def _left(outcome: Logged, say: Language) -> str:
    if not outcome.met and sum(outcome.totals_today.values()) == 1:
        return say.one("One rep is great, truly: it's where plenty of strong runners began. Today counts.")
    if outcome.part is not None:
        return _part(outcome.part, say)
    if outcome.met == {Family.PUSH}:
        return say.one("Push done; pull whenever you pass a bar. Today already counts.")
    if outcome.met == {Family.PULL}:
        push = sets_text(outcome.left[Family.PUSH], say)
        return say.one("Pull done; {sets} when you're ready. Today already counts.").format(sets=push)
    left = [one for family in Family for one in outcome.left[family] if _begun(family, outcome)]
    if not left:
        return say.one("Today counts.")
    return say.one("{sets} to go, when you're ready. Today already counts.").format(
        sets=sentence(sets_text(left, say))
    )


def _part(part: Part, say: Language) -> str:
    """Sets come one at a time, and a part is progress, never short."""
    one = part.left[0]
    if len(set(part.left)) > 1 or one.mode is not Mode.FIXED:
        sets = sentence(sets_text(part.left, say))
        return say.one("{sets} to go, when you're ready.").format(sets=sets)
    template = say.many(
        "Set {set} in. One more of {reps} when you're ready.",
        "Set {set} in. {n} more of {reps} when you're ready.",
        len(part.left),
    )
    return template.format(set=say.number(part.sets_in), reps=say.number(one.reps))


def _begun(family: Family, outcome: Logged) -> bool:
    return family in outcome.planned and family not in outcome.met


def _streak(outcome: Logged, say: Language) -> str:
    if not outcome.streak or outcome.streak < 2:
        return ""
    return say.many("{n} day in a row.", "{n} days in a row.", outcome.streak)


def corrected(outcome: Corrected, say: Language) -> Message:
    template = say.one("Changed. It now says {sets}")
    text = template.format(sets=done_sets(outcome.sets, outcome.today, say))
    return Message(text, (undo_row(outcome.source or outcome.sets[0].source, say),))


def nothing_to_correct(say: Language) -> Message:
    text = say.one(
        "There's nothing new in the book to change. Tell me what you did, like “2 knee push-ups”; to change "
        "an older log, reply to it."
    )
    return Message(text, ((today_button(say),),))


def nothing_to_repeat(outcome: NothingToRepeat, say: Language) -> Message:
    if outcome.again is Again.YESTERDAY:
        text = say.one("Nothing is in the book for yesterday. What was it today? Like “5 knee push-ups”.")
    else:
        text = say.one("There's nothing in the book to repeat yet. What was it? Like “5 knee push-ups”.")
    return Message(text, ((today_button(say),),))
