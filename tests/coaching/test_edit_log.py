"""Edited messages: the newest words win over what became of the old ones, and the answer says so."""

import pytest

from bot.coaching.actions import FixReps, PickExercise, TapUndo, UndoSet
from bot.coaching.log_outcomes import (
    Corrected,
    CountMissing,
    Edited,
    EditNotUnderstood,
    EditTakenBack,
    Logged,
    NeedsClarifying,
    NothingLeft,
)
from bot.coaching.outcomes import PainNoted, Urgent
from bot.coaching.traces import Change
from bot.domain.events import Offer
from bot.domain.sets import Effort
from bot.understanding.reading import Unclear
from tests.coaching.life import Life, until_offered
from tests.makers import answer, day, did, has_bar, placed

Rows = list[tuple[int, str, int]]


@pytest.fixture
async def begun(life: Life) -> Life:
    """Wednesday of somebody with a bar and nothing in the book but the Monday."""
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up"), has_bar()])
    return life.on(3)


def knees(*reps: int, on: int = 3) -> Rows:
    return [(on, "knee_push_up", count) for count in reps]


async def rows(life: Life) -> Rows:
    """All but the Monday."""
    return (await life.log())[1:]


def over(outcome: object) -> Change:
    assert isinstance(outcome, Edited)
    return outcome.over


# -- plainly ------------------------------------------------------------------------------------------


