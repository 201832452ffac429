"""Short ways to say where a message is read and what it should mean."""

from datetime import datetime

from bot.data.lexicon import load_lexicon
from bot.domain.exercise import Family
from bot.understanding.read import read
from bot.understanding.reading import Context, Reading

WEDNESDAY = datetime(2026, 3, 4, 7, 5)  # noqa: DTZ001 - an athlete's local time, as reading gets it
SHORT = {
    "knee": "knee_push_up",
    "push": "push_up",
    "wide": "wide_push_up",
    "narrow": "narrow_push_up",
    "neg": "negative_pull_up",
    "pull": "pull_up",
    "chin": "chin_up",
}


def at(
    push: str = "knee",
    pull: str = "neg",
    asked: str | None = None,
    now: datetime = WEDNESDAY,
) -> Context:
    rungs = {Family.PUSH: SHORT[push], Family.PULL: SHORT.get(pull, pull)}
    return Context(now, rungs, SHORT.get(asked, asked) if asked else None)


def understood(text: str, context: Context | None = None) -> Reading:
    return read(text, context or at(), load_lexicon())


def summary(reading: Reading) -> str:
    """A reading in one line: "log 10 knee, 5 neg@-1", "done push pull", "snooze 20:00"."""
    return " ".join([str(reading.intent), *_details(reading)])


def _details(reading: Reading) -> list[str]:
    names = {exercise: short for short, exercise in SHORT.items()}
    parts = [
        ", ".join(
            f"{'?' if one.reps is None else one.reps} {names.get(one.exercise or '', one.exercise or '?')}"
            + (f"@{one.day}" if one.day else "")
            for one in reading.sets
            if reading.intent in {"log", "correct"}
        )
    ]
    parts += [str(family) for family in reading.families if reading.intent == "done"]
    if reading.day and reading.intent in {"done", "skip"}:
        parts.append(f"@{reading.day}")
    parts += [f"{reading.minutes} min"] if reading.minutes is not None else []
    parts += [reading.at.strftime("%H:%M")] if reading.at else []
    parts += (
        [names.get(reading.exercise, reading.exercise)]
        if reading.exercise and reading.intent == "how"
        else []
    )
    parts += ["pain"] if reading.pain and reading.intent in {"log", "done"} else []
    parts += (
        [reading.effort]
        if reading.effort in {"easy", "hard", "failed"} and reading.intent in {"log", "done"}
        else []
    )
    return [part for part in parts if part]
