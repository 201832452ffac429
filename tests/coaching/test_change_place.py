"""Where an athlete is: in words, by a location, by the clock there; journeys that end by themselves."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.coaching.actions import ChooseZone, KeepZone
from bot.coaching.asked import AskedPlace
from bot.coaching.athlete import Journey
from bot.coaching.mail import Draft, Lane, OutboxKind
from bot.coaching.outcomes import NotUnderstood, Outcome, Quiet
from bot.coaching.ports import DueKind
from bot.coaching.setting_outcomes import (
    JourneyOver,
    NotThereYet,
    Nowhere,
    PlaceNotFound,
    Settled,
    WhichClock,
    WhichPlace,
)
from bot.domain.events import Skipped
from bot.domain.streak import Mark, showing_up
from tests.coaching.life import Life
from tests.makers import day, did, placed

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
HONOLULU, AUCKLAND = ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Auckland")


@pytest.fixture
async def settled(life: Life) -> Life:
    """Tuesday, five in the morning; the prompt comes at seven in Berlin."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life.on(2, time(5))


def moved(outcome: Outcome) -> tuple[str, str]:
    assert isinstance(outcome, Settled)
    assert outcome.next_at is not None
    return outcome.athlete.zone, f"{outcome.next_at:%a %d %H:%M}"


# -- in words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("I live in Boston", "America/New_York"),
        ("I've moved to Los Angelos", "America/Los_Angeles"),
        ("move me to Portland, Maine", "America/New_York"),
        ("my timezone is Asia/Tokyo", "Asia/Tokyo"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("I'm in Lisbon", "Europe/Lisbon"),
        ("my city is 北京", "Asia/Shanghai"),
    ],
)
async def test_a_place_can_be_told_at_any_time(settled: Life, words: str, zone: str) -> None:
    assert moved(await settled.says(words))[0] == zone
    assert (await settled.athlete()).journey is None


@pytest.mark.parametrize("words", ["I live in Springfield", "move me to San José"])
async def test_namesakes_are_asked_back_and_a_tap_settles_it(settled: Life, words: str) -> None:
    asked = await settled.says(words)
    assert isinstance(asked, WhichPlace)

    zone = asked.candidates[-1].zone
    assert moved(await settled.taps(ChooseZone(zone)))[0] == zone


async def test_a_name_in_another_tongue_is_asked_back_where_it_may_be_no_place(settled: Life) -> None:
    asked = await settled.says("I'm in 北京")

    assert isinstance(asked, WhichPlace)
    assert [place.name for place in asked.candidates] == ["Beijing"]


@pytest.mark.parametrize("words", ["my timezone is Mars/Olympus", "Mars/Olympus", "I live in Qwertzuiopolis"])
async def test_a_place_that_is_none_is_asked_again_and_the_next_word_counts(
    settled: Life, words: str
) -> None:
    assert await settled.says(words) == PlaceNotFound()
    assert moved(await settled.says("Munich"))[0] == "Europe/Berlin"


async def test_a_place_in_the_sea_is_asked_again_and_the_next_word_counts(settled: Life) -> None:
    assert await settled.shares(30.0, -40.0) == PlaceNotFound(Nowhere.SEA)
    assert moved(await settled.says("Lisbon"))[0] == "Europe/Lisbon"


@pytest.mark.parametrize("words", ["I'm in bed", "I'm in a hurry", "I'm in"])
async def test_not_all_that_somebody_is_in_is_a_place(settled: Life, words: str) -> None:
    assert isinstance(await settled.says(words), NotUnderstood)
    assert not isinstance((await settled.athlete()).asked, AskedPlace)


# -- by the clock there -------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["it's 5:00 here", "it's 5:04 am here", "here it's 05:00"])
async def test_a_clock_that_shows_what_ours_does_changes_nothing(settled: Life, words: str) -> None:
    assert moved(await settled.says(words)) == ("Europe/Berlin", "Tue 03 07:00")


