"""A day without one side: the other one goes on, and the gap doesn't count what wasn't to be had."""

from bot.coaching.outcomes import SideSkipped, SkipNoted
from bot.domain.events import SideOff
from bot.domain.exercise import Family
from bot.domain.plan import Row, Why
from bot.domain.state import train
from tests.coaching.life import Life
from tests.makers import day, did, event, has_bar, placed

BOTH = [placed("push_up", 12), placed("pull_up", 8), has_bar()]


async def test_no_push_ups_today_leaves_the_pulling(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), BOTH)

    outcome = await life.on(2).says("no push-ups today")

    assert isinstance(outcome, SideSkipped)
    assert (outcome.card.plan.push.row, outcome.card.plan.push.why) == (Row.REST, Why.LEFT_OFF)
    assert outcome.card.plan.pull.sets
    assert (await life.training(day(3))).plan.push.sets


async def test_the_only_side_left_out_is_a_day_off(life: Life) -> None:
    await life.has_lived(did("push_up", 6, 6, on=day(1)), BOTH[:1])

    assert isinstance(await life.on(2).says("no push-ups today"), SkipNoted)


async def test_what_was_begun_is_over_then(life: Life) -> None:
    await life.has_lived([*did("push_up", 6, 6, on=day(1)), *did("push_up", 6, 6, on=day(2))], BOTH)

    assert isinstance(await life.on(2).says("skip the pull-ups today"), SkipNoted)


async def test_a_day_left_out_is_no_part_of_a_gap(life: Life) -> None:
    off = [event(SideOff, on=day(n), family=Family.PUSH) for n in range(4, 12)]
    log = did("push_up", 6, 6, on=day(1))

    plan = train(life.catalogue, log, [*BOTH, *off], day(12)).plan

    assert plan.push.row is Row.NORMAL
