"""One transaction a turn, and what it leaves for delivery."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.chat.turn import Turns, reply
from bot.coaching.mail import Draft, Message, OutboxKind
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import Incoming, UnitOfWork, UnitsOfWork
from tests.chat.scene import START, FixedClock, Saying, Scene, render, saying, scene
from tests.chat.updates import ATHLETE, GROUP, tapped, wrote

INCOMING = Incoming(athlete_id=ATHLETE, chat_id=ATHLETE, source="m:42:1", said_at=START)


async def test_a_turn_commits_once_with_its_reply(stage: Scene) -> None:
    commits: list[str] = []
    woken: list[str] = []

    @asynccontextmanager
    async def counted() -> AsyncIterator[UnitOfWork]:
        async with stage.units() as work:
            commit = work.commit

            async def counting() -> None:
                commits.append("commit")
                await commit()

            work.commit = counting  # type: ignore[method-assign]
            yield work

    async def act(_work: UnitOfWork, _incoming: Incoming) -> Outcome:
        return saying("one", "two")

    await stage.intake.accept([wrote(1)])
    turns = Turns(counted, render, stage.clock, lambda: woken.append("delivery"))
    await turns.run(1, INCOMING, act)
    await turns.run(1, INCOMING, act)
    await turns.ignore(1)

    assert (commits, woken) == (["commit"], ["delivery"])
    await stage.delivery.settle()
    assert stage.said() == ["one", "two"]


async def test_killed_between_turn_and_delivery_the_reply_still_comes(
    path: Path, units: UnitsOfWork, clock: FixedClock
) -> None:
    async with scene(path, units, clock) as first:
        await first.intake.accept([wrote(1, "did 2")])
        await first.worker.settle()
    async with scene(path, units, clock) as second:
        await second.settle()

    assert (first.said(), second.said()) == ([], ["hear did 2"])
    assert second.recorder.names() == []


async def test_a_quiet_outcome_says_nothing_and_is_done(stage: Scene) -> None:
    async def hear(_work: UnitOfWork, _incoming: Incoming) -> Outcome:
        return Quiet()

    stage.recorder.instead["hear"] = hear
    await stage.receive(wrote(1))

    assert (stage.said(), stage.result_of(1)) == ([], "done")


async def test_a_group_is_greeted_once(stage: Scene) -> None:
    async def greet(_work: UnitOfWork, _incoming: Incoming) -> Outcome:
        return Saying((Message("I coach in private", once="group"),))

    stage.recorder.instead["greet_group"] = greet
    await stage.receive(wrote(1, "hi", GROUP), wrote(2, "you there?", GROUP), wrote(3, "hi", GROUP - 1))

    assert [call.params["chat_id"] for call in stage.calls if call.method == "sendMessage"] == [
        GROUP,
        GROUP - 1,
    ]


async def test_a_tap_edits_its_message_in_place(stage: Scene) -> None:
    async def tap(_work: UnitOfWork, _incoming: Incoming, _action: object) -> Outcome:
        return Saying((Message("done", in_place=True), Message("and more")))

    stage.recorder.instead["tap"] = tap
    await stage.receive(tapped(1, "g|today", message=7))

    assert stage.methods() == ["answerCallbackQuery", "editMessageText", "sendMessage"]
    assert [call.params.get("message_id") for call in stage.calls[2:]] == [7, None]


@pytest.mark.parametrize(
    ("in_place", "tapped_id", "kind"),
    [
        (False, None, OutboxKind.MESSAGE),
        (False, 7, OutboxKind.MESSAGE),
        (True, None, OutboxKind.MESSAGE),
        (True, 7, OutboxKind.EDIT),
    ],
)
def test_only_a_tapped_message_is_edited(*, in_place: bool, tapped_id: int | None, kind: OutboxKind) -> None:
    message = Message("words", in_place=in_place)

    assert reply(message, INCOMING, tapped_id) == Draft(
        chat_id=ATHLETE,
        kind=kind,
        message=message,
        answers="m:42:1",
        edits=7 if kind is OutboxKind.EDIT else None,
    )


async def test_what_a_message_answered_is_found_by_its_id(stage: Scene) -> None:
    await stage.receive(wrote(1, "did 2"))

    async with stage.units() as work:
        assert await work.outbox.answered_source(ATHLETE, 100) == f"m:{ATHLETE}:1"
