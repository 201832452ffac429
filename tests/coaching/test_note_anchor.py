"""The if-then plan: asked on day 3, kept, and quoted in the mornings after."""

from datetime import time

import pytest

from bot.coaching.actions import ChooseAnchor, Open, Topic
from bot.coaching.outcomes import NotUnderstood, Outcome, Snoozed
from bot.coaching.setting_outcomes import AnchorNoted, Settled
from bot.coaching.views import AnchorAsked, Prompted, Question
from bot.domain.anchor import Anchor, DailyThing
from tests.coaching.life import Life
from tests.makers import day, did, placed

COFFEE, CAT = Anchor(DailyThing.COFFEE), Anchor(words="after you feed your cat")


@pytest.fixture
async def third_day(life: Life) -> Life:
    """The morning of day 3 has just asked."""
    log = [one for number in (1, 2) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, [placed("knee_push_up")])
    await life.prompt(3)
    return life.on(3, time(7, 5))


def noted(outcome: Outcome) -> Anchor | None:
    assert isinstance(outcome, AnchorNoted)
    assert outcome.next_at is not None
    return outcome.anchor


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("after coffee", COFFEE),
        ("coffee", COFFEE),
        ("after I feed my cat", CAT),
        ("none", None),
    ],
)
async def test_the_answer_is_kept(third_day: Life, words: str, anchor: Anchor | None) -> None:
    assert noted(await third_day.says(words)) == anchor
    assert (await third_day.athlete()).anchor == anchor


@pytest.mark.parametrize("thing", [DailyThing.RUN, None])
async def test_a_tap_answers_too(third_day: Life, thing: DailyThing | None) -> None:
    assert noted(await third_day.taps(ChooseAnchor(thing))) == (Anchor(thing) if thing else None)


async def test_mornings_after_it_know_it(third_day: Life) -> None:
    await third_day.says("after coffee")

    prompt = await third_day.prompt(4)

    assert isinstance(prompt, Prompted)
    assert prompt.anchor == COFFEE


@pytest.mark.parametrize("words", ["after coffee", "none"])
async def test_it_is_asked_once(third_day: Life, words: str) -> None:
    await third_day.says(words)

    asked = [one.question for n in (4, 5, 6, 7) if isinstance(one := await third_day.prompt(n), Prompted)]

    assert Question.ANCHOR not in asked


async def test_who_does_not_answer_is_not_asked_again(third_day: Life) -> None:
    asked = [one.question for n in (4, 5, 6, 7) if isinstance(one := await third_day.prompt(n), Prompted)]

    assert Question.ANCHOR not in asked


@pytest.mark.parametrize("words", ["mumble", "tell me a joke"])
async def test_other_words_are_taken_as_what_they_are(third_day: Life, words: str) -> None:
    assert isinstance(await third_day.says(words), NotUnderstood)
    assert noted(await third_day.says("after coffee")) == COFFEE


async def test_later_is_later(third_day: Life) -> None:
    assert isinstance(await third_day.says("later"), Snoozed)


async def test_a_time_is_an_hour(third_day: Life) -> None:
    assert isinstance(await third_day.says("6:30"), Settled)


async def test_the_settings_ask_again(third_day: Life) -> None:
    await third_day.says("after coffee")

    assert await third_day.taps(Open(Topic.ANCHOR)) == AnchorAsked(COFFEE)
    assert noted(await third_day.says("after I feed my cat")) == CAT
    assert await third_day.taps(Open(Topic.ANCHOR)) == AnchorAsked(CAT)
