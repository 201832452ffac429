"""Model athletes: a body, and its days as they will be lived, the same whoever coaches them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.coaching.body import FAMILIES, Arms

DAYS = 180


@dataclass(frozen=True, slots=True)
class Day:
    """`trains` says there is time and will, `off` that a day is declared free; `form` scales strength."""

    trains: bool
    pain: tuple[str, ...]
    sick: bool
    sore: tuple[str, ...]
    off: tuple[str, ...]
    race: int | None
    light: bool
    form: Mapping[str, float]
    says_effort: bool
    answers: bool
    accepts: bool


@dataclass(slots=True)
class Person:
    """`weekly` days a week are meant for training; each coach gets a copy of the same body."""

    profile: Mapping[str, bool | int | None]
    days: Sequence[Day]
    body: Mapping[str, tuple[float, float, float]]
    weekly: int

    def arms(self) -> Mapping[str, Arms]:
        return {family: Arms(*numbers) for family, numbers in self.body.items()}


def people(count: int, seed: int, days: int = DAYS) -> list[Person]:
    return [_person(Random(f"{seed}:{number}"), days) for number in range(count)]


def _person(chance: Random, days: int) -> Person:
    push, pull = _starts(chance)
    body = {
        "push": (push, chance.uniform(0.12, 0.45), max(push, 0) + chance.uniform(20, 50)),
        "pull": (pull, chance.uniform(0.05, 0.2), max(pull, 0) + chance.uniform(5, 15)),
    }
    arms = {family: Arms(*numbers) for family, numbers in body.items()}
    told = {"std_pushups": "push_up", "knee_pushups": "knee_push_up", "pull_ups": "pull_up"}
    sure = chance.random() < 0.85
    weekly = chance.choice((2, 3, 3, 4, 5, 6, 7, 7, 7))
    return Person(
        profile={"bar": chance.random() < 0.8}
        | {
            name: int(arms["pull" if "pull" in exercise else "push"].most(exercise, 0)) if sure else None
            for name, exercise in told.items()
        },
        days=_days(chance, days, weekly),
        body=body,
        weekly=weekly,
    )


def _starts(chance: Random) -> tuple[float, float]:
    """Half have no full push-up, seven in ten no pull-up."""
    low, high = chance.choices(((-4.5, 1), (1, 12), (12, 35)), weights=(50, 35, 15))[0]
    pull_low, pull_high = chance.choices(((-4.5, 0.5), (1, 10)), weights=(70, 30))[0]
    return chance.uniform(low, high), chance.uniform(pull_low, pull_high)


@dataclass(slots=True)
class _Habits:
    """What somebody's days are drawn from."""

    weekdays: frozenset[int]
    declares: bool
    adherence: float
    wobble: float
    speaks: float
    answers: float
    accepts: float
    races: bool


def _days(chance: Random, count: int, weekly: int) -> list[Day]:
    habits = _Habits(
        weekdays=frozenset(chance.sample(range(7), weekly)),
        declares=chance.random() < 0.5,
        adherence=chance.uniform(0.4, 1),
        wobble=chance.uniform(0.02, 0.07),
        speaks=chance.choice((0.1, 0.5, 1)),
        answers=chance.uniform(0.5, 1),
        accepts=chance.choice((0.3, 0.8, 1)),
        races=chance.random() < 0.15,
    )
    spells = _spells(chance, count)
    return [_day(chance, number, habits, spells.get(number)) for number in range(count)]


def _spells(chance: Random, count: int) -> dict[int, str]:
    """Days on which something hurts, or all of it is ill: about four spells of each a year."""
    spells = {}
    for begin in range(count):
        if chance.random() < 0.02:
            kind = chance.choice(("sick", *FAMILIES))
            spells.update(dict.fromkeys(range(begin, begin + chance.randint(2, 6)), kind))
    return spells


def _day(chance: Random, number: int, habits: _Habits, spell: str | None) -> Day:
    meant = number % 7 in habits.weekdays
    race = number + 2 if habits.races and number % 35 == 30 else None
    return Day(
        trains=meant and chance.random() < habits.adherence,
        pain=(spell,) if spell in FAMILIES else (),
        sick=spell == "sick",
        sore=(chance.choice(FAMILIES),) if chance.random() < 0.02 else (),
        off=FAMILIES if habits.declares and not meant else (),
        race=race,
        light=chance.random() < 0.01,
        form={family: chance.gauss(1, habits.wobble) for family in FAMILIES},
        says_effort=chance.random() < habits.speaks,
        answers=chance.random() < habits.answers,
        accepts=chance.random() < habits.accepts,
    )
