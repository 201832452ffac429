import pytest

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.exercise import Family

KNEES = "1x1 1x2 1x3 1x4 1x5 2x3 2x4 2x5 2x6 2x7 2x8 2x9 2x10 2x11 2x12 3x9 3x10 3x11 3x12 3x13 3x14 3x15"
NEGATIVES = "1x1@3 1x2@3 1x3@3 2x2@3 2x2@4 2x2@5 2x3@4 2x3@5 2x3@6 3x3@5 3x3@6 3x3@7"
PULL_UPS = "1x1 2x1 3x1 2x2 3x2 3x3 3x4 3x5 3x6 3x7 3x8"


def written(dose: Dose) -> str:
    return f"{dose.sets}x{dose.reps}" + (f"@{dose.lowering}" if dose.lowering else "")


@pytest.mark.parametrize(
    ("rung", "levels"),
    [
        pytest.param("knee_push_up", KNEES, id="knee push-ups"),
        pytest.param("push_up", KNEES, id="push-ups climb the same ladder"),
        pytest.param("negative_pull_up", NEGATIVES, id="negatives"),
        pytest.param("assisted_negative", NEGATIVES, id="foot-assisted, the same ladder"),
        pytest.param("pull_up", PULL_UPS, id="pull-ups"),
    ],
)
def test_the_ladders_of_the_policy(catalogue: Catalogue, rung: str, levels: str) -> None:
    assert [written(dose) for dose in catalogue.rung(rung).levels] == levels.split()


def test_the_families_climb_from_easy_to_hard(catalogue: Catalogue) -> None:
    rungs = {family: [rung.exercise for rung in ladder] for family, ladder in catalogue.ladders.items()}
    assert rungs == {
        Family.PUSH: ["knee_push_up", "push_up"],
        Family.PULL: ["assisted_negative", "negative_pull_up", "pull_up"],
    }


@pytest.mark.parametrize(
    ("rung", "above"),
    [
        pytest.param("knee_push_up", "push_up", id="from the knees onto the toes"),
        pytest.param("assisted_negative", "negative_pull_up", id="from one foot on the bench to none"),
        pytest.param("negative_pull_up", "pull_up", id="from lowering to pulling"),
    ],
)
def test_the_rung_above(catalogue: Catalogue, rung: str, above: str) -> None:
    assert catalogue.rung_above(rung).exercise == above


@pytest.mark.parametrize(
    ("exercise", "rung"),
    [
        pytest.param("chin_up", "pull_up", id="a chin-up counts as a pull-up"),
        pytest.param("wide_push_up", "push_up", id="a wide push-up counts as a push-up"),
        pytest.param("narrow_push_up", "push_up", id="a narrow push-up counts as a push-up"),
    ],
)
def test_variants_are_as_hard_as_what_they_count_as(catalogue: Catalogue, exercise: str, rung: str) -> None:
    assert catalogue.hardness(exercise) == catalogue.hardness(rung)


@pytest.mark.parametrize(
    ("dose", "volume"),
    [
        pytest.param(Dose(2, 10), 20, id="reps in all"),
        pytest.param(Dose(3, 3, lowering=7), 63, id="seconds of lowering for negatives"),
    ],
)
def test_volume(dose: Dose, volume: int) -> None:
    assert dose.volume == volume


def test_every_level_asks_for_at_least_as_much_as_the_one_below(catalogue: Catalogue) -> None:
    for rung in [rung for ladder in catalogue.ladders.values() for rung in ladder]:
        volumes = [dose.volume for dose in rung.levels]
        assert volumes == sorted(volumes)


def test_a_step_on_the_toes_never_lowers_the_days_work(catalogue: Catalogue) -> None:
    rung = catalogue.rung("push_up")
    assert rung.back_off
    knees = [dose.volume for dose in rung.back_off.doses] + [0] * len(rung.levels)
    work = [dose.volume * 0.64 / 0.49 + extra for dose, extra in zip(rung.levels, knees, strict=False)]
    assert work[:11] == pytest.approx(
        [9.3, 10.6, 11.9, 13.2, 14.5, 15.8, 18.4, 19.1, 19.7, 20.3, 20.9], abs=0.1
    )
    assert work == sorted(work)
