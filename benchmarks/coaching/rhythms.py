"""Every weekly rhythm for a year, with all that is asked done: nobody stays on a level for six weeks.

Run: python -m benchmarks.coaching.rhythms     (needs the development install: `make test` once)
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from benchmarks.coaching.body import FAMILIES, Asked, Set
from benchmarks.coaching.coaches import Policy
from benchmarks.coaching.lived import TOPS, Session, session_of
from benchmarks.coaching.people import Day, Person

YEAR, WEEK = 365, 7
EFFORTS = ("easy", "ok", None, "hard")
STARTS: Sequence[Mapping[str, bool | int]] = (
    {"bar": True, "std_pushups": 0, "knee_pushups": 2, "pull_ups": 0},
    {"bar": True, "std_pushups": 12, "knee_pushups": 20, "pull_ups": 2},
)


def main() -> None:
    print("days without a level at most, by days a week and how it always felt (42 at most)")
    print(f"{'days a week':12}" + "".join(f"{effort or 'unsaid':>9}" for effort in EFFORTS))
    with Policy() as policy:
        for count in range(2, WEEK + 1):
            worst = [_worst(policy, count, effort) for effort in EFFORTS]
            print(f"{count:<12}" + "".join(f"{days:9}" for days in worst), flush=True)


def _worst(policy: Policy, count: int, effort: str | None) -> int:
    """Half of them declare their free days."""
    rhythms = product(combinations(range(WEEK), count), STARTS)
    return max(
        longest
        for place, (weekdays, profile) in enumerate(rhythms)
        for longest in _stays(policy, frozenset(weekdays), profile, effort=effort, declares=place % 4 < 2)
    )


def _stays(
    policy: Policy,
    weekdays: frozenset[int],
    profile: Mapping[str, bool | int],
    *,
    effort: str | None,
    declares: bool,
) -> Iterator[int]:
    """The longest time on one level for each family, below the top and out of seasons."""
    policy.start(0, Person(profile, (), {}, len(weekdays)))
    sessions: Mapping[str, list[Session]] = {family: [] for family in FAMILIES}
    for number in range(YEAR):
        trains = number % WEEK in weekdays
        day = _day(trains=trains, declares=declares, says=effort is not None)
        asked = policy.morning(0, number, day)
        if not trains or not asked.sets:
            continue
        done = {family: [_met(one, effort) for one in sets] for family, sets in asked.sets.items()}
        policy.log(0, number, day, done)
        for family, sets in done.items():
            sessions[family].append(session_of(number, family, sets, asked))
    for of_family in sessions.values():
        yield _longest_stay(of_family)


def _day(*, trains: bool, declares: bool, says: bool) -> Day:
    return Day(
        trains=trains,
        pain=(),
        sick=False,
        sore=(),
        off=FAMILIES if declares and not trains else (),
        race=None,
        light=False,
        form={},
        says_effort=says,
        answers=True,
        accepts=True,
    )


def _met(asked: Asked, effort: str | None) -> Set:
    return Set(asked, asked.reps, left={"easy": 4, "ok": 2, None: 2, "hard": 0}[effort])


def _longest_stay(sessions: Sequence[Session]) -> int:
    """Days between the first session at a level and the first at a higher one, or the last session of all."""
    longest, highest, since = 0, (-1, -1), sessions[0].day
    for one in sessions:
        if one.in_season or highest in TOPS:
            since = one.day
        longest = max(longest, one.day - since)
        if one.level is not None and one.level > highest:
            highest, since = one.level, one.day
    return longest


if __name__ == "__main__":
    main()
