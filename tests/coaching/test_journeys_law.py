"""Wherever a journey leads and whenever it ends: one prompt for each date, in order, and none twice."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.athlete import Athlete, Journey
from bot.coaching.change_place import at_home
from tests.domain.zones import is_right
from tests.makers import MONDAY

DAY = timedelta(days=1)
# What people say has no fold.
WALLS = st.times().map(lambda at: at.replace(fold=0))
ZONES = st.sampled_from(sorted(available_timezones()))
LONG = 12


def traveller(home: str, away: str, at: time, days: int) -> Athlete:
    return Athlete(
        athlete_id=1,
        chat_id=1,
        name="",
        zone=away,
        started_at=datetime(2026, 3, 1, tzinfo=UTC),
        prompt_time=at,
        journey=Journey(home, None, MONDAY + days * DAY),
    )


@given(
    ZONES, ZONES, st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)), st.integers(0, 8)
)
def test_a_prompt_for_each_date(home: str, away: str, at: time, days: int) -> None:
    athlete = traveller(home, away, at, days)
    now = datetime.combine(MONDAY - 2 * DAY, time(), UTC)
    home_at = athlete.home_again_at()
    assert home_at is not None
    prompted = [athlete.next_prompt(now, after=MONDAY - DAY)]
    while len(prompted) < LONG:
        last = prompted[-1]
        now = max(now, last.due_at)
        athlete = at_home(athlete) if home_at <= now else athlete
        prompted.append(athlete.next_prompt(now, after=last.day))

    assert [one.day for one in prompted] == [MONDAY + number * DAY for number in range(LONG)]
    for number, one in enumerate(prompted):
        assert is_right(one, at, ZoneInfo(away if number <= days else home))


@given(ZONES, ZONES, WALLS, st.integers(0, 8))
def test_the_way_home_comes_no_later_than_the_first_prompt_there(
    home: str, away: str, at: time, days: int
) -> None:
    athlete = traveller(home, away, at.replace(second=0, microsecond=0), days)
    back_on = MONDAY + (days + 1) * DAY
    home_at = athlete.home_again_at()

    assert home_at is not None
    assert home_at <= athlete.due_at(back_on)
    assert at_home(athlete).day_of(home_at) >= back_on
