"""A page of regular expressions that reads messages as many bots do: what the grammar is measured beside."""

import re

_NAMES = {
    "knee_push_up": r"knee(?:ling)?[ -]*(?:push|press)[ -]*ups?",
    "wide_push_up": r"wide[ -]*(?:push|press)[ -]*ups?",
    "narrow_push_up": r"(?:narrow|diamond|close)[ -]*(?:grip[ -]*)?(?:push|press)[ -]*ups?",
    "push_up": r"(?:push|press)[ -]*ups?",
    "negative_pull_up": r"neg(?:ative)?s?(?:[ -]*pull[ -]*ups?)?|eccentrics?",
    "chin_up": r"chin[ -]*ups?|chins",
    "pull_up": r"pull[ -]*ups?",
}
_NAME = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _NAMES.items())
_SETS = re.compile(rf"(?:(?P<sets>\d+)\s*(?:x|sets? of)\s*)?(?P<reps>\d+)\s*(?:reps? of\s*)?(?:{_NAME})")
_PLAIN = tuple(
    (intent, re.compile(pattern))
    for intent, pattern in (
        ("undo", r"\b(?:undo|delete|scratch that|remove)\b"),
        ("skip", r"\b(?:skip|rest day|day off|not today)\b"),
        ("snooze", r"\b(?:later|remind me|snooze|in \d+ (?:minutes|hours?))\b"),
        ("pain", r"\b(?:hurts?|pain|injured)\b"),
        ("stats", r"\b(?:streak|stats|progress|how many)\b"),
        ("routine", r"\b(?:workout|what should i do|plan)\b"),
        ("how", r"\bhow (?:do|to)\b"),
        ("done", r"\b(?:done|did it|finished)\b"),
    )
)
_DENIED = re.compile(r"\b(?:not|didn't|don't|will|going to|should|want|tomorrow|he|she|my \w+ did)\b|\?")


def read_by_patterns(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Give an intent and the sets of a log, as (exercise, reps)."""
    said = text.casefold()
    found = [] if _DENIED.search(said) else list(_SETS.finditer(said))
    if found:
        return "log", tuple(
            (match.lastgroup or "", int(match["reps"]))
            for match in found
            for _ in range(int(match["sets"] or 1))
        )
    return next((intent for intent, pattern in _PLAIN if pattern.search(said)), "none"), ()
