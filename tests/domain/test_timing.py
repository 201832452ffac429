import pytest

from bot.domain.catalogue import Catalogue
from bot.domain.plan import Mode, PlannedSet
from bot.domain.timing import seconds_of

P10, W7, U3, N3 = (
    PlannedSet("push_up", 10),
    PlannedSet("wide_push_up", 7),
    PlannedSet("pull_up", 3),
    PlannedSet("negative_pull_up", 3, lowering=6),
)
OPEN = PlannedSet("push_up", 3, mode=Mode.OPEN)


@pytest.mark.parametrize(
    ("pull", "push", "seconds"),
    [
        pytest.param((), (), 0, id="a day off takes no time"),
        pytest.param((), (P10,), 20, id="two seconds a push-up"),
        pytest.param((), (W7,), 14, id="two seconds a wide one"),
        pytest.param((U3,), (), 9, id="three seconds a pull-up"),
        pytest.param((N3,), (), 30, id="lowering and four seconds a negative"),
        pytest.param((), (P10, P10), 60, id="twenty seconds between two sets of one family"),
        pytest.param((U3,), (P10,), 37, id="eight seconds to change over"),
        pytest.param((U3, U3), (P10, P10), 82, id="families alternate set by set"),
        pytest.param((U3,), (P10, P10, P10), 117, id="the longer family ends alone"),
        pytest.param((), (OPEN,), 14, id="an open set counts at its maximum"),
    ],
)
def test_how_long_a_day_takes(
    catalogue: Catalogue, pull: tuple[PlannedSet, ...], push: tuple[PlannedSet, ...], seconds: int
) -> None:
    assert seconds_of(pull, push, catalogue) == seconds
