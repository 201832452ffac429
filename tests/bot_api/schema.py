"""The part of the Bot API that the coach uses, as schema.json states it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCHEMA_PATH = Path(__file__).with_name("schema.json")
_LIMIT = re.compile(r"(\d+)-(\d+)(?: (characters|bytes)( after entit(?:y|ies) parsing)?)?")


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a text may be, or how large a number; both ends inclusive."""

    low: int
    high: int
    unit: str = ""
    after_parsing: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    types: tuple[str, ...]
    required: bool
    limit: Limit | None = None
    values: tuple[str, ...] = ()

    def is_a(self, type_name: str) -> bool:
        return type_name in self.types


@dataclass(frozen=True, slots=True)
class Shape:
    """A method's parameters, or a type's fields (or, if it has subtypes, their names)."""

    name: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    one_of: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    version: str
    methods: Mapping[str, Shape]
    types: Mapping[str, Shape]
    update_kinds: frozenset[str]
    default_kinds: frozenset[str]


@cache
def schema() -> Schema:
    raw: Json = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    kinds = frozenset(raw["update_kinds"])
    return Schema(
        version=raw["version"],
        methods={name: _shape(name, entry, raw) for name, entry in raw["methods"].items()},
        types={name: _shape(name, entry, raw) for name, entry in raw["types"].items()},
        update_kinds=kinds,
        default_kinds=kinds - frozenset(raw["kinds_left_out_by_default"]),
    )


def _shape(name: str, entry: Json, raw: Json) -> Shape:
    fields = {
        field_name: Field(
            name=field_name,
            types=tuple(types.split(" or ")),
            required=half == "required",
            limit=_limit(raw["limits"].get(f"{name}.{field_name}")),
            values=tuple(raw["values"].get(f"{name}.{field_name}", ())),
        )
        for half in ("required", "optional")
        for field_name, types in entry.get(half, {}).items()
    }
    returns = tuple(entry["returns"].split(" or ")) if "returns" in entry else ()
    return Shape(name, fields, tuple(entry.get("one_of", ())), returns)


def _limit(words: str | None) -> Limit | None:
    if words is None:
        return None
    match = _LIMIT.fullmatch(words)
    if match is None:
        raise ValueError(f"schema.json states a limit that nobody understands: {words!r}")
    low, high, unit, after_parsing = match.groups()
    return Limit(int(low), int(high), unit or "", after_parsing=bool(after_parsing))
