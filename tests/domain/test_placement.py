import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.placement import placement_level


@pytest.mark.parametrize(
    ("rung", "stated_max", "dose"),
    [
        pytest.param("knee_push_up", None, (1, 2), id="not sure: two on the knees"),
        pytest.param("knee_push_up", 0, (1, 1), id="none on the knees starts with one"),
        pytest.param("knee_push_up", 2, (1, 1), id="two on the knees start with one"),
        pytest.param("knee_push_up", 6, (2, 3), id="half of the maximum a set"),
        pytest.param("push_up", 12, (2, 6), id="twelve push-ups"),
        pytest.param("push_up", 14, (2, 7), id="fourteen push-ups"),
        pytest.param("push_up", 23, (2, 12), id="above twenty the volume may exceed the maximum"),
        pytest.param("push_up", 30, (3, 13), id="thirty push-ups"),
        pytest.param("push_up", 999, (3, 15), id="never above the ladder's top"),
        pytest.param("push_up", None, (1, 1), id="not sure on the toes starts with one"),
        pytest.param("pull_up", 1, (1, 1), id="one pull-up"),
        pytest.param("pull_up", 2, (2, 1), id="two pull-ups"),
        pytest.param("pull_up", 10, (3, 4), id="ten pull-ups"),
        pytest.param("pull_up", None, (1, 1), id="not sure about pull-ups starts with one"),
        pytest.param("negative_pull_up", None, (1, 1), id="not sure: one slow lowering"),
        pytest.param("negative_pull_up", 9, (1, 1), id="lowering always starts with one"),
        pytest.param("assisted_negative", 9, (1, 1), id="assisted lowering too"),
    ],
)
def test_where_an_athlete_starts(
    catalogue: Catalogue, rung: str, stated_max: int | None, dose: tuple[int, int]
) -> None:
    start = catalogue.dose(rung, placement_level(catalogue, rung, stated_max))
    assert (start.sets, start.reps) == dose


@pytest.mark.parametrize("rung", ["knee_push_up", "push_up", "pull_up"])
def test_who_can_do_more_never_starts_lower(catalogue: Catalogue, rung: str) -> None:
    levels = [placement_level(catalogue, rung, stated_max) for stated_max in range(120)]
    assert levels == sorted(levels)
