"""The inbox: each update once, each chat's in order, closed ones kept as tombstones."""

from datetime import datetime

import pytest

from bot.coaching.mail import InboxRow
from bot.coaching.ports import UnitsOfWork
from tests.store.makers import ANNA, BEN, MINUTE, NOW, raw


async def test_what_arrives_twice_is_stored_once(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.inbox.accept([raw(5), raw(6)], NOW) == 2
        await work.commit()
    async with units() as work:
        assert await work.inbox.accept([raw(5), raw(6), raw(7)], NOW + MINUTE) == 1
        assert await work.inbox.accept([], NOW) == 0


async def test_an_answered_update_that_is_sent_again_is_not_new(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5)], NOW)
        await work.inbox.mark(5, "done", NOW)
        assert await work.inbox.accept([raw(5)], NOW) == 0
        assert await work.inbox.next_of(ANNA, NOW) is None


async def test_chats_wait_in_the_order_of_their_lowest_update(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(8, chat_id=ANNA), raw(4, chat_id=BEN), raw(6, chat_id=3)], NOW)
        assert await work.inbox.chats_waiting(NOW, limit=10) == [BEN, 3, ANNA]
        assert await work.inbox.chats_waiting(NOW, limit=2) == [BEN, 3]
        assert await work.inbox.chats_waiting(NOW, besides=frozenset({BEN, 3}), limit=10) == [ANNA]


async def test_those_who_began_to_wait_last_may_come_first(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(4, chat_id=BEN), raw(6, chat_id=3), raw(8), raw(9, chat_id=BEN)], NOW)
        assert await work.inbox.chats_waiting(NOW, limit=10, newest_first=True) == [ANNA, 3, BEN]


async def test_a_chat_waits_once_however_much_it_writes(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(number) for number in range(100, 200)], NOW)
        assert await work.inbox.chats_waiting(NOW, limit=10) == [ANNA]


async def test_the_lowest_open_row_is_next(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(6, payload='{"b": 2}'), raw(5, payload='{"a": 1}')], NOW)
        assert await work.inbox.next_of(ANNA, NOW) == InboxRow(5, ANNA, NOW, '{"a": 1}', 0)
        await work.inbox.mark(5, "done", NOW)
        assert await work.inbox.next_of(ANNA, NOW) == InboxRow(6, ANNA, NOW, '{"b": 2}', 0)


async def test_later_rows_wait_for_one_that_is_to_be_tried_again(units: UnitsOfWork) -> None:
    retry_at = NOW + MINUTE
    async with units() as work:
        await work.inbox.accept([raw(5), raw(6), raw(7, chat_id=BEN)], NOW)
        await work.inbox.note_failure(5, "Boom", retry_at, counts=True)
        assert await work.inbox.next_of(ANNA, NOW) is None
        assert await work.inbox.chats_waiting(NOW, limit=10) == [BEN]
        assert await work.inbox.chats_waiting(retry_at, limit=10) == [ANNA, BEN]
        assert await work.inbox.next_of(ANNA, retry_at) == InboxRow(5, ANNA, NOW, "{}", 1)


async def test_only_failures_that_count_raise_the_attempts(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5)], NOW)
        assert await work.inbox.note_failure(5, "Boom", NOW, counts=True) == 1
        assert await work.inbox.note_failure(5, "database is locked", NOW, counts=False) == 1
        assert await work.inbox.note_failure(5, "Boom", NOW, counts=True) == 2


async def test_the_next_retry_is_the_earliest_of_the_open_rows(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5), raw(6, chat_id=BEN)], NOW)
        assert await work.inbox.next_retry_at() is None
        await work.inbox.note_failure(5, "Boom", NOW + MINUTE, counts=True)
        await work.inbox.note_failure(6, "Boom", NOW + 2 * MINUTE, counts=True)
        assert await work.inbox.next_retry_at() == NOW + MINUTE
        await work.inbox.mark(5, "done", NOW + MINUTE)
        assert await work.inbox.next_retry_at() == NOW + 2 * MINUTE


async def test_an_open_row_is_claimed_and_a_closed_or_unknown_one_is_not(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5)], NOW)
        assert await work.inbox.claim(5)
        await work.inbox.mark(5, "done", NOW)
        assert not await work.inbox.claim(5)
        assert not await work.inbox.claim(6)


async def test_a_closed_row_stays_closed(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5)], NOW)
        await work.inbox.mark(5, "done", NOW)
        assert await work.inbox.note_failure(5, "too late", NOW, counts=True) == 0
        assert await work.inbox.next_retry_at() is None
        assert await work.inbox.chats_waiting(NOW, limit=1) == []


@pytest.mark.parametrize(
    ("result", "done_at", "removed"),
    [
        pytest.param("done", NOW - MINUTE, 1, id="an old tombstone goes"),
        pytest.param("done", NOW, 0, id="a young one stays"),
        pytest.param("set_aside", NOW - MINUTE, 0, id="what was set aside is to be looked at"),
    ],
)
async def test_pruning(units: UnitsOfWork, result: str, done_at: datetime, removed: int) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5), raw(6)], NOW)
        await work.inbox.mark(5, result, done_at)
        assert await work.inbox.prune(NOW) == removed
        assert await work.inbox.claim(6)


async def test_the_largest_update_is_known_even_when_closed(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.inbox.largest_update_id() == 0
        await work.inbox.accept([raw(5), raw(2**62)], NOW)
        await work.inbox.mark(2**62, "done", NOW)
        assert await work.inbox.largest_update_id() == 2**62
