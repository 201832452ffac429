"""Somebody writes a lot at once: each message is answered in its order, and nobody else waits."""

import asyncio

from tests.chat.scene import Scene
from tests.chat.updates import ATHLETE, wrote

OTHER = 77
FLOOD = 100


async def test_who_writes_into_anothers_flood_is_answered_at_once(stage: Scene) -> None:
    answered = asyncio.Event()

    def look() -> None:
        if any(call.params.get("chat_id") == OTHER for call in stage.calls):
            answered.set()

    stage.delivery.tell(look)
    await stage.intake.accept([wrote(number, f"{number}") for number in range(FLOOD)])
    await stage.intake.accept([wrote(FLOOD, "hello", OTHER)])
    loops = (stage.worker, stage.delivery)
    running = [asyncio.create_task(loop.run()) for loop in loops]
    await answered.wait()
    ((waiting,),) = stage.query("SELECT count(*) FROM inbox WHERE done_at IS NULL")
    await stage.settle()
    for loop in loops:
        loop.stop()
    await asyncio.gather(*running)

    assert waiting > FLOOD * 0.9
    of_the_flood = [call.params["text"] for call in stage.calls if call.params.get("chat_id") == ATHLETE]
    assert of_the_flood == [f"hear {number}" for number in range(FLOOD)]
