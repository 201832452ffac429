"""Athletes come back as they were saved."""

from dataclasses import replace
from datetime import time

import pytest

from bot.coaching.asked import Asked, AskedReps, AskedStart
from bot.coaching.athlete import Journey
from bot.coaching.ports import UnitsOfWork
from bot.domain.anchor import Anchor, DailyThing
from bot.domain.prompts import WeekdayTime
from tests.store.makers import ANNA, BEN, FRIDAY, athlete, did


async def test_a_saved_athlete_comes_back(units: UnitsOfWork) -> None:
    anna = replace(
        athlete(),
        prompt_time=time(6, 45),
        weekday_times=(WeekdayTime(6, time(9)),),
        place="Zürich",
        silent_cards=True,
        anchor=Anchor(DailyThing.COFFEE),
        journey=Journey("Asia/Tokyo", "Tokyo", FRIDAY),
        prompts_on=False,
        wants_prompts=False,
        name="Anna 💪",
    )
    async with units() as work:
        await work.athletes.save(anna)
        await work.commit()
    async with units() as work:
        assert await work.athletes.get(ANNA) == anna


@pytest.mark.parametrize("asked", [None, AskedStart(FRIDAY), AskedReps("knee_push_up", FRIDAY)])
async def test_the_open_question_comes_back(units: UnitsOfWork, asked: Asked | None) -> None:
    anna = replace(athlete(), asked=asked)
    async with units() as work:
        await work.athletes.save(anna)
        assert await work.athletes.get(ANNA) == anna


async def test_saving_again_replaces_and_keeps_the_log(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.athletes.save(replace(athlete(), asked=AskedStart(FRIDAY)))
        await work.sets.add(ANNA, [did(12)])
        await work.athletes.save(athlete(name="Anna B."))
        assert await work.athletes.get(ANNA) == athlete(name="Anna B.")
        assert await work.sets.history(ANNA) == [did(12)]


async def test_a_stranger_is_nobody(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.athletes.get(ANNA) is None


async def test_many_are_found_at_once_and_strangers_left_out(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.athletes.save(athlete(ANNA))
        await work.athletes.save(athlete(BEN, name="Ben"))
        assert await work.athletes.get_many([ANNA, BEN, 3]) == {
            ANNA: athlete(ANNA),
            BEN: athlete(BEN, name="Ben"),
        }
        assert await work.athletes.get_many([]) == {}


async def test_ids_have_64_bits(units: UnitsOfWork) -> None:
    largest = 2**63 - 1
    async with units() as work:
        await work.athletes.save(athlete(largest))
        assert await work.athletes.get(largest) == athlete(largest)