async def test_another_clock_is_asked_back_with_the_cities_that_have_it(settled: Life) -> None:
    asked = await settled.says("it's 13:00 here")
    assert isinstance(asked, WhichClock)
    assert {settled.now.astimezone(ZoneInfo(one.zone)).hour for one in asked.candidates} == {13}

    await settled.taps(ChooseZone("Asia/Tokyo"))
    assert (await settled.athlete()).zone == "Asia/Tokyo"


async def test_without_morning_or_evening_both_are_offered(settled: Life) -> None:
    asked = await settled.says("it's 9:00 here")

    assert isinstance(asked, WhichClock)
    hours = {settled.now.astimezone(ZoneInfo(one.zone)).hour for one in asked.candidates}
    assert hours <= {9, 21}


async def test_a_time_that_no_clock_shows_is_asked_again(settled: Life) -> None:
    assert await settled.says("it's 13:22 here") == PlaceNotFound(Nowhere.CLOCK)
    assert moved(await settled.taps(KeepZone()))[0] == "Europe/Berlin"


# -- journeys -----------------------------------------------------------------------------------------


async def test_a_journey_ends_by_itself_and_says_so(settled: Life) -> None:
    outcome = await settled.says("I'm travelling to Tokyo until Sunday")
    assert moved(outcome) == ("Asia/Tokyo", "Wed 04 07:00")
    assert (await settled.athlete()).journey == Journey("Europe/Berlin", None, day(7))

    heard = await mornings(settled, 2, 9)

    assert heard == [
        "morning Wed 04 07:00+09:00",
        "morning Thu 05 07:00+09:00",
        "morning Fri 06 07:00+09:00",
        "morning Sat 07 07:00+09:00",
        "morning Sun 08 07:00+09:00",
        "journey Mon 09 03:00+01:00",
        "morning Mon 09 07:00+01:00",
        "morning Tue 10 07:00+01:00",
    ]
    athlete = await settled.athlete()
    assert (athlete.zone, athlete.place, athlete.journey) == ("Europe/Berlin", None, None)


async def test_from_the_west_the_first_morning_at_home_is_in_time(settled: Life) -> None:
    await settled.says("I'm in New York until Saturday")

    assert (await mornings(settled, 2, 8))[-4:] == [
        "morning Sat 07 07:00-05:00",
        "journey Sun 08 07:00+01:00",
        "morning Sun 08 07:00+01:00",
        "morning Mon 09 07:00+01:00",
    ]


