"""Pages, small talk, and what is no words at all."""

import pytest

from bot.coaching.outcomes import GroupGreeted, NotUnderstood, NotWords, Quiet, SmallTalk
from bot.coaching.views import Explained, HelpShown, PrivacyShown, RoutineShown, StatsShown
from bot.domain.exercise import Family
from bot.domain.plan import PlannedSet
from bot.understanding.reading import About
from tests.coaching.life import Life
from tests.makers import day, did, has_bar, placed


@pytest.fixture
async def begun(life: Life) -> Life:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life.on(2)


async def test_today_is_the_plan_with_one_cue(begun: Life) -> None:
    shown = await begun.asks(begun.coach.show_today)

    assert isinstance(shown, RoutineShown)
    assert shown.card.left == (PlannedSet("knee_push_up", 2),)
    assert shown.card.cue in {"K1", "K2"}


async def test_the_cue_changes_from_day_to_day(begun: Life) -> None:
    second = await begun.says("what's today's workout?")
    third = await begun.on(3).says("what's today's workout?")

    assert isinstance(second, RoutineShown)
    assert isinstance(third, RoutineShown)
    assert second.card.cue != third.card.cue


async def test_stats_count_what_is_in_the_book(begun: Life) -> None:
    await begun.says("3, 2 knee pushups")

    shown = await begun.asks(begun.coach.show_stats)

    assert isinstance(shown, StatsShown)
    assert (shown.totals, shown.best) == ({"knee_push_up": 7}, {"knee_push_up": 3})
    assert (shown.showing.current, shown.has_bar) == (2, False)


async def test_at_the_top_of_a_ladder_nothing_comes_next(life: Life) -> None:
    await life.has_lived((), [placed("push_up", 60), has_bar()])

    shown = await life.says("how am I doing")

    assert isinstance(shown, StatsShown)
    assert shown.next_doses[Family.PUSH] == ()
    assert len(shown.doses[Family.PUSH]) == 3


@pytest.mark.parametrize(
    ("words", "exercise"),
    [("how do I do a negative?", "negative_pull_up"), ("how do I do a pushup", "knee_push_up")],
)
async def test_an_exercise_is_explained_todays_cue_first(begun: Life, words: str, exercise: str) -> None:
    explained = await begun.says(words)

    assert isinstance(explained, Explained)
    assert explained.exercise == exercise
    assert sorted(explained.cues) == sorted(begun.catalogue.exercises[exercise].cues)


@pytest.mark.parametrize(
    ("words", "about"),
    [("thanks!", About.THANKS), ("hello", About.GREETING), ("travelling", About.TRAVEL)],
)
async def test_small_talk_is_answered(begun: Life, words: str, about: About) -> None:
    assert await begun.says(words) == SmallTalk(about)


async def test_what_nobody_understands_gets_an_example_of_ones_own(begun: Life) -> None:
    assert await begun.says("mumble mumble") == NotUnderstood("knee_push_up")


async def test_commands_for_help_and_privacy(begun: Life) -> None:
    assert await begun.asks(begun.coach.show_help) == HelpShown()
    assert await begun.asks(begun.coach.show_privacy) == PrivacyShown()


async def test_a_sticker_is_pointed_to_words(begun: Life) -> None:
    assert await begun.asks(begun.coach.point_to_text) == NotWords()


async def test_a_group_is_greeted(begun: Life) -> None:
    assert await begun.asks(begun.coach.greet_group) == GroupGreeted(begun.athlete_id)


async def test_who_has_blocked_the_chat_is_left_alone_until_they_write(begun: Life) -> None:
    assert await begun.asks(begun.coach.hush) == Quiet()
    assert await begun.prompt(3) == Quiet()

    await begun.says("hello")

    assert (await begun.athlete()).prompts_on


async def test_who_unblocks_the_chat_gets_prompts_again(begun: Life) -> None:
    await begun.asks(begun.coach.hush)
    await begun.asks(begun.coach.unhush)
    await begun.asks(begun.coach.unhush)

    assert await begun.prompt(3) != Quiet()


async def test_a_stranger_who_blocks_the_chat_is_nobody(life: Life) -> None:
    assert await life.asks(life.coach.hush) == Quiet()


async def test_a_day_of_rest_says_why(life: Life) -> None:
    log = [one for number in range(1, 7) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, [placed("knee_push_up")])

    shown = await life.on(7).asks(life.coach.show_today)

    assert isinstance(shown, RoutineShown)
    assert shown.card.plan.is_rest
