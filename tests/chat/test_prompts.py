"""A prompt's words are looked for when its place comes."""

from datetime import timedelta

from bot.coaching.mail import Draft
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import UnitOfWork
from tests.chat.outgoing import deliver, prepared, states, stub, unsent
from tests.chat.scene import START, Scene, draft, saying


async def test_a_stub_gets_its_words_when_its_place_comes(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("2 x 5 knee push-ups"))
    await stage.put(stub())
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == (["2 x 5 knee push-ups"], ["sent"])


async def test_a_prompt_is_one_message_and_no_second_one_goes_with_it(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("2 x 5 knee push-ups", "By the way"))
    await stage.put(stub())
    await deliver(stage, minutes=1)

    assert (stage.said(), states(stage)) == ([], ["failed"])


async def test_a_stub_with_nothing_to_say_stays_quiet(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(Quiet())
    await stage.put(stub(), draft("next"))
    await stage.delivery.settle()

    assert (stage.said(), states(stage)) == (["next"], ["quiet", "sent"])


async def test_an_expired_stub_is_not_even_prepared(stage: Scene) -> None:
    await stage.put(stub(expires_at=START - timedelta(minutes=1)))
    await stage.delivery.settle()

    assert (stage.recorder.names(), states(stage)) == ([], ["expired"])


async def test_a_prompts_words_are_stored_before_they_are_said(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    stage.api.trouble = [unsent()]
    await stage.put(stub())
    await stage.delivery.settle()

    assert stage.query("SELECT message IS NOT NULL, state FROM outbox") == [(1, None)]
    stage.recorder.instead["prepare_prompt"] = prepared(saying("other words"))
    stage.clock.move(seconds=1)
    await stage.delivery.settle()
    assert stage.said() == ["prompt"]


async def test_a_prompt_that_cannot_be_prepared_does_not_block_its_chat(stage: Scene) -> None:
    async def fail(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        raise RuntimeError("no plan")

    stage.recorder.instead["prepare_prompt"] = fail
    await stage.put(stub(), draft("next"))
    await deliver(stage, minutes=1)

    assert (stage.said(), states(stage)) == (["next"], ["failed", "sent"])
    assert stage.delivery.failed == 5


async def test_a_prompt_outlasts_an_outage_of_the_database(stage: Scene) -> None:
    async def fail(_work: UnitOfWork, _draft: Draft, _now: object) -> Outcome:
        raise OSError("disk")

    stage.recorder.instead["prepare_prompt"] = fail
    await stage.put(stub())
    await deliver(stage, minutes=1)
    assert states(stage) == [None]

    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    await deliver(stage, minutes=1)
    assert stage.said() == ["prompt"]


async def test_a_prompt_that_waits_is_not_said_once_its_day_is_answered(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("prompt"))
    stage.api.trouble = [unsent()]
    await stage.put(stub())
    await stage.delivery.settle()
    stage.recorder.instead["still_wanted"] = no
    await deliver(stage, minutes=1)

    assert (stage.said(), states(stage)) == ([], ["quiet"])


async def no(*_: object) -> bool:
    return False
