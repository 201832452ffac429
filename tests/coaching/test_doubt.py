"""A number far outside the athlete's range is written down, and asked back."""

import pytest

from bot.coaching.actions import FixReps
from bot.coaching.log_outcomes import Corrected, Doubt, NothingToCorrect
from bot.coaching.log_sets import doubt
from bot.data.exercises import load_catalogue
from bot.domain.sets import LoggedSet
from tests.coaching.life import Life
from tests.makers import did


@pytest.mark.parametrize(
    ("before", "told", "expected"),
    [
        pytest.param([], [60], None, id="sixty from somebody new may be so"),
        pytest.param([], [120], Doubt("m:1:2", 0, 120, 12), id="120 from somebody new is asked back"),
        pytest.param([10], [20], None, id="twenty is never far"),
        pytest.param([10], [30], None, id="three times the best is not over it"),
        pytest.param([10], [8, 31], Doubt("m:1:2", 1, 31, 3), id="the set that is far is named"),
    ],
)
def test_doubt(before: list[int], told: list[int], expected: Doubt | None) -> None:
    log: list[LoggedSet] = did("knee_push_up", *before, source="m:1:1")
    sets = did("knee_push_up", *told, source="m:1:2")
    assert doubt(log, sets, load_catalogue()) == expected


async def test_a_tap_makes_it_what_was_meant(life: Life) -> None:
    await life.says("did 2 knee pushups")
    await life.says("120 knee pushups")
    source = (await life.sets())[-1].source
    outcome = await life.taps(FixReps(source, 0, 12))
    assert isinstance(outcome, Corrected)
    assert [one.reps for one in await life.sets()] == [2, 12]


async def test_what_was_taken_back_stays_so(life: Life) -> None:
    assert isinstance(await life.taps(FixReps("m:42:7", 0, 12)), NothingToCorrect)