async def test_an_edit_replaces_what_its_message_logged(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    edited = await begun.edits("did 5, 4 knee pushups")

    assert isinstance(edited, Edited)
    assert [one.reps for one in edited.before] == [2]
    assert edited.over is Change.EDITED
    assert await rows(begun) == knees(5, 4)


async def test_a_bare_number_speaks_of_what_was_logged(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    await begun.edits("5")

    assert await rows(begun) == knees(5)


async def test_an_edit_counts_when_its_message_was_written(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    await begun.edits("did 5 knee pushups yesterday")

    assert await rows(begun) == knees(5, on=2)


async def test_an_edit_makes_a_log_of_what_was_none(begun: Life) -> None:
    await begun.says("did some")

    assert isinstance(await begun.edits("did 2 knee pushups"), Logged)
    assert await rows(begun) == knees(2)


async def test_an_edit_into_done_logs_the_plan_instead(begun: Life) -> None:
    await begun.says("did 1 knee pushup")

    assert isinstance(await begun.edits("done"), Logged)
    assert sorted(await rows(begun)) == [(3, "knee_push_up", 2), (3, "negative_pull_up", 1)]


async def test_an_edit_of_small_talk_stays_small_talk(begun: Life) -> None:
    await begun.says("hello")

    assert await begun.edits("hello there") == EditNotUnderstood()


# -- without sets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["never mind", "undo", "will do 2 knee pushups tonight"])
async def test_an_edit_without_sets_takes_them_back(begun: Life, words: str) -> None:
    await begun.says("did 2 knee pushups")

    edited = await begun.edits(words)

    assert isinstance(edited, EditTakenBack)
    assert [one.reps for one in edited.sets] == [2]
    assert await rows(begun) == []


async def test_an_edit_that_is_unclear_takes_them_back_and_asks(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    edited = await begun.edits("did some knee pushups")

    assert isinstance(edited, EditTakenBack)
    assert edited.question == NeedsClarifying(Unclear.NUMBER)
    await begun.later(minutes=1).says("6")
    assert await rows(begun) == knees(6)


async def test_an_edit_that_is_unclear_where_nothing_was_logged_just_asks(begun: Life) -> None:
    await begun.says("hello")

    assert await begun.edits("did some knee pushups") == NeedsClarifying(Unclear.NUMBER)


async def test_what_an_edit_took_back_another_brings_back(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.edits("never mind")

    assert over(await begun.edits("did 3 knee pushups")) is Change.UNDONE
    assert await rows(begun) == knees(3)


# -- over what had become of it -----------------------------------------------------------------------


async def test_an_edit_logs_anew_what_was_undone(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).asks(begun.coach.undo)

    assert over(await begun.edits("did 5 knee pushups")) is Change.UNDONE
    assert await rows(begun) == knees(5)


async def test_an_edit_logs_anew_what_a_button_took_back(begun: Life) -> None:
    logged = await begun.says("did 2 knee pushups")
    assert isinstance(logged, Logged)
    await begun.later(minutes=1).taps(TapUndo(logged.source))

    assert over(await begun.edits("did 5 knee pushups")) is Change.UNDONE


@pytest.mark.parametrize("told", ["did 2 knee pushups", "did 2, 4 knee pushups"])
async def test_an_edit_wins_over_one_set_taken_back(begun: Life, told: str) -> None:
    logged = await begun.says(told)
    assert isinstance(logged, Logged)
    await begun.later(minutes=1).taps(UndoSet(logged.source, 0))

    expected = Change.UNDONE if len(logged.sets) == 1 else Change.CORRECTED
    assert over(await begun.edits("did 5 knee pushups")) is expected
    assert await rows(begun) == knees(5)


async def test_an_edit_wins_over_a_correction(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).says("make that 12")

    assert over(await begun.edits("did 5 knee pushups", back=1)) is Change.CORRECTED
    assert await rows(begun) == knees(5)
    assert over(await begun.edits("did 6 knee pushups", back=1)) is Change.EDITED


async def test_an_edited_correction_corrects_the_same_log(begun: Life) -> None:
    await begun.says("did 2 knee pushups")
    await begun.later(minutes=1).says("make that 12")

    assert isinstance(await begun.edits("make that 13"), Corrected)
    assert await rows(begun) == knees(13)


async def test_an_edited_correction_of_one_set_does_too(begun: Life) -> None:
    await begun.says("did 2, 4 knee pushups")
    await begun.later(minutes=1).says("the second set was 5")

    assert isinstance(await begun.edits("the second set was 6"), Corrected)
    assert await rows(begun) == knees(2, 6)


async def test_an_edit_in_the_words_of_a_correction_speaks_of_its_own_log(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    assert isinstance(await begun.edits("no, 3"), Corrected)
    assert await rows(begun) == knees(3)


async def test_an_edited_correction_of_nothing_stays_one(begun: Life) -> None:
    await begun.says("hello")

    assert await begun.edits("no, 3") == EditNotUnderstood()


async def test_an_edit_wins_over_a_button_that_set_a_number_right(begun: Life) -> None:
    logged = await begun.says("did 120 knee pushups")
    assert isinstance(logged, Logged)
    await begun.taps(FixReps(logged.source, 0, 12))

    assert over(await begun.edits("did 20 knee pushups")) is Change.CORRECTED
    assert await rows(begun) == knees(20)


async def test_an_edit_wins_over_the_button_that_completed_it(begun: Life) -> None:
    await begun.says("did 10")
    await begun.later(minutes=1).taps(PickExercise("knee_push_up"))

    edited = await begun.edits("did 10 wide pushups")

    assert over(edited) is Change.COMPLETED
    assert await rows(begun) == [(3, "wide_push_up", 10)]


async def test_an_edit_wins_over_words_that_completed_it(begun: Life) -> None:
    await begun.says("did some knee pushups")
    await begun.later(minutes=1).says("8")

    assert over(await begun.edits("did 9 knee pushups", back=1)) is Change.COMPLETED
    assert await rows(begun) == knees(9)


async def test_other_sets_complete_nothing(begun: Life) -> None:
    await begun.says("did 10")
    await begun.later(minutes=1).says("did 3 negatives")

    assert isinstance(await begun.edits("did 9 knee pushups", back=1), Logged)
    assert sorted(await rows(begun)) == [(3, "knee_push_up", 9), (3, "negative_pull_up", 3)]


async def test_the_count_that_done_asked_for_goes_with_an_edit(life: Life) -> None:
    events = [placed("knee_push_up", 24), has_bar(available=False)]
    log, number = until_offered(life.catalogue, events, Offer.PUSH_UP, effort=Effort.EASY)
    await life.has_lived(log, [*events, answer(Offer.PUSH_UP, accepted=True, on=day(number))])
    life.on(number + 1)
    while isinstance(missing := await life.says("done"), NothingLeft):
        life.later(days=1)
    assert isinstance(missing, CountMissing)
    await life.later(minutes=1).says("3")
    told = len(await life.sets())

    assert over(await life.edits("did 4 push-ups and 8 knee push-ups", back=1)) is Change.COMPLETED
    assert len(await life.sets()) == told
    assert sorted(one.reps for one in (await life.sets())[-2:]) == [4, 8]


# -- pain ---------------------------------------------------------------------------------------------


async def test_an_edit_that_tells_of_pain_is_heard(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    edited = await begun.edits("did 3 knee pushups but my elbow hurts")

    assert isinstance(edited, Edited)
    assert edited.pain
    assert (await begun.training(day(4))).plan.is_rest


async def test_an_edit_into_pain_keeps_the_sets(begun: Life) -> None:
    await begun.says("did 2 knee pushups")

    assert await begun.edits("my elbow hurts") == PainNoted()
    assert await rows(begun) == knees(2)


@pytest.mark.parametrize(("words", "now"), [("did 3 knee pushups, chest pain now", 3), ("I feel faint", 2)])
async def test_urgent_signs_in_an_edit_get_their_one_message(begun: Life, words: str, now: int) -> None:
    await begun.says("did 2 knee pushups")

    assert await begun.edits(words) == Urgent()
    assert await rows(begun) == knees(now)
    assert (await begun.training(day(4))).plan.is_rest
