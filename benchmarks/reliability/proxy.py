"""A reverse proxy before several coaches: each request goes to the next one in turn."""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import cycle
from types import TracebackType
from typing import Self

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

HOST = "127.0.0.1"
BAD_GATEWAY = 502


class Proxy:
    def __init__(self, ports: Sequence[int]) -> None:
        self.ports: Iterator[int] = cycle(ports)
        self.client = AsyncHTTPClient(force_instance=True, max_clients=100)
        (self._socket,) = bind_sockets(0, HOST)
        self.url = f"http://{HOST}:{self._socket.getsockname()[1]}/telegram"
        routes = [(r".*", _Forwarder, {"proxy": self})]
        self._server = HTTPServer(Application(routes, log_function=lambda _handler: None))

    async def __aenter__(self) -> Self:
        self._server.add_socket(self._socket)
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._server.stop()
        await self._server.close_all_connections()
        self.client.close()


class _Forwarder(RequestHandler):
    def initialize(self, proxy: Proxy) -> None:
        self.proxy = proxy

    async def post(self) -> None:
        """Who can't be reached, or hangs up, is a bad gateway."""
        try:
            answer = await self.proxy.client.fetch(
                f"http://{HOST}:{next(self.proxy.ports)}{self.request.uri}",
                method="POST",
                headers=self.request.headers,
                body=self.request.body,
                request_timeout=30,
            )
            self.set_status(answer.code)
        except HTTPClientError as error:
            self.set_status(error.code if error.code < 599 else BAD_GATEWAY)
        except (OSError, asyncio.CancelledError):
            self.set_status(BAD_GATEWAY)
