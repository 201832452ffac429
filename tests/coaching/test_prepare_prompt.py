"""A prompt's words, sought when its place in the lane has come: look again, then say it or stay quiet."""

from collections.abc import Sequence
from datetime import time

import pytest

from bot.coaching.actions import AnswerOffer, ChooseAnchor, ChooseBar, ChooseHour, ChoosePullUps, TapDone
from bot.coaching.asked import AskedAnchor
from bot.coaching.log_outcomes import Logged
from bot.coaching.morning_text import USUAL, USUAL_OF_PULLS
from bot.coaching.outcomes import BarNoted, NotUnderstood, Outcome, PullUpsNoted, Quiet
from bot.coaching.ports import DueKind
from bot.coaching.setting_outcomes import Settled
from bot.coaching.views import Prompted, Question
from bot.domain.events import Event, Offer, PainCleared, PainSaid
from bot.domain.exercise import Family
from bot.domain.plan import Why
from bot.domain.sets import Effort, LoggedSet
from tests.coaching.life import Life, as_planned, moment, until_offered
from tests.makers import answer, day, did, free, has_bar, placed, skipped

KNEES = [placed("knee_push_up")]


def prompted(outcome: Outcome) -> Prompted:
    assert isinstance(outcome, Prompted)
    return outcome


def kept(*numbers: int, reps: int = 2, effort: Effort | None = None) -> list[LoggedSet]:
    return [one for n in numbers for one in did("knee_push_up", reps, on=day(n), effort=effort)]


async def text_of(life: Life, number: int) -> str:
    return prompted(await life.prompt(number)).text


# -- when it is quiet ---------------------------------------------------------------------------------


