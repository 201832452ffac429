"""Where an athlete stands: all that the next plan depends on, as it is at the start of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.circumstances import Circumstances
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.plan import Plan, Season, Why
from bot.domain.sets import Effort

BREAK_DAYS, RESTART_DAYS = 8, 15
AS_USUAL = Circumstances()


@dataclass(frozen=True, slots=True)
class OfferState:
    """An offer is open, waits for its session once accepted, or is quiet for a while."""

    open_since: date | None = None
    accepted_at: datetime | None = None
    quiet_until: date | None = None
    refusals: int = 0
    tries: int = 0


NOT_OFFERED = OfferState()


@dataclass(frozen=True, slots=True)
class Graded:
    """One graded day on the present rung."""

    level: int
    met: bool
    effort: Effort | None


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """The rung that was left for an easier one, as it was; may be undone."""

    day: date
    rung: str
    stepped_up: bool
    since_variation: int | None


@dataclass(frozen=True, slots=True)
class SeasonRun:
    """A season under way: its weeks count from its first session, `start`; `reps` are those of `week`."""

    season: Season
    start: date | None = None
    week: int = 1
    reps: int = 0
    low_days: int = 0
    tested: bool = False

    def week_on(self, day: date) -> int:
        return 1 if self.start is None else (day - self.start).days // 7 + 1

    def day_of_week(self, day: date) -> int:
        """From 0 to 6."""
        return 0 if self.start is None else (day - self.start).days % 7

    def done_in(self, week: int) -> int:
        return self.reps if week == self.week else 0


@dataclass(slots=True, kw_only=True)
class Standing:
    """One family. Counters restart as `progression.py` says; none is stored, all are folded.

    The fold owns it and changes it in place, day after day; whoever keeps one copies it.

    `recent` holds the last two graded days of this rung; `ramp_to` the level to climb back to after a
    break; `since_variation` the push sessions since the last variation, None while they are locked;
    `absent` the days since the last session on which this family wasn't to be had; `gentle_left` the
    sessions at half that illness leaves; `risen_on` the day of the last step up, the first session to
    begin with; `plateau_on` the day that ended the last plateau; `tests` are the counts of the last two.
    """

    rung: str
    level: int
    stepped_up: bool = False
    points: int = 0
    misses: int = 0
    sessions: int = 0
    last_day: date | None = None
    last_planned: tuple[str, int] | None = None
    absent: int = 0
    tough_on: date | None = None
    extra_on: date | None = None
    deload_left: int = 0
    deload_on: date | None = None
    plateau_on: date | None = None
    every_other_until: date | None = None
    stepped_down: SteppedDown | None = None
    ramp_to: int | None = None
    back_from_pain: bool = False
    gentle_left: int = 0
    met_running: int = 0
    hard_running: int = 0
    steps: tuple[date, ...] = ()
    graded_since_open: int = 0
    graded_since_step: int = 0
    still_since: date | None = None
    since_variation: int | None = None
    variations: int = 0
    recent: tuple[Graded, ...] = ()
    risen_on: date | None = None
    season: SeasonRun | None = None
    seasons: int = 0
    season_done: bool = False
    test_asked: bool = False
    tests: tuple[int, ...] = ()
    offers: dict[Offer, OfferState] = field(default_factory=dict)

    def offer(self, offer: Offer) -> OfferState:
        return self.offers.get(offer, NOT_OFFERED)

    def break_off(self, day: date) -> None:
        """A session that pain ended counts for the gap only."""
        self.last_day, self.absent = day, 0

    def copy(self) -> "Standing":
        return replace(self, offers=dict(self.offers))

    def gap(self, day: date) -> int:
        """Days since the last session, less those on which the family wasn't to be had, up to 14 days."""
        if self.last_day is None:
            return 0
        calendar = (day - self.last_day).days
        return calendar if calendar >= RESTART_DAYS else calendar - self.absent


