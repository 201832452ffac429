"""Who coaches a model athlete: the policy behind its JSON lines, or a line that goes up a rep a week."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self, TypedDict

from benchmarks.coaching.body import Asked, Set, felt
from benchmarks.coaching.people import Day, Person

OFFERS = {"step_up_offer", "variation_unlock", "season_offer", "rhythm_offer"}


@dataclass(frozen=True, slots=True)
class Morning:
    """What a day asks, by family, and why."""

    sets: Mapping[str, Sequence[Asked]]
    why: Mapping[str, str] = field(default_factory=dict)


class Coach(Protocol):
    def start(self, athlete: int, person: Person) -> None: ...

    def morning(self, athlete: int, number: int, day: Day) -> Morning: ...

    def log(self, athlete: int, number: int, day: Day, done: Mapping[str, Sequence[Set]]) -> None: ...


class _Answer(TypedDict, total=False):
    sets: Mapping[str, Sequence[tuple[str, int, int, int]]]
    events: Sequence[Mapping[str, str]]
    why: Mapping[str, str]


class Policy:
    """`serve_policy` in a process of its own; offers are answered on a later morning, if at all."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "benchmarks.coaching.serve_policy"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._open: dict[int, list[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._process.communicate()

    def start(self, athlete: int, person: Person) -> None:
        self._open[athlete] = []
        self._ask(op="start", athlete=athlete, profile=person.profile)

    def morning(self, athlete: int, number: int, day: Day) -> Morning:
        replies = dict.fromkeys(self._open[athlete], day.accepts) if day.answers else {}
        context = {"pain": day.pain, "sick": day.sick, "sore": day.sore, "replies": replies, "off": day.off}
        context |= {"light": day.light} | ({} if day.race is None else {"race": day.race})
        answer = self._ask(op="morning", athlete=athlete, day=number, ctx=context)
        if day.answers:
            self._open[athlete].clear()
        self._hear(athlete, answer)
        sets = {family: [Asked(*one) for one in sets] for family, sets in answer["sets"].items()}
        return Morning(sets, answer["why"])

    def log(self, athlete: int, number: int, day: Day, done: Mapping[str, Sequence[Set]]) -> None:
        entry = {
            "sets": {
                family: [[one.asked.exercise, one.asked.reps, one.reps, one.asked.lowering] for one in sets]
                for family, sets in done.items()
            },
            "effort": {family: felt(sets) if day.says_effort else None for family, sets in done.items()},
        }
        self._hear(athlete, self._ask(op="log", athlete=athlete, day=number, entry=entry))

    def _hear(self, athlete: int, answer: _Answer) -> None:
        self._open[athlete] += [event["id"] for event in answer["events"] if event["type"] in OFFERS]

    def _ask(self, **request: object) -> _Answer:
        given, answers = self._process.stdin, self._process.stdout
        assert given
        assert answers
        given.write(json.dumps(request) + "\n")
        given.flush()
        answer: _Answer = json.loads(answers.readline())
        assert "error" not in answer, (request, answer)
        return answer


class Linear:
    """Two sets from half of what was stated, a rep more each week, whatever happens; then the next rung.

    Knees until 2 x 15, then toes; 5 s of lowering until 2 x 6, then pull-ups. Nothing when ill or hurt.
    """

    def __init__(self) -> None:
        self._starts: dict[int, Mapping[str, int]] = {}

    def start(self, athlete: int, person: Person) -> None:
        told = {name: int(number or 0) for name, number in person.profile.items()}
        toes = told["std_pushups"] >= 5
        push = 14 + told["std_pushups"] // 2 if toes else min(14, told["knee_pushups"] // 2)
        pull = 5 + -(-told["pull_ups"] // 2) if told["pull_ups"] else 0
        self._starts[athlete] = {"push": push} | ({"pull": pull} if told["bar"] else {})

    def morning(self, athlete: int, number: int, day: Day) -> Morning:
        if day.sick or day.off:
            return Morning({})
        places = {family: start + number // 7 for family, start in self._starts[athlete].items()}
        return Morning(
            {family: [_rung(family, place)] * 2 for family, place in places.items() if family not in day.pain}
        )

    def log(self, athlete: int, number: int, day: Day, done: Mapping[str, Sequence[Set]]) -> None:
        """What was done changes nothing."""


def _rung(family: str, place: int) -> Asked:
    if family == "push":
        return Asked("knee_push_up", place + 1) if place < 15 else Asked("push_up", place - 14)
    return Asked("negative_pull_up", place + 1, 5) if place < 6 else Asked("pull_up", place - 5)
