"""Exercises in words: their names, counts of them, and their cues."""

from bot.texts.language import Language

_COUNTS = {
    "knee_push_up": ("{n} knee push-up", "{n} knee push-ups"),
    "push_up": ("{n} push-up", "{n} push-ups"),
    "wide_push_up": ("{n} wide push-up", "{n} wide push-ups"),
    "narrow_push_up": ("{n} narrow push-up", "{n} narrow push-ups"),
    "negative_pull_up": ("{n} negative", "{n} negatives"),
    "assisted_negative": ("{n} assisted negative", "{n} assisted negatives"),
    "pull_up": ("{n} pull-up", "{n} pull-ups"),
    "chin_up": ("{n} chin-up", "{n} chin-ups"),
}

_NAMES = {
    "knee_push_up": "Knee push-ups",
    "push_up": "Push-ups",
    "wide_push_up": "Wide push-ups",
    "narrow_push_up": "Narrow push-ups",
    "negative_pull_up": "Negatives",
    "assisted_negative": "Assisted negatives",
    "pull_up": "Pull-ups",
    "chin_up": "Chin-ups",
}

_LISTS = {
    "knee_push_up": "{numbers} knee push-ups",
    "push_up": "{numbers} push-ups",
    "wide_push_up": "{numbers} wide push-ups",
    "narrow_push_up": "{numbers} narrow push-ups",
    "negative_pull_up": "{numbers} negatives",
    "assisted_negative": "{numbers} assisted negatives",
    "pull_up": "{numbers} pull-ups",
    "chin_up": "{numbers} chin-ups",
}

_CUES = {
    "N1": "Step up on a bench until your chin is over the bar; step back up each time, never jump down.",
    "N2": "Fight gravity all the way down and count aloud.",
    "N3": "Belly tight, knees a little in front.",
    "A1": "One foot stays lightly on the bench and helps as little as it can.",
    "U1": "Start from a hang.",
    "U2": "Bend the elbows and squeeze the shoulder blades together.",
    "U3": "Come down as carefully as you went up.",
    "U4": "Belly tight, knees slightly forward.",
    "K1": "One straight line from head to knees.",
    "K2": "Chest to the ground, then push the floor away.",
    "P1": "Toes and hands only, straight as a board.",
    "P2": "Chest down by bending the elbows, then up.",
    "W1": "Hands wider than your shoulders; stop if wrists or shoulders complain.",
    "C1": "Hands closer than your shoulders; stop if wrists or shoulders complain.",
}


def count(exercise: str, n: int, say: Language) -> str:
    """2 knee push-ups."""
    one, several = _COUNTS[exercise]
    return say.many(one, several, n)


def counts(exercise: str, numbers: tuple[int, ...], say: Language) -> str:
    """10, 8 and 6 knee push-ups; equal sets as 3 sets of 10 knee push-ups."""
    if len(set(numbers)) == 1:
        return sets_of(count(exercise, numbers[0], say), len(numbers), say)
    listed = say.listed(say.number(n) for n in numbers)
    return say.one(_LISTS[exercise]).format(numbers=listed)


def sets_of(reps: str, sets: int, say: Language) -> str:
    """A single set goes without saying."""
    if sets == 1:
        return reps
    return say.many("{n} set of {reps}", "{n} sets of {reps}", sets).format(reps=reps)


def name(exercise: str, say: Language) -> str:
    """Knee push-ups."""
    return say.one(_NAMES[exercise])


def cue(cue_id: str, say: Language) -> str:
    return say.one(_CUES[cue_id])
