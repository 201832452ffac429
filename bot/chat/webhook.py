"""The webhook: takes what Telegram posts, and says yes only when it is stored; else Telegram comes again."""

import asyncio
import hmac
import json
import socket
from typing import Any

import structlog
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.chat.errors import what_failed
from bot.chat.intake import Intake

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
# Updates are a few kilobytes; what is larger is read by nobody.
LARGEST_BODY = 1024 * 1024
BODY_WITHIN = 30.0
STORED, NO_JSON, NOT_TELEGRAM, NOT_STORED = 200, 400, 403, 503


class Webhook:
    """Listens on an address of this machine, at any path: a proxy may have changed it, the secret counts."""

    def __init__(self, intake: Intake, secret: str) -> None:
        self._intake = intake
        self._secret = secret.encode()
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._stopping = asyncio.Event()
        routes = [(r".*", _UpdateHandler, {"webhook": self})]
        self._server = HTTPServer(
            Application(routes, log_function=lambda _handler: None),
            max_body_size=LARGEST_BODY,
            body_timeout=BODY_WITHIN,
        )

    def listen(self, address: str, port: int) -> None:
        """Raises `OSError` if that can't be."""
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listening = socket.create_server((address, port), family=family)
        listening.setblocking(False)
        self._server.add_socket(listening)

    async def run(self) -> None:
        """Until `stop()`: then what has arrived is still stored and answered."""
        try:
            await self._stopping.wait()
        finally:
            self._server.stop()
            if self._in_hand:
                await asyncio.wait(self._in_hand)
            await self._server.close_all_connections()

    def stop(self) -> None:
        self._stopping.set()

    def close(self) -> None:
        """Listen no longer; for when it is never run."""
        self._server.stop()

    async def take(self, given_secret: str, body: bytes) -> int:
        """The status that one request is answered with."""
        if not hmac.compare_digest(given_secret.encode(), self._secret):
            log.warning("webhook_refused", reason="wrong secret")
            return NOT_TELEGRAM
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            log.warning("webhook_refused", reason="no JSON")
            return NO_JSON
        try:
            await self._intake.accept([update])
        except Exception as error:  # noqa: BLE001 - logged; Telegram sends it again
            log.error("webhook_failed", **what_failed(error))
            return NOT_STORED
        return STORED

    async def finish(self, doing: asyncio.Task[int]) -> int:
        """What has begun to be stored is waited for at the end, whoever hangs up meanwhile."""
        self._in_hand.add(doing)
        doing.add_done_callback(self._in_hand.discard)
        return await asyncio.shield(doing)


class _UpdateHandler(RequestHandler):
    def initialize(self, webhook: Webhook) -> None:
        self._webhook = webhook

    async def post(self) -> None:
        secret = self.request.headers.get(SECRET_HEADER, "")
        taking = asyncio.create_task(self._webhook.take(secret, self.request.body))
        self.set_status(await self._webhook.finish(taking))
