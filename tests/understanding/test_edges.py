"""Rarer turns of the grammar: corrections, doubts, guards and times that only some people write."""

from datetime import datetime

import pytest

from bot.domain.exercise import Family
from bot.understanding.reading import About, Context, Intent, Unclear
from tests.understanding.readings import at, summary, understood

FULL = at(push="push", pull="pull")
EVENING = at(now=datetime(2026, 3, 4, 20, 0))  # noqa: DTZ001 - an athlete's local time


@pytest.mark.parametrize(
    ("text", "context", "meaning"),
    [
        ("make that 700", None, "clarify"),
        ("12+8=20 pushups", None, "log 12 knee, 8 knee"),
        ("12, 8 pushups, 20 total", None, "log 12 knee, 8 knee"),
        ("12, 8 = 25 pushups", None, "clarify"),
        ("10 kneepushups", None, "log 10 knee"),
        ("the dishes are done", None, "none"),
        ("hooray, done", None, "done push pull"),
        ("the whole house is now done", None, "none"),
        ("did everything except the pull-ups", None, "done push"),
        ("done, except the pull-ups and the push-ups", None, "none"),
        ("3x10 push-ups tonight", None, "none"),
        ("3x10 push-ups tonight", EVENING, "log 10 knee, 10 knee, 10 knee"),
        ("10k in 48:12", at(asked="knee"), "none"),
        ("5 more than yesterday", at(asked="knee"), "none"),
        ("10 pull ups is my dream", FULL, "none"),
        ("100 pushups a day keeps the doctor away", FULL, "none"),
        ("my trainer makes me do 20 push ups", FULL, "none"),
        ("Sarah did 12 pull ups", FULL, "none"),
        ("that was on January 2", None, "clarify"),
        ("3 sets: 10, 8 pushups", None, "clarify"),
        ("5 each of wide and narrow pushups", FULL, "log 5 wide, 5 narrow"),
        ("wide and narrow pushups, 5 each", FULL, "log 5 wide, 5 narrow"),
        ("full and wide push-ups 5 each", FULL, "log 5 push, 5 wide"),
        ("12 pushups (wide)", FULL, "log 12 wide"),
        ("4 negatives", at(pull="assisted_negative"), "log 4 assisted_negative"),
        ("4 assisted negatives", None, "unknown_exercise"),
        ("just kidding, 10 pushups", None, "none"),
        ("hey coach do 10 pushups", None, "none"),
        ("did 10 pushups and then 5 tomorrow", None, "log 10 knee"),
        ("$20 bet, 12 pushups", None, "log 12 knee"),
        ("got my second chin-up", FULL, "log 1 chin"),
        ("two hundred pushups", FULL, "log 200 push"),
        ("a hundred and ten pushups", FULL, "log 110 push"),
        ("hundred pushups", FULL, "log 100 push"),
        ("did 10 pushups, 5 negatives, ok?", None, "log 10 knee, 5 neg"),
        ("how do I do this?", at(asked="chin"), "how chin"),
        ("how do I do this?", None, "none"),
        ("how do I do a squat?", None, "unknown_exercise"),
        ("pushups 10, 8, 6 negatives 5", None, "log 10 knee, 8 knee, 6 knee, 5 neg"),
        ("pushups 10, 8, 6 negatives", None, "log 10 knee, 8 knee, 6 neg"),
        ("10 pushups, 8 more, 5 negatives", None, "log 10 knee, 8 knee, 5 neg"),
        ("10 8. Push-ups", None, "log 10 knee, 8 knee"),
        ("snooze 15", None, "snooze 15 min"),
        ("remind me at 7am", None, "snooze 07:00"),
        ("did my squats", None, "unknown_exercise"),
        ("squats", None, "unknown_exercise"),
        ("done on January 3", None, "clarify"),
        ("did a few errands", None, "none"),
        ("did a few, easy", None, "clarify"),
        ("did some more", None, "clarify"),
        ("a few minutes of pushups", None, "none"),
        ("should I skip?", None, "none"),
        ("skip", None, "skip"),
        ("did for pull-ups", FULL, "clarify"),
        ("10 pushups did 5 negatives", None, "log 10 knee, 5 neg"),
        ("remind me at 7 in the evening", None, "snooze 19:00"),
        ("remind me at midnight", None, "snooze 00:00"),
        ("remind me at ten to seven", None, "snooze 18:50"),
        ("remind me at 6.15", None, "snooze 18:15"),
        ("remind me at 0715", None, "snooze 07:15"),
        ("two and a half hours please", None, "snooze 150 min"),
        ("in 1 hour and 30 min", None, "snooze 90 min"),
        ("in 1h30", None, "snooze 90 min"),
        ("remind me at half past 30", None, "snooze"),
        ("remind me at 25:00", None, "snooze"),
        ("remind me at 7", EVENING, "snooze 07:00"),
        ("on 15/02/2026 10 pushups", None, "log 10 knee@-17"),
        ("02/03/2026: 10 pushups", None, "clarify"),
        ("1.3.2026: 10 pushups", None, "log 10 knee@-3"),
        ("1/2/3 pushups", None, "log 1 knee, 2 knee, 3 knee"),
        ("feb 30: 10 pushups", None, "clarify"),
        ("10 pushups on the 40th floor", None, "log 10 knee"),
        ("100 times 1000 pushups", None, "clarify"),
        ("0 sets of 10 pushups", None, "none"),
        ("2x3x4 pushups", None, "clarify"),
        ("wow !", None, "none"),
        ("> 10 pushups\ngot it", None, "none"),
        ("plan:\n10 pushups", None, "none"),
        ("remind me every day", None, "snooze"),
        ("10 pushups not negatives", None, "correct 10 knee"),
        ("10 not done", None, "none"),
        ("4 full ones", at(asked="neg"), "log 4 pull"),
        ("4 full ones", None, "clarify"),
        ("i meant full ones", None, "correct ? push"),
        ("i meant 10 squats", None, "correct 10 ?"),
        ("i meant squats", None, "unknown_exercise"),
        ("3 rounds of pushups", None, "clarify"),
        ("30 pushups, 15 + 10", None, "log 30 knee, 15 knee, 10 knee"),
        ("2 sets of 10 and one of 8 push-ups", None, "log 10 knee, 10 knee, 8 knee"),
        ("10 and 5 with 8 pushups", None, "log 10 knee, 5 knee, 8 knee"),
        ("did everything, 3 rounds", None, "done push pull"),
        ("no push-ups left", None, "none"),
        ("push-ups, 10 times", None, "log 10 knee"),
        ("did push-ups twice", None, "done push"),
        ("10 pushups, 3 rounds", None, "log 10 knee, 10 knee, 10 knee"),
    ],
)
def test_a_message_means(text: str, context: Context | None, meaning: str) -> None:
    assert summary(understood(text, context)) == meaning


