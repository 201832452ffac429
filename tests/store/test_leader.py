"""Several processes on one PostgreSQL database: one leads, another takes over, all hear the bell."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager

import psycopg
import pytest
from sqlalchemy import make_url

from bot.coaching.ports import UnitsOfWork
from bot.store.bell import Bell
from bot.store.company import serving_in_company
from bot.store.leader import Leader, Rhythm
from bot.store.lock import serving
from bot.store.trouble import DatabaseBusy, StoreError
from tests.databases import POSTGRESQL
from tests.store.makers import ANNA, BEN, NOW, raw

pytestmark = pytest.mark.parametrize("url", [POSTGRESQL], indirect=True)
QUICK = Rhythm(try_every=0.01, answer_within=5, hand_over=0.01)
PATIENCE = 20.0


class Hand:
    """A leader at work; `woken` counts its wake-ups."""

    def __init__(self, url: str) -> None:
        self.leader = Leader(url, QUICK)
        self.woken = asyncio.Event()
        self.leader.tell(self.woken.set)

    async def until_it_leads(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await self.leader.leads():
                self.woken.clear()
                await self.woken.wait()


@asynccontextmanager
async def working(url: str) -> AsyncIterator[Hand]:
    hand = Hand(url)
    await hand.leader.join()
    running = asyncio.create_task(hand.leader.run())
    yield hand
    hand.leader.stop()
    await running
    await hand.leader.leave()


async def first_of(*waits: Coroutine[None, None, None]) -> None:
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


def cut_off(server: str, url: str) -> None:
    """Every connection to that database is gone, as after a restart of the server."""
    kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(kill, (make_url(url).database,))


async def test_one_leads_and_the_next_takes_over(url: str) -> None:
    async with working(url) as second:
        async with working(url) as first:
            await first_of(first.until_it_leads(), second.until_it_leads())
            assert sorted([await first.leader.leads(), await second.leader.leads()]) == [False, True]
        await second.until_it_leads()


async def test_whoever_lost_the_connection_leads_no_more_and_comes_back(url: str, server: str) -> None:
    async with working(url) as hand:
        await hand.until_it_leads()
        await asyncio.to_thread(cut_off, server, url)
        assert not await hand.leader.leads()
        await hand.until_it_leads()


async def test_told_to_stop_while_it_takes_over_it_does_not_lead(url: str) -> None:
    slow = Leader(url, Rhythm(try_every=0.01, answer_within=5, hand_over=PATIENCE))
    async with working(url) as first:
        await first.until_it_leads()
        await slow.join()
        running = asyncio.create_task(slow.run())
        await first.leader.leads()
    slow.stop()
    await running
    assert not await slow.leads()
    await slow.leave()


async def test_a_server_that_is_away_is_one_line_at_the_start(url: str) -> None:
    away = make_url(url).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match=r"nowhere on .*DATABASE_URL"):
        async with serving_in_company(away):
            pass


async def test_who_needs_the_database_alone_gets_it_only_while_nobody_serves(url: str) -> None:
    async with serving_in_company(url), serving_in_company(url):
        with pytest.raises(DatabaseBusy), serving(url):
            pass
    with serving(url), pytest.raises(DatabaseBusy, match="needs it alone"):
        async with serving_in_company(url):
            pass


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[tuple[Bell, Callable[[], None], asyncio.Event]]:
    """A bell that is heard: it begins with a wake-up of its own."""
    bell, heard = Bell(url), asyncio.Event()
    bell.hear("worker", heard.set)
    running = asyncio.create_task(bell.run())
    await heard.wait()
    heard.clear()
    yield bell, lambda: bell.ring("worker"), heard
    bell.stop()
    await running


async def test_what_one_rings_the_others_hear(url: str) -> None:
    async with listening(url) as (_, _, heard), listening(url) as (bell, ring, _):
        bell.ring("nobody hears this")
        ring()
        await asyncio.wait_for(heard.wait(), PATIENCE)


async def test_a_bell_that_was_cut_off_is_heard_again(url: str, server: str) -> None:
    async with listening(url) as (_, ring, heard):
        await asyncio.to_thread(cut_off, server, url)
        ring()
        await asyncio.wait_for(heard.wait(), PATIENCE)


async def test_a_chat_belongs_to_one_turn_at_a_time(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.inbox.accept([raw(5), raw(6), raw(7, chat_id=BEN), raw(8, chat_id=-(2**63) + 1)], NOW)
        await work.commit()
    async with units() as one, units() as other:
        assert await one.inbox.claim(5)
        assert not await other.inbox.claim(5)
        assert not await other.inbox.claim(6)
        assert await other.inbox.claim(7)
        assert await other.inbox.claim(8)
    async with units() as work:
        assert await work.inbox.claim(6)
        assert await work.inbox.next_of(ANNA, NOW) is not None
