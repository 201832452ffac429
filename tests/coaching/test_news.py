"""What is told beside sets: illness, soreness, races, pauses, no bar; each changes the plan."""

from datetime import date, time

import pytest

from bot.coaching.actions import AskLight, ChooseBar, PauseUntil, SayBack, SayBetter
from bot.coaching.log_outcomes import Logged
from bot.coaching.news_outcomes import (
    AwayHeard,
    BackNoted,
    BarAwayNoted,
    BetterNoted,
    ColdNoted,
    LightNoted,
    LongRunHeard,
    PauseNoted,
    RaceAsked,
    RaceCancelled,
    RaceNoted,
    SickNoted,
    SoreNoted,
    TiredHeard,
)
from bot.coaching.outcomes import BarNoted, Outcome, Quiet, SmallTalk, Snoozed, Welcomed
from bot.coaching.ports import DueKind
from bot.coaching.views import Prompted, RoutineShown, SettingsShown
from bot.domain.events import SickSaid, SoreSaid
from bot.domain.exercise import Family
from bot.domain.plan import Why
from bot.understanding.reading import About
from tests.coaching.life import Life
from tests.makers import day, did, has_bar, placed


@pytest.fixture
async def wednesday(life: Life) -> Life:
    """Day 3 of somebody with a bar who has trained on both days before."""
    log = [*did("push_up", 10, 10), *did("push_up", 10, 10, on=day(2))]
    await life.has_lived(log, [placed("push_up", 20), placed("pull_up", 14), has_bar()])
    return life.on(3)


async def why(life: Life, number: int) -> Why:
    return (await life.training(day(number))).plan.push.why


async def rests(life: Life, *numbers: int) -> list[bool]:
    return [(await life.training(day(number))).plan.is_rest for number in numbers]


# -- ill, sore, tired ---------------------------------------------------------------------------------


async def test_whoever_is_ill_rests_and_hears_nothing(wednesday: Life) -> None:
    await wednesday.says("later")

    assert await wednesday.later(minutes=1).says("I'm sick") == SickNoted()
    assert await rests(wednesday, 3, 4, 9) == [True] * 3
    assert await wednesday.prompt(4) == Quiet()
    assert await wednesday.due(DueKind.SNOOZE) is None


@pytest.mark.parametrize(
    ("words", "since", "fever"),
    [
        ("sick since yesterday", day(2), None),
        ("fever since Monday", day(1), True),
        ("flu", day(3), True),
    ],
)
async def test_an_illness_counts_from_its_day(
    wednesday: Life, words: str, since: date, *, fever: bool | None
) -> None:
    await wednesday.says(words)

    (said,) = [event for event in await wednesday.events() if isinstance(event, SickSaid)]
    assert (said.day, said.fever) == (since, fever)


async def test_a_head_cold_stops_nothing(wednesday: Life) -> None:
    assert await wednesday.says("I have a cold") == ColdNoted(day(3))
    assert await rests(wednesday, 3, 4) == [False, False]


@pytest.mark.parametrize("words", ["better", "I'm back", "feeling better"])
async def test_better_comes_back_after_a_day(wednesday: Life, words: str) -> None:
    await wednesday.says("I'm sick")

    outcome = await wednesday.on(5).says(words)

    assert isinstance(outcome, BetterNoted)
    assert outcome.rests
    assert f"{outcome.next_at:%d %H:%M}" == "07 07:00"
    assert await rests(wednesday, 5, 6) == [True, False]
    assert await why(wednesday, 6) is Why.AFTER_SICK


@pytest.mark.parametrize("tapped", [True, False])
async def test_whoever_is_well_for_a_day_begins_today(wednesday: Life, *, tapped: bool) -> None:
    await wednesday.says("I'm sick")
    wednesday.on(6)

    outcome = await (
        wednesday.taps(SayBetter(for_a_day=True)) if tapped else wednesday.says("fine since yesterday")
    )

    assert outcome == BetterNoted(rests=False)
    assert await rests(wednesday, 6) == [False]


async def test_better_on_an_old_card_shows_today(wednesday: Life) -> None:
    assert isinstance(await wednesday.taps(SayBetter()), RoutineShown)
    assert isinstance(await wednesday.taps(SayBack()), RoutineShown)


