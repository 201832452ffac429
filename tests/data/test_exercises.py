from importlib.resources import files

import pytest

from bot.data.exercises import CatalogueError, load_catalogue, read_catalogue
from bot.domain.catalogue import Dose
from bot.domain.exercise import Family

SHIPPED = files("bot.data").joinpath("exercises.toml").read_text(encoding="utf-8")


def test_the_routine_that_ships_is_read() -> None:
    catalogue = load_catalogue()
    assert set(catalogue.ladders) == set(Family)
    assert catalogue.dose("negative_pull_up", 10) == Dose(3, 3, lowering=6)


def test_the_routine_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()


def test_every_exercise_has_a_cue() -> None:
    assert all(exercise.cues for exercise in load_catalogue().exercises.values())


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        pytest.param("[exercises.push_up]", "[exercises.push_up", "exercises: ", id="no TOML"),
        pytest.param("rep_seconds = 3", 'rep_seconds = "three"', "rep_seconds", id="seconds in words"),
        pytest.param("rep_seconds = 3", "rep_secs = 3", "rep_secs", id="an unknown key"),
        pytest.param('family = "pull"', 'family = "legs"', "family", id="a third family"),
        pytest.param('"1x1@3"', '"1 x 1"', "'1 x 1'", id="a dose that cannot be read"),
        pytest.param('"1x1@3"', '"100x1@3"', "'100x1@3'", id="a dose out of bounds"),
        pytest.param('counts_as = "pull_up"', 'counts_as = "pulls"', "'pulls'", id="counting as nothing"),
        pytest.param('rung = "pull_up"', 'rung = "pulls"', "'pulls'", id="a rung that is no exercise"),
        pytest.param('rung = "pull_up"', 'rung = "push_up"', "pull family", id="a rung of the other family"),
        pytest.param(
            '"2x3@6", "3x3@5"', '"2x3", "3x3@5"', "assisted_negative", id="lowering without seconds"
        ),
        pytest.param('"2x1"', '"2x1@3"', "pull_up", id="seconds without lowering"),
        pytest.param(
            '{ rung = "knee_push_up", level = 10 }',
            '{ rung = "knee_push_up", level = 22 }',
            "level 22",
            id="a step down beyond the top",
        ),
        pytest.param(
            '{ rung = "knee_push_up", level = 10 }',
            '{ rung = "pull_up", level = 1 }',
            "'pull_up'",
            id="a step down to the other family",
        ),
        pytest.param(
            'exercise = "negative_pull_up"', 'exercise = "lowering"', "'lowering'", id="an unknown back-off"
        ),
        pytest.param(
            'exercise = "negative_pull_up"', 'exercise = "push_up"', "'push_up'", id="a back-off elsewhere"
        ),
        pytest.param('"1x2@5"', '"1x2"', "negative_pull_up", id="a back-off that lowers without seconds"),
        pytest.param("ends_at = 3", "ends_at = 12", "level 12", id="a detour without an end"),
        pytest.param("[[ladders.push]]", "[[ladders.pull]]", "push_up", id="a ladder in the wrong family"),
    ],
)
def test_a_routine_that_contradicts_itself_is_refused(old: str, new: str, complaint: str) -> None:
    assert old in SHIPPED
    with pytest.raises(CatalogueError, match=complaint):
        read_catalogue(SHIPPED.replace(old, new))


def test_a_family_without_a_ladder_is_refused() -> None:
    without_push = SHIPPED.split("[[ladders.push]]", maxsplit=1)[0]
    pull = SHIPPED[SHIPPED.index("[[ladders.pull]]") :]
    with pytest.raises(CatalogueError, match="push ladder has no rung"):
        read_catalogue(without_push + pull)
