"""The stats page: readable on a phone in five seconds."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.coaching.mail import Message
from bot.coaching.views import (
    StatsShown,
)
from bot.domain.exercise import Family
from bot.domain.streak import Mark
from bot.texts.buttons import today_button
from bot.texts.exercises import name
from bot.texts.language import Language
from bot.texts.plans import sets_text

SIGNS = {
    Mark.KEPT: "●",
    Mark.REST: "○",
    Mark.HELD: "○",
    Mark.FROZEN: "◐",
    Mark.MISSED: "–",
    Mark.OPEN: "◌",
    None: "",
}
_STEPS = {
    "knee_push_up": "the toes",
    "negative_pull_up": "a first pull-up",
    "push_up": "wide and narrow hands",
}


def stats_shown(outcome: StatsShown, say: Language) -> Message:
    if not outcome.totals:
        text = say.one("Nothing in the book yet. One or two knee push-ups make a great first day.")
        return Message(text, ((today_button(say),),))
    blocks = [_streak(outcome, say), _week(outcome, say), _totals(outcome, say), _standing(outcome, say)]
    return Message("\n\n".join(blocks), ((today_button(say),),))


def _streak(outcome: StatsShown, say: Language) -> str:
    showing = outcome.showing
    streak = say.many("Streak: {n} day (best {best})", "Streak: {n} days (best {best})", showing.current)
    lines = [streak.format(best=say.number(showing.best))]
    if showing.freezes:
        lines.append(say.many("Spare days: {n}", "Spare days: {n}", showing.freezes))
    lines.append(say.one("Habit: {share} %").format(share=say.number(round(showing.habit, 1))))
    return "\n".join(lines)


def _week(outcome: StatsShown, say: Language) -> str:
    """Seven days from Monday, each with its sign, and what they mean in words."""
    monday = outcome.today - timedelta(days=outcome.today.weekday())
    days = [monday + timedelta(days=place) for place in range(7)]
    marks = outcome.showing.marks
    row = " ".join(say.weekday(day.weekday())[:2] + SIGNS[marks.get(day)] for day in days)
    return f"{row}\n{_week_words(days, outcome, say)}"


def _week_words(days: Sequence[date], outcome: StatsShown, say: Language) -> str:
    marks = [outcome.showing.marks.get(day) for day in days]
    counted = [
        _some(marks.count(Mark.KEPT), ("{n} day kept", "{n} days kept"), say),
        _some(marks.count(Mark.REST) + marks.count(Mark.HELD), ("{n} day of rest", "{n} days of rest"), say),
        _some(marks.count(Mark.FROZEN), ("{n} spare day used", "{n} spare days used"), say),
        say.one("today is open") if marks.count(Mark.OPEN) else "",
    ]
    words = say.listed(part for part in counted if part)
    return say.one("This week: {words}").format(words=words) if words else say.one("A new week")


def _some(n: int, forms: tuple[str, str], say: Language) -> str:
    return say.many(*forms, n) if n else ""


def _totals(outcome: StatsShown, say: Language) -> str:
    template = say.one("{exercise}: {total} (best set {best})")
    return "\n".join(
        template.format(
            exercise=name(exercise, say), total=say.number(total), best=say.number(outcome.best[exercise])
        )
        for exercise, total in outcome.totals.items()
    )


def _standing(outcome: StatsShown, say: Language) -> str:
    families = [family for family in (Family.PUSH, Family.PULL) if family is Family.PUSH or outcome.has_bar]
    return "\n".join(_ladder(family, outcome, say) for family in families)


def _ladder(family: Family, outcome: StatsShown, say: Language) -> str:
    now = sets_text(outcome.doses[family], say)
    label = say.one("Push") if family is Family.PUSH else say.one("Pull")
    if outcome.next_doses[family]:
        after = sets_text(outcome.next_doses[family], say)
        return say.one("{family} now: {now}\nNext: {after}").format(family=label, now=now, after=after)
    step = say.one(_STEPS.get(outcome.standings[family].rung, "keeping it"))
    return say.one("{family} now: {now}, the top. Next: {step}").format(family=label, now=now, step=step)
