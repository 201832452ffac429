"""The policy over JSON lines plays the worked examples as docs/coaching.md writes them."""

from collections.abc import Iterator, Mapping

import pytest

from tests.benchmarks.served import Ask, plans_of, play, policy_served
from tests.domain import test_worked_examples as examples


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    with policy_served() as ask:
        yield ask


def profile(*, bar: bool = True, full: int = 0, knee: int = 0, pull: int = 0) -> Mapping[str, object]:
    return {"bar": bar, "std_pushups": full, "knee_pushups": knee, "pull_ups": pull}


@pytest.mark.parametrize(
    ("who", "diary"),
    [
        pytest.param(profile(knee=2), examples.BEGINNER, id="a beginner"),
        pytest.param(profile(full=12, pull=2), examples.INTERMEDIATE, id="an intermediate"),
        pytest.param(profile(bar=False, full=14), examples.STALLED, id="somebody stalled"),
    ],
)
def test_a_worked_example_day_by_day(ask: Ask, who: Mapping[str, object], diary: str) -> None:
    assert play(ask, who, diary) == plans_of(diary)


def test_days_without_both_families_are_free_days(ask: Ask) -> None:
    diary = examples.MONDAY_AND_FRIDAY
    assert play(ask, profile(full=12, pull=2), diary, free=True) == plans_of(diary)


def test_somebody_returning_day_by_day(ask: Ask) -> None:
    plans = play(ask, profile(full=23, pull=8), "d-1; d0 OFFER; " + examples.RETURNING)
    assert plans[2:] == plans_of(examples.RETURNING)


def morning(day: int, **context: object) -> Mapping[str, object]:
    ctx = {"pain": [], "sick": False, "sore": [], "replies": {}, **context}
    return {"op": "morning", "athlete": 2, "day": day, "ctx": ctx}


def log(day: int, family: str, *sets: object, effort: str | None = None) -> Mapping[str, object]:
    return {
        "op": "log",
        "athlete": 2,
        "day": day,
        "entry": {"sets": {family: sets}, "effort": {family: effort}},
    }


@pytest.fixture
def started(ask: Ask) -> Ask:
    assert ask({"op": "start", "athlete": 2, "profile": profile(full=12, pull=2)}) == {}
    return ask


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "[1]",
        "[" * 100_000,
        "{}",
        '{"op":"dance"}',
        '{"op":"start","athlete":2}',
        '{"op":"start","athlete":2,"profile":{"bar":1}}',
        '{"op":"start","athlete":2,"profile":{"bar":true,"pull_ups":-1}}',
        '{"op":"morning","athlete":99,"day":0,"ctx":{}}',
        '{"op":"morning","athlete":2,"day":1e99,"ctx":{}}',
        '{"op":"morning","athlete":2,"day":true,"ctx":{}}',
        '{"op":"morning","athlete":2,"day":0,"ctx":{"pain":[1]}}',
        '{"op":"morning","athlete":2,"day":0,"ctx":{"pain":"push"}}',
        '{"op":"log","athlete":2,"day":0,"entry":{"sets":{"push":[["push_up",1]]}}}',
        '{"op":"log","athlete":2,"day":0,"entry":{"sets":{},"effort":{"push":[]}}}',
        '{"op":"log","athlete":2,"day":0,"entry":{"sets":{},"effort":{"push":"meh"}}}',
    ],
)
def test_what_cannot_be_understood_gets_an_error_and_changes_nothing(started: Ask, line: str) -> None:
    before = started(morning(0))
    assert started(line).keys() == {"error"}
    assert started(morning(0)) == before


def test_every_family_has_its_one_reason(started: Ask) -> None:
    answer = started(morning(0))
    assert answer["rest"] == 20
    assert answer["why"] == dict.fromkeys(("pull", "push"), "Small on purpose: this is where it starts.")


def test_what_hurts_rests_until_it_is_no_longer_named(started: Ask) -> None:
    started(log(0, "pull", ["pull_up", 1, 1, 0], ["pull_up", 1, 1, 0]))
    hurt = [started(morning(day, pain=["pull"])) for day in (1, 2)]
    assert [list(answer["sets"]) for answer in hurt] == [["push"], ["push"]]
    healed = started(morning(3))
    assert healed["why"]["pull"] == "Back from pain, so we start gently."


