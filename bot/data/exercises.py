"""Reads `exercises.toml` into the domain's catalogue, and refuses one that contradicts itself."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.coaching.records import from_record
from bot.domain.catalogue import BackOff, Catalogue, Dose, Rung
from bot.domain.exercise import Exercise, Family

_DOSE = re.compile(r"(\d{1,2})x(\d{1,2})(?:@(\d{1,2}))?")


class CatalogueError(Exception):
    """The exercise data is not what it should be."""


@dataclass(frozen=True, slots=True)
class _Exercise:
    family: Family
    rep_seconds: int
    cues: tuple[str, ...]
    counts_as: str | None = None
    lowered: bool = False


@dataclass(frozen=True, slots=True)
class _Below:
    rung: str
    level: int


@dataclass(frozen=True, slots=True)
class _BackOff:
    exercise: str
    only_after_step_up: bool
    doses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rung:
    rung: str
    levels: tuple[str, ...]
    below: _Below | None = None
    back_off: _BackOff | None = None
    ends_at: int | None = None


@cache
def load_catalogue() -> Catalogue:
    """The routine that ships with the coach."""
    return read_catalogue(files("bot.data").joinpath("exercises.toml").read_text(encoding="utf-8"))


def read_catalogue(text: str) -> Catalogue:
    """A catalogue from TOML text; `CatalogueError` names what is wrong."""
    try:
        data = tomllib.loads(text)
        exercises = {name: from_record(_Exercise, entry) for name, entry in data["exercises"].items()}
        ladders = {
            Family(family): [from_record(_Rung, entry) for entry in entries]
            for family, entries in data["ladders"].items()
        }
    except (KeyError, ValueError) as error:
        raise CatalogueError(f"exercises: {error}") from error
    catalogue = Catalogue(
        exercises={name: _exercise(name, entry) for name, entry in exercises.items()},
        ladders={family: tuple(map(_rung, rungs)) for family, rungs in ladders.items()},
    )
    _check(catalogue)
    return catalogue


def _exercise(name: str, entry: _Exercise) -> Exercise:
    return Exercise(
        id=name,
        family=entry.family,
        rep_seconds=entry.rep_seconds,
        counts_as=entry.counts_as or name,
        lowered=entry.lowered,
        cues=entry.cues,
    )


def _rung(entry: _Rung) -> Rung:
    return Rung(
        exercise=entry.rung,
        levels=tuple(map(_dose, entry.levels)),
        below=(entry.below.rung, entry.below.level) if entry.below else None,
        back_off=_back_off(entry.back_off) if entry.back_off else None,
        ends_at=entry.ends_at,
    )


def _back_off(entry: _BackOff) -> BackOff:
    return BackOff(entry.exercise, tuple(map(_dose, entry.doses)), entry.only_after_step_up)


def _dose(text: str) -> Dose:
    match = _DOSE.fullmatch(text)
    if match is None:
        raise CatalogueError(f"a dose reads like 2x10 or 2x3@5, not {text!r}")
    return Dose(int(match[1]), int(match[2]), int(match[3] or 0))


def _check(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        if exercise.counts_as not in catalogue.exercises:
            raise CatalogueError(f"{exercise.id} counts as {exercise.counts_as!r}, which is no exercise")
    for family in Family:
        for rung in catalogue.ladders.get(family, ()):
            _check_rung(catalogue, family, rung)
        if not catalogue.ladders.get(family):
            raise CatalogueError(f"the {family} ladder has no rung")


def _check_rung(catalogue: Catalogue, family: Family, rung: Rung) -> None:
    _check_doses(catalogue, family, rung.exercise, rung.levels)
    if rung.back_off is not None:
        _check_doses(catalogue, family, rung.back_off.exercise, rung.back_off.doses)
    if rung.ends_at is not None and not 0 < rung.ends_at <= rung.top:
        raise CatalogueError(f"{rung.exercise}: it cannot end at level {rung.ends_at}")
    below = {lower.exercise: lower.top for lower in catalogue.ladders[family]}
    if rung.below is not None and not 0 <= rung.below[1] <= below.get(rung.below[0], -1):
        raise CatalogueError(f"{rung.exercise}: there is no level {rung.below[1]} of {rung.below[0]!r}")


def _check_doses(catalogue: Catalogue, family: Family, name: str, doses: Sequence[Dose]) -> None:
    exercise = catalogue.exercises.get(name)
    if exercise is None or exercise.family is not family:
        raise CatalogueError(f"{name!r} is no exercise of the {family} family")
    if any(bool(dose.lowering) is not exercise.lowered for dose in doses):
        raise CatalogueError(f"{name}: only what is lowered slowly has seconds, and always")
