"""The weekly look-back: what a week came to, in figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.sets import LoggedSet
from bot.domain.standing import Life
from bot.domain.state import DiaryDay
from bot.domain.timing import REST_SECONDS

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LookBack:
    """The seven days before `day`. `steps` counts levels up or down on the same rung, by family.

    `rungs` are those that a family has come to since; `trained` had a set; `minutes` count rests, too.
    """

    day: date
    days_kept: int
    reps: int
    minutes: int
    steps: Mapping[Family, int]
    rungs: Mapping[Family, str]
    trained: frozenset[Family]


def look_back(
    log: Sequence[LoggedSet], diary: Sequence[DiaryDay], lives: tuple[Life, Life], catalogue: Catalogue
) -> LookBack:
    """`lives` are a week ago and now; the week ends with the day before the diary's last."""
    then, now = lives
    day = diary[-1].day
    week = [one for one in log if day - WEEK <= one.day < day and one.exercise in catalogue.exercises]
    stood = {family: (then.standings[family], now.standings[family]) for family in Family}
    return LookBack(
        day=day,
        days_kept=sum(one.kept for one in diary if day - WEEK <= one.day < day),
        reps=sum(one.reps for one in week),
        minutes=minutes_of(week, catalogue),
        steps={family: new.level - old.level for family, (old, new) in stood.items() if old.rung == new.rung},
        rungs={family: new.rung for family, (old, new) in stood.items() if old.rung != new.rung},
        trained=frozenset(catalogue.family_of(one.exercise) for one in week),
    )


def minutes_of(log: Sequence[LoggedSet], catalogue: Catalogue) -> int:
    """One at least."""
    return max(1, round(seconds_of_log(log, catalogue) / 60))


def seconds_of_log(log: Sequence[LoggedSet], catalogue: Catalogue) -> int:
    """About how long these sets took: their reps, and a rest between two of one day."""
    known = [one for one in log if one.exercise in catalogue.exercises]
    work = sum(
        one.reps * (catalogue.exercises[one.exercise].rep_seconds + (one.seconds or 0)) for one in known
    )
    days = groupby(sorted(known, key=attrgetter("day")), key=attrgetter("day"))
    return work + sum(REST_SECONDS * (len(list(sets)) - 1) for _, sets in days)
