"""What holds in every life: the policy's invariants (docs/coaching.md, 9)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.data.exercises import load_catalogue
from bot.domain.events import Offer, OfferAnswered, PainCleared, PainSaid, Placed, StepDownUndone
from bot.domain.exercise import Family
from bot.domain.hearing import begin_day
from bot.domain.milestones import Milestone, reached, to_celebrate
from bot.domain.plan import EASINGS, Plan, Prescription, Row, Why
from bot.domain.routine import prescribe
from bot.domain.sets import Effort
from bot.domain.state import _diary_day, train
from bot.domain.timing import CAP_SECONDS, seconds_of
from bot.domain.told import tell
from tests.domain.lives import Act, Deed, Lived, Story, lives
from tests.makers import has_bar, placed

CATALOGUE = load_catalogue()
WHYS = {
    Row.PAUSED: {Why.PAIN, Why.SICK, Why.PAUSE},
    Row.REST: {Why.SIX_IN_A_ROW, Why.FREE_DAY, Why.RACE, Why.LEFT_OFF, Why.EVERY_OTHER, Why.NO_BAR},
    Row.SPACING: {Why.SPACING, Why.LOWERING_RESTS},
    Row.RETURN: {Why.RETURN, Why.AFTER_SICK, *EASINGS},
    Row.EASED: EASINGS,
    Row.DELOAD: {Why.DELOAD},
    Row.LIGHT: {Why.LIGHT, Why.EXTRA},
    Row.CALIBRATE: {Why.CALIBRATE},
    Row.TRY: {Why.TRY},
    Row.SEASON: {Why.SEASON},
    Row.TEST: {Why.TEST},
    Row.VARIATION: {Why.VARIATION},
    Row.OPEN: {Why.OPEN},
    Row.NORMAL: {Why.FIRST, Why.SAME, Why.STEP_UP, Why.STEP_DOWN},
}

Made = tuple[Act, Effort | None]
_ACTS = (Act.SHORT, Act.ALL, Act.MORE)
_EFFORTS = (Effort.FAILED, Effort.HARD, None, Effort.OK, Effort.EASY)
_IDLE = dict.fromkeys(Family, Act.NOTHING)


def _ranked(draws: tuple[list[int], list[int]]) -> tuple[Made, Made]:
    acts, efforts = map(sorted, draws)
    return (_ACTS[acts[0]], _EFFORTS[efforts[0]]), (_ACTS[acts[1]], _EFFORTS[efforts[1]])


_WORSE_AND_BETTER = st.tuples(
    st.lists(st.integers(0, len(_ACTS) - 1), min_size=2, max_size=2),
    st.lists(st.integers(0, len(_EFFORTS) - 1), min_size=2, max_size=2),
).map(_ranked)


@given(lives())
def test_no_day_takes_longer_than_three_minutes(story: Story) -> None:
    for lived in story.days:
        pull, push = lived.plan.pull.sets, lived.plan.push.sets
        assert lived.plan.seconds == seconds_of(pull, push, CATALOGUE) <= CAP_SECONDS


@given(lives())
def test_nobody_is_moved_up_a_rung_without_a_yes(story: Story) -> None:
    for number, lived in enumerate(story.days):
        yes = _yes_to(story.days[: number + 1])
        for family in Family:
            old, new = lived.before.standings[family].rung, lived.evening.standings[family].rung
            rose = CATALOGUE.hardness(new) > CATALOGUE.hardness(old)
            detour = old == "assisted_negative" and new == "negative_pull_up"
            by_placement = number == 0 or any(isinstance(event, Placed) for event in lived.events)
            undone = any(isinstance(event, StepDownUndone) for event in lived.events)
            assert not rose or detour or by_placement or undone or _OFFER[new] in yes


@given(lives())
def test_nobody_varies_their_hands_without_a_yes(story: Story) -> None:
    for number, lived in enumerate(story.days):
        if lived.plan.push.row is Row.VARIATION:
            assert Offer.VARIATION in _yes_to([*story.days[:number], lived])
            assert lived.plan.push.rung == "push_up"


@given(lives())
def test_what_hurts_is_never_prescribed(story: Story) -> None:
    """From the day after it was said; before, what was done until then stands."""
    for number, lived in enumerate(story.days):
        for family in _hurting(story.days[:number]) & _hurting(story.days[: number + 1]):
            assert lived.plan.of(family).sets == ()
            assert lived.plan.of(family).row is Row.PAUSED


@given(lives())
def test_nobody_is_asked_to_train_while_ill_away_or_racing(story: Story) -> None:
    for lived in story.days:
        if lived.before.circumstances.hold(lived.day) and lived.morning.circumstances.hold(lived.day):
            assert lived.plan.is_rest


@given(lives())
def test_without_a_bar_nothing_is_asked_of_it(story: Story) -> None:
    for lived in story.days:
        away = lived.morning.circumstances.is_bar_away(lived.day)
        assert not (away and lived.plan.pull.sets)


@given(
    lives(), st.sampled_from(("sore", "light", "push hurts", "pull hurts", "sick", "fever", "race tomorrow"))
)
def test_pain_soreness_and_illness_never_raise_the_plan(story: Story, says: str) -> None:
    """Neither on the day itself nor on the next one; a first day on the toes is work of another kind."""
    plain, ailing = (
        story.live(Deed(acts=_IDLE, efforts=dict.fromkeys(Family), says=word)) for word in ("", says)
    )
    for family in Family:
        if plain.plan.of(family).row is not Row.CALIBRATE:
            assert _work(ailing.plan.of(family)) <= _work(plain.plan.of(family))
        tomorrow = _tomorrow(ailing).of(family)
        assert not tomorrow.sets or _strength(tomorrow) <= _strength(_tomorrow(plain).of(family))


@given(lives())
def test_lowering_is_dosed(story: Story) -> None:
    for number, lived in enumerate(story.days):
        lowered = [one for one in lived.plan.sets if CATALOGUE.is_lowered(one.exercise)]
        reps = sum(one.reps for one in lowered)
        assert reps <= 9
        assert sum(one.reps * one.lowering for one in lowered) <= 63
        assert reps <= 4 or len(_lowering_days(story.days[:number])) >= 5


@given(lives())
def test_six_days_running_are_followed_by_a_day_off(story: Story) -> None:
    """Whoever trains against that advice gets it again after six more."""
    running = 0
    for lived in story.days:
        advised = running == 6
        assert lived.plan.is_rest or not advised
        running = running + 1 if lived.trained(CATALOGUE) and not advised else 0


@given(lives() | lives(long_break=True))
def test_new_arms_lower_every_other_day_at_most(story: Story) -> None:
    """New are those of the first days and sessions, and of the first days after a long break."""
    for number, lived in enumerate(story.days):
        before = _lowering_days(story.days[:number])
        first = _first_lowering(before, _last_return(story.days[:number]))
        new = bool(before) and ((lived.day - first).days < 14 or len(before) < 5)
        if new and before[-1].day == lived.day - timedelta(days=1):
            assert not any(CATALOGUE.is_lowered(one.exercise) for one in lived.plan.sets)


@given(lives())
def test_a_day_raises_a_level_by_two_at_most(story: Story) -> None:
    """By three, if a set went far above its target; a step back up that was asked for is none."""
    for lived in story.days:
        for family in Family:
            part, now = lived.plan.of(family), lived.evening.standings[family]
            target = max((one.reps for one in part.sets), default=0)
            best = max((one.reps for one in lived.of(family, CATALOGUE)), default=0)
            most = 3 if best >= max(target + 4, 1.5 * target) else 2
            if now.rung == part.rung:
                assert now.level <= part.level + most or now.level <= lived.morning.standings[family].level


@given(lives())
def test_a_day_with_too_few_reps_never_raises_a_level(story: Story) -> None:
    for lived in story.days:
        for family in Family:
            part, now = lived.plan.of(family), lived.evening.standings[family]
            old = lived.morning.standings[family]
            if now.rung == part.rung and _fell_short(lived, family):
                assert now.level <= max(part.level, old.level)


@given(lives())
def test_every_line_of_a_plan_has_its_reason(story: Story) -> None:
    for lived in story.days:
        for part in lived.plan:
            cut = {Why.CUT, Why.CUT_TWO} if part.sets else set[Why]()
            assert part.why in WHYS[part.row] | cut


@given(lives(), st.integers(1, 7))
def test_the_order_in_which_things_arrive_does_not_matter(story: Story, piles: int) -> None:
    log = [one for pile in range(piles) for one in story.log[pile::piles]]
    events = [event for pile in range(piles) for event in story.events[pile::piles]]
    today = story.days[-1].day
    replayed = train(CATALOGUE, log[::-1], events[::-1], today)
    assert replayed == train(CATALOGUE, story.log, story.events, today)


@given(lives(), st.sampled_from(Family), _WORSE_AND_BETTER)
def test_more_reps_or_an_easier_day_never_lower_the_next_plan(
    story: Story, family: Family, pair: tuple[Made, Made]
) -> None:
    worse, better = (
        story.live(Deed(acts={**_IDLE, family: act}, efforts=dict.fromkeys(Family, effort)))
        for act, effort in pair
    )
    lower, higher = (_strength(_tomorrow(lived).of(family)) for lived in (worse, better))
    assert not worse.sets or higher >= lower


@given(lives())
def test_a_day_without_a_session_never_raises_the_plan(story: Story) -> None:
    idle = story.live(Deed(acts=_IDLE, efforts=dict.fromkeys(Family)))
    tomorrow = _tomorrow(idle)
    for family in Family:
        today = idle.plan.of(family)
        if tomorrow.of(family).sets:
            assert _strength(tomorrow.of(family)) <= _strength(today)


@given(
    st.frozensets(st.integers(0, 6), min_size=2),
    st.sampled_from((None, Effort.EASY, Effort.OK, Effort.HARD)),
    st.sampled_from((("knee_push_up", "negative_pull_up"), ("push_up", "pull_up"))),
    st.integers(1, 40),
)
def test_two_days_a_week_are_enough_to_gain_a_level_within_six_weeks(
    weekdays: frozenset[int], effort: Effort | None, rungs: tuple[str, str], stated: int
) -> None:
    """Whoever meets every session, wherever they stand but at the top."""
    story = Story(CATALOGUE, [*(placed(rung, stated) for rung in rungs), has_bar()])
    for number in range(42):
        act = Act.ALL if number % 7 in weekdays else Act.NOTHING
        deed = Deed(acts=dict.fromkeys(Family, act), efforts=dict.fromkeys(Family, effort))
        story.days.append(story.live(deed))
    for family, standing in story.life.standings.items():
        first = story.days[0].morning.standings[family].level
        assert standing.level > first or first == CATALOGUE.rung(standing.rung).top


@given(lives(), st.frozensets(st.integers(0, 29)))
def test_each_milestone_is_said_once_at_most(story: Story, taken_back: frozenset[int]) -> None:
    """And one a day; also where a day's sets are taken back in the evening, once they were celebrated."""
    said: list[Milestone] = []
    for number, lived in enumerate(story.days):
        earlier = [one for place, one in enumerate(story.days[:number]) if place not in taken_back]
        before, now = _reached(earlier), _reached([*earlier, lived])
        milestone = to_celebrate(before, now, set(said))
        said += [milestone] if milestone else []
    assert len(said) == len(set(said))
    assert {Milestone.FIRST_LOG} & set(said) or not any(lived.sets for lived in story.days)


