import pytest

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.plan import Mode, PlannedSet
from bot.domain.standing import Lowering, Standing
from bot.domain.workload import light, open_last, sets_at, spare_new_arms, varied


def sets(exercise: str, *reps: int, lowering: int = 0) -> tuple[PlannedSet, ...]:
    return tuple(PlannedSet(exercise, count, lowering) for count in reps)


@pytest.mark.parametrize(
    ("rung", "level", "stepped_up", "expected"),
    [
        pytest.param("knee_push_up", 5, False, sets("knee_push_up", 3, 3), id="two sets of three"),
        pytest.param("push_up", 3, False, sets("push_up", 4), id="no knees for somebody placed on the toes"),
        pytest.param(
            "push_up",
            3,
            True,
            sets("push_up", 4) + sets("knee_push_up", 8),
            id="knees behind the first steps on the toes",
        ),
        pytest.param("push_up", 10, True, sets("push_up", 8, 8), id="later none"),
        pytest.param(
            "pull_up",
            0,
            False,
            sets("pull_up", 1) + sets("negative_pull_up", 3, 3, lowering=5),
            id="negatives behind the first pull-up",
        ),
        pytest.param("pull_up", 4, True, sets("pull_up", 2, 2, 2), id="no negatives from level four"),
    ],
)
def test_the_sets_of_a_level(
    catalogue: Catalogue, rung: str, level: int, expected: tuple[PlannedSet, ...], *, stepped_up: bool
) -> None:
    standing = Standing(rung=rung, level=level, stepped_up=stepped_up)
    assert sets_at(catalogue, standing, level) == expected


@pytest.mark.parametrize(
    ("planned", "lighter"),
    [
        pytest.param((7, 7), (5, 5), id="two sets, shorter"),
        pytest.param((10, 10), (6, 6), id="exactly 60 %"),
        pytest.param((12, 12, 12), (8, 8), id="of three sets the last goes"),
        pytest.param((1,), (1,), id="one stays one"),
        pytest.param((1, 1), (1,), id="of two singles the last goes"),
        pytest.param((1, 8), (1,), id="so does the back-off behind a single"),
        pytest.param((2, 8), (2, 5), id="a back-off behind two stays"),
        pytest.param((), (), id="nothing stays nothing"),
    ],
)
def test_a_light_day(planned: tuple[int, ...], lighter: tuple[int, ...]) -> None:
    assert light(sets("push_up", *planned)) == sets("push_up", *lighter)


def test_the_last_set_of_the_rung_is_open_and_not_the_back_off() -> None:
    planned = sets("push_up", 3, 3) + sets("knee_push_up", 8)
    opened = open_last(planned, "push_up")
    assert [one.mode for one in opened] == [Mode.FIXED, Mode.OPEN, Mode.FIXED]
    assert [one.reps for one in opened] == [3, 3, 8]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        pytest.param(Dose(2, 10), (7, 7), id="70 %"),
        pytest.param(Dose(3, 9), (6, 6, 6), id="rounded down"),
        pytest.param(Dose(1, 2), (3,), id="at least three"),
    ],
)
def test_wide_hands(dose: Dose, expected: tuple[int, ...]) -> None:
    assert varied(dose, "wide_push_up") == sets("wide_push_up", *expected)


@pytest.mark.parametrize(
    ("planned", "sessions", "expected"),
    [
        pytest.param((3, 3), 4, (3, 1), id="four negatives in the fifth session"),
        pytest.param((3, 3), 5, (3, 3), id="from the sixth session on all of them"),
        pytest.param((2, 2, 2), 0, (2, 2), id="a set that nothing is left of goes"),
        pytest.param((1,), 0, (1,), id="one is fine"),
    ],
)
def test_new_arms_are_spared(
    catalogue: Catalogue, planned: tuple[int, ...], sessions: int, expected: tuple[int, ...]
) -> None:
    spared = spare_new_arms(
        sets("negative_pull_up", *planned, lowering=5), Lowering(sessions=sessions), catalogue
    )
    assert spared == sets("negative_pull_up", *expected, lowering=5)


def test_only_negatives_are_spared(catalogue: Catalogue) -> None:
    planned = sets("pull_up", 1) + sets("negative_pull_up", 3, 3, lowering=5)
    spared = spare_new_arms(planned, Lowering(), catalogue)
    assert spared == sets("pull_up", 1) + sets("negative_pull_up", 3, 1, lowering=5)
