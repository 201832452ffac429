"""Made-up months of athletes: what they did, said and answered, and where it led day by day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import Enum, auto

from hypothesis import strategies as st

from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import (
    BarAway,
    BetterSaid,
    Event,
    LightAsked,
    Offer,
    PauseEnded,
    PauseSaid,
    RaceSaid,
    SeasonLeft,
    SickSaid,
    SideOff,
    SoreSaid,
    StartedOver,
    StepDownUndone,
    TaperSaid,
    TestAsked,
)
from bot.domain.exercise import Family
from bot.domain.placement import start_of_life
from bot.domain.plan import Mode, Plan, PlannedSet
from bot.domain.routine import prescribe
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import Life
from bot.domain.state import close, judged, plan_day, wake
from bot.domain.told import Told, tell
from tests.makers import answer, cleared, day, did, event, felt, free, has_bar, hurts, placed, skipped

EXERCISES = (
    "knee_push_up",
    "push_up",
    "wide_push_up",
    "negative_pull_up",
    "assisted_negative",
    "pull_up",
    "chin_up",
)
MORNING, EVENING = time(6, 30), time(20, 0)


class Act(Enum):
    """What somebody makes of a family's part of the plan."""

    ALL = auto()
    MORE = auto()
    SHORT = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Deed:
    """One day as it will be lived, whatever is planned."""

    acts: Mapping[Family, Act]
    efforts: Mapping[Family, Effort | None]
    own: tuple[str, int] | None = None
    told_later: int = 0
    says: str = ""
    yes: bool | None = None
    answers_at: time = EVENING


@dataclass(frozen=True)
class Lived:
    """A day as it went: `before` is the evening before, `morning` includes what was said of the day."""

    day: date
    before: Life = field(repr=False)
    morning: Life = field(repr=False)
    plan: Plan = field(repr=False)
    sets: tuple[LoggedSet, ...]
    events: tuple[Event, ...]
    evening: Life = field(repr=False)

    def of(self, family: Family, catalogue: Catalogue) -> tuple[LoggedSet, ...]:
        """The sets that were told in time to be graded."""
        return tuple(tell(self.sets, (), catalogue).graded[family])

    def trained(self, catalogue: Catalogue) -> bool:
        return any(self.of(family, catalogue) for family in Family)


@dataclass
class Story:
    """A life, day after day; the same fold as `state.train`, a day at a time."""

    catalogue: Catalogue = field(repr=False)
    start: list[Event] = field(default_factory=list)
    days: list[Lived] = field(default_factory=list)

    @property
    def log(self) -> list[LoggedSet]:
        return [one for lived in self.days for one in lived.sets]

    @property
    def events(self) -> list[Event]:
        return [event for lived in self.days for event in lived.events]

    @property
    def life(self) -> Life:
        return self.days[-1].evening if self.days else start_of_life()

    def live(self, deed: Deed) -> Lived:
        """The next day, if this were done; the story itself goes on only by `days.append`."""
        plain = self._live(deed)
        asked = plain.evening if deed.answers_at == EVENING else plain.morning
        answers = _answers(deed, asked, plain.day)
        return self._live(deed, answers) if answers else plain

    def _live(self, deed: Deed, answers: Sequence[Event] = ()) -> Lived:
        today, catalogue = day(len(self.days) + 1), self.catalogue
        events = [*([] if self.days else self.start), *_says(deed, today), *answers]
        asked = prescribe(
            _morning(self.life, today, tell((), events, catalogue), catalogue), today, catalogue
        )
        told = tell(_does(deed, asked), events, catalogue)
        morning = _morning(self.life, today, told, catalogue)
        plan = plan_day(morning, today, told, catalogue)
        evening = morning.copy()
        close(evening, plan, told, catalogue, only=judged(plan, told, catalogue))
        return Lived(today, self.life, morning, plan, tuple(told.sets), tuple(told.events), evening)


def _morning(life: Life, today: date, told: Told, catalogue: Catalogue) -> Life:
    morning = life.copy()
    wake(morning, today, told, catalogue)
    return morning