async def test_the_way_home_is_told_with_the_next_prompt_and_without_a_sound(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo until Sunday")
    await mornings(settled, 2, 7)
    stubs = [stub for stub in await settled.on(8, time(3)).claims() if stub.key and "journey" in stub.key]

    (told,) = [await settled.prepares(stub, settled.now) for stub in stubs]

    assert isinstance(told, JourneyOver)
    assert told.next_at is not None
    assert told.next_at.isoformat() == "2026-03-09T07:00:00+01:00"


@pytest.mark.parametrize("words", ["I'm back", "back home"])
async def test_whoever_is_back_sooner_says_so(settled: Life, words: str) -> None:
    await settled.says("I'm travelling to Tokyo until Sunday")

    assert moved(await settled.on(4).says(words)) == ("Europe/Berlin", "Fri 06 07:00")
    assert await settled.due(DueKind.JOURNEY) is None


async def test_a_journey_without_an_end_lasts_until_its_end_is_said(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo")
    assert (await settled.athlete()).journey == Journey("Europe/Berlin", None, None)
    assert await settled.due(DueKind.JOURNEY) is None

    await settled.on(20).says("I'm back")

    assert (await settled.athlete()).zone == "Europe/Berlin"


async def test_from_one_journey_to_the_next_home_stays_home(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo until Thursday")
    await settled.later(minutes=1).says("I'm travelling to Springfield until Sunday")

    await settled.taps(ChooseZone("America/New_York"))

    athlete = await settled.athlete()
    assert athlete.zone == "America/New_York"
    assert athlete.journey == Journey("Europe/Berlin", None, day(7))


async def test_within_the_same_zone_a_journey_changes_nothing(settled: Life) -> None:
    await settled.says("I'm travelling to Munich until Sunday")

    assert (await settled.athlete()).journey is None


async def test_a_new_home_ends_the_journey(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo until Sunday")
    await settled.says("I moved to Tokyo")

    assert (await settled.athlete()).journey is None
    assert await settled.due(DueKind.JOURNEY) is None


async def test_a_journey_that_is_still_to_come_moves_nothing_yet(settled: Life) -> None:
    assert await settled.says("I'm flying to Tokyo on Friday") == NotThereYet("Tokyo")
    assert await settled.says("flying to Tokyo tomorrow, back on Sunday") == NotThereYet("Tokyo", day(7))
    assert (await settled.athlete()).zone == "Europe/Berlin"


async def test_another_hour_on_a_journey_holds_at_home_too(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo until Sunday")
    await settled.says("prompt me every day at 2:00")

    assert (await mornings(settled, 2, 8))[-2:] == [
        "journey Mon 09 02:00+01:00",
        "morning Mon 09 02:00+01:00",
    ]


async def test_while_a_journey_lasts_its_question_stays_open(settled: Life) -> None:
    await settled.says("I'm travelling to Springfield until Sunday")

    asked = (await settled.athlete()).asked
    assert asked == AskedPlace(day(2), by_the_way=True, away=True, until=day(7))


async def test_whoever_wants_no_prompts_comes_home_unsaid(settled: Life) -> None:
    await settled.says("I'm travelling to Tokyo until Sunday")
    await settled.says("stop")

    assert await mornings(settled, 2, 9) == []
    assert (await settled.athlete()).zone == "Europe/Berlin"


# -- the count of days --------------------------------------------------------------------------------


async def test_a_day_that_a_flight_to_the_east_cuts_short_is_not_missed(settled: Life) -> None:
    await settled.on(2, time(20)).says("I'm in Tokyo until Sunday")

    assert [event.day for event in await settled.events() if isinstance(event, Skipped)] == [day(2)]
    await settled.says("did 2 knee pushups")
    marks = showing_up((await settled.training(day(3))).diary).marks
    assert [marks[day(number)] for number in (1, 2, 3)] == [Mark.KEPT, Mark.REST, Mark.KEPT]


async def test_a_day_that_is_done_needs_no_excuse(settled: Life) -> None:
    await settled.on(2, time(19)).says("did 2 knee pushups")
    await settled.on(2, time(20)).says("I'm in Tokyo until Sunday")

    assert not [event for event in await settled.events() if isinstance(event, Skipped)]


async def test_across_the_date_line_no_day_is_prompted_twice_and_none_is_a_gap(settled: Life) -> None:
    await settled.says("I moved to Auckland")
    assert len(await settled.on(3, time(7), AUCKLAND).claims()) == 1

    await settled.on(3, time(20), AUCKLAND).says("I'm in Honolulu until Saturday")

    heard = await mornings(settled, 2, 8)
    assert [line[:14] for line in heard if line.startswith("morning")] == [
        "morning Thu 05",
        "morning Fri 06",
        "morning Sat 07",
        "morning Sun 08",
        "morning Mon 09",
        "morning Tue 10",
    ]


async def mornings(life: Life, first: int, last: int) -> list[str]:
    """What the clock brings on these days, Berlin's, hour after hour: its kind, its day, when it was due."""
    heard: list[str] = []
    for number in range(first, last + 1):
        for hour in range(24):
            stubs = await life.on(number, time(hour)).claims()
            heard += [await _told(life, stub) for stub in stubs]
    return heard


async def _told(life: Life, stub: Draft) -> str:
    kind = (stub.key or "").partition(":")[0]
    zone = (await life.athlete()).zone_info
    at = life.now.astimezone(zone).isoformat(timespec="minutes")[11:]
    assert stub.day is not None
    return f"{kind} {stub.day:%a %d} {at}"


async def test_a_notice_after_the_athlete_is_gone_is_quiet(settled: Life) -> None:
    stub = Draft(chat_id=7, kind=OutboxKind.NOTICE, lane=Lane.INTERACTIVE, key="journey:7:x", day=day(2))

    assert await settled.prepares(stub, settled.now) == Quiet()
