"""Our schema says what Telegram's documentation says, as far as it goes."""

import json
from pathlib import Path

import pytest

from tests.bot_api.methods import METHODS
from tests.bot_api.schema import SCHEMA_PATH, Json, schema

ROOT = Path(__file__).parents[2]
SPECIFICATION = ROOT.parent / "shared" / "telegram" / "bot-api.json"
PRIMITIVES = {"Integer", "String", "Boolean", "Float", "True"}
OURS: Json = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def specification() -> Json:
    if not SPECIFICATION.exists():
        pytest.skip("the specification is not at hand")
    read: Json = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    return read


def stated(specification: Json, part: str, name: str) -> dict[str, Json]:
    return {field["name"]: field for field in specification[part][name].get("fields", [])}


def is_known(field: Json) -> bool:
    bases = {one.replace("Array of ", "") for one in field["types"]}
    return bases <= PRIMITIVES | schema().types.keys()


def ours_and_theirs(part: str) -> list[tuple[str, str]]:
    return [(part, name) for name in OURS[part]]


@pytest.mark.parametrize(("part", "name"), ours_and_theirs("methods") + ours_and_theirs("types"))
def test_every_field_is_as_specified(specification: Json, part: str, name: str) -> None:
    fields = stated(specification, part, name)
    half = {True: "required", False: "optional"}
    expected = {
        (half[field["required"]], field["name"], " or ".join(field["types"]))
        for field in fields.values()
        if is_known(field)
    }
    entry = OURS[part][name]
    assert expected == {(h, n, t) for h in half.values() for n, t in entry.get(h, {}).items()}
    assert all(is_known(field) for field in fields.values() if field["required"])


@pytest.mark.parametrize(("part", "name"), ours_and_theirs("methods") + ours_and_theirs("types"))
def test_returns_and_subtypes_are_as_specified(specification: Json, part: str, name: str) -> None:
    theirs, entry = specification[part][name], OURS[part][name]
    assert entry.get("returns") == (" or ".join(theirs["returns"]) if "returns" in theirs else None)
    assert set(entry.get("one_of", [])) <= set(theirs.get("subtypes", []))


def test_limits_and_values_stand_in_the_prose(specification: Json) -> None:
    for place, words in OURS["limits"].items():
        assert words in description(specification, place), place
    for place, values in OURS["values"].items():
        assert [value for value in values if value not in description(specification, place)] == [], place


def description(specification: Json, place: str) -> str:
    name, field = place.split(".")
    part = "methods" if name in specification["methods"] else "types"
    return str(stated(specification, part, name)[field]["description"])


def test_the_kinds_of_updates_are_as_specified(specification: Json) -> None:
    assert schema().update_kinds == stated(specification, "types", "Update").keys() - {"update_id"}
    assert OURS["version"] == specification["version"]


def test_every_method_of_the_schema_is_carried_out() -> None:
    assert schema().methods.keys() == METHODS.keys() | {"getUpdates"}
