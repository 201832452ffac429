"""What a receipt says of work beyond the plan: far above it, in an open set, or on a side that rests."""

from bot.coaching.actions import ChooseMax, ChoosePullUps, Start, StartOver, StartWith
from bot.coaching.log_outcomes import Logged
from bot.coaching.news_outcomes import PlacedAnew
from bot.coaching.outcomes import PullUpsNoted
from bot.coaching.views import RoutineShown
from bot.domain.exercise import Family
from bot.domain.plan import Row
from tests.coaching.life import Life, as_planned
from tests.makers import day, did, has_bar, hurts, placed

TOES = [placed("push_up", 12)]


async def logs(life: Life, number: int, words: str) -> Logged:
    outcome = await life.on(number).says(words)
    assert isinstance(outcome, Logged)
    return outcome


async def test_far_above_the_plan_says_that_the_next_session_moves_up(life: Life) -> None:
    await life.has_lived([], TOES)

    logged = await logs(life, 1, "15 and 14 push ups")

    assert logged.moved_up
    assert (await life.training(day(2))).plan.push.level == 9


async def test_a_little_above_the_plan_says_nothing_of_it(life: Life) -> None:
    await life.has_lived([], TOES)

    assert not (await logs(life, 1, "7 and 7 push ups")).moved_up


async def test_an_open_set_beyond_its_target_is_told(life: Life) -> None:
    await life.has_lived(as_planned(life.catalogue, TOES, days=range(1, 6)), TOES)

    logged = await logs(life, 6, "7 and 10 push ups")

    assert (await life.training(day(6))).plan.push.row is Row.OPEN
    assert logged.open_reps == 10


async def test_a_test_stands_beside_the_last_one(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), TOES)
    for number, words in ((2, "8 push ups"), (4, "9 push ups")):
        await life.on(number).says("test me")
        logged = await logs(life, number, words)

    assert (logged.open_reps, logged.last_test) == (9, 8)


async def test_work_on_a_side_that_rests_is_asked_about(life: Life) -> None:
    events = [*TOES, hurts(Family.PUSH, on=day(3))]
    await life.has_lived(did("push_up", 6, 6, on=day(1)), events)

    logged = await logs(life, 5, "10 push ups")

    assert (logged.resting, logged.milestone) == ((Family.PUSH,), None)
    assert (await life.training(day(6))).plan.push.row is Row.PAUSED


async def test_a_slip_of_the_finger_is_taken_back_in_words_too(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), TOES)
    await life.on(3).says("something hurts")
    await life.later(minutes=5).says("the pain is gone")

    part = (await life.training(day(3))).now.standings[Family.PUSH]
    assert not (await life.training(day(3))).now.pain.since
    assert not part.back_from_pain


# -- old cards ----------------------------------------------------------------------------------------


async def test_an_old_card_s_pull_ups_place_nobody_anew(life: Life) -> None:
    events = [*TOES, has_bar(), placed("pull_up", 6)]
    await life.has_lived(did("push_up", 6, 6, on=day(1)), events)
    before = await life.events()

    assert isinstance(await life.on(40).taps(ChoosePullUps(1)), RoutineShown)
    assert await life.events() == before


async def test_pull_ups_that_nobody_told_yet_may_be_told_later(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), [*TOES, has_bar()])

    assert await life.on(9).taps(ChoosePullUps(3)) == PullUpsNoted(3)
    assert isinstance(await life.later(days=1).taps(ChoosePullUps(8)), RoutineShown)


async def test_an_old_card_s_maximum_places_nobody_anew(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), TOES)
    await life.on(2).taps(StartOver())
    await life.taps(StartWith(Start.TOES))

    assert isinstance(await life.on(20).taps(ChooseMax(40)), RoutineShown)
    await life.on(21).taps(StartOver())
    await life.taps(StartWith(Start.TOES))
    assert isinstance(await life.taps(ChooseMax(40)), PlacedAnew)
