"""A plan in words: its sets, its time, and the one reason for each line."""

from collections.abc import Sequence
from itertools import groupby

from bot.coaching.views import (
    Card,
)
from bot.domain.exercise import Family
from bot.domain.plan import Mode, PlannedSet, Prescription, Season, Why
from bot.texts.exercises import count, cue, sets_of
from bot.texts.language import Language

_WHY = {
    Why.SICK: "Resting until you're well again.",
    Why.PAUSE: "Paused, as you asked.",
    Why.SIX_IN_A_ROW: "Six in a row. Muscles grow on days like this.",
    Why.FREE_DAY: "Your free day.",
    Why.RACE: "Race day.",
    Why.NO_BAR: "No bar: push-ups are the whole day.",
    Why.LEFT_OFF: "Left out today, as you asked.",
    Why.EVERY_OTHER: "Every other day for now, as agreed.",
    Why.SPACING: "Lowering is new to you: every other day for now.",
    Why.LOWERING_RESTS: "Lowering rests today: every other day for now.",
    Why.AFTER_SICK: "Just back from being ill: half, two times.",
    Why.SORE: "Sore is normal, sore abs too. Half pace today.",
    Why.RUNNING: "Light, so your legs get the day.",
    Why.LIGHT_ASKED: "Light today, as you asked.",
    Why.DELOAD: "A lighter spell so you can climb again.",
    Why.LIGHT: "Yesterday was tough, so today is easy.",
    Why.EXTRA: "You did extra yesterday, so today is easy.",
    Why.CALIBRATE: "First day on your toes: quality, not count.",
    Why.TRY: "Fresh arms, one try: up or not, both are fine.",
    Why.SEASON: "Your season goes on.",
    Why.TEST: "Test day: as many as stay tidy, stop with two in hand.",
    Why.VARIATION: "New hand position keeps it interesting.",
    Why.OPEN: "Last set open, two in hand.",
    Why.CUT: "Kept under three minutes: one set fewer today.",
    Why.CUT_TWO: "Kept under three minutes: two sets fewer today.",
    Why.FIRST: "Small on purpose: this is where it starts.",
    Why.SAME: "Same as last time.",
    Why.STEP_UP: "One step up from last time.",
    Why.STEP_DOWN: "A step lower: room to grow again.",
}


def why(prescription: Prescription, say: Language) -> str:
    """The one reason; each plan line has exactly one."""
    if prescription.why is Why.RETURN:
        return _why_return(prescription.days_off, say)
    if prescription.why is Why.PAIN:
        return _why_pain(prescription.family, say)
    if prescription.season is not None and prescription.why is Why.SEASON:
        return _why_season(prescription.season, prescription.week, say)
    return say.one(_WHY[prescription.why])


def _why_season(season: Season, week: int, say: Language) -> str:
    templates = {
        Season.SLOW: "Week {n} of slow lowering: three seconds on each way down.",
        Season.PAUSE: "Week {n} of pauses: two still seconds in each rep.",
        Season.LADDER: "Week {n} of ladders: a breath between the rungs.",
        Season.HUNDRED: "Week {n} of weekly reps in small parts.",
    }
    return say.one(templates[season]).format(n=say.number(week))


def _why_pain(family: Family, say: Language) -> str:
    if family is Family.PUSH:
        return say.one("Resting your push side until you say it's fine.")
    return say.one("Resting your pull side until you say it's fine.")


def _why_return(days: int, say: Language) -> str:
    if days < 8:
        return say.one("Back from pain, so we start gently.")
    if days <= 10:
        return say.many(
            "{n} day off, so we start a step lower.", "{n} days off, so we start a step lower.", days
        )
    return say.many("{n} day off, so we start lower.", "{n} days off, so we start lower.", days)


def is_lowering_spaced(prescription: Prescription) -> bool:
    return prescription.why in {Why.SPACING, Why.LOWERING_RESTS}


def sets_text(planned: Sequence[PlannedSet], say: Language) -> str:
    """2 negatives, 3 seconds down each, and 2 sets of 5 knee push-ups."""
    groups = groupby(planned, key=lambda one: (one.exercise, one.reps, one.lowering))
    return say.listed(_group(tuple(group), say) for _, group in groups)


def short_text(planned: Sequence[PlannedSet], say: Language) -> str:
    """2 x 5 knee push-ups and 2 negatives: no seconds, no open ends."""
    groups = groupby(planned, key=lambda one: (one.exercise, one.reps))
    return say.listed(_short(tuple(group), say) for _, group in groups)


def _short(group: Sequence[PlannedSet], say: Language) -> str:
    reps = count(group[0].exercise, group[0].reps, say)
    if len(group) == 1:
        return reps
    return say.one("{sets} x {reps}").format(sets=say.number(len(group)), reps=reps)


def _group(group: Sequence[PlannedSet], say: Language) -> str:
    first, last = group[0], group[-1]
    if first.mode is Mode.UP_TO:
        return _up_to(first, say)
    reps = count(first.exercise, first.reps, say)
    if first.lowering and first.season is None:
        template = say.many("{reps} ({n} second down)", "{reps} ({n} seconds down)", first.lowering)
        reps = template.format(reps=reps)
    text = sets_of(reps, len(group), say)
    if last.mode is Mode.OPEN:
        alone = say.one("{sets} (open, up to {most})")
        template = alone if len(group) == 1 else say.one("{sets} (last set open, up to {most})")
        text = template.format(sets=text, most=say.number(last.most))
    return text


def _up_to(planned: PlannedSet, say: Language) -> str:
    if planned.reps == 1:
        return say.one("one try at a pull-up")
    return say.one("up to {reps}").format(reps=count(planned.exercise, planned.reps, say))


def without_counted(planned: Sequence[PlannedSet]) -> tuple[PlannedSet, ...]:
    """All but the set that is done up to a number."""
    return tuple(one for one in planned if one.mode is not Mode.UP_TO)


def time_text(seconds: int, say: Language) -> str:
    if seconds < 45:
        return say.one("under a minute")
    return say.one("about {seconds} seconds").format(seconds=say.number(round(seconds, -1)))


def today_text(card: Card, say: Language) -> str:
    """What is on today in one sentence, or why nothing is."""
    if card.left:
        plan, time = sets_text(card.left, say), time_text(card.seconds, say)
        return say.one("Today: {plan}, {time}.").format(plan=plan, time=time)
    return say.one("Today's plan is done.") if card.plan.sets else why(card.plan.push, say)


def plan_lines(card: Card, say: Language) -> str:
    """One line a family with what is left of it and why; one that rests beside it only says why."""
    lines = [_line(part, card, say) for part in card.plan]
    return "\n".join(line for line in lines if line)


def _line(part: Prescription, card: Card, say: Language) -> str:
    left = [one for one in card.left if one in part.sets]
    if left:
        line = say.one("• {sets}. {why}")
        return line.format(sets=sentence(sets_text(left, say)), why=why(part, say))
    if is_lowering_spaced(part) and card.plan.sets:
        return say.one("• {why}").format(why=why(part, say))
    return say.one("• {why}").format(why=why(part, say)) if part.why is Why.PAIN else ""


def cue_line(card: Card, say: Language) -> str:
    return cue(card.cue, say) if card.cue else ""


def sentence(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]
