"""Values as plain data and back: what JSON can hold, checked by the values' own type hints.

A record is a dictionary with a value's fields. Instants are ISO 8601 in UTC ("2026-03-02T06:00:00Z"),
days and times ISO too, sets of numbers sorted lists. Where one of several classes can stand, a record
says its `kind`: the class's name in snake case ("offer_answered").
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Generic, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.coaching.actions import Action
from bot.coaching.asked import Asked
from bot.coaching.plain import SIMPLE, Plain, RecordError, Way, member_of
from bot.domain.events import Event

__all__ = [
    "ACTIONS",
    "ASKED",
    "EVENTS",
    "Kinds",
    "Record",
    "RecordError",
    "from_record",
    "kind_of",
    "to_record",
]

Record: TypeAlias = dict[str, Plain]
T = TypeVar("T")

KIND = "kind"


def to_record(value: object) -> Record:
    """A dataclass value's fields, without its kind."""
    return _fields_of(type(value)).encode(value)


def from_record(of: type[T], record: Mapping[str, object]) -> T:
    """Read a value of this class; a missing field takes its default, an unknown one is refused."""
    value = _fields_of(of).decode(record, "")
    assert isinstance(value, of)
    return value


def kind_of(cls: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class Kinds(Generic[T]):
    """Records of a union's values, told apart by their `kind`."""

    def __init__(self, classes: Iterable[type[T]]) -> None:
        self._classes = {kind_of(cls): cls for cls in classes}
        self._kinds: Mapping[type, str] = {cls: kind for kind, cls in self._classes.items()}

    def to_record(self, value: T) -> Record:
        return {KIND: self._kinds[type(value)], **to_record(value)}

    def from_record(self, record: Mapping[str, object], key: str = "") -> T:
        kind = record.get(KIND)
        cls = self._classes.get(kind) if isinstance(kind, str) else None
        if cls is None:
            raise RecordError(_inside(key, KIND), kind, f"one of {', '.join(self._classes)}")
        value = _fields_of(cls).decode({name: record[name] for name in record if name != KIND}, key)
        assert isinstance(value, cls)
        return value

    def from_facts(self, kind: str, facts: Mapping[str, object], known: Mapping[str, object]) -> T:
        """A value of this kind, with some fields in a record and the others known as they are."""
        cls = self._classes[kind]
        ways = _fields_of(cls).ways
        return cls(**known, **{name: ways[name].decode(fact, name) for name, fact in facts.items()})


EVENTS: Kinds[Event] = Kinds(get_args(Event))
ACTIONS: Kinds[Action] = Kinds(get_args(Action))
ASKED: Kinds[Asked] = Kinds(get_args(Asked))


# -- one way to and fro for each type hint --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Fields:
    """The ways of a dataclass's fields."""

    cls: type
    ways: Mapping[str, Way]
    required: tuple[str, ...]

    def encode(self, value: object) -> Record:
        return {name: way.encode(getattr(value, name)) for name, way in self.ways.items()}

    def decode(self, plain: object, key: str) -> object:
        record = _mapping(plain, key)
        for name in record:
            if name not in self.ways:
                raise RecordError(_inside(key, name), record[name], "left out: there is no such field")
        for name in self.required:
            if name not in record:
                raise RecordError(_inside(key, name), None, "there: the field is missing")
        return self.cls(**{name: self.ways[name].decode(record[name], _inside(key, name)) for name in record})


def _fields_of(cls: type) -> _Fields:
    return _compiled(cls)  # between the two: mypy takes no `type[T]` for hashable


@cache
def _compiled(cls: type) -> _Fields:
    if not is_dataclass(cls):
        raise TypeError(f"{cls!r} has no fields to record")
    hints = get_type_hints(cls)
    optional = {one.name for one in fields(cls) if (one.default, one.default_factory) != (MISSING, MISSING)}
    ways = {one.name: _way(hints[one.name]) for one in fields(cls)}
    return _Fields(cls, ways, tuple(name for name in ways if name not in optional))


@cache
def _way(hint: object) -> Way:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _union(arguments)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        item = _way(arguments[0])
        return Way(lambda value: [item.encode(each) for each in _items(value)], _tuple_of(item))
    if origin is frozenset:
        item = _way(arguments[0])
        read = _tuple_of(item)
        return Way(
            lambda value: [item.encode(each) for each in sorted(_items(value), key=_rank)],
            lambda plain, key: frozenset(read(plain, key)),
        )
    if isinstance(hint, type):
        return _single(hint)
    raise TypeError(f"{hint!r} can't be recorded")


def _single(hint: type) -> Way:
    if issubclass(hint, StrEnum):
        return Way(str, member_of(hint))
    if is_dataclass(hint):
        way = _fields_of(hint)
        return Way(way.encode, way.decode)
    if hint not in SIMPLE:
        raise TypeError(f"{hint!r} can't be recorded")
    return SIMPLE[hint]


def _union(members: tuple[object, ...]) -> Way:
    """Either None or one other type, or one of several dataclasses."""
    some = tuple(member for member in members if member is not NoneType)
    way = _way(some[0]) if len(some) == 1 else _kinds(some)
    if len(some) == len(members):
        return way
    return Way(
        lambda value: None if value is None else way.encode(value),
        lambda plain, key: None if plain is None else way.decode(plain, key),
    )


def _kinds(members: tuple[object, ...]) -> Way:
    classes = tuple(member for member in members if isinstance(member, type) and is_dataclass(member))
    if len(classes) < len(members):
        raise TypeError(f"{members!r} can't be told apart by a kind")
    kinds: Kinds[object] = Kinds(classes)
    return Way(kinds.to_record, lambda plain, key: kinds.from_record(_mapping(plain, key), key))


def _tuple_of(item: Way) -> Callable[[object, str], tuple[object, ...]]:
    def decode(plain: object, key: str) -> tuple[object, ...]:
        if not isinstance(plain, list | tuple):
            raise RecordError(key, plain, "a list")
        return tuple(item.decode(each, _inside(key, str(index))) for index, each in enumerate(plain))

    return decode


def _items(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple | frozenset)
    return tuple(value)


def _rank(item: object) -> int | str:
    assert isinstance(item, int | str)
    return item


def _mapping(plain: object, key: str) -> Mapping[str, object]:
    if not isinstance(plain, Mapping):
        raise RecordError(key, plain, "a record of fields")
    return plain


def _inside(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
