"""The poll loop on a Telegram that redelivers whatever wasn't acknowledged."""

import asyncio
import json
from collections.abc import MutableMapping
from typing import Any

import pytest
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.chat.intake import Intake
from bot.chat.loopback import Loopback
from bot.chat.polling import ALLOWED_UPDATES, Polling, next_offset
from bot.coaching.ports import UnitsOfWork
from tests.chat.breaking import Breaking
from tests.chat.scene import START, FixedClock
from tests.chat.updates import Json, wrote

Polled = dict[str, Any]


class PolledApi(Loopback):
    """Gives out one answer a poll, and hangs when it has none left, as a long poll does."""

    def __init__(self, clock: FixedClock, answers: list[list[Json] | tuple[int, Json] | Exception]) -> None:
        super().__init__(lambda _call: None, clock)
        self.answers = answers
        self.polls: list[Polled] = []
        self.hangs = asyncio.Event()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        if not url.endswith("/getUpdates"):
            return await super().do_request(url, method, request_data)
        assert request_data is not None
        self.polls.append(request_data.parameters)
        if not self.answers:
            self.hangs.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, tuple):
            return answer[0], json.dumps(answer[1]).encode()
        return 200, json.dumps({"ok": True, "result": answer}).encode()

    def offsets(self) -> list[int | None]:
        return [poll.get("offset") for poll in self.polls]


class Polls:
    """A poll loop with its surroundings; `slept` is what it slept, which takes no time."""

    def __init__(self, units: UnitsOfWork, clock: FixedClock) -> None:
        self.clock = clock
        self.units = units
        self.slept: list[float] = []
        self.follows_for = 0

    async def run(self, *answers: list[Json] | tuple[int, Json] | Exception) -> PolledApi:
        """Poll until the answers have run out, then stop."""
        api = PolledApi(self.clock, list(answers))
        async with ExtBot("1:x", request=api, get_updates_request=api) as bot:
            intake = Intake(self.units, self.clock, lambda: None)
            self.polling = Polling(bot, intake, self.clock, leads=self._leads, sleep=self._sleep)
            running = asyncio.create_task(self.polling.run())
            await api.hangs.wait()
            self.polling.stop()
            await running
        return api

    async def stored(self) -> int:
        async with self.units() as work:
            return await work.inbox.largest_update_id()

    async def _leads(self) -> bool:
        self.follows_for -= 1
        return self.follows_for < 0

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def polls(units: UnitsOfWork, clock: FixedClock) -> Polls:
    return Polls(units, clock)


async def test_updates_are_acknowledged_when_they_are_stored(polls: Polls) -> None:
    api = await polls.run([wrote(5), wrote(7)], [wrote(9)], [])

    assert api.offsets() == [None, 8, 10, None]
    assert await polls.stored() == 9
    assert polls.polling.last_good_poll_at == START
    assert api.polls[0]["allowed_updates"] == list(ALLOWED_UPDATES)
    assert polls.slept == []


async def test_what_could_not_be_stored_is_asked_for_again(units: UnitsOfWork, clock: FixedClock) -> None:
    broken = Breaking(units)
    broken.in_uses = 2
    polls = Polls(broken, clock)
    api = await polls.run([wrote(5)], [wrote(6)], [wrote(6)])

    assert api.offsets() == [None, 6, 6, 7]
    assert polls.slept == [1]
    assert await polls.stored() == 6


async def test_trouble_backs_off_up_to_30_seconds_and_starts_anew(polls: Polls) -> None:
    trouble = [(500, {"ok": False})] * 6
    await polls.run(*trouble, [wrote(1)], RuntimeError("odd"), [])

    assert polls.slept == [1, 2, 4, 8, 16, 30, 1]


async def test_a_conflict_is_logged_with_its_remedy(
    polls: Polls, logged: list[MutableMapping[str, Any]]
) -> None:
    await polls.run((409, {"ok": False, "description": "Conflict: terminated by other getUpdates request"}))

    (entry,) = [entry for entry in logged if entry["event"] == "poll_conflict"]
    assert "stop the one" in entry["remedy"]


async def test_while_another_process_leads_it_does_not_poll(polls: Polls) -> None:
    polls.follows_for = 3
    api = await polls.run([wrote(5)], [])

    assert (polls.slept, api.offsets()) == ([1, 1, 1], [None, 6, None])


async def test_an_answer_that_is_no_list_of_updates_backs_off(polls: Polls) -> None:
    await polls.run([{"no": "number"}], [])

    assert polls.slept == [1]


async def test_one_unreadable_update_does_not_hold_up_the_others(polls: Polls) -> None:
    api = await polls.run([{"update_id": 1, "message": "?"}, {"no": "number"}, wrote(2)])

    assert api.offsets() == [None, 3]
    assert await polls.stored() == 2


async def test_cancelled_it_ends(units: UnitsOfWork, clock: FixedClock) -> None:
    api = PolledApi(clock, [])
    async with ExtBot("1:x", request=api, get_updates_request=api) as bot:
        running = asyncio.create_task(Polling(bot, Intake(units, clock, lambda: None), clock).run())
        await api.hangs.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


def test_an_empty_answer_forgets_the_offset_since_ids_may_start_anew() -> None:
    assert next_offset([]) is None
    assert next_offset([wrote(3), wrote(2)]) == 4
