"""Questions about the routine, by words, command and button; how an exercise is done; a bar or none."""

import pytest

from bot.coaching.actions import Open, ShowHow, Topic
from bot.coaching.log_outcomes import UnknownExercise
from bot.coaching.outcomes import Answered, BarNoted
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.views import Explained, HelpShown, WhyShown
from bot.domain.exercise import Family
from bot.domain.plan import Why
from bot.domain.sets import Effort
from bot.understanding.reading import RoutineTopic
from tests.coaching.life import Life
from tests.makers import day, did, has_bar, hurts, placed


@pytest.fixture
async def begun(life: Life) -> Life:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])
    return life.on(2)


async def resting(life: Life) -> Life:
    log = [one for number in range(1, 7) for one in did("knee_push_up", 2, on=day(number))]
    await life.has_lived(log, [placed("knee_push_up")])
    return life.on(7)


# -- why ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("why so slow?", Answered(RoutineTopic.SLOW)),
        ("is it really David Roche?", Answered(RoutineTopic.WHO)),
        ("why rest days?", Answered(RoutineTopic.REST)),
        ("why do you use Telegram", Answered(RoutineTopic.UPPER_BODY)),
    ],
)
async def test_a_question_is_answered(begun: Life, words: str, answer: Answered) -> None:
    assert await begun.says(words) == answer


@pytest.mark.parametrize("words", ["why?", "why rest today?", "why is today so light"])
async def test_why_today_is_told_by_its_plan(begun: Life, words: str) -> None:
    shown = await begun.says(words)

    assert isinstance(shown, WhyShown)
    assert [part.why for part in shown.card.plan] == [Why.FIRST, Why.SAME]


async def test_why_rest_is_told_by_the_plan_of_a_day_of_rest(life: Life) -> None:
    shown = await (await resting(life)).says("why a rest day?")

    assert isinstance(shown, WhyShown)
    assert shown.card.plan.push.why is Why.SIX_IN_A_ROW


async def test_the_commands(begun: Life) -> None:
    assert isinstance(await begun.asks(begun.coach.show_why), WhyShown)
    assert await begun.asks(begun.coach.show_about) == Answered(RoutineTopic.WHO)


async def test_the_button_tells_why_at_all(begun: Life) -> None:
    assert await begun.taps(Open(Topic.WHY)) == Answered(RoutineTopic.UPPER_BODY)


# -- how ----------------------------------------------------------------------------------------------


async def how(life: Life, words: str) -> Explained | UnknownExercise:
    async def command(work: UnitOfWork, incoming: Incoming) -> Explained | UnknownExercise:
        told = Incoming(
            athlete_id=incoming.athlete_id,
            chat_id=incoming.chat_id,
            source=incoming.source,
            said_at=incoming.said_at,
            text=f"/how{words}",
        )
        shown = await life.coach.show_how(work, told)
        assert isinstance(shown, Explained | UnknownExercise)
        return shown

    shown = await life.asks(command)
    assert isinstance(shown, Explained | UnknownExercise)
    return shown


@pytest.mark.parametrize(
    ("words", "exercise"),
    [
        ("", "negative_pull_up"),
        (" ", "negative_pull_up"),
        ("@two_minute_bot", "negative_pull_up"),
        (" pushups", "knee_push_up"),
        (" diamond push-ups", "narrow_push_up"),
    ],
)
async def test_the_command_explains_what_is_named_or_comes_first(
    begun: Life, words: str, exercise: str
) -> None:
    shown = await how(begun, words)

    assert isinstance(shown, Explained)
    assert shown.exercise == exercise


@pytest.mark.parametrize("words", [" squats", " quickly"])
async def test_the_command_knows_its_exercises(begun: Life, words: str) -> None:
    assert await how(begun, words) == UnknownExercise()


async def test_todays_other_exercises_are_a_tap_away(begun: Life) -> None:
    shown = await begun.taps(ShowHow("negative_pull_up"))

    assert isinstance(shown, Explained)
    assert shown.others == ("knee_push_up",)
    assert await begun.taps(ShowHow("no_exercise")) == HelpShown()


async def test_on_a_day_of_rest_the_rung_is_explained(life: Life) -> None:
    shown = await (await resting(life)).taps(Open(Topic.HOW))

    assert isinstance(shown, Explained)
    assert shown.exercise == "knee_push_up"


async def first_cues(life: Life, *, days: range) -> set[str]:
    shown = [await life.on(number).taps(ShowHow("knee_push_up")) for number in days]
    return {one.cues[0] for one in shown if isinstance(one, Explained)}


async def test_cues_rotate(begun: Life) -> None:
    assert await first_cues(begun, days=range(2, 4)) == {"K1", "K2"}


@pytest.mark.parametrize(
    ("reps", "effort"),
    [pytest.param((2,), None, id="short"), pytest.param((4, 4), Effort.FAILED, id="failed")],
)
async def test_after_a_session_that_stopped_short_the_first_cue_comes_first(
    life: Life, reps: tuple[int, ...], effort: Effort | None
) -> None:
    await life.has_lived(did("knee_push_up", *reps, effort=effort), [placed("knee_push_up", 8)])

    assert await first_cues(life, days=range(2, 6)) == {"K1"}


# -- a bar, or none -----------------------------------------------------------------------------------


async def test_push_ups_only_lasts_and_is_not_asked_again(life: Life) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])

    assert await life.on(2).says("push-ups only please") == BarNoted(available=False)

    assert (await life.training(day(3))).plan.pull.why is Why.NO_BAR
    assert (await life.training(day(3))).now.bar is False


async def test_a_bar_brings_the_pull_side_back(begun: Life) -> None:
    await begun.says("push-ups only")

    assert await begun.later(days=1).says("I have a bar now") == BarNoted(available=True)
    assert (await begun.training(day(4))).plan.pull.sets


async def test_a_bar_goes_on_where_the_pulls_stood(life: Life) -> None:
    await life.has_lived(did("negative_pull_up", 1), [placed("knee_push_up"), has_bar()])
    await life.on(2).says("only push-ups from now on")

    assert await life.on(3).says("bar") == BarNoted(available=True, back=True)


async def test_a_bar_while_the_pulls_hurt(life: Life) -> None:
    await life.has_lived((), [placed("knee_push_up"), hurts(Family.PULL, on=day(1))])

    assert await life.on(2).says("got a bar") == BarNoted(available=True, resting=True)


@pytest.mark.parametrize(
    ("words", "available"), [("I have a bar now", True), ("push-ups only", False), ("yes", True)]
)
async def test_the_question_about_a_bar_is_answered(life: Life, words: str, available: bool) -> None:  # noqa: FBT001 - a table's column
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    await life.prompt(2)

    assert await life.on(2).says(words) == BarNoted(available=available)
