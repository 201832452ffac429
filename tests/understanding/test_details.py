"""What a reading holds beside its intent: days to come, settings, what to undo, whose sets again."""

from datetime import date, datetime, time

import pytest

from bot.data.lexicon import load_lexicon
from bot.domain.exercise import Family
from bot.understanding.ahead import read_day_ahead
from bot.understanding.answers import is_none, is_unsure, is_yes, stated_number
from bot.understanding.reading import About, Again, Intent, Reading, SaidHour
from tests.understanding.readings import at, understood

EVERY_DAY = frozenset(range(7))


@pytest.mark.parametrize(
    ("text", "about", "day", "until"),
    [
        ("race on Sunday", About.RACE, 4, None),
        ("race on Wednesday", About.RACE, 7, None),
        ("marathon in 3 weeks", About.RACE, 21, None),
        ("race tomorrow!", About.RACE, 1, None),
        ("race in an hour", About.RACE, None, None),
        ("my half marathon is on May 17", About.RACE, 74, None),
        ("my half marathon is on 17 February", About.RACE, 350, None),
        ("my race is on 2026-03-08", About.RACE, 4, None),
        ("my race was on 2026-03-01", About.RACE, None, None),
        ("my race is on the 4th", About.RACE, 0, None),
        ("my race is on the 2nd", About.RACE, 29, None),
        ("my race is on 3/4", About.RACE, None, None),
        ("long run tomorrow", About.LONG_RUN, 1, None),
        ("travelling until March 15", About.TRAVEL, None, 11),
        ("away next week, back on Monday", About.TRAVEL, 7, 12),
        ("on holiday from Friday, back on Monday", About.TRAVEL, 2, 5),
        ("on holiday from Monday, back on Friday", About.TRAVEL, 5, 9),
        ("on holiday for two weeks", About.TRAVEL, None, 14),
        ("on holiday until I say so", About.TRAVEL, None, None),
        ("taking a break for a week", About.PAUSE, None, 7),
        ("taking a break for an hour", About.PAUSE, None, None),
        ("pause until the 2nd", About.PAUSE, None, 29),
        ("thanks, until Sunday", About.THANKS, None, None),
    ],
)
def test_days_to_come(text: str, about: About, day: int | None, until: int | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about, reading.day, reading.until) == (Intent.NONE, about, day, until)


@pytest.mark.parametrize(
    ("text", "about", "until"),
    [
        ("pause until the 2nd", About.PAUSE, 29),
        ("pause until next Monday", About.PAUSE, 5),
        ("taking a week off", About.PAUSE, 7),
        ("no training for two weeks", About.PAUSE, 14),
        ("skip this week", About.PAUSE, 5),
        ("stop messaging me until Monday", About.PAUSE, 5),
        ("no bar till April", About.NO_BAR, 28),
        ("no bar this month", About.NO_BAR, 28),
        ("no bar until I find one", About.NO_BAR, None),
        ("no bar today", About.NO_BAR, None),
    ],
)
def test_until_when(text: str, about: About, until: int | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about, reading.until) == (Intent.NONE, about, until)


@pytest.mark.parametrize(
    ("text", "about", "day"),
    [
        ("sick since yesterday", About.SICK, -1),
        ("fever since Monday", About.SICK, -2),
        ("sick since last week", About.SICK, None),
        ("ill for three days", About.SICK, -3),
        ("fine since yesterday", About.BETTER, -1),
        ("I'm better", About.BETTER, None),
    ],
)
def test_since_when(text: str, about: About, day: int | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about, reading.day) == (Intent.NONE, about, day)


@pytest.mark.parametrize(
    ("text", "fever"),
    [("got the flu", True), ("I have a cold", False), ("cold and fever", True), ("sick", None)],
)
def test_how_somebody_is_ill(text: str, fever: bool | None) -> None:  # noqa: FBT001 - a case
    reading = understood(text)

    assert (reading.about, reading.fever) == (About.SICK, fever)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("stop", About.STOP),
        ("please stop", About.STOP),
        ("unsubscribe me", About.STOP),
        ("don't stop", None),
        ("start again", About.RESUME),
        ("I'll resume on Monday", None),
        ("delete my data", About.FORGET),
        ("delete everything", About.FORGET),
        ("forget me please", About.FORGET),
        ("that was a sick workout", None),
        ("I'm not sick", None),
        ("should I pause?", None),
        ("light today", About.LIGHT),
        ("so tired", About.TIRED),
        ("race is cancelled", About.RACE_OFF),
        ("taper", About.TAPER),
        ("bar", About.BAR),
    ],
)
def test_what_news_is_about(text: str, about: About | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about) == (Intent.NONE, about)


