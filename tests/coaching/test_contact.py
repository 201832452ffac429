"""Whether the coach may write, and what it keeps: stop, start again, delete everything."""

from datetime import time

import pytest

from bot.coaching.actions import Forget, SwitchPrompts
from bot.coaching.log_outcomes import Logged
from bot.coaching.mail import Draft, Message, OutboxKind, RawUpdate
from bot.coaching.news_outcomes import ForgetAsked, Forgotten, PromptsOff, PromptsOn
from bot.coaching.outcomes import Quiet, Welcomed
from bot.coaching.ports import DueKind
from bot.coaching.setting_outcomes import Settled
from bot.coaching.views import Prompted, Reminded, SettingsShown
from tests.coaching.life import ANNA, Life
from tests.makers import did, placed

BEN = 7


@pytest.fixture
async def tuesday(life: Life) -> Life:
    await life.has_lived(did("knee_push_up", 2), [placed("knee_push_up")])
    return life.on(2)


# -- stop, and start again ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["stop", "unsubscribe", "stop messaging me", "no more reminders please", "button"]
)
async def test_at_a_word_there_are_no_prompts_any_more(tuesday: Life, words: str) -> None:
    await tuesday.says("later")
    tuesday.later(minutes=1)

    outcome = await (tuesday.taps(SwitchPrompts(on=False)) if words == "button" else tuesday.says(words))

    assert outcome == PromptsOff()
    assert await tuesday.due(DueKind.SNOOZE) is None
    assert await tuesday.on(3, time(9)).claims() == []
    assert await tuesday.prompt(4) == Quiet()


async def test_logging_goes_on_and_brings_no_prompts_back(tuesday: Life) -> None:
    await tuesday.says("stop")

    assert isinstance(await tuesday.on(3).says("2 knee pushups"), Logged)
    assert await tuesday.prompt(4) == Quiet()
    assert not (await tuesday.athlete()).wants_prompts


async def test_a_reminder_that_is_asked_for_still_comes(tuesday: Life) -> None:
    await tuesday.says("stop")
    await tuesday.on(3).says("remind me at 8pm")

    (stub,) = await tuesday.on(3, time(20, 5)).claims()
    assert isinstance(await tuesday.prepares(stub, tuesday.now), Reminded)


@pytest.mark.parametrize(
    "words", ["start again", "resume", "start", "I'm back", "turn reminders back on", "button"]
)
async def test_at_a_word_they_are_back(tuesday: Life, words: str) -> None:
    await tuesday.says("stop")
    tuesday.on(3)

    outcome = await (tuesday.taps(SwitchPrompts(on=True)) if words == "button" else tuesday.says(words))

    assert isinstance(outcome, PromptsOn)
    assert outcome.next_at is not None
    assert isinstance(await tuesday.prompt(4), Prompted)


async def test_the_start_command_brings_them_back_too(tuesday: Life) -> None:
    assert await tuesday.asks(tuesday.coach.stop) == PromptsOff()

    assert isinstance(await tuesday.asks(tuesday.coach.start), PromptsOn)


async def test_an_hour_that_is_chosen_is_a_wish_for_prompts(tuesday: Life) -> None:
    await tuesday.says("stop")

    assert isinstance(await tuesday.later(minutes=1).says("prompt me every day at 9"), Settled)
    assert (await tuesday.athlete()).wants_prompts


async def test_settings_say_that_no_prompt_is_planned(tuesday: Life) -> None:
    await tuesday.says("stop")

    shown = await tuesday.asks(tuesday.coach.show_settings)

    assert isinstance(shown, SettingsShown)
    assert shown.next_at is None


async def test_somebody_new_can_stop_and_start(life: Life) -> None:
    assert await life.says("stop") == PromptsOff()
    assert await life.asks(life.coach.start) == Welcomed()
    assert (await life.athlete()).wants_prompts


# -- delete everything --------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["delete my data", "forget me", "delete everything", "/forget"])
async def test_it_is_asked_once_before_anything_goes(tuesday: Life, words: str) -> None:
    ask = tuesday.asks(tuesday.coach.ask_forget) if words == "/forget" else tuesday.says(words)

    assert await ask == ForgetAsked()
    assert len(await tuesday.log()) == 1


async def test_a_tap_removes_every_row_of_theirs_and_none_of_others(tuesday: Life) -> None:
    ben = Life(tuesday.units, tuesday.coach, tuesday.catalogue, athlete_id=BEN)
    await ben.has_lived(did("knee_push_up", 3), [placed("knee_push_up")])
    await _mail(tuesday)

    assert await tuesday.taps(Forget()) == Forgotten()

    async with tuesday.units() as work:
        assert await work.athletes.get(ANNA) is None
        assert await work.sets.history(ANNA) == []
        assert await work.events.history(ANNA) == []
        assert await work.due.get(ANNA, DueKind.MORNING) is None
        assert await work.outbox.answered_source(ANNA, 500) is None
        assert [row.draft.chat_id for row in await work.outbox.ready(tuesday.now, limit=9)] == [BEN]
        assert await work.inbox.chats_waiting(tuesday.now, limit=9) == [ANNA]
        assert await work.inbox.largest_update_id() == 3
    assert len(await ben.log()) == 1
    assert await ben.due() is not None


async def _mail(life: Life) -> None:
    """One message read, one set aside, one that waits; one answer sent and one to be sent to each."""
    async with life.units() as work:
        await work.inbox.accept([RawUpdate(number, ANNA, "{}") for number in (1, 2, 3)], life.now)
        await work.inbox.mark(1, "done", life.now)
        await work.inbox.mark(2, "set_aside", life.now)
        for chat_id in (ANNA, BEN):
            await work.outbox.add(Draft(chat_id=chat_id, kind=OutboxKind.MESSAGE, message=Message("Hi")))
        (first, _) = await work.outbox.ready(life.now, limit=9)
        await work.outbox.add(
            Draft(chat_id=ANNA, kind=OutboxKind.MESSAGE, message=Message("Hi"), answers="m:42:1")
        )
        await work.outbox.sent(first.outbox_id, 500, life.now)
        await work.commit()


async def test_a_second_tap_makes_nobody_of_them_again(tuesday: Life) -> None:
    await tuesday.taps(Forget())

    assert await tuesday.taps(Forget()) == Forgotten()
    async with tuesday.units() as work:
        assert await work.athletes.get(ANNA) is None


async def test_whoever_writes_again_is_somebody_new(tuesday: Life) -> None:
    await tuesday.taps(Forget())

    assert await tuesday.says("hi") == Welcomed()