def test_without_a_bar_that_day_push_ups_are_the_whole_day(started: Ask) -> None:
    assert list(started(morning(0, off=["pull"]))["sets"]) == ["push"]
    assert list(started(morning(1))["sets"]) == ["pull", "push"]


@pytest.mark.parametrize(
    ("context", "answered"),
    [
        pytest.param({"sick": True}, {}, id="ill: nothing"),
        pytest.param({"sore": ["push"]}, {"push": 4, "pull": 1}, id="sore: half pace on that side"),
        pytest.param({"light": True}, {"push": 4}, id="light, as asked"),
        pytest.param({"race": 0}, {}, id="race day"),
        pytest.param({"race": 2}, {"push": 4}, id="light before a race"),
        pytest.param({"off": ["pull", "push"]}, {}, id="a day that isn't to be had"),
    ],
)
def test_what_a_morning_says_counts_that_day(
    started: Ask, context: Mapping[str, object], answered: Mapping[str, int]
) -> None:
    sets = started(morning(0, **context))["sets"]
    assert {family: sets[family][0][1] for family in sets} == answered


def test_back_from_an_illness_after_a_day_well(started: Ask) -> None:
    started(log(0, "push", ["push_up", 6, 6, 0], ["push_up", 6, 6, 0]))
    assert [started(morning(day, sick=True))["sets"] for day in (1, 2)] == [{}, {}]
    assert started(morning(3))["sets"] == {}
    assert started(morning(4))["why"]["push"] == "Just back from being ill: half, two times."


def test_a_day_told_late_is_graded_all_the_same(started: Ask) -> None:
    assert [started(morning(day))["sets"]["push"][0] for day in (0, 1)] == [["push_up", 6, 0, 0]] * 2
    started(log(0, "push", ["push_up", 6, 6, 0], ["push_up", 6, 6, 0], effort="easy"))
    assert started(morning(2))["sets"]["push"][0] == ["push_up", 8, 0, 0]


def test_a_refused_offer_comes_back_another_day(started: Ask) -> None:
    started({"op": "start", "athlete": 2, "profile": profile(bar=False, full=24)})
    offered: list[int] = []
    answers: dict[str, bool] = {}
    for day in range(14):
        answer = started(morning(day, replies=answers))
        done = [[one[0], one[1], one[1], 0] for one in answer["sets"].get("push", ())]
        events = answer["events"] + started(log(day, "push", *done))["events"]
        answers = {event["id"]: False for event in events if event["type"] == "variation_unlock"}
        offered += [day] if answers else []
    assert len(offered) == 2


def test_without_push_ups_that_day_the_bar_is_the_whole_day(started: Ask) -> None:
    assert list(started(morning(0, off=["push"]))["sets"]) == ["pull"]
    assert list(started(morning(1))["sets"]) == ["pull", "push"]


def test_after_a_free_day_one_side_may_be_off(started: Ask) -> None:
    assert started(morning(0, off=["pull", "push"]))["sets"] == {}
    assert list(started(morning(1, off=["pull"]))["sets"]) == ["push"]


@pytest.mark.parametrize(
    "context",
    [
        pytest.param({"replies": {"push_up:x": True}}, id="a reply to no offer"),
        pytest.param({"sore": ["legs"], "off": ["legs"]}, id="families that the routine doesn't have"),
        pytest.param({"off": None, "race": None, "light": None, "sick": None}, id="null for nothing"),
    ],
)
def test_what_nobody_knows_is_passed_over(started: Ask, context: Mapping[str, object]) -> None:
    assert started(morning(0, **context)) == started(morning(0))


def test_pain_elsewhere_rests_both_sides(started: Ask) -> None:
    assert started(morning(0, pain=["elbow"]))["sets"] == {}


def test_other_exercises_are_not_counted(started: Ask) -> None:
    started(morning(0))
    assert started(log(0, "push", ["burpee", 6, 6, 0], ["push_up", 6, 6, 0]))["events"] == []
    assert started(morning(1))["why"]["push"] == "Yesterday was tough, so today is easy."


def test_an_exercise_counts_for_its_own_family(started: Ask) -> None:
    started(morning(0))
    started(log(0, "push", ["pull_up", 1, 1, 0], ["pull_up", 1, 1, 0]))
    assert started(morning(1))["why"]["pull"] == "Lowering rests today: every other day for now."
