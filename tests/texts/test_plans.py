"""A plan in words: its sets, its time, its reasons."""

import pytest

from bot.coaching.views import Card
from bot.domain.exercise import Family
from bot.domain.plan import Mode, Plan, PlannedSet, Prescription, Row, Why
from bot.texts.exercises import count, counts, name
from bot.texts.language import Language
from bot.texts.plans import plan_lines, sets_text, time_text, why
from tests.makers import MONDAY

KNEES = PlannedSet("knee_push_up", 5)
OPEN = PlannedSet("push_up", 8, mode=Mode.OPEN)
FULL = PlannedSet("push_up", 8)
SLOW = PlannedSet("negative_pull_up", 2, lowering=3)


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        pytest.param([KNEES], "5 knee push-ups", id="one set"),
        pytest.param([PlannedSet("pull_up", 1)], "1 pull-up", id="one rep"),
        pytest.param([KNEES, KNEES], "2 sets of 5 knee push-ups", id="equal sets"),
        pytest.param([SLOW], "2 negatives (3 seconds down)", id="slow lowering"),
        pytest.param(
            [PlannedSet("negative_pull_up", 1, lowering=1)], "1 negative (1 second down)", id="one second"
        ),
        pytest.param([SLOW, KNEES], "2 negatives (3 seconds down) and 5 knee push-ups", id="two exercises"),
        pytest.param([FULL, OPEN], "2 sets of 8 push-ups (last set open, up to 16)", id="an open last set"),
        pytest.param([OPEN], "8 push-ups (open, up to 16)", id="an open set alone"),
        pytest.param([PlannedSet("push_up", 2, mode=Mode.OPEN)], "2 push-ups (open, up to 6)", id="few"),
        pytest.param(
            [PlannedSet("push_up", 5, mode=Mode.UP_TO), PlannedSet("knee_push_up", 8)],
            "up to 5 push-ups and 8 knee push-ups",
            id="the first day on the toes",
        ),
        pytest.param(
            [PlannedSet("pull_up", 1, mode=Mode.UP_TO), SLOW, SLOW, KNEES],
            "one try at a pull-up, 2 sets of 2 negatives (3 seconds down) and 5 knee push-ups",
            id="a try",
        ),
        pytest.param(
            [PlannedSet("pull_up", 2), PlannedSet("negative_pull_up", 3, lowering=5)],
            "2 pull-ups and 3 negatives (5 seconds down)",
            id="a back-off",
        ),
    ],
)
def test_sets_read_as_a_coach_would_say_them(say: Language, planned: list[PlannedSet], said: str) -> None:
    assert sets_text(planned, say) == said


@pytest.mark.parametrize(
    ("reps", "said"),
    [
        ((1,), "1 knee push-up"),
        ((10,), "10 knee push-ups"),
        ((5, 5, 5), "3 sets of 5 knee push-ups"),
        ((1, 1), "2 sets of 1 knee push-up"),
        ((10, 8, 6), "10, 8 and 6 knee push-ups"),
    ],
)
def test_counts(say: Language, reps: tuple[int, ...], said: str) -> None:
    assert counts("knee_push_up", reps, say) == said


@pytest.mark.parametrize(
    "exercise",
    ["knee_push_up", "push_up", "wide_push_up", "narrow_push_up", "negative_pull_up", "pull_up", "chin_up"],
)
def test_each_exercise_has_its_name_and_its_plural(say: Language, exercise: str) -> None:
    one, two = count(exercise, 1, say), count(exercise, 2, say)

    assert two == one.replace("1", "2") + "s"
    assert name(exercise, say).lower() == two.removeprefix("2 ")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(4, "under a minute"), (44, "under a minute"), (46, "about 50 seconds"), (178, "about 180 seconds")],
)
def test_time_is_rounded(say: Language, seconds: int, said: str) -> None:
    assert time_text(seconds, say) == said


def part(family: Family, row: Row, reason: Why, *sets: PlannedSet, days_off: int = 0) -> Prescription:
    rung = "push_up" if family is Family.PUSH else "negative_pull_up"
    return Prescription(family=family, row=row, why=reason, rung=rung, level=0, sets=sets, days_off=days_off)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (9, "9 days off, so we start a step lower."),
        (12, "12 days off, so we start lower."),
        (0, "Back from pain, so we start gently."),
        (3, "Back from pain, so we start gently."),
    ],
)
def test_a_return_says_after_what(say: Language, days: int, said: str) -> None:
    assert why(part(Family.PUSH, Row.RETURN, Why.RETURN, KNEES, days_off=days), say) == said


def test_every_reason_has_its_words(say: Language) -> None:
    for reason in Why:
        words = why(part(Family.PUSH, Row.NORMAL, reason, KNEES, days_off=8), say)
        assert words.endswith(".")


@pytest.mark.parametrize(
    ("pull", "lines"),
    [
        pytest.param(
            part(Family.PULL, Row.SPACING, Why.SPACING),
            "• Lowering is new to you: every other day for now.\n• 8 push-ups. Same as last time.",
            id="lowering rests",
        ),
        pytest.param(
            part(Family.PULL, Row.PAUSED, Why.PAIN),
            "• Resting your pull side until you say it's fine.\n• 8 push-ups. Same as last time.",
            id="it hurts",
        ),
        pytest.param(
            part(Family.PULL, Row.REST, Why.NO_BAR), "• 8 push-ups. Same as last time.", id="no bar"
        ),
        pytest.param(
            part(Family.PULL, Row.NORMAL, Why.STEP_UP, SLOW),
            "• 2 negatives (3 seconds down). One step up from last time.\n• 8 push-ups. Same as last time.",
            id="both",
        ),
    ],
)
def test_a_line_a_family(say: Language, pull: Prescription, lines: str) -> None:
    plan = Plan(MONDAY, pull, part(Family.PUSH, Row.NORMAL, Why.SAME, FULL), 60)

    assert plan_lines(Card(plan, plan.sets, 60), say) == lines


def test_push_ups_rest_for_pain_too(say: Language) -> None:
    push = part(Family.PUSH, Row.PAUSED, Why.PAIN)
    plan = Plan(MONDAY, part(Family.PULL, Row.NORMAL, Why.SAME, SLOW), push, 60)

    assert plan_lines(Card(plan, plan.sets, 60), say).endswith(
        "• Resting your push side until you say it's fine."
    )


def test_what_is_done_already_has_no_line(say: Language) -> None:
    plan = Plan(
        MONDAY,
        part(Family.PULL, Row.NORMAL, Why.SAME, SLOW),
        part(Family.PUSH, Row.NORMAL, Why.SAME, FULL),
        60,
    )

    assert plan_lines(Card(plan, (FULL,), 20), say) == "• 8 push-ups. Same as last time."
