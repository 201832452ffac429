"""The operators' endpoint: answers GET /health and GET /metrics, on an address of its own."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Mapping

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.coaching.ports import Clock
from bot.coaching.trouble import Backlog
from bot.ops.health import Health, is_healthy, told
from bot.ops.metrics import rendered

HEALTHY, UNHEALTHY = 200, 503
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Counts = Mapping[tuple[str, str], float]


class Endpoint:
    """`counts` is a live view; `backlog` looks into the queues, None while the database doesn't answer."""

    def __init__(
        self,
        health: Health,
        clock: Clock,
        *,
        counts: Counts,
        backlog: Callable[[], Awaitable[Backlog | None]],
    ) -> None:
        self._health = health
        self._clock = clock
        self._counts = counts
        self._backlog = backlog
        self._stopping = asyncio.Event()
        routes = [
            (r"/health", _HealthHandler, {"endpoint": self}),
            (r"/metrics", _MetricsHandler, {"endpoint": self}),
        ]
        self._server = HTTPServer(Application(routes, log_function=lambda _handler: None))

    def listen(self, address: str, port: int) -> int:
        """Give the port, chosen by the system for 0. Raises `OSError` if that can't be."""
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listening = socket.create_server((address, port), family=family)
        listening.setblocking(False)
        self._server.add_socket(listening)
        chosen: int = listening.getsockname()[1]
        return chosen

    async def run(self) -> None:
        """Until `stop()`."""
        try:
            await self._stopping.wait()
        finally:
            self._server.stop()
            await self._server.close_all_connections()

    def stop(self) -> None:
        self._stopping.set()

    async def health(self) -> tuple[int, str]:
        beats = await self._health.beats()
        return HEALTHY if is_healthy(beats) else UNHEALTHY, json.dumps(told(beats))

    async def metrics(self) -> bytes:
        beats = await self._health.beats()
        return rendered(self._counts, await self._backlog(), beats, self._clock())


class _HealthHandler(RequestHandler):
    def initialize(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def get(self) -> None:
        status, body = await self._endpoint.health()
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.write(body)


class _MetricsHandler(RequestHandler):
    def initialize(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def get(self) -> None:
        self.set_header("Content-Type", METRICS_TYPE)
        self.write(await self._endpoint.metrics())
