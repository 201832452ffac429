"""Telling updates to a webhook: again and again until it answers 2xx, each chat's in order."""

import asyncio
import json
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from tests.bot_api.schema import Json
from tests.bot_api.state import State

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
CONNECTIONS = 40
PATIENCE = 60.0


class WebhookSender:
    def __init__(self, state: State, *, pause: float) -> None:
        self._state = state
        self._pause = pause
        self._client = AsyncHTTPClient(force_instance=True, max_clients=CONNECTIONS)

    async def run(self) -> None:
        """Tell what is pending while a webhook is set; after a refusal, pause before the next round.

        A webhook elsewhere is only remembered: nothing leaves this machine.
        """
        updates = self._state.updates
        while True:
            await self._state.changes.until(
                lambda: bool(updates.pending) and is_on_this_machine(updates.webhook_url)
            )
            batch = self._batch()
            taken = await asyncio.gather(*map(self._is_taken, batch))
            updates.forget([update for update, is_taken in zip(batch, taken, strict=True) if is_taken])
            if not all(taken):
                await asyncio.sleep(self._pause)

    def close(self) -> None:
        self._client.close()

    def _batch(self) -> list[Json]:
        """The first pending update of each chat, as many as there are connections."""
        first: dict[object, Json] = {}
        for update in self._state.updates.pending:
            first.setdefault(_chat_id(update), update)
        return list(first.values())[: self._state.webhook.get("max_connections", CONNECTIONS)]

    async def _is_taken(self, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if secret := self._state.webhook.get("secret_token"):
            headers[SECRET_HEADER] = secret
        try:
            await self._client.fetch(
                self._state.updates.webhook_url,
                method="POST",
                headers=headers,
                body=json.dumps(update),
                request_timeout=PATIENCE,
                follow_redirects=False,
            )
        except (HTTPClientError, OSError) as error:
            self._note(f"Wrong response from the webhook: {error}")
            return False
        return True

    def _note(self, error: str) -> None:
        if self._state.webhook:
            now = self._state.now()
            self._state.webhook = {
                **self._state.webhook,
                "last_error_date": now,
                "last_error_message": error,
            }


def is_on_this_machine(url: str) -> bool:
    return urlsplit(url).hostname in LOCAL_HOSTS


def _chat_id(update: Json) -> object:
    """Find whose update it is; a malformed one belongs to nobody else's queue."""
    for content in update.values():
        if isinstance(content, dict):
            chat = content.get("chat") or content.get("message", {}).get("chat") or {}
            return chat.get("id")
    return None