def test_a_break_of_hours_is_no_pause_of_days() -> None:
    assert understood("taking a break for two hours").minutes == 120


def test_what_is_sore_may_be_named() -> None:
    assert understood("sore from pull-ups").families == (Family.PULL,)


def test_a_day_that_an_answer_names() -> None:
    assert read_day_ahead("on Sunday", date(2026, 3, 4), load_lexicon()) == 4


@pytest.mark.parametrize(
    ("text", "clock", "weekdays"),
    [
        ("prompt me at 6:30 on weekdays", time(6, 30), frozenset(range(5))),
        ("remind me every day at 8pm", time(20), EVERY_DAY),
        ("move my prompt to half six mon-fri", time(6, 30), frozenset(range(5))),
        ("from now on at 7", time(7), None),
        ("10 pushups, from now on at 7", None, None),
        ("stop reminding me", None, None),
    ],
)
def test_a_setting_in_words(text: str, clock: time | None, weekdays: frozenset[int] | None) -> None:
    reading = understood(text)

    assert (reading.at, reading.weekdays) == (clock, weekdays)


def hours(reading: Reading) -> list[str]:
    """Each as its time and weekdays, Monday is 0: "06:30 01234"."""
    said = reading.hours or ((SaidHour(reading.at, reading.weekdays),) if reading.at else ())
    return [f"{hour.at:%H:%M} {''.join(map(str, sorted(hour.weekdays or ())))}".strip() for hour in said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("6:30 on weekdays, 8 on weekends", ["06:30 01234", "08:00 56"]),
        ("weekdays at 6, weekends at half past nine", ["06:00 01234", "09:30 56"]),
        ("6:30 on weekdays, on weekends at 8", ["06:30 01234", "08:00 56"]),
        ("half six mon to fri, sat and sun at 8", ["06:30 01234", "08:00 56"]),
        ("6:30 on Monday, Wednesday, 8:00 on Friday", ["06:30 02", "08:00 4"]),
        ("6:30 on Monday and Wednesday on Friday at 8", ["06:30 02", "08:00 4"]),
        ("weekdays at 6, 8 on weekends", ["06:00 01234", "08:00 56"]),
        ("weekdays 6, weekends 9", ["06:00 01234", "09:00 56"]),
        ("Monday 7am and Tuesday 8am", ["07:00 0", "08:00 1"]),
        ("can you write me at 7:30 on weekdays and at 9 on Saturdays?", ["07:30 01234", "09:00 5"]),
        ("on Sundays at 9", ["09:00 6"]),
        ("at 6 in the evening every day", ["18:00 0123456"]),
        ("remind me at 7 on Mondays and Thursdays", ["07:00 03"]),
    ],
)
def test_an_hour_for_some_weekdays(text: str, said: list[str]) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about) == (Intent.NONE, About.SETTING)
    assert hours(reading) == said


@pytest.mark.parametrize(
    ("text", "quiet", "only"),
    [
        ("not on Sundays", {6}, None),
        ("Sundays off please", {6}, None),
        ("I want Sundays free", {6}, None),
        ("no prompts on weekends", {5, 6}, None),
        ("free days: Saturday and Sunday", {5, 6}, None),
        ("every day except Sunday", {6}, None),
        ("Sunday is my free day", {6}, None),
        ("only Monday, Wednesday, Friday", None, {0, 2, 4}),
        ("I only train Mon, Wed and Fri", None, {0, 2, 4}),
        ("weekdays only", None, {0, 1, 2, 3, 4}),
        ("not on Sundays, only on weekdays", {6}, {0, 1, 2, 3, 4}),
        ("only on weekdays at 7", None, {0, 1, 2, 3, 4}),
        ("Mon-Fri 6:30, Sat 8, Sunday off", {6}, None),
    ],
)
def test_weekdays_that_stay_free(text: str, quiet: set[int] | None, only: set[int] | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about) == (Intent.NONE, About.SETTING)
    assert (reading.quiet_on, reading.only_on) == (quiet, only)


@pytest.mark.parametrize(
    "text",
    [
        "10 on Mondays",
        "10 on weekdays",
        "8 on Saturday and 10 on Sunday",
        "Monday 8, Wednesday 10",
        "6:30, 7:30 and 8 on weekdays",
        "not on Sunday",
        "only Monday",
        "not",
        "off, only",
        "weekdays",
        "I train on Mondays",
        "my wife trains only on Mondays",
        "rest day",
        "remind me Sunday at 9",
        "not on Sundays because of church",
    ],
)
def test_what_is_no_setting_of_the_week(text: str) -> None:
    assert understood(text).about is not About.SETTING


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("undo", None),
        ("delete the second set", 2),
        ("undo set 2", 2),
        ("delete the 3rd set", 3),
        ("remove the first one", 1),
        ("delete the last set", -1),
        ("delete the last one", None),
        ("delete my second message", None),
    ],
)
def test_which_set_is_taken_back(text: str, position: int | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.position) == (Intent.UNDO, position)