@pytest.mark.parametrize(
    ("words", "family"),
    [("I'm sore", None), ("sore from pull-ups", Family.PULL), ("sore from push-ups and pull-ups", None)],
)
async def test_what_is_sore_is_light_today(wednesday: Life, words: str, family: Family | None) -> None:
    outcome = await wednesday.says(words)

    assert isinstance(outcome, SoreNoted)
    (said,) = [event for event in await wednesday.events() if isinstance(event, SoreSaid)]
    assert said.family is family
    assert outcome.card.plan.pull.why is Why.SORE


async def test_a_word_on_tiredness_changes_nothing_by_itself(wednesday: Life) -> None:
    before = await wednesday.events()

    assert await wednesday.says("so tired today") == TiredHeard(day(3))
    assert await wednesday.events() == before


# -- light days, races, long runs ---------------------------------------------------------------------


async def test_a_light_day_is_light(wednesday: Life) -> None:
    outcome = await wednesday.says("light today")

    assert isinstance(outcome, LightNoted)
    assert outcome.card is not None
    assert await why(wednesday, 3) is Why.LIGHT_ASKED


async def test_tomorrow_may_be_light(wednesday: Life) -> None:
    assert await wednesday.says("light tomorrow please") == LightNoted(day(4))
    assert [await why(wednesday, 4), await why(wednesday, 5)].count(Why.LIGHT_ASKED) == 1


async def test_an_old_button_makes_today_light(wednesday: Life) -> None:
    outcome = await wednesday.taps(AskLight(day(1)))

    assert isinstance(outcome, LightNoted)
    assert outcome.day == day(3)


@pytest.mark.parametrize(
    ("words", "run_day", "light_day"),
    [
        ("long run tomorrow", day(4), day(3)),
        ("long run on Sunday", day(7), day(6)),
        ("long run today", day(3), day(3)),
        ("long run!", day(3), day(3)),
    ],
)
async def test_before_a_long_run_a_light_day_is_offered(
    wednesday: Life, words: str, run_day: date, light_day: date
) -> None:
    assert await wednesday.says(words) == LongRunHeard(run_day, light_day, day(3))
    assert await why(wednesday, 3) is not Why.LIGHT_ASKED

    await wednesday.taps(AskLight(light_day))
    training = await wednesday.training(light_day)
    assert training.plan.push.why is Why.LIGHT_ASKED


async def test_a_race_gets_its_days(wednesday: Life) -> None:
    assert await wednesday.says("race on Sunday") == RaceNoted(day(7), day(3))
    assert await rests(wednesday, 4, 5, 6, 7, 8) == [False, False, False, True, False]
    assert [await why(wednesday, number) for number in (5, 6, 7, 8)] == [
        Why.RUNNING,
        Why.RUNNING,
        Why.RACE,
        Why.RUNNING,
    ]


@pytest.mark.parametrize(
    ("words", "taper"), [("I have a race!", False), ("taper time", True), ("race coming up", False)]
)
async def test_the_day_of_a_race_is_asked_and_an_answer_in_words_is_enough(
    wednesday: Life, words: str, *, taper: bool
) -> None:
    assert await wednesday.says(words) == RaceAsked(taper)

    assert await wednesday.later(minutes=1).says("17 May") == RaceNoted(date(2026, 5, 17), day(3), taper)
    assert (await wednesday.athlete()).asked is None


async def test_what_is_no_day_is_taken_as_what_it_is(wednesday: Life) -> None:
    await wednesday.says("I have a race!")

    assert isinstance(await wednesday.later(minutes=1).says("10 push-ups"), Logged)


async def test_a_taper_is_for_the_race_that_is_known(wednesday: Life) -> None:
    await wednesday.says("race on March 14")

    assert await wednesday.later(minutes=1).says("taper") == RaceNoted(day(13), day(3), taper=True)
    assert await why(wednesday, 5) is Why.RUNNING


async def test_a_race_that_is_off_leaves_the_plan_alone(wednesday: Life) -> None:
    await wednesday.says("race on Sunday")

    assert await wednesday.later(minutes=1).says("race is cancelled") == RaceCancelled(day(7))
    assert await rests(wednesday, 7) == [False]
    assert await wednesday.later(minutes=1).says("race is cancelled") == SmallTalk(About.RACE_OFF)


# -- pauses and journeys ------------------------------------------------------------------------------


async def test_a_pause_ends_on_its_day_with_the_plan_that_was_told(wednesday: Life) -> None:
    outcome = await wednesday.says("pause for two weeks")

    assert isinstance(outcome, PauseNoted)
    assert outcome.until == day(17)
    assert outcome.back is not None
    back = await wednesday.training(day(17))
    assert outcome.back.plan == back.plan
    assert await rests(wednesday, 3, 16, 17) == [True, True, False]
    assert await wednesday.prompt(16) == Quiet()
    assert isinstance(await wednesday.prompt(17), Prompted)


