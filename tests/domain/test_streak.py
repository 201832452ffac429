from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.state import DiaryDay
from bot.domain.streak import Mark, showing_up
from tests.makers import day

KEPT, REST, HELD, FROZEN, OPEN, MISSED = "KRHFOM"
MARKS = {
    Mark.KEPT: KEPT,
    Mark.REST: REST,
    Mark.HELD: HELD,
    Mark.FROZEN: FROZEN,
    Mark.OPEN: OPEN,
    Mark.MISSED: MISSED,
}


def lived(days: str) -> list[DiaryDay]:
    """A day a letter: k kept, . not kept, f free, r nothing planned, h held by pain; s skipped, K and kept,
    x and free.
    """
    return [_lived(day(number), letter) for number, letter in enumerate(days, start=1)]


def _lived(on: date, letter: str) -> DiaryDay:
    return DiaryDay(
        day=on,
        kept=letter in "kK",
        planned=letter not in "rfxh",
        free=letter in "fx",
        skipped=letter in "sKx",
        held=letter == "h",
    )


def marks(days: str) -> str:
    return "".join(MARKS[mark] for mark in showing_up(lived(days)).marks.values())


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param("", "", id="nobody is here yet"),
        pytest.param("...", "", id="nothing counts before the first log"),
        pytest.param("..k", "K", id="the first log begins it"),
        pytest.param("k.", "KO", id="today is open"),
        pytest.param("k.k", "KMK", id="yesterday was missed"),
        pytest.param("kfk", "KRK", id="a free weekday is a rest"),
        pytest.param("krr", "KRR", id="so is a day without a plan, today too"),
        pytest.param("khk", "KHK", id="pain holds a day"),
        pytest.param("ksk", "KRK", id="a skip in words is a rest"),
        pytest.param("ks", "KR", id="today's skip too"),
        pytest.param("kK", "KK", id="a skip, and then done after all"),
        pytest.param("ksssk", "KRRMK", id="two skips in seven days, not three"),
        pytest.param("kssss.....", "KRRMMMMMMO", id="the third and fourth are missed"),
        pytest.param("ksskkkkks", "KRRKKKKKR", id="a week later there are two more"),
        pytest.param("kssssssss", "KRRMMMMMR", id="missed days use up no skip"),
        pytest.param("kKKss", "KKKRR", id="nor do days that were kept"),
        pytest.param("kxxss", "KRRRR", id="nor do days that were free anyway"),
        pytest.param("k" * 7 + ".k", "K" * 7 + "FK", id="a freeze covers a missed day"),
        pytest.param("k" * 6 + ".k", "K" * 6 + "MK", id="six days earn none"),
        pytest.param("k" * 7 + "..k", "K" * 7 + "FMK", id="one freeze, one day"),
        pytest.param("k" * 21 + "...k", "K" * 21 + "FFMK", id="two in hand at most"),
        pytest.param("k" * 7 + ".", "K" * 7 + "O", id="an open day uses none"),
        pytest.param("k" * 7 + "frh.k", "K" * 7 + "RRHFK", id="nor do rest and pain"),
    ],
)
def test_what_each_day_was(days: str, expected: str) -> None:
    assert marks(days) == expected


@pytest.mark.parametrize(
    ("days", "current", "best", "freezes"),
    [
        pytest.param("", 0, 0, 0, id="nobody is here yet"),
        pytest.param("kkk", 3, 3, 0, id="three days running"),
        pytest.param("kkk.", 3, 3, 0, id="today is still open"),
        pytest.param("kkk.k", 1, 3, 0, id="a missed day ends it"),
        pytest.param("kkfhrk", 3, 3, 0, id="rest and pain neither add nor break"),
        pytest.param("k" * 7, 7, 7, 1, id="seven days earn a freeze"),
        pytest.param("k" * 7 + ".k", 8, 8, 0, id="it bridges a missed day"),
        pytest.param("k" * 7 + "kk", 9, 9, 1, id="a late log gives it back"),
        pytest.param("k" * 28, 28, 28, 2, id="two in hand at most"),
        pytest.param("k" * 14 + "..k", 15, 15, 0, id="two freezes bridge two days"),
    ],
)
def test_the_streak(days: str, current: int, best: int, freezes: int) -> None:
    showing = showing_up(lived(days))
    assert (showing.current, showing.best, showing.freezes) == (current, best, freezes)
    assert showing.kept == days.count("k")


@pytest.mark.parametrize(
    ("days", "habit"),
    [
        pytest.param("", 0, id="none yet"),
        pytest.param("k", 5.2, id="one day"),
        pytest.param("k" * 13, 50, id="thirteen days are half"),
        pytest.param("k" * 66, 97.0, id="sixty-six kept days"),
        pytest.param("k" * 66 + "hfr", 97.0, id="rest and pain copy the day before"),
        pytest.param("k" * 66 + ".", 97.0, id="an open day is left out"),
    ],
)
def test_the_habit(days: str, habit: float) -> None:
    assert showing_up(lived(days)).habit == pytest.approx(habit, abs=0.05)


def test_a_miss_after_sixty_six_kept_days_costs_five_points_once_no_freeze_is_left() -> None:
    habits = [round(showing_up(lived("k" * 66 + "." * number)).habit) for number in range(1, 5)]
    assert habits == [97, 97, 97, 92]


@settings(max_examples=100)
@given(st.text("kkkk.sfrhKx", max_size=60))
def test_the_streak_is_what_its_days_say(days: str) -> None:
    showing = showing_up(lived(days))
    runs = [run.count(KEPT) for run in marks(days).split(MISSED)]
    assert (showing.current, showing.best) == (runs[-1], max(runs))
    assert marks(days).count(FROZEN) + showing.freezes <= showing.kept // 7