def _says(deed: Deed, today: date) -> list[Event]:
    said: dict[str, list[Event]] = {
        "": [],
        "pull hurts": [hurts(Family.PULL, on=today)],
        "push hurts": [hurts(Family.PUSH, on=today)],
        "something hurts": [hurts(None, on=today)],
        "pull is fine": [cleared(Family.PULL, on=today)],
        "push is fine": [cleared(Family.PUSH, on=today)],
        "all is fine": [cleared(family, on=today) for family in Family],
        "no bar": [has_bar(on=today, available=False)],
        "a bar": [has_bar(on=today)],
        "weekends off": [free({5, 6}, on=today)],
        "no day off": [free((), on=today)],
        "skip": [skipped(on=today)],
        "no push-ups today": [event(SideOff, on=today, family=Family.PUSH)],
        "cold": [event(SickSaid, on=today, fever=False)],
        "sick": [event(SickSaid, on=today)],
        "fever": [event(SickSaid, on=today, fever=True)],
        "better": [event(BetterSaid, on=today)],
        "well": [event(BetterSaid, on=today, for_a_day=True)],
        "sore": [event(SoreSaid, on=today)],
        "sore arms": [event(SoreSaid, on=today, clock=time(8), family=Family.PULL)],
        "light": [event(LightAsked, on=today)],
        "light after all": [event(LightAsked, on=today, clock=time(8))],
        "pause": [event(PauseSaid, on=today)],
        "pause for a week": [event(PauseSaid, on=today, until=today + 7 * ONE_DAY)],
        "back": [event(PauseEnded, on=today)],
        "race today": [event(RaceSaid, on=today, race_day=today)],
        "race tomorrow": [event(RaceSaid, on=today, race_day=today + ONE_DAY)],
        "race on Sunday": [event(RaceSaid, on=today, race_day=today + (6 - today.weekday()) * ONE_DAY)],
        "undo steps": [
            event(StepDownUndone, on=today, clock=time(20, one is Family.PUSH), family=one) for one in Family
        ],
        "season over": [event(SeasonLeft, on=today, family=Family.PUSH)],
        "test me": [event(TestAsked, on=today, family=Family.PUSH)],
        "test my arms": [event(TestAsked, on=today, clock=EVENING, family=Family.PULL)],
        "start over": [event(StartedOver, on=today)],
        "thirty push-ups": [placed("push_up", 30, on=today)],
        "taper": [event(TaperSaid, on=today, race_day=today + 9 * ONE_DAY)],
        "no bar today": [event(BarAway, on=today, until=today + ONE_DAY)],
        "no bar today after all": [event(BarAway, on=today, clock=time(8), until=today + ONE_DAY)],
        "no bar for ten days": [event(BarAway, on=today, until=today + 10 * ONE_DAY)],
        "felt hard": [felt(Effort.HARD, family, on=today) for family in Family],
    }
    return said[deed.says]


def _answers(deed: Deed, asked: Life, today: date) -> list[Event]:
    """To the offers that are open by then: only those can be answered."""
    if deed.yes is None:
        return []
    return [
        answer(offer, accepted=deed.yes, on=today, clock=deed.answers_at)
        for offer in Offer
        if asked.standings[offer.family].offer(offer).open_since
    ]


def _does(deed: Deed, plan: Plan) -> list[LoggedSet]:
    sets: list[LoggedSet] = []
    for part in plan:
        for place, (exercise, reps) in enumerate(_reps(deed.acts[part.family], part.sets)):
            source = f"m:1:{part.family}{place}"
            sets += did(exercise, reps, on=plan.day, effort=deed.efforts[part.family], source=source)
    if deed.own:
        exercise, reps = deed.own
        sets += did(exercise, reps, on=plan.day, source="m:2")
    return [replace(one, said_at=one.said_at + timedelta(days=deed.told_later)) for one in sets]