@pytest.mark.parametrize("words", ["pause", "pause for 500 days"])
async def test_a_pause_without_an_end_waits_for_a_word(wednesday: Life, words: str) -> None:
    assert await wednesday.says(words) == PauseNoted(None)
    assert await rests(wednesday, 3, 60) == [True, True]


@pytest.mark.parametrize("words", ["I'm back", "resume", "tap"])
async def test_whoever_is_back_goes_on_today(wednesday: Life, words: str) -> None:
    await wednesday.says("pause for two weeks")
    wednesday.on(6)

    outcome = await (wednesday.taps(SayBack()) if words == "tap" else wednesday.says(words))

    assert isinstance(outcome, BackNoted)
    assert outcome.card.left


async def test_a_first_log_ends_a_pause_without_an_end(wednesday: Life) -> None:
    await wednesday.says("pause")
    await wednesday.on(9).says("10 push-ups")

    assert await rests(wednesday, 10) == [False]


async def test_a_break_of_an_hour_is_no_pause(wednesday: Life) -> None:
    assert isinstance(await wednesday.says("taking a break for an hour"), Snoozed)
    assert await rests(wednesday, 4) == [False]


async def test_a_journey_is_a_pause_only_if_it_is_to_be(wednesday: Life) -> None:
    assert await wednesday.says("away until Sunday") == AwayHeard(day(7))
    assert await rests(wednesday, 4) == [False]

    assert isinstance(await wednesday.taps(PauseUntil(day(7))), PauseNoted)
    assert await rests(wednesday, 4, 6, 7) == [True, True, False]


async def test_an_old_button_pauses_for_nothing(wednesday: Life) -> None:
    assert await wednesday.on(9).taps(PauseUntil(day(7))) == PauseNoted(None)


async def test_the_next_prompt_is_that_after_the_pause(wednesday: Life) -> None:
    await wednesday.says("pause until Monday")

    shown = await wednesday.asks(wednesday.coach.show_settings)

    assert isinstance(shown, SettingsShown)
    assert f"{shown.next_at:%d %H:%M}" == "09 07:00"


# -- the bar ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("no bar today", 4),
        ("no bar", 4),
        ("no bar till Monday", 8),
        ("no bar for two weeks", 17),
        ("no bar this week", 8),
    ],
)
async def test_without_a_bar_the_pull_side_waits(wednesday: Life, words: str, until: int) -> None:
    outcome = await wednesday.says(words)

    assert isinstance(outcome, BarAwayNoted)
    assert outcome.until == day(until)
    plans = [(await wednesday.training(day(number))).plan.pull for number in (3, until)]
    assert [bool(part.sets) for part in plans] == [False, True]


async def test_push_ups_only_lasts(wednesday: Life) -> None:
    assert isinstance(await wednesday.says("push-ups only"), BarNoted)
    assert not (await wednesday.training(day(20))).plan.pull.sets


async def test_no_bar_from_somebody_who_never_had_one_is_for_good(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])

    assert isinstance(await life.on(3).says("I don't have a bar"), BarNoted)


async def test_no_bar_today_can_become_for_good_by_a_tap(wednesday: Life) -> None:
    await wednesday.says("no bar today")

    assert isinstance(await wednesday.taps(ChooseBar(available=False)), BarNoted)
    assert not (await wednesday.training(day(20))).plan.pull.sets


# -- somebody new -------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["I'm sick", "race on Sunday", "not on Sundays", "no bar"])
async def test_somebody_new_is_welcomed_first(life: Life, words: str) -> None:
    assert await life.says(words) == Welcomed()


async def test_a_return_after_silence_is_prompted(wednesday: Life) -> None:
    """A pause was announced: its days are none of silence."""
    await wednesday.says("pause until March 22")

    assert isinstance(await wednesday.prompt(21), Prompted)


@pytest.mark.parametrize(
    ("words", "about"), [("feeling better", About.BETTER), ("start again", About.RESUME)]
)
async def test_good_news_of_nothing_is_answered(wednesday: Life, words: str, about: About) -> None:
    assert await wednesday.says(words) == SmallTalk(about)


async def test_at_night_until_counts_from_the_calendar_date(wednesday: Life) -> None:
    outcome: Outcome = await wednesday.on(4, time(0, 30)).says("pause until Monday")

    assert isinstance(outcome, PauseNoted)
    assert outcome.until == day(8)
