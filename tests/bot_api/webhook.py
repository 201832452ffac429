"""Telling updates to a webhook: again and again until it answers 2xx, each chat's in order."""

import asyncio
import json
from enum import StrEnum
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from tests.bot_api.schema import Json
from tests.bot_api.state import State

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
CONNECTIONS = 40
PATIENCE = 60.0
LONGEST_PAUSE = 32


class Trick(StrEnum):
    """What Telegram may do in one round: tell the newest of a chat first, or what was taken once more."""

    REORDERED = "reordered"
    REPEATED = "repeated"


class WebhookSender:
    def __init__(self, state: State, *, pause: float) -> None:
        self._state = state
        self._pause = pause
        self._client = AsyncHTTPClient(force_instance=True, max_clients=CONNECTIONS)

    async def run(self) -> None:
        """Tell what is pending while a webhook is set; after refusals pause, longer each time in a row.

        A webhook elsewhere is only remembered: nothing leaves this machine.
        """
        updates, refused_in_a_row = self._state.updates, 0
        while True:
            await self._state.changes.until(
                lambda: bool(updates.pending) and is_on_this_machine(updates.webhook_url)
            )
            if await self._is_round_taken():
                refused_in_a_row = 0
            else:
                await asyncio.sleep(self._pause * min(2**refused_in_a_row, LONGEST_PAUSE))
                refused_in_a_row += 1

    def close(self) -> None:
        self._client.close()

    async def _is_round_taken(self) -> bool:
        trick = self._state.tricks.popleft() if self._state.tricks else None
        batch = self._batch(newest_first=trick is Trick.REORDERED)
        taken = await asyncio.gather(*map(self._is_taken, batch))
        done = [update for update, is_taken in zip(batch, taken, strict=True) if is_taken]
        if trick is Trick.REPEATED:
            await asyncio.gather(*map(self._is_taken, done))
        self._state.updates.forget(done)
        return all(taken)

    def _batch(self, *, newest_first: bool) -> list[Json]:
        """The first pending update of each chat, as many as there are connections."""
        pending = self._state.updates.pending
        first: dict[object, Json] = {}
        for update in reversed(pending) if newest_first else pending:
            chat_id = _chat_id(update)
            if first.setdefault(chat_id, update) is not update and newest_first:
                self._state.overtaken.add(chat_id)
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
