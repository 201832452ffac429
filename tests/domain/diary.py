"""Plays a diary written as the policy writes its worked examples, and says what the coach planned.

K P W R(narrow) N A U are the exercises; an effort has a letter a family, pull first: e o h f, "-" none.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, PlannedSet, Prescription, Row
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import Training, train
from tests.makers import answer, day, did

LETTERS = {
    "knee_push_up": "K",
    "push_up": "P",
    "wide_push_up": "W",
    "narrow_push_up": "R",
    "negative_pull_up": "N",
    "assisted_negative": "A",
    "pull_up": "U",
}
EFFORTS = {"e": Effort.EASY, "o": Effort.OK, "h": Effort.HARD, "f": Effort.FAILED, "-": None}
WORDS = {Row.LIGHT: "light", Row.DELOAD: "deload"}


class Diary:
    """An athlete's life from day 1 on, told entry by entry."""

    def __init__(self, catalogue: Catalogue, events: Iterable[Event], log: Iterable[LoggedSet] = ()) -> None:
        self.catalogue = catalogue
        self.events = list(events)
        self.log = list(log)

    def on(self, number: int) -> Training:
        return train(self.catalogue, self.log, self.events, day(number))

    def play(self, entries: str) -> list[str]:
        """Live through the entries and write each again, as the coach would."""
        return [self._play(entry.strip()) for entry in entries.strip().rstrip(".").split(";")]

    def _play(self, entry: str) -> str:
        number = int(entry.split(maxsplit=1)[0].removeprefix("d"))
        before = self.on(number)
        done = not entry.endswith(" -")
        said = re.search(r" ([eohf-]{1,2})(?= |$)", entry) if done else None
        if done:
            self._log(before, entry, said[1] if said else "")
        after = self.on(number + 1)
        for offer in self._open(before, after):
            if offer.value.upper().removeprefix("TRY_") in entry.upper():
                self.events.append(answer(offer, accepted=True, on=day(number)))
        return " ".join(filter(None, self._words(entry, before, after, said[1] if said else "")))

    def _log(self, training: Training, entry: str, said: str) -> None:
        parts = [part for part in training.plan if part.sets]
        counts = re.search(r"(?:\*|max)=(\d+)", entry)
        for part, letter in zip(
            parts, said.rjust(len(parts), "-") if said else "-" * len(parts), strict=True
        ):
            effort = EFFORTS[letter]
            for place, one in enumerate(part.sets):
                reps = int(counts[1]) if counts and one.mode is not Mode.FIXED else one.reps
                reps -= 2 if effort is Effort.FAILED and place == len(part.sets) - 1 else 0
                self.log += did(
                    one.exercise,
                    reps,
                    on=training.day,
                    effort=effort,
                    source=f"p:{training.day}:{part.family}:{place}",
                )

    def _open(self, before: Training, after: Training) -> list[Offer]:
        standings = after.morning.standings
        return [offer for offer in Offer if standings[offer.family].offer(offer).open_since == before.day]

    def _words(self, entry: str, before: Training, after: Training, said: str) -> list[str]:
        counts = re.search(r"(?:\*|max)=(\d+)", entry)
        shown = counts[1] if counts else ""
        words = [f"d{(before.day - day(1)).days + 1}"]
        words += [_shape(part, self.catalogue, shown) for part in before.plan if part.sets]
        words += [WORDS[part.row] for part in before.plan if part.row in WORDS and part.sets]
        words += [] if before.plan.sets else ["rest"]
        words += [said, "-" if entry.endswith(" -") else ""]
        rows = {part.row for part in before.plan}
        words += ["back"] if Row.RETURN in rows and not entry.endswith(" -") else []
        words += _rises(before, after)
        words += [f"OFFER {offer.value}" for offer in self._open(before, after)]
        started = (
            before.morning.standings[Family.PUSH].deload_left
            < after.morning.standings[Family.PUSH].deload_left
        )
        return [*words, "DELOAD" if started else ""]


def _rises(before: Training, after: Training) -> list[str]:
    """^p ^u: the level rose on the same rung (a day's return level counts as where it stood)."""
    marks = []
    for family, mark in ((Family.PUSH, "^p"), (Family.PULL, "^u")):
        old, new = before.morning.standings[family], after.morning.standings[family]
        level = before.plan.of(family).level
        if old.rung == new.rung and new.level > level and new.last_day == before.day:
            marks.append(mark)
    return marks


def _shape(part: Prescription, catalogue: Catalogue, shown: str) -> str:
    main = [one for one in part.sets if one.exercise == part.sets[0].exercise]
    rest = part.sets[len(main) :]
    text = _sets(main, shown)
    if not rest:
        return text
    usual = part.row is Row.NORMAL or part.row is Row.RETURN
    return text + (".." if usual else "+" + _sets(rest, shown))


def _sets(sets: Sequence[PlannedSet], shown: str) -> str:
    """Sets of one exercise: K2x5, N2x2@4, K2x5*=7, P1x5max=3."""
    first, last = sets[0], sets[-1]
    assert len(list(groupby((one.exercise, one.reps) for one in sets))) == 1
    text = f"{LETTERS[first.exercise]}{len(sets)}x{first.reps}"
    text += f"@{first.lowering}" if first.lowering else ""
    marks = {Mode.OPEN: f"*={shown}", Mode.UP_TO: f"max={shown}", Mode.FIXED: ""}
    return text + marks[last.mode]
