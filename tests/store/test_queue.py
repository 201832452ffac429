"""What operators see and change in the queues, and what they are told of a database, on both kinds."""

import pytest

from bot.coaching.ports import UnitsOfWork
from bot.store.check import examine
from bot.store.queue import counted, dropped, listed, retried, shown, stuck
from bot.store.revisions import head
from bot.store.trouble import StoreError
from tests.store.makers import ANNA, BEN, NOW, draft, raw, with_athletes


@pytest.fixture
async def queues(units: UnitsOfWork) -> UnitsOfWork:
    """Open: 1. Set aside: 2. Done: 3. Unsent: out-1. Stuck: out-2 and out-3. Sent: out-4."""
    await with_athletes(units, ANNA)
    async with units() as work:
        await work.inbox.accept([raw(number) for number in (1, 2, 3)], NOW)
        await work.inbox.mark(2, "set_aside", NOW)
        await work.inbox.mark(3, "done", NOW)
        for chat_id in (ANNA, ANNA, BEN, BEN):
            await work.outbox.add(draft(chat_id=chat_id))
        await work.outbox.drop(2, "unknown", "TimedOut")
        await work.outbox.drop(3, "refused", "no")
        await work.outbox.sent(4, 100, NOW)
        await work.commit()
    return units


async def test_they_are_counted_and_listed(url: str, queues: UnitsOfWork) -> None:
    found = counted(url)

    assert (found.arrived, found.oldest_at, found.set_aside, found.unsent) == (1, NOW, 1, 1)
    assert found.stuck == {"unknown": 1, "refused": 1}
    assert [row.reference for row in listed(url, 10)] == ["2", "out-2", "out-3", "1", "out-1"]
    assert list(stuck(url)) == ["2", "out-2", "out-3"]
    assert "Hello" not in str(shown(url, "out-2", with_texts=False))
    assert "Hello" in str(shown(url, "out-2", with_texts=True))


async def test_a_loop_takes_up_what_is_opened_again(url: str, queues: UnitsOfWork) -> None:
    retried(url, "2")
    retried(url, "out-3")

    async with queues() as work:
        ready = await work.outbox.ready(NOW, limit=9)
        assert [row.outbox_id for row in ready] == [1, 3]
        assert await work.inbox.claim(2)


async def test_what_is_put_away_or_over_stays_so(url: str, queues: UnitsOfWork) -> None:
    dropped(url, "2")
    for reference in ("2", "3", "out-4", "out-9"):
        with pytest.raises(StoreError, match="holds no such row"):
            retried(url, reference)
    assert counted(url).set_aside == 0


async def test_a_database_is_examined_without_a_trace(url: str, queues: UnitsOfWork) -> None:
    for _ in range(2):
        found = examine(url)
        assert (found.revision, found.is_up_to_date) == (head(), True)
        assert found.zones == {"Europe/Berlin"}
