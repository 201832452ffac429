"""What became of one athlete with one coach, and what can be told from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from benchmarks.coaching.body import FAMILIES, Asked, Set
from benchmarks.coaching.coaches import Coach, Morning
from benchmarks.coaching.people import Person
from bot.data.exercises import load_catalogue

CATALOGUE = load_catalogue()
CHANGEOVER, REST = 8, 20
WEEK, WEEKS = 7, 6
TOPS = {
    (CATALOGUE.hardness(rung.exercise), rung.top) for ladder in CATALOGUE.ladders.values() for rung in ladder
}
# How the reasons of days begin that are lighter or shorter than the level.
OFF_THE_LADDER = (
    "Yesterday was tough",
    "You did extra",
    "A lighter spell",
    "Sore is normal",
    "Light",
    "Just back",
    "Kept under",
)
MILESTONES = {
    "first push-up": ("push_up", 1, 1),
    "push-ups 2 x 10": ("push_up", 2, 10),
    "push-ups 3 x 15": ("push_up", 3, 15),
    "first pull-up": ("pull_up", 1, 1),
}


@dataclass(frozen=True, slots=True)
class Session:
    """A family's work on one day; `level` is None where the plan isn't one of the ladder."""

    day: int
    sets: Sequence[Set]
    level: tuple[int, int] | None
    in_season: bool

    @property
    def met(self) -> bool:
        return not any(one.fell_short for one in self.sets)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Six weeks of two sessions or more in each, without pain or illness, and whether a level was gained."""

    athlete: int
    family: str
    day: int
    rose: bool


@dataclass(slots=True)
class Lived:
    athlete: int
    person: Person
    seconds: list[int] = field(default_factory=list)
    sessions: Mapping[str, list[Session]] = field(default_factory=lambda: {family: [] for family in FAMILIES})
    gained: Mapping[str, float] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)

    @property
    def sets(self) -> Iterator[Set]:
        for sessions in self.sessions.values():
            for session in sessions:
                yield from session.sets

    def stretches(self, *, met_all: bool) -> Iterator[Stretch]:
        """Those that begin a week apart; not from a rung's top, nor with a season in them."""
        for family, sessions in self.sessions.items():
            for first in range(0, len(self.person.days) - WEEK * WEEKS + 1, WEEK):
                inside = [one for one in sessions if first <= one.day < first + WEEK * WEEKS]
                if _is_regular(inside, first) and not self._was_down(first) and not _is_spared(inside):
                    if met_all and not all(one.met for one in inside):
                        continue
                    yield Stretch(self.athlete, family, first, rose=_rose(inside))

    def _was_down(self, first: int) -> bool:
        return any(day.sick or day.pain for day in self.person.days[first : first + WEEK * WEEKS])


def live(coach: Coach, athlete: int, person: Person) -> Lived:
    coach.start(athlete, person)
    lived, arms = Lived(athlete, person), person.arms()
    for number, day in enumerate(person.days):
        asked = coach.morning(athlete, number, day)
        lived.seconds.append(seconds_of(asked.sets.get("pull", ()), asked.sets.get("push", ())))
        done = {}
        for family, arm in arms.items():
            arm.sleep()
            if day.trains and asked.sets.get(family):
                done[family] = arm.train(asked.sets[family], day.form[family])
                lived.sessions[family].append(session_of(number, family, done[family], asked))
        if done:
            coach.log(athlete, number, day, done)
            _note(lived, number, done)
    lived.gained = {family: arm.strength - arm.start for family, arm in arms.items()}
    return lived


def seconds_of(pull: Sequence[Asked], push: Sequence[Asked]) -> int:
    """The day's time by the policy's own words (docs/coaching.md, 4), counted apart from the coach's."""
    work = sum(_work(one) for one in (*pull, *push))
    changes = max(0, 2 * min(len(pull), len(push)) - (len(pull) == len(push)))
    rests = max(0, len(pull) + len(push) - 1 - changes)
    return work + CHANGEOVER * changes + REST * rests


def _work(one: Asked) -> int:
    most = {2: 2 * one.reps, 3: one.reps + 2, 4: max(one.reps + 4, 2 * one.reps)}.get(one.mode, one.reps)
    return most * (CATALOGUE.exercises[one.exercise].rep_seconds + one.lowering)


def _note(lived: Lived, day: int, done: Mapping[str, Sequence[Set]]) -> None:
    for name, (exercise, sets, reps) in MILESTONES.items():
        fit = [one for each in done.values() for one in each if one.asked.exercise == exercise]
        if sum(one.reps >= reps for one in fit) >= sets:
            lived.reached.setdefault(name, day)


def session_of(day: int, family: str, sets: Sequence[Set], asked: Morning) -> Session:
    why = asked.why.get(family, "")
    level = None if why.startswith(OFF_THE_LADDER) else _level(asked.sets[family])
    return Session(day, sets, level, in_season=why.startswith("Week "))


def _level(sets: Sequence[Asked]) -> tuple[int, int] | None:
    first = sets[0]
    count = sum(one.exercise == first.exercise for one in sets)
    family = CATALOGUE.family_of(first.exercise)
    rungs = [rung for rung in CATALOGUE.ladders[family] if rung.exercise == first.exercise]
    for rung in rungs:
        for level, dose in enumerate(rung.levels):
            if (dose.reps, dose.lowering) == (first.reps, first.lowering) and dose.sets == count:
                return CATALOGUE.hardness(rung.exercise), level
    return None


def _is_regular(inside: Sequence[Session], first: int) -> bool:
    weeks = [(one.day - first) // WEEK for one in inside]
    return all(weeks.count(week) >= 2 for week in range(WEEKS))


def _is_spared(inside: Sequence[Session]) -> bool:
    return any(one.in_season or one.level in TOPS for one in inside)


def _rose(inside: Sequence[Session]) -> bool:
    """Whether one session asked for a higher level than an earlier one."""
    levels = [one.level for one in inside if one.level]
    return any(later > earlier for earlier, later in combinations(levels, 2))
