"""The webhook over real HTTP: what is taken, what is refused, and what Telegram has to send again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from tornado.testing import bind_unused_port

from bot.chat.intake import Intake
from bot.chat.webhook import LARGEST_BODY, SECRET_HEADER, Webhook
from bot.coaching.ports import UnitOfWork, UnitsOfWork
from tests.chat.breaking import Breaking
from tests.chat.scene import FixedClock
from tests.chat.updates import wrote

SECRET = "s-1_Z"
KNOWN = {SECRET_HEADER: SECRET}


@asynccontextmanager
async def hooked(units: UnitsOfWork) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a webhook that is told to stop at the end, and has stopped."""
    webhook = Webhook(Intake(units, FixedClock(), lambda: None), SECRET)
    socket, port = bind_unused_port()
    socket.close()
    webhook.listen("127.0.0.1", port)
    running = asyncio.create_task(webhook.run())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        yield client
        webhook.stop()
        await running


@pytest.fixture
async def client(units: UnitsOfWork) -> AsyncIterator[httpx.AsyncClient]:
    async with hooked(units) as client:
        yield client


async def stored(units: UnitsOfWork) -> int:
    async with units() as work:
        return await work.inbox.largest_update_id()


@pytest.mark.parametrize("place", ["/", "/telegram", "/a/b?secret=0"])
async def test_an_update_is_stored_wherever_a_proxy_puts_it(
    client: httpx.AsyncClient, units: UnitsOfWork, place: str
) -> None:
    answer = await client.post(place, json=wrote(5), headers=KNOWN)

    assert (answer.status_code, await stored(units)) == (200, 5)


async def test_one_that_comes_twice_is_taken_again(client: httpx.AsyncClient) -> None:
    answers = [await client.post("/", json=wrote(5), headers=KNOWN) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        pytest.param({}, b"{}", 403, id="no secret"),
        pytest.param({SECRET_HEADER: "s-2"}, b"{}", 403, id="a wrong secret"),
        pytest.param({SECRET_HEADER: "s-1_Zé"}, b"{}", 403, id="a secret that isn't ASCII"),
        pytest.param(KNOWN, b'{"update_id": 5', 400, id="half an update"),
        pytest.param(KNOWN, b"[" * 100_000, 400, id="too deep to be read"),
        pytest.param(KNOWN, b"\xff", 400, id="no text"),
        pytest.param(KNOWN, b'{"no": "number"}', 200, id="never to be told from another"),
        pytest.param(KNOWN, b"[1]", 200, id="no update at all"),
    ],
)
async def test_what_is_no_update_is_not_stored(
    client: httpx.AsyncClient, units: UnitsOfWork, headers: dict[str, str], body: bytes, status: int
) -> None:
    encoded = {name.encode(): value.encode() for name, value in headers.items()}
    answer = await client.post("/", content=body, headers=encoded)

    assert (answer.status_code, await stored(units)) == (status, 0)


async def test_more_than_an_update_can_be_is_not_read(client: httpx.AsyncClient) -> None:
    reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
    writer.write(f"POST / HTTP/1.1\r\nContent-Length: {LARGEST_BODY + 1}\r\n\r\n".encode())

    assert await reader.readline() == b"HTTP/1.1 400 Bad Request\r\n"
    writer.close()
    await writer.wait_closed()


async def test_only_posts_are_taken(client: httpx.AsyncClient) -> None:
    assert (await client.get("/")).status_code == 405


async def test_what_can_not_be_stored_is_sent_again(units: UnitsOfWork) -> None:
    broken = Breaking(units)
    broken.in_uses = 1
    async with hooked(broken) as client:
        answers = [await client.post("/", json=wrote(5), headers=KNOWN) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [503, 200]
    assert await stored(units) == 5


async def test_told_to_stop_it_still_stores_and_answers_what_has_arrived(units: UnitsOfWork) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def slow() -> AsyncIterator[UnitOfWork]:
        begun.set()
        await go_on.wait()
        async with units() as work:
            yield work

    async with hooked(slow) as client:
        posting = asyncio.create_task(client.post("/", json=wrote(5), headers=KNOWN))
        await begun.wait()
        asyncio.get_running_loop().call_soon(go_on.set)
    assert (await stored(units), (await posting).status_code) == (5, 200)


async def test_who_hangs_up_has_been_heard(units: UnitsOfWork) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def slow() -> AsyncIterator[UnitOfWork]:
        begun.set()
        await go_on.wait()
        async with units() as work:
            yield work

    async with hooked(slow) as client:
        posting = asyncio.create_task(client.post("/", json=wrote(5), headers=KNOWN))
        await begun.wait()
        posting.cancel()
        go_on.set()
    assert await stored(units) == 5
