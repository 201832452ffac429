"""What holds for every message: never an exception, always the same, and no number that isn't reps."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


GUARDED = [
    "will do {}",
    "my wife did {}",
    "should I do {}?",
    "didn't do {}",
    "if I do {} I win",
    "my goal is {}",
    "I want to do {}",
]


@given(st.sampled_from(GUARDED), st.sampled_from(LOGS))
def test_a_guarded_log_is_never_written_down(guard: str, log: str) -> None:
    assert understood(guard.format(log.removeprefix("did "))).intent not in {Intent.LOG, Intent.DONE}