@dataclass(frozen=True, slots=True)
class Lowering:
    """The days with negatives: how new slow lowering is, and how often it came lately.

    `last_pull` is the last day with any pull, which a new placement doesn't forget.
    """

    new_since: date | None = None
    sessions: int = 0
    days: tuple[date, ...] = ()
    last_pull: date | None = None

    def after(self, day: date, *, lowered: bool) -> "Lowering":
        """Once a day with pulls is over; 15 days without any make lowering new again."""
        rested = self.last_pull is not None and (day - self.last_pull).days >= RESTART_DAYS
        new_since = None if rested else self.new_since
        if not lowered:
            return replace(self, new_since=new_since, last_pull=day)
        week = tuple(earlier for earlier in self.days if (day - earlier).days <= 6)
        return Lowering(new_since or day, self.sessions + 1, (*week, day), day)

    def was_on(self, day: date) -> bool:
        return day in self.days

    def is_new(self, day: date) -> bool:
        """In its first 14 days or 5 sessions; a long break starts the days again."""
        return self.new_since is None or (day - self.new_since).days < 14 or self.sessions < 5

    def lately(self, day: date) -> int:
        """Days with negatives among the six before `day`."""
        return sum(1 <= (day - earlier).days <= 6 for earlier in self.days)


@dataclass(frozen=True, slots=True)
class Pain:
    """What hurts since when. While it isn't known which exercise hurts, `certain` is False.

    `withdrawn` are the offers as they were, for a pain that turns out to be none.
    """

    since: Mapping[Family, datetime] = field(default_factory=dict)
    fine: frozenset[Family] = frozenset()
    certain: bool = True
    withdrawn: Mapping[Family, Mapping[Offer, OfferState]] = field(default_factory=dict)

    def pauses(self, family: Family) -> bool:
        """The other family rests too until the athlete says that it is comfortable."""
        return family in self.since or (bool(self.since) and family not in self.fine)


@dataclass(slots=True, kw_only=True)
class Life:
    """Both families and what they share; changed in place by the fold.

    `bar` is None until it is known; `eased` are the families that somebody wants light today, and why;
    `left_off` are those that shall be left out today; `left_out` is the one that wasn't trained on the last
    `left_out_days` days with both planned and one done.
    """

    standings: dict[Family, Standing]
    lowering: Lowering = Lowering()
    running: int = 0
    bar: bool | None = None
    free_weekdays: frozenset[int] = frozenset()
    pain: Pain = Pain()
    circumstances: Circumstances = AS_USUAL
    eased: dict[Family, Why] = field(default_factory=dict)
    left_off: frozenset[Family] = frozenset()
    last_cut: Family | None = None
    left_out: Family | None = None
    left_out_days: int = 0

    def copy(self) -> "Life":
        """As it is now, whatever the fold does next."""
        standings = {family: standing.copy() for family, standing in self.standings.items()}
        return replace(self, standings=standings, eased=dict(self.eased))

    def note_day(self, plan: Plan, trained: frozenset[Family]) -> None:
        """Days running: one that was trained against the advice to rest isn't counted on, but starts anew."""
        advised = any(part.why is Why.SIX_IN_A_ROW for part in plan)
        if trained and plan.pull.sets and plan.push.sets:
            missing = next((family for family in Family if family not in trained), None)
            before = self.left_out_days if missing is self.left_out else 0
            self.left_out, self.left_out_days = missing, before + 1 if missing else 0
        self.running = self.running + 1 if trained and not advised else 0
        if self.circumstances.paused and self.circumstances.pause_until is None and trained:
            self.circumstances = replace(self.circumstances, paused=False)

    def is_free(self, day: date) -> bool:
        return day.weekday() in self.free_weekdays

    def has(self, family: Family, day: date) -> bool:
        """Whether the family can be trained that day at all."""
        if self.pain.pauses(family) or self.is_free(day) or self.circumstances.hold(day):
            return False
        if family in self.left_off:
            return False
        return family is Family.PUSH or (self.bar is True and not self.circumstances.is_bar_away(day))
