"""What holds for every message: never an exception, always the same, and no number that isn't reps."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.sets import LoggedSet
from bot.texts.language import Language
from bot.texts.receipts import done_sets
from bot.understanding.reading import Intent
from tests.understanding.readings import at, summary, understood

CONTEXTS = [at(), at(asked="knee"), at(push="wide", pull="pull"), at(asked="chin", push="push", pull="pull")]
WORDS = [
    "did", "10", "8", "push-ups", "pull ups", "knee", "wide", "negatives", "3x10", "and", "then",
    "yesterday", ",", ".", "not", "will", "my wife", "?", "hurts", "elbow", "remind me", "at", "7",
    "done", "skip", "no", "a few", "of", "-", "/", "make that", "in", "2 hours", "total", "sets",
    "rounds", "each", "x", ":", "(", ")", "on monday", "march 2", "\n", '"', "half", "first", "second",
    "more", "i meant", "twice", "between", "or", "full", "couldn't finish", "squats", "today",
]  # fmt: skip
PHRASES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
LOGS = ["10 knee push-ups", "3x8 pushups", "push-ups: 12, 10, 8", "5 negatives and 9 push-ups", "did 7 chins"]
AROUND = st.one_of(
    st.builds("at {}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.builds("at {} {}".format, st.integers(1, 12), st.sampled_from(["am", "pm"])),
    st.builds("after a {} {} run".format, st.integers(1, 50), st.sampled_from(["k", "km", "mile", "minute"])),
    st.builds(
        "after {} {} of rest".format, st.integers(2, 90), st.sampled_from(["seconds", "minutes", "hours"])
    ),
    st.builds("on day {}".format, st.integers(1, 400)),
    st.builds("at {} kg".format, st.integers(40, 150)),
)


settings.register_profile("reading", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reading")


@given(st.text(max_size=300), st.sampled_from(CONTEXTS))
def test_any_text_gives_a_reading(text: str, context: object) -> None:
    assert understood(text, context).intent in Intent  # type: ignore[arg-type]  # hypothesis hands a Context


@given(PHRASES, st.sampled_from(CONTEXTS))
def test_any_words_give_the_same_reading_twice(text: str, context: object) -> None:
    assert understood(text, context) == understood(text, context)  # type: ignore[arg-type]  # a Context, as above


@given(PHRASES)
def test_case_space_and_a_last_emoji_change_nothing(text: str) -> None:
    plain = understood(text)

    assert understood(text.upper()) == plain
    assert understood("  " + text.replace(" ", "   ") + " ") == plain
    assert summary(understood(text + " 🎉")) == summary(plain)


@given(st.sampled_from(LOGS), AROUND)
def test_a_number_that_is_not_reps_never_becomes_one(log: str, around: str) -> None:
    alone = summary(understood(log))

    assert summary(understood(f"{log} {around}")) == alone
    assert summary(understood(f"{around}, {log}")) == alone


@given(st.sampled_from(LOGS), st.integers(1, 28), st.sampled_from(["February {}", "feb {}"]))
def test_a_date_never_becomes_reps(log: str, day: int, form: str) -> None:
    told = understood(f"{log} on {form.format(day)}")

    assert [one.reps for one in told.sets] == [one.reps for one in understood(log).sets]


AMOUNTS = ["10 knee push-ups", "3x8 pushups", "5 negatives", "12 push-ups and 4 chins"]
GUARDED = [
    "will do {}",
    "I'll do {} later",
    "gonna do {}",
    "going to do {} tonight",
    "about to do {}",
    "planning {}",
    "plan: {}",
    "my plan is {}",
    "tomorrow {}",
    "{} tomorrow",
    "{} later",
    "{} next week",
    "next up: {}",
    "to do: {}",
    "still to do: {}",
    "{} to go",
    "{} left to do",
    "{} remaining",
    "need to do {}",
    "have to do {}",
    "must do {}",
    "should do {}",
    "want to do {}",
    "I wish I could do {}",
    "hoping to do {}",
    "I'd love to do {}",
    "my goal is {}",
    "goal: {}",
    "target: {}",
    "aiming for {}",
    "aim: {}",
    "working up to {}",
    "my wife did {}",
    "my brother just did {}",
    "she did {}",
    "he managed {}",
    "they did {}",
    "Anna did {}",
    "Anna: {}",
    "my kids did {}",
    "the guy next to me did {}",
    "a friend of mine did {}",
    "our coach did {}",
    "everyone did {}",
    "you did {}",
    "someone on tv did {}",
    "my colleague Tim did {}",
    "should I do {}?",
    "can I do {}?",
    "did I do {}?",
    "is {} enough?",
    "is {} ok?",
    "why {}?",
    "what about {}?",
    "how about {}?",
    "how long do {} take?",
    "when do I do {}?",
    "would {} be too much?",
    "{}?",
    "{}, right?",
    "didn't do {}",
    "did not do {}",
    "couldn't do {}",
    "I never did {}",
    "haven't done {} yet",
    "not {}",
    "no {}",
    "skipped {}",
    "without {}",
    "if I do {} I win",
    "if it stops raining I'll do {}",
    "once I can do {} I'll celebrate",
    "unless I do {} today",
    "as soon as I've done {} I can rest",
    "imagine {}",
    "suppose I did {}",
    "what if I did {}",
    "you said {}",
    "you told me {}",
    "the app says {}",
    '"{}" is what you wrote',
    "the plan says {}",
    "my physio prescribed {}",
    "prescribed: {}",
    "my max is {}",
    "my record is {}",
    "I can do {}",
    "I could do {}",
    "able to do {}",
    "I used to do {}",
    "usually I do {}",
    "every day I do {}",
    "{} a day",
    "{} every day",
    "I do {} every morning",
    "in the army we did {}",
    "as a kid I did {}",
    "last year I did {}",
    "dreamt I did {}",
    "just kidding, {}",
    "let's do {}",
    "do {}",
    "try {}",
    "give me {}",
    "show me {}",
    "schedule {}",
    "remind me to do {}",
    "remind me at 8 to do {}",
    "set my target to {}",
    "change my goal to {}",
    "make my plan {}",
    "I promise {}",
    "promised to do {}",
    "I owe you {}",
    "bet I can do {}",
    "dare me to do {}",
    "almost did {}",
    "nearly did {}",
    "half of {}",
    "instead of {}",
    "rather than {}",
    "before doing {}",
    "thinking about {}",
    "thinking of doing {}",
    "considering {}",
    "might do {}",
    "may do {}",
    "would do {}",
    "could have done {}",
    "should have done {}",
    "supposed to do {}",
    "meant to do {}",
    "was going to do {}",
    "wanted to do {}",
    "tried to do {}",
    "failed to do {}",
    "forgot to do {}",
    "too tired to do {}",
    "ready for {}",
    "time for {}",
    "off to do {}",
    "starting {} now",
    "{} coming up",
    "{} it is then",
    "{} on the menu",
    "{} is a lot",
    "{} is my goal",
    "{} is the plan",
    "{} sounds hard",
    "{} would be nice",
    "{} takes me 2 minutes",
    "{} burns 10 calories",
    "{} equals one biscuit",
    "read that {} helps",
    "heard {} is good",
    "there's a challenge: {}",
    "a challenge of {}",
    "who can do {}",
    "anyone can do {}",
    "nobody does {}",
    "the world record is {}",
]


@pytest.mark.parametrize("guard", GUARDED)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_a_guarded_amount_is_never_written_down(guard: str, amount: str) -> None:
    assert understood(guard.format(amount)).intent not in {Intent.LOG, Intent.DONE}


TODAY = date(2026, 3, 4)
EXERCISES = [
    "knee_push_up",
    "push_up",
    "wide_push_up",
    "narrow_push_up",
    "negative_pull_up",
    "pull_up",
    "chin_up",
]
DONE = st.tuples(st.sampled_from(EXERCISES), st.integers(1, 500), st.integers(-6, 0))


def _logged(exercise: str, reps: int, back: int, position: int) -> LoggedSet:
    said_at = datetime(2026, 3, 4, 7, 5, tzinfo=UTC)
    return LoggedSet(
        day=TODAY + timedelta(days=back),
        exercise=exercise,
        reps=reps,
        said_at=said_at,
        source="m:1",
        position=position,
    )


@given(st.lists(DONE, min_size=1, max_size=6))
def test_a_receipts_sets_read_back_as_the_same_sets(done: list[tuple[str, int, int]]) -> None:
    """Where the bare family words mean the full exercises, as receipts use them, and today comes first."""
    today_first = sorted(done, key=lambda one: one[2] != 0)
    sets = [_logged(*one, position) for position, one in enumerate(today_first)]

    told = understood(done_sets(sets, TODAY, Language("en")), at(push="push", pull="pull"))

    assert told.intent is Intent.LOG
    assert sorted((one.exercise or "", one.reps or 0, one.day or 0) for one in told.sets) == sorted(done)
