"""Receipts wait for the end of a chat's drain, so that a burst gets one; but not for long."""

from collections.abc import Awaitable, Callable

import pytest

from bot.chat.context import CoachContext
from bot.coaching.log_outcomes import Logged
from bot.coaching.mail import Draft
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import Incoming, UnitOfWork
from tests.chat.outgoing import TODAY, states, unsent
from tests.chat.scene import Scene, saying
from tests.chat.updates import wrote


async def log(_work: UnitOfWork, incoming: Incoming) -> Outcome:
    nothing = frozenset[object]()
    return Logged((), TODAY, incoming.source, {}, met=nothing, planned=nothing)  # type: ignore[arg-type]


async def tell(_work: UnitOfWork, draft: Draft) -> Outcome:
    return saying(f"all of {', '.join(draft.sources)}")


@pytest.fixture
def logging(stage: Scene) -> Scene:
    stage.recorder.instead |= {"hear": log, "tell_receipt": tell}
    return stage


def while_working(stage: Scene, meanwhile: Callable[[], Awaitable[None]]) -> None:
    """On its second message the chat's worker does this before its turn."""

    async def start(_update: object, context: CoachContext) -> None:
        await meanwhile()
        await context.turn(context.coach.start)

    stage.application.handlers[0][0].callback = start


async def test_a_receipt_tells_of_all_that_came_in_a_row(logging: Scene) -> None:
    await logging.receive(wrote(1), wrote(2), wrote(3))

    assert logging.said() == ["all of m:42:1, m:42:2, m:42:3"]
    assert states(logging) == ["sent"]


async def test_nothing_is_sent_while_the_chat_is_being_worked_on(logging: Scene) -> None:
    seen: list[list[str]] = []

    async def meanwhile() -> None:
        await logging.delivery.settle()
        seen.append(logging.said())

    while_working(logging, meanwhile)
    await logging.receive(wrote(1), wrote(2, "/start"))

    assert (seen, logging.said()) == ([[]], ["logged m:42:1", "start /start"])


async def test_after_a_second_delivery_waits_no_longer(logging: Scene) -> None:
    async def meanwhile() -> None:
        logging.clock.move(seconds=1)
        await logging.delivery.settle()

    while_working(logging, meanwhile)
    await logging.receive(wrote(1), wrote(2, "/start"), wrote(3))

    assert logging.said() == ["logged m:42:1", "start /start", "logged m:42:3"]


async def test_a_held_chat_is_looked_at_again_in_time(logging: Scene) -> None:
    pauses: list[float] = []

    async def meanwhile() -> None:
        pauses.append((await logging.delivery._round()).total_seconds())

    while_working(logging, meanwhile)
    await logging.receive(wrote(1), wrote(2, "/start"))

    assert pauses == [1]


async def test_the_end_of_a_drain_wakes_delivery(logging: Scene) -> None:
    await logging.intake.accept([wrote(1)])
    logging.delivery._woken.clear()
    await logging.worker.settle()

    assert logging.delivery._woken.is_set()


async def test_a_receipt_that_may_be_on_its_way_grows_no_more(logging: Scene) -> None:
    logging.api.trouble = [unsent()]
    await logging.receive(wrote(1))
    await logging.receive(wrote(2))
    logging.clock.move(seconds=1)
    await logging.settle()

    assert logging.said() == ["logged m:42:1", "logged m:42:2"]


async def test_a_receipt_with_nothing_left_to_tell_stays_quiet(logging: Scene) -> None:
    async def nothing(_work: UnitOfWork, _draft: Draft) -> Outcome:
        return Quiet()

    logging.recorder.instead["tell_receipt"] = nothing
    await logging.receive(wrote(1), wrote(2))

    assert (logging.said(), states(logging)) == ([], ["quiet"])
