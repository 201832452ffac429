"""The policy served by a process of its own, and diaries as the policy writes them, fed to it as JSON."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

from tests.domain.diary import EFFORTS, LETTERS

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "benchmarks.coaching.serve_policy"]
MARKS = {0: "", 1: "max", 4: "*"}
USUAL = {"U2x1": "N1x3@5", "U3x1": "N1x3@5", "U2x2": "N1x2@5", "P1x3": "K1x8"}
OFFERS = {"step_up_offer", "variation_unlock", "season_offer"}

PlannedSet: TypeAlias = list[Any]  # exercise, reps, seconds of lowering, mode


class Answer(TypedDict, total=False):
    """What may stand in an answer."""

    sets: Mapping[str, Sequence[PlannedSet]]
    rest: int
    events: list[Mapping[str, str]]
    why: Mapping[str, str]
    error: str


Ask: TypeAlias = Callable[[object], Answer]


@contextmanager
def policy_served() -> Iterator[Ask]:
    """Ask the process: a request, or a line as it is, for the answer."""
    with subprocess.Popen(
        COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        given, answers = process.stdin, process.stdout
        assert given
        assert answers

        def ask(request: object) -> Answer:
            given.write((request if isinstance(request, str) else json.dumps(request)) + "\n")
            given.flush()
            answer: Answer = json.loads(answers.readline())
            return answer

        yield ask
        given.close()
    assert process.returncode == 0


def play(ask: Ask, profile: Mapping[str, object], diary: str, *, free: bool = False) -> list[str]:
    """Live through a diary day by day and write each plan again; an offer is accepted the next morning.

    On the days between its entries nothing is done; with `free` nothing is to be had then.
    """
    ask({"op": "start", "athlete": 1, "profile": profile})
    entries = {int(entry.split()[0][1:]): entry for entry in split(diary)}
    plans: list[str] = []
    replies: dict[str, bool] = {}
    for day in range(min(entries), max(entries) + 1):
        off = ["pull", "push"] if free and day not in entries else []
        context = {"pain": [], "sick": False, "sore": [], "replies": replies, "off": off}
        about = {"athlete": 1, "day": day - min(entries)}
        morning = ask({"op": "morning", **about, "ctx": context})
        events = morning["events"]
        if day in entries:
            plans.append(f"d{day} {written(morning['sets'])}")
        if not entries.get(day, "-").endswith(" -") and day in entries and morning["sets"]:
            entry = done(morning["sets"], entries[day])
            events = events + ask({"op": "log", **about, "entry": entry})["events"]
        replies = {event["id"]: True for event in events if event["type"] in OFFERS}
        assert bool(replies) is ("OFFER" in entries.get(day, ""))
    return plans


def split(diary: str) -> list[str]:
    return [" ".join(entry.split()) for entry in diary.strip().rstrip(".").split(";")]


def plans_of(diary: str) -> list[str]:
    """The plans that a diary's entries tell of, with the usual back-off spelt out."""
    return [_plan(entry) for entry in split(diary)]


def _plan(entry: str) -> str:
    number, *words = re.sub(r"=\d+", "", entry).replace("+", " ").split()
    shown = [word for word in words if re.match(r"[A-Z]\d+x|rest$", word)]
    backed_off = [f"{word[:-2]} {USUAL[word[:-2]]}" if word.endswith("..") else word for word in shown]
    return " ".join([number, *backed_off])


def written(sets: Mapping[str, Sequence[PlannedSet]]) -> str:
    """N2x2@4 K2x10*; pull first."""
    words = []
    for family in ("pull", "push"):
        for (exercise, reps, lowering), group in groupby(sets.get(family, ()), key=lambda one: one[:3]):
            modes = [one[3] for one in group]
            seconds = f"@{lowering}" if lowering else ""
            words.append(f"{LETTERS[exercise]}{len(modes)}x{reps}{seconds}{MARKS[modes[-1]]}")
    return " ".join(words) or "rest"


def done(sets: Mapping[str, Sequence[PlannedSet]], entry: str) -> Mapping[str, object]:
    """All as planned, with the entry's count and efforts; who failed was two short in the last set."""
    counts = re.search(r"=(\d+)", entry)
    said = re.search(r" ([eohf-]{1,2})(?= |$)", entry)
    families = [family for family in ("pull", "push") if family in sets]
    letters = dict(zip(families, (said[1] if said else "").rjust(len(families), "-"), strict=True))
    efforts = {family: EFFORTS[letter] for family, letter in letters.items()}
    log = {}
    for family in families:
        reps = [int(counts[1]) if counts and one[3] else one[1] for one in sets[family]]
        reps[-1] -= 2 if efforts[family] == "failed" else 0
        log[family] = [[one[0], one[1], did, one[2]] for one, did in zip(sets[family], reps, strict=True)]
    return {"sets": log, "effort": efforts}