@pytest.mark.parametrize(
    ("text", "position", "what"),
    [
        ("the second set was 8", 2, (None, 8)),
        ("set 2 was only 8", 2, (None, 8)),
        ("the 2nd one was 9", 2, (None, 9)),
        ("the last set was 8, not 10", -1, (None, 8)),
        ("the first set was knees", 1, ("knee_push_up", None)),
        ("change the third set to 6", 3, (None, 6)),
        ("no, 8 in the second set", 2, (None, 8)),
        ("set 1 should have been 9", 1, (None, 9)),
        ("no, 12", None, (None, 12)),
        ("scratch that, 12", None, (None, 12)),
    ],
)
def test_which_set_is_changed(text: str, position: int | None, what: tuple[str | None, int | None]) -> None:
    reading = understood(text)

    assert (reading.intent, reading.position) == (Intent.CORRECT, position)
    assert [(one.exercise, one.reps) for one in reading.sets] == [what]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("first set was 12 knee push-ups", Intent.LOG),
        ("first set was 12, second was 10, knee push-ups", Intent.LOG),
        ("my first set was 10 then 8", Intent.CLARIFY),
        ("the second set was hard", Intent.NONE),
        ("the second set was yesterday", Intent.NONE),
        ("was the second set 8?", Intent.NONE),
        ("second set 8", Intent.CLARIFY),
        ("set of negatives", Intent.NONE),
    ],
)
def test_sets_that_are_told_with_their_number_change_nothing(text: str, intent: Intent) -> None:
    assert understood(text).intent is intent


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("same again", Again.LAST),
        ("same again, that was easy", Again.LAST),
        ("did the same push-ups again", Again.LAST),
        ("done, same as yesterday", Again.YESTERDAY),
        ("same as yesterday", Again.YESTERDAY),
        ("another one of those", Again.SET),
        ("did another set", Again.SET),
        ("will I do the same as yesterday?", None),
        ("same again tomorrow", None),
        ("the weather is the same as yesterday", None),
        ("my wrist feels the same as yesterday", None),
        ("didn't do the same as yesterday", None),
        ("same", None),
        ("blue is a colour", None),
    ],
)
def test_whose_sets_were_done_again(text: str, again: Again | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.again) == (Intent.NONE, again)


def test_of_what_was_done_again_a_family_can_be_named() -> None:
    assert understood("same pull-ups as yesterday").families == (Family.PULL,)


def test_an_exercise_that_is_unknown_is_not_done_again() -> None:
    assert understood("same squats again").intent is Intent.UNKNOWN_EXERCISE


@pytest.mark.parametrize(
    ("text", "asked", "exercise"),
    [
        ("did some negatives", None, "negative_pull_up"),
        ("10-12 chins", None, "chin_up"),
        ("did a few", "knee", "knee_push_up"),
        ("did a few", None, None),
        ("did a few pushups and pull-ups", None, None),
    ],
)
def test_the_exercise_whose_number_is_missing(text: str, asked: str | None, exercise: str | None) -> None:
    reading = understood(text, at(asked=asked))

    assert (reading.intent, reading.exercise) == (Intent.CLARIFY, exercise)


def test_a_snooze_names_its_day_to_come() -> None:
    assert understood("remind me tomorrow at 7").day == 1


def test_a_month_that_never_has_such_a_day() -> None:
    assert understood("my race is on February 30", at(now=datetime(2026, 3, 4))).day is None  # noqa: DTZ001


def test_plain_answers() -> None:
    lexicon = load_lexicon()

    assert is_yes("yes, there is one", lexicon)
    assert is_none("not this time", lexicon)
    assert is_unsure("no idea", lexicon)
    assert not any(answer("blue", lexicon) for answer in (is_yes, is_none, is_unsure))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30", 30),
        ("about thirty I think", 30),
        ("I can do 30 push-ups", 30),
        ("10 or 12", None),
        ("2.5", None),
        ("no idea", None),
    ],
)
def test_the_one_number_that_is_stated(text: str, number: int | None) -> None:
    assert stated_number(text, load_lexicon("en")) == number


@pytest.mark.parametrize(
    "text",
    [
        "yeah sure, I did 100 pull ups in my sleep",
        "once I've done my 10 press-ups I'm having cake",
        "I average 14 pushups a set these days",
    ],
)
def test_irony_what_is_to_come_and_averages_are_no_log(text: str) -> None:
    assert understood(text).intent is Intent.NONE