async def test_a_day_that_was_done_before_its_hour_is_quiet(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.on(2, time(6)).says("done")

    assert await life.prompt(2) == Quiet()


async def test_a_day_that_was_begun_is_prompted_with_what_is_left(life: Life) -> None:
    await life.has_lived(kept(1), [*KNEES, has_bar()])
    await life.on(2, time(6)).says("did 2 knee pushups")

    assert [one.exercise for one in prompted(await life.prompt(2)).card.left] == ["negative_pull_up"]


async def test_a_skipped_day_is_quiet(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.on(2, time(6)).says("skip today")

    assert await life.prompt(2) == Quiet()


@pytest.mark.parametrize(
    ("log", "events", "number"),
    [
        pytest.param(kept(1, 2, 3, 4, 5, 6), [], 7, id="six in a row"),
        pytest.param(kept(1), [free([1])], 2, id="a free day"),
        pytest.param(kept(1), [PainSaid(said_at=moment(1), day=day(1), source="m:1:9")], 2, id="pain"),
    ],
)
async def test_days_of_rest_are_quiet(
    life: Life, log: Sequence[LoggedSet], events: Sequence[Event], number: int
) -> None:
    await life.has_lived(log, [*KNEES, *events])

    assert await life.prompt(number) == Quiet()


async def test_a_stranger_is_not_prompted(life: Life) -> None:
    assert await life.prompt(2) == Quiet()


async def test_who_stays_silent_is_left_alone_bit_by_bit(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    written_to = [number for number in range(2, 60) if await life.prompt(number) != Quiet()]

    assert written_to == [2, 3, 4, 5, 6, 7, 8, 15, 22, 29]


async def test_a_word_brings_the_daily_prompts_back(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.on(11).says("skip")

    assert await life.prompt(12) != Quiet()


async def test_who_asked_for_a_reminder_is_not_prompted_before_it(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.on(2, time(6)).says("remind me at 10")

    assert await life.prompt(2) == Quiet()
    assert await life.prompt(2, kind=DueKind.SNOOZE) != Quiet()


# -- which words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "number", "text"),
    [
        pytest.param(kept(1), 2, "day_2", id="day two"),
        pytest.param(kept(1, 2), 3, "day_3", id="day three asks for the anchor"),
        pytest.param(kept(1, 2, 3), 4, "day_4", id="day four"),
        pytest.param(kept(1, 3), 7, "day_7", id="the first week"),
        pytest.param(kept(1), 3, "missed_one", id="after a day without"),
        pytest.param(kept(1), 9, "back_8_14", id="eight days off"),
        pytest.param(kept(1), 20, "back_15_28", id="two weeks off and more"),
        pytest.param(kept(1), 40, "back_long", id="a month off"),
        pytest.param(kept(10, effort=Effort.HARD), 11, "morning_light", id="after a hard day"),
        pytest.param(kept(10, effort=Effort.EASY), 11, "morning_level_up", id="a step up"),
    ],
)
async def test_the_most_telling_words_come_first(
    life: Life, log: Sequence[LoggedSet], number: int, text: str
) -> None:
    spoke = [skipped(on=day(number - 1))] if number > 8 else []
    await life.has_lived(log, [*KNEES, *spoke])

    assert await text_of(life, number) == text


@pytest.mark.parametrize(("log", "number"), [(kept(1), 5), (kept(10), 11)])
async def test_a_usual_day_has_a_usual_wording(life: Life, log: Sequence[LoggedSet], number: int) -> None:
    await life.has_lived(log, [*KNEES, skipped(on=day(number - 1))])

    assert await text_of(life, number) in USUAL


async def test_the_first_bar_days_tell_how_it_is_done(life: Life) -> None:
    await life.has_lived(kept(1, 9), [*KNEES, has_bar()])

    assert await text_of(life, 10) == "morning_negative"


async def test_the_first_day_of_pull_ups_tells_how_it_is_done(life: Life) -> None:
    await life.has_lived(kept(1, 9), [*KNEES, has_bar(), placed("pull_up", 5)])

    assert await text_of(life, 10) == "morning_pull_up"


async def test_the_day_after_slow_lowering_is_push_ups_only(life: Life) -> None:
    log = [*kept(8, 10), *did("negative_pull_up", 1, on=day(8)), *did("negative_pull_up", 1, on=day(10))]
    await life.has_lived(log, [*KNEES, has_bar()])

    assert await text_of(life, 11) == "morning_push_only"


async def test_an_open_set_is_said(life: Life) -> None:
    log = as_planned(life.catalogue, KNEES, days=[1, 2, 3, 4, 5, 8, 9, 10])
    await life.has_lived(log[:-1], KNEES)
    numbers = [n for n in range(6, 20) if (await life.training(day(n))).plan.push.row == "open"]

    assert await text_of(life, numbers[0]) == "morning_open"


async def test_the_first_day_on_the_toes_is_said(life: Life) -> None:
    events = [placed("knee_push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.PUSH_UP)
    await life.has_lived(log, events)
    await life.on(last).taps(AnswerOffer(Offer.PUSH_UP, day(last), accepted=True))

    assert await text_of(life, last + 1) == "morning_toes"


async def test_wide_hands_are_said(life: Life) -> None:
    events: list[Event] = [placed("push_up", 24)]
    log, last = until_offered(life.catalogue, events, Offer.VARIATION)
    events.append(answer(Offer.VARIATION, accepted=True, on=day(last), clock=time(9)))
    log += as_planned(life.catalogue, events, days=[last + 1])
    await life.has_lived(log, events)
    texts = [await life.prompt(last + n) for n in (2, 3)]

    assert "morning_variation" in {prompted(one).text for one in texts if one != Quiet()}


async def test_a_long_day_that_was_cut_is_said(life: Life) -> None:
    events = [placed("push_up", 60), has_bar(), placed("pull_up", 20)]
    await life.has_lived(did("push_up", 5, on=day(9)), events)

    parts = [part for part in (await life.training(day(10))).plan if part.is_cut]

    assert parts
    assert await text_of(life, 10) in {"morning_pull_up", "morning_cut"}


async def test_after_pain_nobody_is_told_of_days_off(life: Life) -> None:
    hurt = PainSaid(said_at=moment(12), day=day(12), source="m:1:8", family=Family.PUSH)
    fine = PainCleared(said_at=moment(14), day=day(14), source="m:1:9", family=Family.PUSH)
    await life.has_lived(kept(10, 11), [*KNEES, hurt, fine])

    assert (await life.training(day(15))).plan.push.row == "return"
    assert await text_of(life, 15) in USUAL


async def test_what_was_said_is_not_said_again_for_fifteen_days(life: Life) -> None:
    log = [*kept(30, effort=Effort.HARD), *kept(32, 42, effort=Effort.HARD), *kept(46, effort=Effort.HARD)]
    await life.has_lived(log, KNEES)

    assert await text_of(life, 31) == "morning_light"
    assert await text_of(life, 43) in USUAL
    assert await text_of(life, 47) == "morning_light"


async def test_no_wording_comes_again_within_fifteen_days(life: Life) -> None:
    """Each day is prompted, each seventh is trained, for a hundred days."""
    await life.has_lived(kept(*range(1, 101, 7)), KNEES)
    texts = {number: await text_of(life, number) for number in range(9, 101) if number % 7 != 1}

    for number, text in texts.items():
        lately = [texts[before] for before in range(number - 15, number) if before in texts]
        assert text not in lately
    assert set(USUAL) <= set(texts.values())


async def test_days_of_pulls_alone_have_words_of_their_own(life: Life) -> None:
    hurt = PainSaid(said_at=moment(2), day=day(2), source="m:1:8", family=Family.PUSH)
    fine = PainCleared(said_at=moment(2), day=day(2), source="m:1:9", family=Family.PULL)
    await life.has_lived(kept(1), [*KNEES, has_bar(), placed("pull_up", 8), hurt, fine])
    texts = []
    for number in range(3, 40, 2):
        texts += [one.text] if isinstance(one := await life.prompt(number), Prompted) else []
        await life.on(number, time(20)).says("done")

    assert len(set(texts) & set(USUAL_OF_PULLS)) > 8
    assert not set(texts) & set(USUAL)


async def test_who_stays_silent_hears_other_words_each_week(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    texts = [await text_of(life, number) for number in (15, 22, 29)]

    assert texts == ["quiet_week", "quiet_week_2", "quiet_week_3"]


async def test_a_prompt_that_is_looked_for_again_is_worded_alike(life: Life) -> None:
    await life.has_lived(kept(10, 11), KNEES)

    assert await text_of(life, 13) == await text_of(life, 13)


async def test_the_same_prompt_looked_for_twice_is_said_alike(life: Life) -> None:
    await life.has_lived(kept(1, 12), KNEES)
    await text_of(life, 13)

    keys = [event for event in await life.events() if event.source.startswith("c:")]

    assert len(keys) == len({(event.source, event.position) for event in keys})


# -- the one question ---------------------------------------------------------------------------------


async def test_day_two_asks_for_a_bar(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    assert prompted(await life.prompt(2)).question is Question.BAR


async def test_who_has_said_it_is_not_asked_for_a_bar(life: Life) -> None:
    await life.has_lived(kept(1), [*KNEES, has_bar(available=False)])

    assert prompted(await life.prompt(2)).question is None


async def test_day_three_asks_when_it_fits_and_a_time_answers(life: Life) -> None:
    await life.has_lived(kept(1, 2), KNEES)

    assert prompted(await life.prompt(3)).question is Question.ANCHOR
    assert isinstance((await life.athlete()).asked, AskedAnchor)
    assert isinstance(await life.on(3, time(7, 5)).says("6:30"), Settled)


async def test_the_anchor_waits_for_nobody(life: Life) -> None:
    await life.has_lived(kept(1, 2), KNEES)
    await life.prompt(3)

    assert isinstance(await life.on(3, time(7, 5)).says("mumble"), NotUnderstood)
    assert isinstance(await life.says("done"), Logged)


async def test_day_five_asks_for_pull_ups_where_there_is_a_bar(life: Life) -> None:
    await life.has_lived(kept(1, 4), [*KNEES, has_bar()])

    assert prompted(await life.prompt(5)).question is Question.PULL_UPS


@pytest.mark.parametrize("count", [0, None, 3])
async def test_an_answer_about_pull_ups_is_an_answer(life: Life, count: int | None) -> None:
    await life.has_lived(kept(1, 4), [*KNEES, has_bar()])
    await life.prompt(5)
    await life.on(5).taps(ChoosePullUps(count))

    outcome = await life.later(minutes=1).taps(TapDone(day(5)))

    assert isinstance(outcome, Logged)
    assert outcome.question is not Question.PULL_UPS


async def test_a_tap_that_took_the_card_has_the_question_asked_again(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.says("7:00")
    await life.says("did 1 knee pushup")
    await life.prompt(2)

    outcome = await life.on(2).taps(TapDone(day(2)))

    assert isinstance(outcome, Logged)
    assert outcome.question is Question.BAR


async def test_day_six_asks_whether_the_hour_is_good(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")
    await life.taps(ChooseBar(available=False))

    assert prompted(await life.prompt(6)).question is Question.HOUR


async def test_who_has_chosen_the_hour_is_not_asked(life: Life) -> None:
    await life.begins()
    await life.says("did 2 knee pushups")
    await life.taps(ChooseHour(time(7)))
    await life.taps(ChooseBar(available=False))
    await life.taps(ChooseAnchor(None))

    assert prompted(await life.prompt(6)).question is None


async def test_no_question_is_asked_twice(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)

    asked = [prompted(await life.prompt(number)).question for number in (2, 3, 4, 5, 6)]

    assert [one for one in asked if one] == [Question.BAR, Question.ANCHOR, Question.HOUR]


@pytest.mark.parametrize(
    ("words", "available"), [("yes", True), ("yep, in the park", True), ("no", False), ("no bar", False)]
)
async def test_the_bar_can_be_answered_in_words(life: Life, words: str, *, available: bool) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.prompt(2)

    assert await life.on(2).says(words) == BarNoted(available)


async def test_a_log_in_answer_to_the_bar_is_a_log(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.prompt(2)

    assert isinstance(await life.on(2).says("did 2 knee pushups"), Logged)


async def test_other_words_leave_the_bar_open(life: Life) -> None:
    await life.has_lived(kept(1), KNEES)
    await life.prompt(2)

    assert isinstance(await life.on(2).says("mumble mumble"), NotUnderstood)
    assert await life.says("yes") == BarNoted(available=True)


@pytest.mark.parametrize(("words", "count"), [("3", 3), ("0", 0), ("none", 0), ("not sure", 0)])
async def test_pull_ups_can_be_answered_in_words(life: Life, words: str, count: int) -> None:
    await life.has_lived(kept(1, 4), [*KNEES, has_bar()])
    await life.prompt(5)

    assert await life.on(5).says(words) == PullUpsNoted(count)
    assert len(await life.log()) == 2


async def test_other_words_leave_pull_ups_open(life: Life) -> None:
    await life.has_lived(kept(1, 4), [*KNEES, has_bar()])
    await life.prompt(5)

    assert isinstance(await life.on(5).says("mumble mumble"), NotUnderstood)


async def test_a_day_after_extra_work_is_not_called_tough(life: Life) -> None:
    await life.begins()
    await life.says("did 12 knee pushups")

    prompt = prompted(await life.prompt(2))

    assert prompt.card.plan.push.why is Why.EXTRA
    assert prompt.text != "morning_light"


@pytest.mark.parametrize(
    ("minutes", "late", "question"),
    [
        pytest.param(29, False, Question.BAR, id="as good as in time"),
        pytest.param(30, True, None, id="late, and the question waits for another day"),
    ],
)
async def test_a_prompt_that_comes_late_says_so(
    life: Life, minutes: int, *, late: bool, question: Question | None
) -> None:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    (stub,) = await life.on(2, time(7)).claims()

    outcome = await life.prepares(stub, moment(2, time(7, minutes)))

    assert isinstance(outcome, Prompted)
    assert (outcome.late, outcome.question) == (late, question)