def _reached(days: Sequence[Lived]) -> Mapping[Milestone, date]:
    log = [one for lived in days for one in lived.sets]
    events = [event for lived in days for event in lived.events]
    diary = [
        _diary_day(lived.morning, lived.plan, tell(lived.sets, lived.events, CATALOGUE)) for lived in days
    ]
    return reached(log, diary, [event for event in events if isinstance(event, Placed)], CATALOGUE)


@given(lives())
def test_what_an_athlete_could_do_to_begin_with_is_never_celebrated(story: Story) -> None:
    """A placement passes what is at or below it."""
    found = _reached(story.days)
    strong = any(
        isinstance(event, Placed) and event.rung == "push_up" and (event.stated_max or 0) >= 10
        for lived in story.days
        for event in lived.events
    )
    assert not strong or found.keys().isdisjoint({Milestone.KNEE_3X15, Milestone.PUSH_10})


@given(lives())
def test_a_life_day_by_day_is_the_life_replayed(story: Story) -> None:
    last = story.days[-1]
    training = train(CATALOGUE, story.log, story.events, last.day)
    assert (training.morning, training.plan) == (last.morning, last.plan)


def _tomorrow(lived: Lived) -> Plan:
    tomorrow = lived.day + timedelta(days=1)
    morning = lived.evening.copy()
    begin_day(morning, tomorrow)
    return prescribe(morning, tomorrow, CATALOGUE)


