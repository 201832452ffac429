"""Seasons: four weeks of something else with the same exercises, and tests (docs/coaching.md, 6)."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.catalogue import Catalogue, Dose
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Mode, PlannedSet, Season
from bot.domain.standing import OfferState, SeasonRun, Standing

ORDER = tuple(Season)
WEEKS = 4
LASTS = timedelta(weeks=WEEKS)
PLAIN_WEEK = timedelta(weeks=1)
NOT_YET = timedelta(days=28)
WITHOUT_A_STEP = timedelta(days=28)
LOW_DAYS_AT_MOST = 2
EXTRA_SECONDS = {Season.SLOW: 2, Season.PAUSE: 2, Season.LADDER: 0, Season.HUNDRED: 0}
WEEKLY_REPS = {Family.PUSH: 100, Family.PULL: 30}
OFFERS = {Family.PUSH: Offer.SEASON_PUSH, Family.PULL: Offer.SEASON_PULL}
FROM_LEVEL = {"knee_push_up": 12, "push_up": 12, "pull_up": 5}
_PERCENT = (40, 45, 50, 55)
_STEPS = ((1, 2, 3), (1, 2, 3, 2), (1, 2, 3, 4), (1, 2, 3, 4))


def is_season_earned(standing: Standing, day: date, catalogue: Catalogue) -> bool:
    """High enough, and settled at the top, or four weeks without a step, or another season done before."""
    if standing.level < FROM_LEVEL.get(standing.rung, standing.level + 1):
        return False
    if standing.season is not None or standing.ramp_to is not None:
        return False
    top = catalogue.rung(standing.rung).top
    at_top = len(standing.recent) == 2 and all(one.met and one.level == top for one in standing.recent)
    still = standing.risen_on is not None and day - standing.risen_on >= WITHOUT_A_STEP
    return at_top or still or standing.season_done


def next_season(standing: Standing) -> Season:
    """They come in this order, round and round."""
    return ORDER[standing.seasons % len(ORDER)]


def begin_season(standing: Standing) -> None:
    """The next one in order; its weeks count from its first session."""
    standing.season = SeasonRun(next_season(standing))
    standing.seasons += 1
    standing.season_done = False


def end_season(standing: Standing, family: Family, day: date) -> None:
    """A week of the plain ladder before the next offer; four, if it was left before its test."""
    run = standing.season
    if run is not None:
        standing.season_done = run.tested
        wait = PLAIN_WEEK if run.tested else NOT_YET
        standing.offers[OFFERS[family]] = OfferState(quiet_until=day + wait)
        standing.season = None


def end_season_in_time(standing: Standing, family: Family, day: date) -> None:
    run = standing.season
    if run is not None and run.start is not None and day >= run.start + LASTS:
        end_season(standing, family, day)


def is_test_due(standing: Standing, day: date, catalogue: Catalogue) -> bool:
    """Asked for, or to open a season's last week; slow lowering isn't tested."""
    if catalogue.is_lowered(standing.rung) or standing.ramp_to is not None:
        return False
    run = standing.season
    return standing.test_asked or (run is not None and run.week_on(day) == WEEKS and not run.tested)


def test_sets(standing: Standing, catalogue: Catalogue) -> tuple[PlannedSet, ...]:
    """One open set, from the level's reps on."""
    dose = catalogue.dose(standing.rung, standing.level)
    return (PlannedSet(standing.rung, dose.reps, mode=Mode.OPEN),)


def season_sets(
    standing: Standing, run: SeasonRun, day: date, catalogue: Catalogue
) -> tuple[PlannedSet, ...]:
    """That day's part; none once a week's hundred is done."""
    dose = catalogue.dose(standing.rung, standing.level)
    counts = _counts(run, dose, day, WEEKLY_REPS[catalogue.family_of(standing.rung)])
    seconds = EXTRA_SECONDS[run.season]
    return tuple(PlannedSet(standing.rung, reps, seconds, season=run.season) for reps in counts)


def _counts(run: SeasonRun, dose: Dose, day: date, weekly: int) -> list[int]:
    week = min(run.week_on(day), WEEKS) - 1
    match run.season:
        case Season.SLOW | Season.PAUSE:
            return [-(-dose.reps * _PERCENT[week] // 100)] * 2
        case Season.LADDER:
            unit = max(1, dose.reps // 4)
            return [min(unit * step, dose.reps) for step in _STEPS[week]]
        case _:
            return _share(run, dose, day, weekly)


def _share(run: SeasonRun, dose: Dose, day: date, weekly: int) -> list[int]:
    """What is left of the week by the days left before its last, at most a level's work, in its sets."""
    left = max(0, weekly - run.done_in(run.week_on(day)))
    days = max(1, 6 - run.day_of_week(day))
    reps = min(-(-left // days), dose.sets * dose.reps)
    sets = min(dose.sets, reps)
    return [reps // sets + (place < reps % sets) for place in range(sets)]


def note_season_session(standing: Standing, day: date, reps: int, *, on_plan: bool) -> None:
    """Reps of the week; the first session of the season's own plan begins it."""
    run = standing.season
    if run is None:
        return
    if run.start is None and on_plan:
        run = replace(run, start=day)
    week = run.week_on(day)
    standing.season = replace(run, week=week, reps=run.done_in(week) + reps)


def note_low_day(standing: Standing, family: Family, day: date, *, low: bool) -> None:
    """Two days running under 80 % end a season."""
    run = standing.season
    if run is None:
        return
    low_days = run.low_days + 1 if low else 0
    standing.season = replace(run, low_days=low_days)
    if low_days >= LOW_DAYS_AT_MOST:
        end_season(standing, family, day)


def note_test(standing: Standing, reps: int) -> None:
    """A test's count is kept beside the last one's."""
    standing.tests = (*standing.tests[-1:], reps)
    standing.test_asked = False
    if standing.season is not None:
        standing.season = replace(standing.season, tested=standing.season.week == WEEKS)
