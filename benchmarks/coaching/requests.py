"""Reading requests: JSON's values by name, each checked where it enters; what isn't known is left out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.coaching.played import Done
from benchmarks.coaching.said import Context, Profile
from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.sets import Effort

FAMILIES = {str(family): family for family in Family}
EFFORTS = {str(effort): effort for effort in Effort}
MOST = 36_500  # a hundred years, or more reps than anybody does


class RequestError(ValueError):
    """A request that can't be understood."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object's values; those that may be missing have a default."""

    values: Mapping[str, object]

    def inside(self, name: str) -> "Fields":
        """An object of its own; one that is missing is empty."""
        return Fields(_object(name, self._given(name, {})))

    def whole(self, name: str) -> int:
        return _whole(name, self.values.get(name))

    def whole_or_none(self, name: str) -> int | None:
        return None if self.values.get(name) is None else self.whole(name)

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        value = self._given(name, default)
        if not isinstance(value, bool):
            raise RequestError(f"{name} should be true or false, not {value!r}")
        return value

    def families(self, name: str, *, other: frozenset[Family] = frozenset()) -> frozenset[Family]:
        """Those that are named; whatever else is named stands for `other`."""
        named = [_family(each) for each in _list(name, self._given(name, []))]
        return frozenset(one for one in named if one) | (other if None in named else frozenset())

    def _given(self, name: str, default: object) -> object:
        """Null is as good as missing."""
        value = self.values.get(name)
        return default if value is None else value


def read_line(line: bytes) -> Fields:
    try:
        values: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"this is no JSON: {error}") from error
    return Fields(_object("a request", values))


def read_profile(fields: Fields) -> Profile:
    return Profile(
        bar=fields.flag("bar"),
        std_pushups=fields.whole_or_none("std_pushups"),
        knee_pushups=fields.whole_or_none("knee_pushups"),
        pull_ups=fields.whole_or_none("pull_ups"),
    )


def read_context(fields: Fields) -> Context:
    return Context(
        pain=fields.families("pain", other=frozenset(Family)),
        sick=fields.flag("sick", default=False),
        sore=fields.families("sore"),
        off=fields.families("off"),
        race=fields.whole_or_none("race"),
        light=fields.flag("light", default=False),
    )


def read_replies(fields: Fields) -> Mapping[str, bool]:
    replies = fields.inside("replies")
    return {offer_id: replies.flag(offer_id) for offer_id in replies.values}


def read_done(fields: Fields, catalogue: Catalogue) -> Mapping[Family, Sequence[Done]]:
    """By the exercises' own families; what isn't push-ups or pull-ups isn't counted."""
    done = [_done(each) for name in fields.values for each in _list(name, fields.values[name])]
    known = [one for one in done if one.exercise in catalogue.exercises]
    return {
        family: [one for one in known if catalogue.family_of(one.exercise) is family] for family in Family
    }


def read_effort(fields: Fields) -> Mapping[Family, Effort | None]:
    said = {_family(name): _effort(effort) for name, effort in fields.values.items()}
    return {family: effort for family, effort in said.items() if family}


def _done(value: object) -> Done:
    """[exercise, target, done, lower_seconds]; the target is the plan's own and isn't needed."""
    match value:
        case [str(exercise), _, reps, lowering]:
            return Done(exercise, _whole("done", reps), _whole("lower_seconds", lowering))
    raise RequestError(f"a set should be [exercise, target, done, lower_seconds], not {value!r}")


def _effort(value: object) -> Effort | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in EFFORTS:
        raise RequestError(f"there is no effort {value!r}")
    return EFFORTS[value]


def _family(value: object) -> Family | None:
    """None for one that the routine doesn't have."""
    if not isinstance(value, str):
        raise RequestError(f"a family should be a word, not {value!r}")
    return FAMILIES.get(value)


def _object(name: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise RequestError(f"{name} should be an object, not {value!r}")
    return value


def _list(name: str, value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise RequestError(f"{name} should be a list, not {value!r}")
    return value


def _whole(name: str, value: object) -> int:
    """1.0 is one, too; true is not."""
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    if type(whole) is not int or not 0 <= whole <= MOST:
        raise RequestError(f"{name} should be a whole number from 0 to {MOST}, not {value!r}")
    return whole
