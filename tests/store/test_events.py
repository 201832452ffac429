"""Events are appended, each once, and come back as they were."""

from typing import get_args

import pytest

from bot.coaching.ports import UnitsOfWork
from bot.domain.events import (
    BarAway,
    BarSaid,
    BetterSaid,
    EffortSaid,
    Event,
    FreeDaysSaid,
    LightAsked,
    Offer,
    OfferAnswered,
    PainCleared,
    PainSaid,
    PauseEnded,
    PauseSaid,
    Placed,
    RaceSaid,
    Rhythm,
    RhythmAnswered,
    Said,
    SeasonLeft,
    SickSaid,
    SideOff,
    Skipped,
    SoreSaid,
    StartedOver,
    StepDownUndone,
    TaperSaid,
    TestAsked,
)
from bot.domain.exercise import Family
from bot.domain.sets import Effort
from tests.store.makers import ANNA, FRIDAY, MINUTE, NOW, with_athletes

EVERY_KIND: tuple[Event, ...] = (
    BarAway(said_at=NOW, day=FRIDAY, source="m:1:1", until=FRIDAY),
    BarSaid(said_at=NOW, day=FRIDAY, source="m:1:1", available=True),
    BetterSaid(said_at=NOW, day=FRIDAY, source="m:1:1", for_a_day=True),
    EffortSaid(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PUSH, effort=Effort.EASY),
    FreeDaysSaid(said_at=NOW, day=FRIDAY, source="m:1:1", weekdays=frozenset({6, 2})),
    LightAsked(said_at=NOW, day=FRIDAY, source="m:1:1"),
    OfferAnswered(said_at=NOW, day=FRIDAY, source="m:1:1", offer=Offer.PUSH_UP, accepted=False),
    PainCleared(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PULL),
    PainSaid(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PULL),
    PauseEnded(said_at=NOW, day=FRIDAY, source="m:1:1"),
    PauseSaid(said_at=NOW, day=FRIDAY, source="m:1:1", until=FRIDAY),
    Placed(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PUSH, rung="knee_push_up"),
    RaceSaid(said_at=NOW, day=FRIDAY, source="m:1:1", race_day=FRIDAY),
    RhythmAnswered(said_at=NOW, day=FRIDAY, source="m:1:1", rhythm=Rhythm.HOUR, accepted=True),
    Said(said_at=NOW, day=FRIDAY, source="m:1:1", key="milestone.10"),
    SeasonLeft(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PUSH),
    SickSaid(said_at=NOW, day=FRIDAY, source="m:1:1", fever=False),
    SideOff(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PULL),
    Skipped(said_at=NOW, day=FRIDAY, source="m:1:1"),
    SoreSaid(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PULL),
    StartedOver(said_at=NOW, day=FRIDAY, source="m:1:1"),
    StepDownUndone(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PUSH),
    TaperSaid(said_at=NOW, day=FRIDAY, source="m:1:1", race_day=FRIDAY),
    TestAsked(said_at=NOW, day=FRIDAY, source="m:1:1", family=Family.PUSH),
)


@pytest.fixture
async def known(units: UnitsOfWork) -> UnitsOfWork:
    return await with_athletes(units, ANNA)


async def test_every_kind_comes_back_in_the_order_of_kinds(known: UnitsOfWork) -> None:
    async with known() as work:
        assert await work.events.add(ANNA, EVERY_KIND[::-1]) == len(EVERY_KIND)
        assert await work.events.history(ANNA) == list(EVERY_KIND)


def test_no_kind_is_forgotten_here() -> None:
    assert {type(event) for event in EVERY_KIND} == set(get_args(Event))


async def test_a_second_tap_changes_nothing(known: UnitsOfWork) -> None:
    yes = OfferAnswered(said_at=NOW, day=FRIDAY, source="m:1:1", offer=Offer.PUSH_UP, accepted=True)
    no = OfferAnswered(said_at=NOW + MINUTE, day=FRIDAY, source="m:1:1", offer=Offer.PUSH_UP, accepted=False)
    async with known() as work:
        assert await work.events.add(ANNA, [yes]) == 1
        assert await work.events.add(ANNA, [no]) == 0
        assert await work.events.history(ANNA) == [yes]


async def test_the_moment_decides_before_source_and_position(known: UnitsOfWork) -> None:
    first = Skipped(said_at=NOW, day=FRIDAY, source="z", position=1)
    second = Skipped(said_at=NOW + MINUTE, day=FRIDAY, source="a")
    async with known() as work:
        await work.events.add(ANNA, [second, first])
        assert await work.events.history(ANNA) == [first, second]
