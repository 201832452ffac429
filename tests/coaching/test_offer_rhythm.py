"""A later hour, or the weekdays that are kept: offered once each in a card, and settled by a tap."""

from datetime import time

import pytest

from bot.coaching.actions import AnswerHour, AnswerWeekdays, ChooseAnchor, ChooseBar, ChooseHour, TapDone
from bot.coaching.log_outcomes import Logged
from bot.coaching.outcomes import Outcome
from bot.coaching.setting_outcomes import RhythmKept, Settled
from bot.coaching.views import Prompted, RhythmOffer
from bot.domain.events import Rhythm, RhythmAnswered
from tests.coaching.life import Life
from tests.makers import day, placed

EVENING = RhythmOffer(Rhythm.HOUR, at=time(18, 30))
DAYS = RhythmOffer(Rhythm.WEEKDAYS, weekdays=frozenset({0, 3}))


@pytest.fixture
async def evenings(life: Life) -> Life:
    """Prompted at seven, trained in the evening, seven days; Monday's card looks back instead."""
    await settled(life)
    for number in range(1, 8):
        await life.on(number, time(18, 40)).says("did 2 knee pushups")
    await life.prompt(8)
    await life.on(8, time(18, 40)).says("did 2 knee pushups")
    return life.on(9, time(5))


@pytest.fixture
async def two_days(life: Life) -> Life:
    """Trained on Mondays and Thursdays at seven, three weeks running; Monday's card looks back instead."""
    await settled(life)
    for number in (1, 4, 8, 11, 15, 18, 22):
        await life.prompt(number)
        await life.on(number, time(7, 5)).says("did 2 knee pushups")
    return life.on(23, time(5))


async def settled(life: Life) -> None:
    """All that a card may ask in the first days is answered."""
    await life.has_lived([], [placed("knee_push_up")])
    life.on(1, time(6))
    for answer in (ChooseHour(time(7)), ChooseBar(available=False), ChooseAnchor(None)):
        await life.later(minutes=1).taps(answer)


async def offered(life: Life, number: int) -> RhythmOffer | None:
    prompt = await life.prompt(number)
    assert isinstance(prompt, Prompted)
    return prompt.rhythm


def next_of(outcome: Outcome) -> str:
    assert isinstance(outcome, Settled)
    assert not outcome.in_place
    assert outcome.next_at is not None
    return f"{outcome.next_at:%a %H:%M}"


async def test_who_trains_in_the_evening_is_offered_that_hour(evenings: Life) -> None:
    assert await offered(evenings, 9) == EVENING

    assert next_of(await evenings.taps(AnswerHour(time(18, 30), accepted=True))) == "Tue 18:30"
    assert await evenings.due_at() == "9 03-10T18:30"


@pytest.mark.parametrize("accepted", [True, False])
async def test_the_hour_is_offered_once(evenings: Life, *, accepted: bool) -> None:
    await offered(evenings, 9)
    await evenings.taps(AnswerHour(time(18, 30), accepted=accepted))
    for number in range(9, 15):
        await evenings.on(number, time(23, 40)).says("did 2 knee pushups")

    assert await offered(evenings, 16) is None
    answers = [event for event in await evenings.events() if isinstance(event, RhythmAnswered)]
    assert [(one.rhythm, one.accepted) for one in answers] == [(Rhythm.HOUR, accepted)]


async def test_without_an_answer_it_is_not_offered_again(evenings: Life) -> None:
    await offered(evenings, 9)

    assert await offered(evenings, 10) is None


async def test_declined_it_stays_as_it_is(evenings: Life) -> None:
    await offered(evenings, 9)

    kept = await evenings.taps(AnswerHour(time(18, 30), accepted=False))

    assert isinstance(kept, RhythmKept)
    assert kept.next_at is not None
    assert (await evenings.athlete()).prompt_time == time(7)


async def test_a_tap_that_took_the_card_has_it_offered_again(evenings: Life) -> None:
    await offered(evenings, 9)

    done = await evenings.on(9, time(18, 40)).taps(TapDone(day(9)))

    assert isinstance(done, Logged)
    assert done.rhythm == EVENING


async def test_who_keeps_the_same_weekdays_is_offered_those(two_days: Life) -> None:
    assert await offered(two_days, 23) == DAYS

    assert next_of(await two_days.taps(AnswerWeekdays(frozenset({0, 3}), accepted=True))) == "Thu 07:00"
    assert await two_days.free_weekdays() == {1, 2, 4, 5, 6}


async def test_declined_all_days_stay(two_days: Life) -> None:
    await offered(two_days, 23)

    assert isinstance(await two_days.taps(AnswerWeekdays(frozenset({0, 3}), accepted=False)), RhythmKept)
    assert await two_days.free_weekdays() == frozenset()
    assert await offered(two_days, 24) is None
