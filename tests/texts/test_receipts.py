"""Receipts: what was read is said back so that it reads the same, and the day's standing fits."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.actions import TapDone, TapUndo
from bot.coaching.log_outcomes import Doubt, Logged, Part
from bot.coaching.views import OpenOffer, Question
from bot.data.lexicon import load_lexicon
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, PlannedSet
from bot.domain.sets import Effort, LoggedSet
from bot.texts.language import Language
from bot.texts.receipts import done_sets, logged
from bot.texts.render import render
from bot.understanding.read import read
from bot.understanding.reading import Context, Intent
from tests.makers import MONDAY, day, did

LEXICON = load_lexicon()
ENGLISH = Language("en")
TODAY = day(10)
NO_MORE: dict[Family, tuple[PlannedSet, ...]] = {Family.PULL: (), Family.PUSH: ()}
PUSHES = (PlannedSet("knee_push_up", 5), PlannedSet("knee_push_up", 5))
SAID_BACK = (
    "knee_push_up",
    "wide_push_up",
    "narrow_push_up",
    "push_up",
    "negative_pull_up",
    "pull_up",
    "chin_up",
)


def receipt(
    sets: list[LoggedSet],
    *,
    left: dict[Family, tuple[PlannedSet, ...]] | None = None,
    met: tuple[Family, ...] = (Family.PUSH,),
    planned: tuple[Family, ...] = (Family.PUSH,),
    effort: Effort | None = None,
    light: bool = False,
    streak: int | None = None,
) -> Logged:
    return Logged(
        sets=tuple(sets),
        today=MONDAY,
        source="m:1:1",
        left=left or NO_MORE,
        met=frozenset(met),
        planned=frozenset(planned),
        effort=effort,
        light_tomorrow=light,
        streak=streak,
    )


# -- what is said back --------------------------------------------------------------------------------


def read_again(text: str) -> Counter[tuple[date, str | None, int | None]]:
    """By somebody who stands on their toes and full pull-ups, so that bare words mean those."""
    now = datetime.combine(TODAY, time(12))
    rungs = {Family.PUSH: "push_up", Family.PULL: "pull_up"}
    reading = read(f"did {text}", Context(now, rungs), LEXICON)
    assert reading.intent is Intent.LOG
    return Counter((TODAY + timedelta(days=one.day or 0), one.exercise, one.reps) for one in reading.sets)


@given(
    st.lists(st.tuples(st.sampled_from(SAID_BACK), st.integers(1, 500)), min_size=1, max_size=6),
    st.integers(0, 6),
)
def test_what_is_said_back_reads_the_same(done: list[tuple[str, int]], days_back: int) -> None:
    on = TODAY - timedelta(days=days_back)
    sets = [
        one for place, (name, reps) in enumerate(done) for one in did(name, reps, on=on, source=f"{place}")
    ]

    text = done_sets(sets, TODAY, ENGLISH)

    assert read_again(text) == Counter((on, name, reps) for name, reps in done)


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        pytest.param(did("knee_push_up", 2), "2 knee push-ups.", id="one set"),
        pytest.param(did("knee_push_up", 10, 8), "10 and 8 knee push-ups.", id="two sets"),
        pytest.param(
            did("knee_push_up", 2) + did("negative_pull_up", 3),
            "2 knee push-ups and 3 negatives.",
            id="two exercises",
        ),
        pytest.param(
            did("push_up", 2, on=day(-1)) + did("push_up", 3),
            "Saturday 28 February: 2 push-ups. 3 push-ups.",
            id="two days",
        ),
    ],
)
def test_sets_said_back(say: Language, sets: list[LoggedSet], said: str) -> None:
    assert done_sets(sets, MONDAY, say) == said


# -- how the day stands -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        pytest.param(receipt(did("knee_push_up", 2)), "That's today's plan, all of it.", id="the plan"),
        pytest.param(
            receipt(did("knee_push_up", 2), planned=()), "Nothing was planned today", id="a day of rest"
        ),
        pytest.param(
            receipt(did("knee_push_up", 5), met=(), left={**NO_MORE, Family.PUSH: PUSHES[:1]}),
            "5 knee push-ups to go, when you're ready. Today already counts.",
            id="a part",
        ),
        pytest.param(
            replace(
                receipt(did("knee_push_up", 5), met=(), left={**NO_MORE, Family.PUSH: PUSHES[:1]}),
                part=Part(1, PUSHES[:1]),
            ),
            "Set 1 in. One more of 5 when you're ready.",
            id="one set of two",
        ),
        pytest.param(
            replace(
                receipt(did("knee_push_up", 5), met=(), left={**NO_MORE, Family.PUSH: PUSHES}),
                part=Part(1, PUSHES),
            ),
            "Set 1 in. 2 more of 5 when you're ready.",
            id="one set of three",
        ),
        pytest.param(
            receipt(
                did("negative_pull_up", 1),
                met=(Family.PULL,),
                planned=(Family.PULL, Family.PUSH),
                left={**NO_MORE, Family.PUSH: PUSHES},
            ),
            "Pull done; 2 sets of 5 knee push-ups when you're ready.",
            id="the pulls",
        ),
        pytest.param(
            receipt(
                did("knee_push_up", 5),
                planned=(Family.PULL, Family.PUSH),
                left={**NO_MORE, Family.PULL: (PlannedSet("pull_up", 1),)},
            ),
            "Push done; pull whenever you pass a bar.",
            id="the pushes",
        ),
        pytest.param(receipt(did("knee_push_up", 5, on=day(0))), "Noted, late counts too.", id="another day"),
        pytest.param(
            receipt(did("knee_push_up", 5), effort=Effort.HARD, light=True),
            "Tomorrow stays light, so this one can sink in.",
            id="hard",
        ),
        pytest.param(
            receipt(did("knee_push_up", 5), effort=Effort.FAILED, light=True, met=()),
            "You found today's edge, which is good to know. Tomorrow stays light.",
            id="as far as it went",
        ),
        pytest.param(receipt(did("knee_push_up", 5), streak=4), "4 days in a row.", id="a streak"),
    ],
)
def test_the_day_stands(say: Language, outcome: Logged, words: str) -> None:
    assert words in logged(outcome, say).text


@pytest.mark.parametrize(
    ("sets", "today", "words"),
    [
        pytest.param(did("knee_push_up", 5), 5, "5 knee push-ups, first today.", id="the first"),
        pytest.param(did("knee_push_up", 5), 9, "5 knee push-ups, 9 today.", id="a later one"),
        pytest.param(did("knee_push_up", 5, 5), 10, "2 sets of 5 knee push-ups.", id="the plan in one go"),
        pytest.param(
            did("knee_push_up", 5) + did("push_up", 1),
            5,
            "5 knee push-ups and 1 push-up.",
            id="two exercises",
        ),
        pytest.param(
            did("knee_push_up", 5, on=day(0)), 5, "Sunday 1 March: 5 knee push-ups.", id="another day"
        ),
    ],
)
def test_the_days_first_or_its_total(say: Language, sets: list[LoggedSet], today: int, words: str) -> None:
    outcome = replace(receipt(sets), totals_today={"knee_push_up": today})

    assert logged(outcome, say).text.startswith(f"{words} ")


@pytest.mark.parametrize(
    "outcome",
    [
        pytest.param(replace(receipt(did("knee_push_up", 50)), doubt=Doubt("m:1:1", 0, 50, 5)), id="doubt"),
        pytest.param(replace(receipt(did("knee_push_up", 50)), pain=True), id="pain"),
        pytest.param(replace(receipt(did("knee_push_up", 50)), first=True), id="the first ever"),
    ],
)
def test_some_receipts_only_say_what_was_read(say: Language, outcome: Logged) -> None:
    text = logged(replace(outcome, totals_today={"knee_push_up": 50}), say).text

    assert text.split(".")[0] == "50 knee push-ups"


def test_a_single_rep_is_great(say: Language) -> None:
    one = replace(receipt(did("knee_push_up", 1), met=()), totals_today={"knee_push_up": 1})

    assert "One rep is great, truly" in logged(one, say).text


def test_a_set_of_the_family_that_is_begun_is_a_part_of_it(say: Language) -> None:
    outcome = replace(
        receipt(did("knee_push_up", 5), met=(Family.PULL,), left={**NO_MORE, Family.PUSH: PUSHES[:1]}),
        part=Part(1, PUSHES[:1]),
    )

    assert "Set 1 in. One more of 5" in logged(outcome, say).text


def test_a_first_day_is_no_streak_yet(say: Language) -> None:
    assert "in a row" not in logged(receipt(did("knee_push_up", 5), streak=1), say).text


def test_the_rest_is_one_tap_away(say: Language) -> None:
    outcome = receipt(did("knee_push_up", 5), met=(), left={**NO_MORE, Family.PUSH: PUSHES[:1]})

    assert [button.action for button in logged(outcome, say).buttons[0]] == [
        TapDone(MONDAY),
        TapUndo("m:1:1"),
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        pytest.param(
            receipt(
                did("knee_push_up", 5),
                met=(),
                left={**NO_MORE, Family.PUSH: (PlannedSet("push_up", 5, mode=Mode.UP_TO),)},
            ),
            id="a set that is counted",
        ),
        pytest.param(
            receipt(
                did("knee_push_up", 5),
                met=(),
                left={**NO_MORE, Family.PUSH: PUSHES},
                effort=Effort.FAILED,
                light=True,
            ),
            id="who gave up for today",
        ),
    ],
)
def test_the_rest_is_not_offered_to(say: Language, outcome: Logged) -> None:
    assert [button.action for button in logged(outcome, say).buttons[0]] == [TapUndo("m:1:1")]


# -- what a receipt leads to --------------------------------------------------------------------------


TOES = OpenOffer(Offer.PUSH_UP, MONDAY)
PLAIN = receipt(did("knee_push_up", 5))


def first_words(outcome: Logged) -> list[str]:
    return [message.text.split(".")[0] for message in render(outcome, ENGLISH)]


def test_pain_comes_before_an_offer() -> None:
    assert first_words(replace(PLAIN, pain=True, offers=(TOES,), question=Question.HOUR)) == [
        "5 knee push-ups",
        "Thanks for telling me",
    ]


def test_beside_pain_nothing_is_praised_or_asked_for() -> None:
    left = {**NO_MORE, Family.PULL: (PlannedSet("pull_up", 1),)}

    receipt_first = render(replace(PLAIN, pain=True, streak=9, left=left), ENGLISH)[0]

    assert receipt_first.text == "5 knee push-ups."
    assert [button.action for row in receipt_first.buttons for button in row] == [TapUndo("m:1:1")]


def test_an_offer_follows_its_receipt() -> None:
    said = first_words(replace(PLAIN, offers=(TOES,)))

    assert said == ["5 knee push-ups", "Two sets of 10 on your knees, twice"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question.HOUR, "When shall I write each morning? It's 7:00 unless you tap or write another time"),
        (Question.BAR, "One question: is there a bar or a sturdy branch that you can hang from?"),
        (Question.PULL_UPS, "One question: how many full pull-ups go from a hang? 0 is where most start"),
    ],
)
def test_the_question_comes_last(question: Question, words: str) -> None:
    assert first_words(replace(PLAIN, question=question))[-1] == words
