"""The week that was, in three lines: days, work, and where it led."""

from bot.domain.exercise import Family
from bot.domain.look_back import LookBack
from bot.texts.exercises import name
from bot.texts.language import Language


def week_lines(week: LookBack, say: Language) -> str:
    days = say.many(
        "Last seven days: {n} day shown up.", "Last seven days: {n} days shown up.", week.days_kept
    )
    minutes = say.many("about {n} minute", "about {n} minutes", week.minutes)
    work = say.many("{n} rep, {minutes} in all.", "{n} reps, {minutes} in all.", week.reps)
    led = [_led(family, week, say) for family in Family if family in week.trained]
    lines = [days, work.format(minutes=minutes), say.sentences(led)]
    return "\n".join(line for line in lines if line)


def _led(family: Family, week: LookBack, say: Language) -> str:
    """A lower level is a plain fact, and none gained is settling in."""
    side = say.one("Pull side") if family is Family.PULL else say.one("Push side")
    if family in week.rungs:
        rung = name(week.rungs[family], say).lower()
        return say.one("{side}: now {rung}.").format(side=side, rung=rung)
    steps = week.steps[family]
    if steps > 0:
        return say.many("{side}: {n} step up.", "{side}: {n} steps up.", steps).format(side=side)
    if steps < 0:
        return say.one("{side}: a little lower, with room to grow.").format(side=side)
    return say.one("{side}: settling in.").format(side=side)