def test_a_message_too_long_to_read_is_asked_about() -> None:
    reading = understood("10 pushups " + "and then some words " * 100)

    assert (reading.intent, reading.unclear) == (Intent.CLARIFY, Unclear.RANGE)


def test_a_context_without_rungs_still_names_an_exercise() -> None:
    bare = Context(at().now, {})

    assert summary(understood("10 pushups", bare)) == "log 10 push"
    assert summary(understood("3 pullups", bare)) == "log 3 pull"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("I have a fever", About.SICK),
        ("so sore", About.SORE),
        ("I'm back!", About.BACK),
        ("travelling next week", About.TRAVEL),
        ("there's no bar here", About.NO_BAR),
        ("prompt me at 6:30 on weekdays", About.SETTING),
        ("why so slow?", About.WHY),
        ("marathon on Sunday", About.RACE),
        ("cheers!", About.THANKS),
        ("hello there", About.GREETING),
        ("blue is a colour", None),
    ],
)
def test_what_is_said_beside_sets(text: str, about: About | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about) == (Intent.NONE, about)


def test_the_seconds_of_a_rest_are_no_lowering() -> None:
    lowered = understood("5 negatives, 6 seconds each")
    rested = understood("5 negatives with 60 seconds rest")
    hung = understood("5 pull-ups, 10 seconds each", FULL)

    assert [told.sets[0].seconds for told in (lowered, rested, hung)] == [6, None, None]


def test_a_said_today_is_kept_apart_from_an_unsaid_one() -> None:
    assert understood("10 pushups today").sets[0].day == 0
    assert understood("10 pushups").sets[0].day is None


def test_the_families_of_done_follow_the_plan_or_what_was_asked() -> None:
    assert understood("done").families == (Family.PUSH, Family.PULL)
    assert understood("both done", at(asked="neg")).families == (Family.PUSH, Family.PULL)
