"""Days and hours where an athlete lives: training days, wall-clock times, clock changes."""

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def training_day(at: datetime, zone: ZoneInfo, day_start: time) -> date:
    """The local date, where the night until `day_start` belongs to the day before."""
    local = at.astimezone(zone)
    return local.date() if local.time() >= day_start else local.date() - DAY


def instant_of(day: date, wall_time: time, zone: ZoneInfo) -> datetime:
    """When the clock on the wall shows this time on this day, as UTC.

    A doubled hour (autumn) gives its first; a skipped one (spring) the first minute after the gap, or,
    where the gap reaches midnight, the last minute before it: always an instant of that very date.
    """
    local = datetime.combine(day, wall_time, tzinfo=zone)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    after = _end_of_gap(instant, zone)
    return after if after.astimezone(zone).date() == day else after - MINUTE


def _end_of_gap(shown_after: datetime, zone: ZoneInfo) -> datetime:
    """The first minute with the new offset; `shown_after` lies behind the gap by less than its length."""
    new_offset = shown_after.astimezone(zone).utcoffset()
    start = shown_after.replace(second=0, microsecond=0) - 2 * DAY

    def is_behind_gap(minutes: int) -> bool:
        return (start + minutes * MINUTE).astimezone(zone).utcoffset() == new_offset

    return start + bisect_left(range(2 * DAY // MINUTE), True, key=is_behind_gap) * MINUTE