def _work(part: Prescription) -> int:
    return sum(one.most for one in part.sets)


def _strength(part: Prescription) -> tuple[int, int]:
    return CATALOGUE.hardness(part.rung), part.level


def _yes_to(days: Sequence[Lived]) -> set[Offer]:
    return {
        event.offer
        for lived in days
        for event in lived.events
        if isinstance(event, OfferAnswered) and event.accepted
    }


_OFFER = {"push_up": Offer.PUSH_UP, "pull_up": Offer.TRY_PULL_UP}


def _hurting(days: Sequence[Lived]) -> set[Family]:
    """The families that were named (all, until one is) and of which nobody has said a good word since."""
    hurting: set[Family] = set()
    named = True
    for event in (event for lived in days for event in lived.events):
        match event:
            case PainSaid(family=None):
                hurting, named = set(Family), False
            case PainSaid(family=Family() as family):
                hurting, named = (hurting | {family} if named else {family}), True
            case PainCleared(family=family):
                hurting, named = hurting - {family}, True
    return hurting


def _lowering_days(days: Sequence[Lived]) -> list[Lived]:
    return [
        lived
        for lived in days
        if any(CATALOGUE.is_lowered(one.exercise) for one in lived.of(Family.PULL, CATALOGUE))
    ]


def _last_return(days: Sequence[Lived]) -> date:
    """The last day with pulls before which there were none for 15 days; else the first of all."""
    pulls = [lived.day for lived in days if lived.of(Family.PULL, CATALOGUE)]
    back = [day for earlier, day in pairwise(pulls) if (day - earlier).days >= 15]
    return max(back, default=days[0].day if days else date.min)


def _first_lowering(lowering: Sequence[Lived], since: date) -> date:
    return min((lived.day for lived in lowering if lived.day >= since), default=date.max)


def _fell_short(lived: Lived, family: Family) -> bool:
    """Fewer reps than planned, and none of anything harder."""
    part = lived.plan.of(family)
    done = lived.of(family, CATALOGUE)
    own = CATALOGUE.hardness(part.rung)
    harder = any(CATALOGUE.hardness(one.exercise) > own for one in done)
    return not harder and sum(one.reps for one in done) < sum(one.reps for one in part.sets)
