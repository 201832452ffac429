"""Every time zone, day after day: whether each date gets exactly one prompt, at the right time on the wall.

`python -m tests.domain.zones` takes all days from 2024 to 2030, on all processors.
"""

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.prompts import NextPrompt, PromptTimes, next_prompt

FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)
TIMES = (time(0, 30), time(2, 30), time(7, 0), time(23, 45))
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

Span = tuple[date, date]
ALL_DAYS: tuple[Span, ...] = ((FIRST, LAST),)


def names() -> list[str]:
    return sorted(available_timezones())


def around_transitions(name: str, margin: timedelta = 2 * DAY) -> tuple[Span, ...]:
    """The days around each change of the zone's offset."""
    zone = ZoneInfo(name)
    noons = (datetime.combine(FIRST, time(12), UTC) + number * DAY for number in range((LAST - FIRST).days))
    changes = (noon.date() for noon in noons if offset(noon, zone) != offset(noon + DAY, zone))
    return tuple((max(FIRST, day - margin), min(LAST, day + DAY + margin)) for day in changes)


def problems(name: str, spans: Iterable[Span] = ALL_DAYS) -> list[str]:
    """What is wrong in that zone, a line each."""
    return [
        f"{name}, {at:%H:%M}, {problem}"
        for first, last in spans
        for at in TIMES
        for problem in _of_hour(ZoneInfo(name), at, first, last)
    ]


def _of_hour(zone: ZoneInfo, at: time, first: date, last: date) -> Iterator[str]:
    """Prompt after prompt, each sought at the moment of the one before."""
    now = datetime.combine(first - DAY, time(0), UTC)
    times = PromptTimes(at)
    found = next_prompt(now, times, zone, after=first - DAY)
    day = first
    while day <= last:
        if found.day != day or found.due_at.astimezone(zone).date() != day:
            yield f"{day}: prompted for {found.day} at {found.due_at.astimezone(zone)}"
            return
        if not is_right(found, at, zone):
            yield f"{day}: prompted at {found.due_at.astimezone(zone)}"
        day += DAY
        found = next_prompt(found.due_at, times, zone, after=found.day)


def is_right(found: NextPrompt, at: time, zone: ZoneInfo) -> bool:
    """At that time on the wall, for the first time; a skipped one at the nearest minute of the same date."""
    local = found.due_at.astimezone(zone)
    if local.time() == at:
        return local.fold == 0
    return is_skipped(found.day, at, zone) and is_beside_a_gap(found, zone)


def is_skipped(day: date, at: time, zone: ZoneInfo) -> bool:
    """Neither reading of that time on the wall comes back as itself."""
    wall = datetime.combine(day, at)
    read = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC).astimezone(zone) for fold in (0, 1))
    return all(one.replace(tzinfo=None) != wall for one in read)


def is_beside_a_gap(found: NextPrompt, zone: ZoneInfo) -> bool:
    """The first minute after it, or the last before it where the gap reaches midnight."""
    due = found.due_at
    if offset(due - MINUTE, zone) < offset(due, zone):
        return True
    ends_the_day = (due + MINUTE).astimezone(zone).date() > found.day
    return ends_the_day and offset(due + MINUTE, zone) > offset(due, zone)


def offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def main() -> None:
    zones = names()
    with ProcessPoolExecutor() as pool:
        found = [line for lines in pool.map(problems, zones, chunksize=4) for line in lines]
    if found:
        sys.exit("\n".join(found))
    prompts = len(zones) * len(TIMES) * ((LAST - FIRST).days + 1)
    sys.stdout.write(f"{prompts:,} prompts in {len(zones)} zones: one on each date, in time\n")


if __name__ == "__main__":
    main()
