"""The Bot API's stand-in itself: serves calls over HTTP, records them, and lets tests wait for them."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from tests.bot_api.calls import PATIENCE, Call, Calls
from tests.bot_api.chats import Posted
from tests.bot_api.control import ControlHandler
from tests.bot_api.exchange import CallHandler, Exchange, NotFoundHandler
from tests.bot_api.faults import Fault, FaultScript
from tests.bot_api.pacing import Pacer, RateLimits
from tests.bot_api.people import People
from tests.bot_api.schema import Json
from tests.bot_api.state import Clock, State, real_time
from tests.bot_api.webhook import Trick, WebhookSender

HOST = "127.0.0.1"
BODY_BYTES_AT_MOST = 64 * 1024**2


class BotApi(People):
    """`async with BotApi(token="123456:TEST") as api:` serves at `api.url` on a free port of this machine."""

    def __init__(
        self,
        *,
        token: str,
        port: int = 0,
        clock: Clock = real_time,
        limits: RateLimits | None = None,
        webhook_pause: float = 1.0,
        latency: float = 0,
    ) -> None:
        """`latency` is how many seconds every answer takes, `webhook_pause` the first after a refusal."""
        super().__init__(State(token, clock))
        self.recorded = Calls(self.state.changes)
        self.faults = FaultScript()
        self.exchange = Exchange(
            self.state, self.recorded, self.faults, Pacer(limits or RateLimits()), latency
        )
        self._port = port
        self._server: HTTPServer | None = None
        self._webhook_pause = webhook_pause
        self._telling: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def port(self) -> int:
        return self._port

    @property
    def calls(self) -> Sequence[Call]:
        return tuple(self.recorded.all)

    @property
    def refused(self) -> Sequence[Call]:
        """Calls that were wrong in themselves: empty at the end of a good test."""
        return tuple(call for call in self.recorded.all if call.is_refused)

    def messages(self, chat_id: int) -> list[Posted]:
        """What the bot has sent there, as it stands now: edited, without what was deleted."""
        chat = self.state.chats.find(chat_id)
        return [posted for posted in chat.messages.values() if posted.by_bot] if chat else []

    def tells(self, update: Json) -> None:
        """Queue an update as it is: repeated, out of order, malformed."""
        self.state.updates.add_raw(update)

    def answered(self, tap_id: str) -> bool:
        return self.state.taps.get(tap_id) is not None

    def fail_next(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method (`ANY_METHOD`: of each) go wrong."""
        self.faults.add(method, fault, times)

    def play(self, trick: Trick, times: int = 1) -> None:
        """In the next rounds to a webhook."""
        self.state.tricks.extend([trick] * times)

    async def sent(self, chat_id: int, *, count: int = 1, timeout: float = PATIENCE) -> list[Posted]:  # noqa: ASYNC109 (its words go with it)
        """Wait until that many of the bot's messages stand in a chat; return all that do."""
        await self.recorded.until(
            lambda: len(self.messages(chat_id)) >= count,
            timeout,
            lambda: f"{chat_id} has {[one.text for one in self.messages(chat_id)]}, not {count} messages",
        )
        return self.messages(chat_id)

    async def called(self, method: str, *, count: int = 1, timeout: float = PATIENCE) -> list[Call]:  # noqa: ASYNC109 (its words go with it)
        """Wait until a method has been called that often, whatever the answer; return those calls."""
        await self.recorded.until(
            lambda: len(self.recorded.of(method)) >= count,
            timeout,
            lambda: f"{method} was called {len(self.recorded.of(method))} times, not {count}",
        )
        return self.recorded.of(method)

    async def polling(self, *, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 (its words go with it)
        """Wait until a getUpdates waits for something to tell."""
        await self.recorded.until(lambda: self.state.updates.is_polled, timeout, lambda: "nobody polls")

    async def acknowledged(self, *, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 (its words go with it)
        """Wait until the bot has taken every update."""
        pending = self.state.updates.pending
        await self.recorded.until(
            lambda: not self.state.updates.pending, timeout, lambda: f"not taken: {pending}"
        )

    async def start(self) -> None:
        routes: list[tuple[str, Any, dict[str, Any]]] = [
            (r"/bot([^/]+)/([^/]+)", CallHandler, {"exchange": self.exchange}),
            (r"/control/([a-z_]+)", ControlHandler, {"api": self}),
        ]
        application = Application(
            routes, default_handler_class=NotFoundHandler, log_function=lambda _handler: None
        )
        sockets = bind_sockets(self._port, HOST)
        self._port = sockets[0].getsockname()[1]
        self._server = HTTPServer(application, max_buffer_size=BODY_BYTES_AT_MOST)
        self._server.add_sockets(sockets)
        self._telling = asyncio.create_task(self._tell_webhook())

    async def stop(self) -> None:
        """Close every connection; polls that wait end without an answer."""
        if self._telling:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()

    async def _tell_webhook(self) -> None:
        sender = WebhookSender(self.state, pause=self._webhook_pause)
        try:
            await sender.run()
        finally:
            sender.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.stop()
        if kind is None and self.exchange.broken:
            raise ExceptionGroup("the stand-in itself failed", self.exchange.broken)
