from itertools import pairwise

import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.returning import return_level
from bot.domain.standing import Standing

RUNGS = ("knee_push_up", "push_up", "assisted_negative", "negative_pull_up", "pull_up")


@pytest.mark.parametrize(
    ("gap", "dose"),
    [
        pytest.param(8, (2, 11), id="eight days: a level down"),
        pytest.param(10, (2, 11), id="ten days: a level down"),
        pytest.param(11, (2, 10), id="eleven days: two levels"),
        pytest.param(14, (2, 10), id="two weeks: two levels"),
        pytest.param(15, (2, 6), id="fifteen days: half the volume"),
        pytest.param(28, (2, 6), id="four weeks: half the volume"),
        pytest.param(29, (2, 3), id="more than four weeks: a third"),
        pytest.param(400, (2, 3), id="a year: a third"),
    ],
)
def test_where_an_athlete_starts_again(catalogue: Catalogue, gap: int, dose: tuple[int, int]) -> None:
    level = return_level(catalogue, Standing(rung="push_up", level=14), gap)
    assert catalogue.dose("push_up", level).reps == dose[1]
    assert catalogue.dose("push_up", level).sets == dose[0]


@pytest.mark.parametrize(
    ("gap", "reps"),
    [
        pytest.param(1, 6, id="a day later: half the volume"),
        pytest.param(12, 6, id="twelve days later: still half"),
        pytest.param(30, 3, id="a month later: a third"),
    ],
)
def test_after_pain(catalogue: Catalogue, gap: int, reps: int) -> None:
    standing = Standing(rung="push_up", level=14, back_from_pain=True)
    assert catalogue.dose("push_up", return_level(catalogue, standing, gap)).reps == reps


def test_volume_of_negatives_is_their_seconds(catalogue: Catalogue) -> None:
    level = return_level(catalogue, Standing(rung="negative_pull_up", level=11), 20)
    assert catalogue.dose("negative_pull_up", level).volume == 30


@pytest.mark.parametrize("rung", RUNGS)
def test_a_longer_break_or_pain_never_means_more(catalogue: Catalogue, rung: str) -> None:
    for level in range(catalogue.rung(rung).top + 1):
        rested, hurt = (Standing(rung=rung, level=level, back_from_pain=pain) for pain in (False, True))
        levels = [return_level(catalogue, rested, gap) for gap in range(8, 60)]
        assert all(longer <= shorter for shorter, longer in pairwise([level, *levels]))
        assert return_level(catalogue, hurt, 8) <= min(levels[:7])