def _reps(act: Act, planned: tuple[PlannedSet, ...]) -> Iterator[tuple[str, int]]:
    last = len(planned) - 1
    for place, one in enumerate(planned):
        open_ended = 2 if one.mode is Mode.OPEN else 0
        match act:
            case Act.ALL:
                yield one.exercise, one.reps + open_ended
            case Act.MORE:
                yield one.exercise, one.reps + 3
            case Act.SHORT if place < last or one.reps > 1:
                yield one.exercise, max(1, one.reps - (2 if place == last else 0))
            case _:
                return


_SAYINGS = (
    "all is fine",
    "all is fine",
    "all is fine",
    "pull hurts",
    "push hurts",
    "something hurts",
    "pull is fine",
    "push is fine",
    "no bar",
    "a bar",
    "weekends off",
    "no day off",
    "skip",
    "no push-ups today",
    "felt hard",
    "cold",
    "sick",
    "fever",
    "better",
    "better",
    "well",
    "sore",
    "sore arms",
    "light",
    "light after all",
    "pause",
    "pause for a week",
    "back",
    "back",
    "race today",
    "race tomorrow",
    "race on Sunday",
    "taper",
    "no bar today",
    "no bar today after all",
    "season over",
    "test me",
    "test my arms",
    "start over",
    "thirty push-ups",
    "undo steps",
    "undo steps",
    "no bar for ten days",
)
_EFFORTS = (None, Effort.EASY, Effort.EASY, Effort.OK, Effort.HARD, Effort.FAILED)


def _each(values: st.SearchStrategy[Act] | st.SearchStrategy[Effort | None]) -> st.SearchStrategy:
    return st.fixed_dictionaries(dict.fromkeys(Family, values))


deeds = st.builds(
    Deed,
    acts=_each(st.sampled_from((Act.ALL, Act.ALL, Act.MORE, Act.SHORT, Act.NOTHING))),
    efforts=_each(st.sampled_from(_EFFORTS)),
    own=st.none() | st.tuples(st.sampled_from(EXERCISES), st.integers(1, 12)),
    told_later=st.sampled_from((0, 0, 0, 1, 7, 10)),
    says=st.just("") | st.just("") | st.sampled_from(_SAYINGS),
    yes=st.sampled_from((None, True, False)),
    answers_at=st.sampled_from((MORNING, EVENING)),
)

_habits = st.builds(
    Deed,
    acts=_each(st.sampled_from((Act.ALL, Act.ALL, Act.ALL, Act.MORE, Act.SHORT, Act.NOTHING))),
    efforts=_each(st.sampled_from((None, Effort.EASY, Effort.EASY, Effort.OK, Effort.HARD))),
    yes=st.sampled_from((True, True, False, None)),
    answers_at=st.sampled_from((MORNING, EVENING)),
)

_IDLE = Deed(acts=dict.fromkeys(Family, Act.NOTHING), efforts=dict.fromkeys(Family))

_starts = st.tuples(
    st.sampled_from((None, ("knee_push_up", 0), ("knee_push_up", 30), ("push_up", 1), ("push_up", 30))),
    st.sampled_from((None, ("negative_pull_up", 0), ("pull_up", 1), ("pull_up", 4), ("pull_up", 30))),
    st.sampled_from((None, True, True, True, False)),
)


@st.composite
def lives(draw: st.DrawFn, *, most: int = 30, long_break: bool = False) -> Story:
    """Somebody with habits, who now and then does something else; `long_break` leaves off for weeks."""
    push, pull, bar = draw(_starts)
    start = [placed(*place) for place in (push, pull) if place]
    start += [] if bar is None else [has_bar(available=bar)]
    habit = draw(_habits)
    length = draw(st.integers(7, most))
    usually = st.one_of(st.just(habit), st.just(habit), deeds)
    days = draw(st.lists(usually, min_size=length, max_size=length))
    if long_break:
        place = draw(st.integers(length // 2, length))
        back = replace(draw(_habits), says=draw(st.sampled_from(("", "start over"))))
        days[place:place] = [*[_IDLE] * draw(st.integers(14, 20)), back]
    story = Story(load_catalogue(), start)
    for deed in days:
        story.days.append(story.live(deed))
    return story
